package banyan.server.appointment;

import banyan.server.store.CentreSecret;
import java.util.UUID;
import java.util.regex.Pattern;

/** The code on an appointment's slip: made of its name under a key, so that it can be said again and stands nowhere. */
final class SlipCode {
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final Pattern FORM = Pattern.compile("[2-9A-HJ-NP-Z]{8}");
    private static final int LENGTH = 8;
    private static final int FIVE_BITS = 31;

    private final byte[] secret;

    /** @param secret under which names become codes */
    SlipCode(byte[] secret) {
        this.secret = secret.clone();
    }

    static boolean formed(String text) {
        return FORM.matcher(text).matches();
    }

    String of(UUID id) {
        byte[] bytes = CentreSecret.keyedHash(secret, "code " + id);
        StringBuilder code = new StringBuilder();
        for (int at = 0; at < LENGTH; at++) {
            code.append(LETTERS.charAt(bytes[at] & FIVE_BITS));
        }
        return code.toString();
    }

    /** As it is kept. */
    byte[] hash(String code) {
        return CentreSecret.keyedHash(secret, "hash " + code);
    }
}
