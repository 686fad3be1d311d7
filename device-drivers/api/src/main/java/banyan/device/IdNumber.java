package banyan.device;

/** The citizen identification number of GB 11643: seventeen digits and a check character (ISO 7064 MOD 11-2). */
public final class IdNumber {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";

    private IdNumber() {}

    /** Whether this is a number of the right form whose check character fits the digits before it. */
    public static boolean holds(String number) {
        if (!number.matches("[1-9][0-9]{16}[0-9X]")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK_CHARACTERS.charAt(sum % 11) == number.charAt(17);
    }
}
