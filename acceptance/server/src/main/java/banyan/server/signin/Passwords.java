package banyan.server.signin;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Passwords as they are kept: PBKDF2 with its count and salt beside it, so that a later count can be told from this one. */
final class Passwords {
    static final int LEAST = 10;
    static final int MOST = 128;

    /** For HMAC-SHA-512, as OWASP advises. */
    private static final int ROUNDS = 210_000;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 512;
    private static final Pattern KEPT = Pattern.compile("pbkdf2-sha512\\$([0-9]{1,8})\\$([^$]+)\\$([^$]+)");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    /** Whether it is long enough, of three kinds of letters, and not made of the number of whoever chooses it. */
    static boolean strong(String password, String number) {
        long kinds = Stream.of("[a-z]", "[A-Z]", "[0-9]", "[^a-zA-Z0-9]")
                .filter(kind -> Pattern.compile(kind).matcher(password).find())
                .count();
        long different = password.chars().distinct().count();
        return password.length() >= LEAST
                && password.length() <= MOST
                && kinds >= 3
                && different >= 6
                && !password.toLowerCase(Locale.ROOT).contains(number.toLowerCase(Locale.ROOT));
    }

    static String kept(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        Base64.Encoder text = Base64.getEncoder();
        return "pbkdf2-sha512$" + ROUNDS + "$" + text.encodeToString(salt) + "$"
                + text.encodeToString(hash(password, salt, ROUNDS));
    }

    /** Whether it is this one; takes as long where nothing is kept, so that nobody learns whether there is such a number. */
    static boolean is(String password, String kept) {
        Matcher form = KEPT.matcher(kept);
        if (!form.matches()) {
            hash(password, new byte[SALT_BYTES], ROUNDS);
            return false;
        }
        Base64.Decoder text = Base64.getDecoder();
        byte[] now = hash(password, text.decode(form.group(2)), Integer.parseInt(form.group(1)));
        return MessageDigest.isEqual(now, text.decode(form.group(3)));
    }

    private static byte[] hash(String password, byte[] salt, int rounds) {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, rounds, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            spec.clearPassword();
        }
    }
}
