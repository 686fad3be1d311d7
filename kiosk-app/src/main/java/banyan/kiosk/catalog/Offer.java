package banyan.kiosk.catalog;

import banyan.item.Field;
import banyan.item.FieldKind;
import banyan.item.FormCheck;
import banyan.item.FormGroup;
import banyan.item.ItemKind;
import banyan.item.Rules;
import banyan.item.ServiceItem;
import banyan.item.Step;
import java.util.List;
import java.util.Optional;

/** A service item with its rules and its form's check, made once when the catalogue is loaded. Safe for any thread. */
public record Offer(ServiceItem item, Rules rules, FormCheck check) {
    /** The item, ready to be worked with. */
    public static Offer of(ServiceItem item) {
        Rules rules = new Rules(item);
        return new Offer(item, rules, new FormCheck(item, rules));
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
     * The one choice of a query that has an answer from the beginning, such as the period: it is shown beside the preview and not
     * on a page of its own, so that a certificate needs three touches.
     */
    public Optional<Field> choiceBesidePreview() {
        return declaration()
                ? Optional.empty()
                : groups().stream()
                        .filter(Offer::answeredBeforehand)
                        .flatMap(group -> group.fields().stream())
                        .findFirst();
    }

    /** Whether a query's group need not be a page: one choice, with an answer that stands until another is chosen. */
    public static boolean answeredBeforehand(FormGroup group) {
        return group.fields().size() == 1
                && group.fields().getFirst().kind() instanceof FieldKind.Choice
                && group.fields().getFirst().initial().isPresent();
    }

    /** Whether one of its papers carries the citizen's name: a document to sign, or a certificate. */
    public boolean needsNameOnPaper() {
        return item.steps().stream().anyMatch(step -> switch (step) {
            case Step.Sign _ -> true;
            case Step.Print _ -> !declaration();
            case Step.Identify _, Step.Form _, Step.Materials _, Step.Review _, Step.Submit _ -> false;
        });
    }

    @Override
    public String toString() {
        return "Offer[" + item.code() + "]";
    }
}
