package banyan.item;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** The citizen identification number of GB 11643: region, birth, sequence, check character by ISO 7064 MOD 11-2. */
public final class CitizenNumber {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK = "10X98765432";

    private CitizenNumber() {}

    public static boolean wellFormed(String number) {
        return number.matches("[1-9][0-9]{16}[0-9X]");
    }

    public static boolean valid(String number) {
        return wellFormed(number) && birth(number).isPresent() && checkCharacter(number) == number.charAt(17);
    }

    static char checkCharacter(String number) {
        int sum = 0;
        for (int at = 0; at < WEIGHTS.length; at++) {
            sum += (number.charAt(at) - '0') * WEIGHTS[at];
        }
        return CHECK.charAt(sum % 11);
    }

    public static Optional<LocalDate> birth(String number) {
        if (!wellFormed(number)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(number.substring(6, 10)),
                    Integer.parseInt(number.substring(10, 12)),
                    Integer.parseInt(number.substring(12, 14))));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** Whether it is a woman's, by its last digit but one. */
    public static boolean female(String number) {
        return (number.charAt(16) - '0') % 2 == 0;
    }
}
