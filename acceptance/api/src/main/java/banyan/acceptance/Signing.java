package banyan.acceptance;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;

/** Signatures as both sides make and judge them; what kind they are says the key, see {@link KeyAlgorithm}. */
public final class Signing {
    private static final int GROUP = 4;
    private static final int GROUPS = 8;

    private Signing() {}

    /** Names a public key: the first 16 hexadecimal digits of the SHA-256 of its X.509 form. */
    public static String keyId(PublicKey key) {
        return Sha256.of(key.getEncoded()).hex().substring(0, 16);
    }

    /**
     * A public key as a person compares it: the first 32 hexadecimal digits of the SHA-256 of its X.509 form, 128 bits, in eight groups
     * of four, such as {@code 7f3a-09c1-…}.
     */
    public static String fingerprint(PublicKey key) {
        String hex = Sha256.of(key.getEncoded()).hex();
        StringBuilder groups = new StringBuilder(hex.substring(0, GROUP));
        for (int at = 1; at < GROUPS; at++) {
            groups.append('-').append(hex, at * GROUP, (at + 1) * GROUP);
        }
        return groups.toString();
    }

    /** Signs; the key is one of ours and fits. */
    public static byte[] sign(PrivateKey key, byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(KeyAlgorithm.of(key).signature());
            signature.initSign(key);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether this is the signature of these bytes under this key; a malformed one is not. */
    public static boolean holds(PublicKey key, byte[] bytes, byte[] signature) {
        try {
            Signature check = Signature.getInstance(KeyAlgorithm.of(key).signature());
            check.initVerify(key);
            check.update(bytes);
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }
}
