package banyan.server.register;

import banyan.acceptance.Sha256;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What is made up for a number: digits out of its hash. */
record Invention(String digits) {
    static Invention of(String citizen) {
        String hash = Sha256.of(citizen.getBytes(StandardCharsets.UTF_8))
                .hex();
        StringBuilder digits = new StringBuilder();
        hash.chars().forEach(letter -> digits.append(Character.digit(letter, 16) % 10));
        return new Invention(digits.toString());
    }

    DemonstrationRegister.Insured insured() {
        int years = 2 + digit(0) % 5;
        YearMonth since = YearMonth.of(2025 - years, 1 + digit(1));
        BigDecimal base = BigDecimal.valueOf(3600 + 100L * Integer.parseInt(digits.substring(2, 4)) / 2);
        return new DemonstrationRegister.Insured(since, base.setScale(2, RoundingMode.HALF_UP), List.of());
    }

    String monthsInARow(YearMonth last) {
        return Long.toString(
                ChronoUnit.MONTHS.between(insured().since(), last) + 1);
    }

    String licence() {
        return "3501" + digits.substring(4, 16);
    }

    /** Begins like a card of a real bank and ends with the right check digit; whether it exists is chance. */
    String bankCard() {
        String body = "621700" + digits.substring(16, 28);
        int sum = 0;
        for (int at = body.length() - 1, place = 1; at >= 0; at--, place++) {
            int digit = body.charAt(at) - '0';
            int doubled = place % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return body + (10 - sum % 10) % 10;
    }

    String phone() {
        return "138" + digits.substring(28, 36);
    }

    int digit(int at) {
        return digits.charAt(at) - '0';
    }

    @Override
    public String toString() {
        return "Invention";
    }
}
