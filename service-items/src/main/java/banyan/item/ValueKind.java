package banyan.item;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;

/** What kind of {@link Value} stands behind a name that a package declares. */
public sealed interface ValueKind {
    record Text(Mask mask) implements ValueKind {}

    /** A whole number. */
    record Count() implements ValueKind {}

    /** Yuan. */
    record Money() implements ValueKind {}

    record YesNo() implements ValueKind {}

    record Date() implements ValueKind {}

    record Month() implements ValueKind {}

    record Moment() implements ValueKind {}

    /** One of a few codes; the package has their words, so that the centre need not know languages. */
    record Word(Map<String, LocalText> words) implements ValueKind {
        public Word {
            words = Map.copyOf(words);
        }
    }

    record Rows(Map<String, ValueKind> columns) implements ValueKind {
        public Rows {
            columns = Map.copyOf(columns);
        }
    }

    record Ink() implements ValueKind {}

    /**
     * Reads a value in the form in which it is sent: {@code 1234.50}, {@code 2026-11-20}, {@code 2026-11}, {@code true}, a
     * code. Empty if it is no such thing; rows and ink are never one text.
     */
    default Optional<Value> read(String sent) {
        try {
            return switch (this) {
                case Text text -> Optional.of(new Value.Text(sent, text.mask()));
                case Count _ -> Optional.of(Value.Decimal.of(Long.parseLong(sent)));
                case Money _ -> Optional.of(new Value.Decimal(new BigDecimal(sent)));
                case YesNo _ -> yesNo(sent);
                case Date _ -> Optional.of(new Value.Date(LocalDate.parse(sent)));
                case Month _ -> Optional.of(new Value.Month(YearMonth.parse(sent)));
                case Moment _ -> Optional.of(new Value.Moment(LocalDateTime.parse(sent)));
                case Word(var words) -> Optional.ofNullable(words.get(sent)).map(Value.Localised::new);
                case Rows _, Ink _ -> Optional.empty();
            };
        } catch (DateTimeException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static Optional<Value> yesNo(String sent) {
        return switch (sent) {
            case "true" -> Optional.of(new Value.Flag(true));
            case "false" -> Optional.of(new Value.Flag(false));
            default -> Optional.empty();
        };
    }
}
