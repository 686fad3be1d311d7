package banyan.item.catalogue;

import banyan.item.DeviceClass;
import banyan.item.DeviceNeed;
import banyan.item.Field;
import banyan.item.FieldKind;
import banyan.item.IdentityLevel;
import banyan.item.ItemKind;
import banyan.item.Material;
import banyan.item.Place;
import banyan.item.ServiceItem;
import banyan.item.Step;
import banyan.item.SupplementItem;
import banyan.item.Template.Purpose;
import banyan.item.ValueKind;
import banyan.item.ValueName;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Whether what one file of a package names is there in the others, and whether the steps make a way through. */
final class ReferenceCheck {
    private static final Set<String> CARD = Set.of(
            "applicant.name",
            "applicant.number",
            "applicant.address",
            "applicant.birth",
            "applicant.age",
            "applicant.sex");

    private final ServiceItem item;
    private final Lines lines;
    private final Mistakes mistakes;

    private ReferenceCheck(ServiceItem item, Lines lines, Mistakes mistakes) {
        this.item = item;
        this.lines = lines;
        this.mistakes = mistakes;
    }

    static void check(ServiceItem item, Lines lines, Mistakes mistakes) {
        var check = new ReferenceCheck(item, lines, mistakes);
        check.codes();
        check.steps();
        check.order();
        check.materials();
        check.fields();
        check.kind();
        check.devices();
    }

    private void codes() {
        twice(item.form().stream().map(group -> group.code()).toList(), "group", "form.yaml");
        twice(item.fields().map(Field::code).toList(), "field", "form.yaml");
        twice(item.materials().stream().map(Material::code).toList(), "material", "materials.yaml");
        twice(item.conditions().stream().map(condition -> condition.code()).toList(), "condition", "item.yaml");
    }

    private void twice(List<String> codes, String what, String file) {
        var seen = new HashSet<String>();
        for (var code : codes) {
            if (!seen.add(code)) {
                mistakes.add(lines.last(file, code), "%s '%s' is there twice".formatted(what, code));
            }
        }
    }

    private void steps() {
        var shown = new HashSet<String>();
        for (var step : item.steps()) {
            switch (step) {
                case Step.Form(var groups) ->
                    groups.forEach(group -> {
                        if (item.group(group).isEmpty()) {
                            mistakes.add(
                                    lines.word("item.yaml", group),
                                    "step form names the group '" + group + "', which form.yaml has not");
                        } else if (!shown.add(group)) {
                            mistakes.add(lines.word("item.yaml", group), "group '" + group + "' is shown twice");
                        }
                    });
                case Step.Sign(var documents) ->
                    documents.forEach(document -> template("step sign", document, Set.of(Purpose.SIGN), "item.yaml"));
                case Step.Print(var template) -> template("step print", template, printed(), "item.yaml");
                case Step.Materials _ -> {
                    if (item.materials().isEmpty()) {
                        mistakes.add(
                                lines.word("item.yaml", "materials"),
                                "step materials has nothing to ask for: there is no materials.yaml");
                    }
                }
                case Step.Identify(var level) -> {
                    if (level != item.identity()) {
                        mistakes.add(
                                lines.key("item.yaml", "identity"), "identity and step identify must say the same");
                    }
                }
                case Step.Fingerprint _, Step.Review _, Step.Submit _ -> {}
            }
        }
        item.form().stream()
                .map(group -> group.code())
                .filter(code -> !shown.contains(code))
                .forEach(code ->
                        mistakes.add(lines.word("form.yaml", code), "group '" + code + "' is shown in no step"));
        long fingers =
                item.steps().stream().filter(Step.Fingerprint.class::isInstance).count();
        if (fingers > 1) {
            mistakes.add(lines.word("item.yaml", "fingerprint"), "step fingerprint is there twice");
        }
        if (fingers > 0 && item.steps().stream().noneMatch(Step.Submit.class::isInstance)) {
            mistakes.add(
                    lines.word("item.yaml", "fingerprint"),
                    "step fingerprint is for what is submitted: there is no step submit");
        }
        if (!item.materials().isEmpty() && item.steps().stream().noneMatch(Step.Materials.class::isInstance)) {
            mistakes.add(new Place("materials.yaml", 0), "the materials are asked for in no step");
        }
    }

    private Set<Purpose> printed() {
        return switch (item.kind()) {
            case DECLARATION -> Set.of(Purpose.RECEIPT);
            case QUERY_AND_PRINT -> Set.of(Purpose.CERTIFICATE);
        };
    }

    private void template(String who, String code, Set<Purpose> fitting, String file) {
        var template = item.template(code);
        if (template.isEmpty()) {
            mistakes.add(
                    lines.word(file, code),
                    "%s names the template '%s', which is neither here nor shared".formatted(who, code));
        } else if (!fitting.contains(template.get().purpose())) {
            mistakes.add(
                    lines.word(file, code),
                    "%s names the template '%s', which is for something else".formatted(who, code));
        }
    }

    /** The order a citizen can walk: who first, then answers, then the look over it all, then sending, then paper. */
    private void order() {
        int last = -1;
        for (var step : item.steps()) {
            int rank = rank(step);
            if (rank < last) {
                mistakes.add(lines.key("item.yaml", "steps"), "the step " + name(step) + " comes too late");
            }
            last = Math.max(last, rank);
        }
        long identified =
                item.steps().stream().filter(Step.Identify.class::isInstance).count();
        if (identified != (item.identity() == IdentityLevel.NONE ? 0 : 1)) {
            mistakes.add(
                    lines.key("item.yaml", "steps"),
                    "identity "
                            + (item.identity() == IdentityLevel.NONE
                                    ? "none has no step identify"
                                    : "needs one step identify"));
        }
    }

    private static int rank(Step step) {
        return switch (step) {
            case Step.Identify _ -> 0;
            case Step.Form _, Step.Materials _ -> 1;
            case Step.Sign _, Step.Fingerprint _ -> 2;
            case Step.Review _ -> 3;
            case Step.Submit _ -> 4;
            case Step.Print _ -> 5;
        };
    }

    private static String name(Step step) {
        return step.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private void materials() {
        for (var material : item.materials()) {
            if (material.source() instanceof Material.Held held && !item.facts().containsKey(held.fact())) {
                mistakes.add(
                        lines.word("materials.yaml", "facts." + held.fact()),
                        "material '%s' rests on facts.%s, which item.yaml does not declare"
                                .formatted(material.code(), held.fact()));
            }
            material.insteadSign()
                    .ifPresent(letter -> template(
                            "material '" + material.code() + "'", letter, Set.of(Purpose.SIGN), "materials.yaml"));
        }
    }

    private void fields() {
        item.fields().forEach(field -> {
            field.prefill().forEach(name -> prefill(field, name));
            field.initial().ifPresent(initial -> {
                if (field.value(initial).isEmpty()) {
                    mistakes.add(
                            lines.word("form.yaml", initial),
                            "field '%s' begins with '%s', which it cannot hold".formatted(field.code(), initial));
                }
            });
            if (!field.editable() && field.prefill().isEmpty()) {
                mistakes.add(
                        lines.word("form.yaml", field.code()),
                        "field '%s' cannot be edited and comes from nowhere".formatted(field.code()));
            }
        });
    }

    private void prefill(Field field, ValueName name) {
        boolean known = name.isFact() ? item.facts().containsKey(name.key()) : CARD.contains(name.name());
        if (!known) {
            mistakes.add(
                    lines.word("form.yaml", name.name()),
                    "field '%s' comes from '%s', which nobody provides".formatted(field.code(), name));
        } else if (name.isFact()
                && !fits(
                        field,
                        Objects.requireNonNull(item.facts().get(name.key())).kind())) {
            mistakes.add(
                    lines.word("form.yaml", name.name()),
                    "field '%s' cannot hold '%s': it is of another kind".formatted(field.code(), name));
        }
    }

    private static boolean fits(Field field, ValueKind fact) {
        return switch (field.kind()) {
            case FieldKind.Month _ -> fact instanceof ValueKind.Month;
            case FieldKind.Date _ -> fact instanceof ValueKind.Date;
            case FieldKind.Money _ -> fact instanceof ValueKind.Money;
            case FieldKind.Tick _ -> fact instanceof ValueKind.YesNo;
            case FieldKind.Choice _, FieldKind.Digits _, FieldKind.IdNumber _, FieldKind.Phone _, FieldKind.Text _ ->
                fact instanceof ValueKind.Text;
        };
    }

    private void kind() {
        boolean sends = item.steps().stream().anyMatch(Step.Submit.class::isInstance);
        require(
                !item.code().endsWith(SupplementItem.SUFFIX),
                lines.key("item.yaml", "code"),
                "a code that ends in %s is that of what is asked for in a case".formatted(SupplementItem.SUFFIX));
        boolean prints = item.steps().stream().anyMatch(Step.Print.class::isInstance);
        var steps = lines.key("item.yaml", "steps");
        if (item.kind() == ItemKind.DECLARATION) {
            require(sends, steps, "a declaration needs the step submit");
            require(
                    item.result().isEmpty(),
                    lines.key("item.yaml", "result"),
                    "a declaration has no result: that is for query-and-print");
            require(
                    item.query().isEmpty(),
                    lines.key("item.yaml", "query"),
                    "a declaration has no query: that is for query-and-print");
            needs(Purpose.RECEIPT);
            needs(Purpose.KEPT);
        } else {
            require(!sends, steps, "a query-and-print has no step submit: nothing is sent");
            require(prints, steps, "a query-and-print needs a step print");
            require(
                    !item.result().isEmpty(),
                    new Place("item.yaml", 0),
                    "a query-and-print needs a result: what the centre answers");
        }
        needs(Purpose.GUIDE);
    }

    /** What the item is bound to use must be declared, or its tile would promise what the terminal cannot do. */
    private void devices() {
        item.materials().stream()
                .filter(material -> material.source() instanceof Material.Scan
                        && material.insteadSign().isEmpty())
                .findFirst()
                .ifPresent(material -> require(
                        needsOnly(Set.of(DeviceClass.DOCUMENT_CAMERA, DeviceClass.SCANNER)),
                        lines.key("item.yaml", "devices"),
                        "material '%s' is scanned; devices needs a line document-camera, scanner or both in brackets"
                                .formatted(material.code())));
        if (item.kind() == ItemKind.QUERY_AND_PRINT) {
            require(
                    needsOnly(Set.of(DeviceClass.PRINTER)),
                    lines.key("item.yaml", "devices"),
                    "a query-and-print needs the line printer in devices");
        }
    }

    /** Whether there is a need that nothing but these can meet. */
    private boolean needsOnly(Set<DeviceClass> classes) {
        return item.devices().stream().anyMatch(need -> need.oneOf().stream().map(DeviceNeed.Choice::device).allMatch(classes::contains));
    }

    private void needs(Purpose purpose) {
        require(
                item.template(purpose).isPresent(),
                new Place("item.yaml", 0),
                "there is no template for %s, here or shared"
                        .formatted(purpose.name().toLowerCase(Locale.ROOT)));
    }

    private void require(boolean holds, Place place, String sentence) {
        if (!holds) {
            mistakes.add(place, sentence);
        }
    }
}
