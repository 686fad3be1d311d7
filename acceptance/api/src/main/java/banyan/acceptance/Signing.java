package banyan.acceptance;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;

/** Ed25519 (RFC 8032) as both sides use it. */
public final class Signing {
    private static final String ED25519 = "Ed25519";

    private Signing() {}

    /** Names a public key: the first 16 hexadecimal digits of the SHA-256 of its X.509 form. */
    public static String keyId(PublicKey key) {
        return Sha256.of(key.getEncoded()).hex().substring(0, 16);
    }

    /** Signs; the key is one of ours and fits. */
    public static byte[] sign(PrivateKey key, byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(ED25519);
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
            Signature check = Signature.getInstance(ED25519);
            check.initVerify(key);
            check.update(bytes);
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }
}
