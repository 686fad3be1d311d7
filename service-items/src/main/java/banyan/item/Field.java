package banyan.item;

import java.util.List;
import java.util.Optional;

/**
 * One value that the citizen gives or confirms.
 *
 * @param hint a few words beside the label, such as 收短信通知用; may be empty
 * @param editable false where the value is what the card says
 * @param prefill where a value may come from, best first
 * @param initial the answer before anybody chose; only where choosing it harms nobody
 * @param visibleWhen shown and asked only if this holds; while it is unknown the field stays away
 * @param checks besides what the kind itself demands
 * @param whenEmpty what is said if a required field is left empty; otherwise a sentence for every field is used
 */
public record Field(
        String code,
        FieldKind kind,
        LocalText label,
        LocalText hint,
        boolean required,
        boolean editable,
        Mask mask,
        List<ValueName> prefill,
        Optional<String> initial,
        Optional<Rule> visibleWhen,
        List<Check> checks,
        Optional<LocalText> whenEmpty) {
    public Field {
        prefill = List.copyOf(prefill);
        checks = List.copyOf(checks);
    }
}
