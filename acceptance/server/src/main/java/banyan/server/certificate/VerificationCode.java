package banyan.server.certificate;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/** What a stranger types from a paper: 80 bits of chance in letters and digits that cannot be taken for each other. */
final class VerificationCode {
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final int GROUP = 4;
    private static final SecureRandom CHANCE = new SecureRandom();

    private VerificationCode() {}

    /** A new one, {@code 7Q4K-9M2X-0RTB-WD83}. */
    static String random() {
        StringBuilder code = new StringBuilder();
        for (int at = 0; at < LENGTH; at++) {
            code.append(at > 0 && at % GROUP == 0 ? "-" : "").append(LETTERS.charAt(CHANCE.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** Where the public page about it is. */
    static String path(String code) {
        return "/verify/" + code;
    }

    /** What somebody typed, as it is kept: either case, with or without hyphens, O for zero and I or L for one. */
    static Optional<String> read(String typed) {
        String letters = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[ -]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (letters.length() != LENGTH || !letters.chars().allMatch(letter -> LETTERS.indexOf(letter) >= 0)) {
            return Optional.empty();
        }
        return Optional.of(letters.replaceAll("(.{4})(?=.)", "$1-"));
    }
}
