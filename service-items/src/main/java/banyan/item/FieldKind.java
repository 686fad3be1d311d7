package banyan.item;

import java.util.List;
import java.util.Optional;

/** What kind of value a field takes, and in which form it is kept and sent. */
public sealed interface FieldKind {
    /** Kept as the chosen option's code. */
    record Choice(List<Option> options) implements FieldKind {
        public Choice {
            options = List.copyOf(options);
        }

        public Optional<Option> option(String code) {
            return options.stream().filter(option -> option.code().equals(code)).findFirst();
        }
    }

    record Option(String code, LocalText label) {}

    /** Kept as {@code true} or {@code false}. */
    record Tick() implements FieldKind {}

    /** Kept as digits without spaces. */
    record Digits(int shortest, int longest) implements FieldKind {}

    /** 公民身份号码, 18 characters, the last perhaps X; its check digit is judged. */
    record IdNumber() implements FieldKind {}

    /** A mobile number of 11 digits. */
    record Phone() implements FieldKind {}

    /** Kept as {@code 2026-11}. */
    record Month() implements FieldKind {}

    /** Kept as {@code 2026-11-20}. */
    record Date() implements FieldKind {}

    /**
     * Kept as written.
     *
     * @param suggestions sentences to choose from instead of writing
     */
    record Text(int longest, List<LocalText> suggestions) implements FieldKind {
        public Text {
            suggestions = List.copyOf(suggestions);
        }
    }

    /** Kept in yuan with two decimals: {@code 1234.50}. */
    record Money() implements FieldKind {}
}
