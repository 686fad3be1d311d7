package banyan.kiosk.fleet;

import java.util.Locale;

/** Codes in the one form in which the centre takes them. */
final class Words {
    private static final int LONGEST = 40;

    private Words() {}

    static String of(String code) {
        String plain = code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9-]", "-");
        return plain.isEmpty() ? "-" : plain.substring(0, Math.min(LONGEST, plain.length()));
    }
}
