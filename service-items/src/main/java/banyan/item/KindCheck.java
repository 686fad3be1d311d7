package banyan.item;

import java.util.Map;
import java.util.Optional;

/** The checks that come with a kind of value or are known by name: pure functions from a value to what is wrong with it. */
final class KindCheck {
    private KindCheck() {}

    /**
     * What is wrong with a value.
     *
     * @param key of the sentence
     * @param numbers for its places
     */
    record Found(String key, Map<String, String> numbers) {
        static Found of(String key) {
            return new Found(key, Map.of());
        }
    }

    static Optional<Found> unless(boolean right, String key) {
        return right ? Optional.empty() : Optional.of(Found.of(key));
    }

    static Optional<Found> known(Check.KnownCheck check, String value) {
        return switch (check) {
            case PHONE_CN -> phone(value);
            case ID_NUMBER_CN -> idNumber(value);
            case BANK_CARD -> bankCard(value);
        };
    }

    static Optional<Found> digits(String value, FieldKind.Digits kind) {
        if (!allDigits(value)) {
            return Optional.of(Found.of("digits.other"));
        }
        int have = value.length();
        if (have < kind.shortest()) {
            return numbers("digits.short", "have", have, "least", kind.shortest());
        }
        return have > kind.longest() ? numbers("digits.long", "have", have, "most", kind.longest()) : Optional.empty();
    }

    static Optional<Found> text(String value, FieldKind.Text kind) {
        int have = value.codePointCount(0, value.length());
        return have > kind.longest() ? numbers("text.long", "have", have, "most", kind.longest()) : Optional.empty();
    }

    static Optional<Found> phone(String value) {
        if (!allDigits(value)) {
            return Optional.of(Found.of("phone-cn.other"));
        }
        return length("phone-cn", value, PhoneNumber.LENGTH)
                .or(() -> unless(PhoneNumber.valid(value), "phone-cn.start"));
    }

    static Optional<Found> idNumber(String value) {
        if (!value.matches("[0-9]*X?")) {
            return Optional.of(Found.of("id-number-cn.other"));
        }
        return length("id-number-cn", value, 18)
                .or(() -> unless(CitizenNumber.wellFormed(value), "id-number-cn.other"))
                .or(() -> unless(CitizenNumber.birth(value).isPresent(), "id-number-cn.birth"))
                .or(() -> unless(CitizenNumber.valid(value), "id-number-cn.check"));
    }

    static Optional<Found> bankCard(String value) {
        if (!allDigits(value)) {
            return Optional.of(Found.of("bank-card.other"));
        }
        int have = value.length();
        if (have < BankCard.SHORTEST) {
            return numbers("bank-card.short", "have", have, "least", BankCard.SHORTEST);
        }
        return have > BankCard.LONGEST
                ? numbers("bank-card.long", "have", have, "most", BankCard.LONGEST)
                : unless(BankCard.valid(value), "bank-card.check");
    }

    private static Optional<Found> length(String check, String value, int length) {
        int have = value.length();
        if (have < length) {
            return numbers(check + ".short", "have", have, "missing", length - have);
        }
        return have > length ? numbers(check + ".long", "have", have, "over", have - length) : Optional.empty();
    }

    private static Optional<Found> numbers(String key, String first, int one, String second, int two) {
        return Optional.of(new Found(key, Map.of(first, Integer.toString(one), second, Integer.toString(two))));
    }

    private static boolean allDigits(String value) {
        return value.chars().allMatch(character -> character >= '0' && character <= '9');
    }
}
