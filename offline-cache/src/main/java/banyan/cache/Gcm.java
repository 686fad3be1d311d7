package banyan.cache;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;

/** Sealing of small byte arrays: a random nonce, the ciphertext, a tag of 16 bytes. AES-256-GCM where no suite is named. */
final class Gcm {
    static final int NONCE = 12;
    static final int TAG = 16;

    /** How much longer a sealed array is than a clear one. */
    static final int OVERHEAD = NONCE + TAG;

    private Gcm() {}

    static byte[] seal(byte[] key, byte[] clear, byte[] context) {
        return seal(Suite.AES_256_GCM, key, clear, context);
    }

    static byte[] seal(Suite suite, byte[] key, byte[] clear, byte[] context) {
        byte[] sealed = Arrays.copyOf(Randomness.bytes(NONCE), OVERHEAD + clear.length);
        try {
            Cipher cipher = suite.cipher(Cipher.ENCRYPT_MODE, key, Arrays.copyOf(sealed, NONCE));
            cipher.updateAAD(context);
            cipher.doFinal(clear, 0, clear.length, sealed, NONCE);
            return sealed;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Empty where the key or the context is another one, or any bit has changed. The tag is compared in constant time. */
    static Optional<byte[]> open(byte[] key, byte[] sealed, byte[] context) {
        return open(Suite.AES_256_GCM, key, sealed, context);
    }

    static Optional<byte[]> open(Suite suite, byte[] key, byte[] sealed, byte[] context) {
        if (sealed.length < OVERHEAD) {
            return Optional.empty();
        }
        try {
            Cipher cipher = suite.cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE));
            cipher.updateAAD(context);
            return Optional.of(cipher.doFinal(sealed, NONCE, sealed.length - NONCE));
        } catch (AEADBadTagException broken) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
