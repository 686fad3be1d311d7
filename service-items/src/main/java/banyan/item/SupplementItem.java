package banyan.item;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked for in a case, as an item of its own: only those fields are filled in and only those papers scanned, all of them; nothing is
 * signed, and its receipt is the one for supplements.
 */
public final class SupplementItem {
    /** Behind the code of the item; no package may have a code that ends so. */
    public static final String SUFFIX = "-supplement";

    /** Where a package says nothing of how many pages, because it reads the paper off the card or asks a register for it. */
    private static final Material.Scan ANY_PAGES = new Material.Scan(1, 10);

    private static final LocalText HELP = LocalText.of("只填要补的，别的不用再填", "Only what is asked for; the rest stays as it was");

    private SupplementItem() {}

    /**
     * Makes it.
     *
     * @param fields codes of what is to be answered again
     * @param materials codes of the papers that are to be brought
     * @return empty where one of them is not of this item, or cannot be given at a terminal: then it takes a person
     */
    public static Optional<ServiceItem> of(ServiceItem item, Set<String> fields, Set<String> materials) {
        List<FormGroup> form = form(item, fields);
        List<Material> papers = item.materials().stream()
                .filter(material -> materials.contains(material.code()))
                .map(SupplementItem::scanned)
                .toList();
        long found = form.stream().mapToLong(group -> group.fields().size()).sum();
        if (found != fields.size() || papers.size() != materials.size() || found + papers.size() == 0) {
            return Optional.empty();
        }
        Map<String, Template> templates = templates(item);
        return Optional.of(new ServiceItem(
                item.code() + SUFFIX,
                item.version(),
                ItemKind.DECLARATION,
                item.section(),
                named(item.title()),
                item.plainWords(),
                named(item.shortTitle()),
                item.icon(),
                item.identity(),
                item.minutes(),
                item.decidedBy(),
                item.hotline(),
                item.terms(),
                item.opening(),
                item.channels(),
                steps(form, papers, templates),
                List.of(),
                List.of(),
                Map.of(),
                form,
                papers,
                Map.of(),
                Map.of(),
                templates,
                item.next(),
                Optional.empty()));
    }

    private static LocalText named(LocalText title) {
        return LocalText.of("补正：" + title.in(Language.ZH_CN), "Supplement: " + title.in(Language.EN));
    }

    private static List<FormGroup> form(ServiceItem item, Set<String> asked) {
        List<FormGroup> form = new ArrayList<>();
        for (FormGroup group : item.form()) {
            List<Field> fields = group.fields().stream()
                    .filter(field -> asked.contains(field.code()) && canBeGiven(field))
                    .map(SupplementItem::wanted)
                    .toList();
            if (!fields.isEmpty()) {
                form.add(new FormGroup(group.code(), group.question(), group.title(), HELP, fields));
            }
        }
        return form;
    }

    /** Whether a terminal can take it from the citizen; what it only shows, or has no keys for, it cannot. */
    private static boolean canBeGiven(Field field) {
        return field.editable()
                && switch (field.kind()) {
                    case FieldKind.Choice _,
                            FieldKind.Tick _,
                            FieldKind.Digits _,
                            FieldKind.IdNumber _,
                            FieldKind.Phone _,
                            FieldKind.Month _ -> true;
                    case FieldKind.Text text -> !text.suggestions().isEmpty();
                    case FieldKind.Date _, FieldKind.Money _ -> false;
                };
    }

    /**
     * It was asked for, so it is there whatever a rule says, it must be given, and nothing that was known before stands in it. What its checks
     * cannot judge without the rest of the form, the centre judges.
     */
    private static Field wanted(Field field) {
        return new Field(
                field.code(),
                field.kind(),
                field.label(),
                field.hint(),
                true,
                true,
                field.mask(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                field.checks(),
                field.whenEmpty());
    }

    /** However it came the first time, this time it is the citizen's paper. */
    private static Material scanned(Material material) {
        Material.Source source =
                switch (material.source()) {
                    case Material.Scan scan -> scan;
                    case Material.IdCard _ -> ANY_PAGES;
                    case Material.Held held ->
                        held.otherwise() instanceof Material.ScanIt(int fewest, int most)
                                ? new Material.Scan(fewest, most)
                                : ANY_PAGES;
                };
        return new Material(
                material.code(), material.title(), material.hint(), material.icon(), source, Optional.empty(), false);
    }

    private static List<Step> steps(List<FormGroup> form, List<Material> papers, Map<String, Template> templates) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.Identify(IdentityLevel.CARD));
        if (!form.isEmpty()) {
            steps.add(new Step.Form(form.stream().map(FormGroup::code).toList()));
        }
        if (!papers.isEmpty()) {
            steps.add(new Step.Materials());
        }
        steps.add(new Step.Review());
        steps.add(new Step.Submit());
        templates.values().stream()
                .filter(template -> template.purpose() == Template.Purpose.RECEIPT)
                .findFirst()
                .ifPresent(receipt -> steps.add(new Step.Print(receipt.code())));
        return steps;
    }

    /** The papers of a supplement stand in the place of those of a case; a catalogue without them prints none. */
    private static Map<String, Template> templates(ServiceItem item) {
        Map<String, Template> templates = new HashMap<>();
        item.template(Template.Purpose.SUPPLEMENT_RECEIPT)
                .ifPresent(template -> templates.put(template.code(), as(Template.Purpose.RECEIPT, template)));
        item.template(Template.Purpose.SUPPLEMENT_KEPT)
                .ifPresent(template -> templates.put(template.code(), as(Template.Purpose.KEPT, template)));
        return templates;
    }

    private static Template as(Template.Purpose purpose, Template template) {
        return new Template(template.code(), purpose, template.paper(), template.title(), template.parts());
    }
}
