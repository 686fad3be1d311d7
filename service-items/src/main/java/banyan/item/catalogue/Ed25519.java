package banyan.item.catalogue;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.util.HexFormat;

/** Ed25519 (RFC 8032) and SHA-256 as packages use them. */
final class Ed25519 {
    private static final String NAME = "Ed25519";

    private Ed25519() {}

    /** The first 16 hexadecimal digits of the SHA-256 of the key's X.509 form, as everywhere in the house. */
    static String keyId(PublicKey key) {
        return sha256(key.getEncoded()).substring(0, 16);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] sign(PrivateKey key, byte[] bytes) {
        try {
            var signature = Signature.getInstance(NAME);
            signature.initSign(key);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException wrongKey) {
            throw new IllegalArgumentException("no Ed25519 key", wrongKey);
        }
    }

    static boolean holds(PublicKey key, byte[] bytes, byte[] signature) {
        try {
            var check = Signature.getInstance(NAME);
            check.initVerify(key);
            check.update(bytes);
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    /**
     * The public half. The JDK gives no other way than to make the pair again from the private key's bytes; that the two belong
     * together is proved before it is returned.
     */
    static PublicKey publicOf(PrivateKey key) {
        if (!(key instanceof EdECPrivateKey edwards) || edwards.getBytes().isEmpty()) {
            throw new IllegalArgumentException("no Ed25519 key");
        }
        byte[] seed = edwards.getBytes().get();
        try {
            var generator = KeyPairGenerator.getInstance(NAME);
            generator.initialize(NamedParameterSpec.ED25519, new Fixed(seed));
            var found = generator.generateKeyPair().getPublic();
            var probe = new byte[] {1};
            if (!holds(found, probe, sign(key, probe))) {
                throw new IllegalStateException("the public half does not belong to the private one");
            }
            return found;
        } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Gives the one seed it was made with. */
    private static final class Fixed extends SecureRandom {
        private final byte[] seed;

        Fixed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, Math.min(bytes.length, seed.length));
        }
    }
}
