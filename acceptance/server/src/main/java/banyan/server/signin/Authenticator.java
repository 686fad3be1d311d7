package banyan.server.signin;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** The six digits of RFC 6238: secrets, sealed under the centre's for the person who has them, and which code fits now. */
final class Authenticator {
    private static final Duration STEP = Duration.ofSeconds(30);
    /** Telephones are a little early or late. */
    private static final int STEPS_BESIDE = 1;

    private static final int SECRET_BYTES = 20;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator(STEP);
    private final SecretKeySpec seal;

    /** @param seal under which secrets are kept */
    Authenticator(byte[] seal) {
        this.seal = new SecretKeySpec(seal, "AES");
    }

    /** A new secret for this person, sealed. */
    byte[] newSecret(String number) {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        return ByteBuffer.allocate(NONCE_BYTES + SECRET_BYTES + TAG_BITS / 8)
                .put(nonce)
                .put(crypt(Cipher.ENCRYPT_MODE, nonce, secret, number).orElseThrow())
                .array();
    }

    /** The secret in the letters that authenticators take. */
    String letters(byte[] sealed, String number) {
        return new Base32().encodeToString(opened(sealed, number));
    }

    /** The step of which this is the code, if it is now and later than the last that was taken: no code counts twice. */
    OptionalLong step(byte[] sealed, String number, String code, Instant now, long taken) {
        SecretKeySpec key = new SecretKeySpec(opened(sealed, number), codes.getAlgorithm());
        long current = now.getEpochSecond() / STEP.toSeconds();
        OptionalLong found = OptionalLong.empty();
        for (long step = current - STEPS_BESIDE; step <= current + STEPS_BESIDE; step++) {
            try {
                String fits = codes.generateOneTimePasswordString(
                        key, Instant.ofEpochSecond(step * STEP.toSeconds()), Locale.ROOT);
                boolean same = MessageDigest.isEqual(
                        fits.getBytes(StandardCharsets.US_ASCII), code.getBytes(StandardCharsets.UTF_8));
                if (same && step > taken && found.isEmpty()) {
                    found = OptionalLong.of(step);
                }
            } catch (InvalidKeyException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return found;
    }

    private byte[] opened(byte[] sealed, String number) {
        byte[] nonce = java.util.Arrays.copyOf(sealed, NONCE_BYTES);
        byte[] rest = java.util.Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
        return crypt(Cipher.DECRYPT_MODE, nonce, rest, number)
                .orElseThrow(() -> new IllegalStateException("a secret that was not sealed here for this person"));
    }

    private Optional<byte[]> crypt(int mode, byte[] nonce, byte[] data, String number) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, seal, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(number.getBytes(StandardCharsets.UTF_8));
            return Optional.of(cipher.doFinal(data));
        } catch (GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }
}
