package banyan.item;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
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

    /** An answer as a value for rules and documents; empty if it is not in the kept form of this kind. */
    public Optional<Value> value(String kept) {
        try {
            return switch (kind) {
                case FieldKind.Choice choice -> choice.option(kept).map(option -> new Value.Localised(option.label()));
                case FieldKind.Tick _ -> new ValueKind.YesNo().read(kept);
                case FieldKind.Month _ -> Optional.of(new Value.Month(YearMonth.parse(kept)));
                case FieldKind.Date _ -> Optional.of(new Value.Date(LocalDate.parse(kept)));
                case FieldKind.Money _ -> Optional.of(new Value.Decimal(new BigDecimal(kept)));
                case FieldKind.Digits _, FieldKind.IdNumber _, FieldKind.Phone _, FieldKind.Text _ ->
                    Optional.of(new Value.Text(kept, mask));
            };
        } catch (DateTimeException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** An answer as a screen shows it, covered where this field is personal. Something unreadable is shown as it is kept. */
    public String show(String kept, Language language) {
        return mask.cover(showWhole(kept, language), language);
    }

    /** The same with nothing covered: only for the field being edited and the document being signed. */
    public String showWhole(String kept, Language language) {
        if (value(kept).isPresent() && kind instanceof FieldKind.Money) {
            return Format.money(new BigDecimal(kept), language);
        }
        return value(kept).flatMap(value -> Format.PLAIN.write(value, language)).orElse(kept);
    }
}
