package banyan.acceptance;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a terminal's key can be. A key says by itself which it is, so that its form and its signature follow from it and are configured
 * nowhere else.
 */
public enum KeyAlgorithm {
    /** RFC 8032; every JDK has it. Signatures of 64 bytes. */
    ED25519("Ed25519", "Ed25519", "302a300506032b6570032100", 44),
    /**
     * SM2 over SM3 (GB/T 32918.2-2016, GB/T 32905-2016) on the curve of GB/T 32918.5-2017, the signer's identity
     * {@code 1234567812345678} (GM/T 0009-2012). Signatures are ASN.1 of r and s. The platform must have been given the algorithm.
     */
    SM2("SM2", "SM3withSM2", "3059301306072a8648ce3d020106082a811ccf5501822d034200", 91);

    /** How the name of SM2's curve is encoded: keys on others look alike and are none. */
    private static final String CURVE = "06082a811ccf5501822d";

    private final String word;
    private final String signature;
    private final byte[] beginning;
    private final int length;

    KeyAlgorithm(String word, String signature, String beginning, int length) {
        this.word = word;
        this.signature = signature;
        this.beginning = HexFormat.of().parseHex(beginning);
        this.length = length;
    }

    /** As it stands on the wire and in the centre's rows. */
    public String word() {
        return word;
    }

    /** As the platform calls its signature. */
    String signature() {
        return signature;
    }

    /** The one of this word; empty where there is none. */
    public static Optional<KeyAlgorithm> named(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }

    /** Of a key that was made or read here. */
    public static KeyAlgorithm of(Key key) {
        return key.getAlgorithm().equals("EC") ? SM2 : ED25519;
    }

    /** A new pair of keys. */
    public KeyPair newPair() {
        try {
            return KeyPairGenerator.getInstance(word).generateKeyPair();
        } catch (GeneralSecurityException notGiven) {
            throw new IllegalStateException(notGiven);
        }
    }

    /** The public key that these bytes, X.509, say in the one form there is for it; empty where they do not. */
    public Optional<PublicKey> publicKey(byte[] encoded) {
        if (encoded.length != length
                || !Arrays.equals(beginning, 0, beginning.length, encoded, 0, beginning.length)) {
            return Optional.empty();
        }
        try {
            return Optional.of(KeyFactory.getInstance(word).generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException notAKey) {
            return Optional.empty();
        }
    }

    /** The private key that these bytes, PKCS#8, say; empty where they do not. */
    public Optional<PrivateKey> privateKey(byte[] encoded) {
        if (this == SM2 && !HexFormat.of().formatHex(encoded).contains(CURVE)) {
            return Optional.empty();
        }
        try {
            return Optional.of(KeyFactory.getInstance(word).generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException notAKey) {
            return Optional.empty();
        }
    }
}
