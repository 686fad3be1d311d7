package banyan.acceptance;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The code with which a terminal becomes known, once: eleven letters by chance of Crockford's base 32, 55 bits, and one by which a wrong letter
 * is found before anything is sent. Immutable.
 */
public final class EnrolmentCode {
    /** How many letters it has, with the last. */
    public static final int LETTERS = 12;

    /** How often the hash is done: what was seen of a proof on the way is not to be tried out with all codes there are. */
    private static final int ROUNDS = 100_000;

    private static final int KEY_BITS = 256;
    private static final String ALPHABET = DraftCode.ALPHABET;
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LETTERS + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String letters;

    private EnrolmentCode(String letters) {
        this.letters = letters;
    }

    /** A new one. */
    public static EnrolmentCode random() {
        StringBuilder letters = new StringBuilder();
        while (letters.length() < LETTERS - 1) {
            letters.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new EnrolmentCode(letters.append(check(letters)).toString());
    }

    /** What a person has typed, in groups or not, in small letters or large; empty where a letter is wrong, missing or too many. */
    public static Optional<EnrolmentCode> read(String typed) {
        String letters = DraftCode.asLetters(typed.strip());
        return FORM.matcher(letters).matches()
                        && check(letters.subSequence(0, LETTERS - 1)) == letters.charAt(LETTERS - 1)
                ? Optional.of(new EnrolmentCode(letters))
                : Optional.empty();
    }

    /** As it is told: {@code 7K3M-0QX2-9TCA}. */
    public String shown() {
        return letters.substring(0, 4) + "-" + letters.substring(4, 8) + "-" + letters.substring(8);
    }

    /** What both sides prove it by: PBKDF2 with HMAC-SHA-256 over the code, for this terminal. 32 bytes. */
    public byte[] key(String terminal) {
        byte[] salt = ("banyan-enrolment/" + terminal).getBytes(StandardCharsets.UTF_8);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(letters.toCharArray(), salt, ROUNDS, KEY_BITS))
                    .getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** HMAC-SHA-256, as a proof is made and judged. */
    public static byte[] keyedHash(byte[] key, byte[] bytes) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The hybrid way of ISO/IEC 7064 with 32 letters: every wrong letter is found, and nearly every two that changed places. */
    private static char check(CharSequence letters) {
        int size = ALPHABET.length();
        int carried = size;
        for (int at = 0; at < letters.length(); at++) {
            int sum = (carried + ALPHABET.indexOf(letters.charAt(at))) % size;
            carried = (sum == 0 ? size : sum) * 2 % (size + 1);
        }
        return ALPHABET.charAt((size + 1 - carried) % size);
    }

    /** Without what it says. */
    @Override
    public String toString() {
        return "EnrolmentCode";
    }
}
