package banyan.kiosk.catalog;

import banyan.item.Field;
import banyan.item.FieldKind;
import banyan.item.FormCheck;
import banyan.item.FormGroup;
import banyan.item.ItemKind;
import banyan.item.Rules;
import banyan.item.ServiceItem;
import banyan.item.Step;
import banyan.item.SupplementItem;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A service item with its rules and its form's check, made once when the catalogue is loaded. Safe for any thread. */
public record Offer(ServiceItem item, Rules rules, FormCheck check) {
    /** The item, ready to be worked with. */
    public static Offer of(ServiceItem item) {
        Rules rules = new Rules(item);
        return new Offer(item, rules, new FormCheck(item, rules));
    }

    /**
     * What is asked for in a case of this item, as an offer of its own; judged by this item's rules, which see only what is given now.
     *
     * @return empty where it cannot all be given at a terminal
     */
    public Optional<Offer> supplement(Set<String> fields, Set<String> materials) {
        return SupplementItem.of(item, fields, materials)
                .map(asked -> new Offer(asked, rules, new FormCheck(asked, rules)));
    }

    public boolean declaration() {
        return item.kind() == ItemKind.DECLARATION;
    }

    /** The groups that a step of the item asks. */
    public List<FormGroup> groups(Step.Form form) {
        return form.groups().stream().flatMap(code -> item.group(code).stream()).toList();
    }

    /** The form's groups of all steps, in the order in which they are met. */
    public List<FormGroup> groups() {
        return item.steps().stream()
                .filter(Step.Form.class::isInstance)
                .flatMap(step -> groups((Step.Form) step).stream())
                .toList();
    }

    /**
     * Whether a step of a query need not be a page: its choices have answers that stand until others are chosen. They are shown
     * beside the preview, so that a certificate needs three touches.
     */
    public boolean besidePreview(Step.Form form) {
        return !declaration()
                && groups(form).stream()
                        .flatMap(group -> group.fields().stream())
                        .allMatch(Offer::answered);
    }

    private static boolean answered(Field field) {
        return field.kind() instanceof FieldKind.Choice && field.initial().isPresent();
    }

    /** The choice that is shown beside a query's preview, such as the period. */
    public Optional<Field> choiceBesidePreview() {
        return item.steps().stream()
                .filter(step -> step instanceof Step.Form form && besidePreview(form))
                .flatMap(step -> groups((Step.Form) step).stream())
                .flatMap(group -> group.fields().stream())
                .findFirst();
    }

    /** Whether one of its papers carries the citizen's name: a document to sign, or a certificate. */
    public boolean needsNameOnPaper() {
        return item.steps().stream().anyMatch(step -> switch (step) {
            case Step.Sign _ -> true;
            case Step.Print _ -> !declaration();
            case Step.Identify _, Step.Form _, Step.Materials _, Step.Fingerprint _, Step.Review _, Step.Submit _ ->
                false;
        });
    }

    @Override
    public String toString() {
        return "Offer[" + item.code() + "]";
    }
}
