package banyan.acceptance;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;

/**
 * Another key of a terminal that is known. The request is signed by the key that is in force, this by the one that is to be; sent again under
 * the new key it has no further effect, so that who lost the answer learns how it stands.
 *
 * @param algorithm {@link KeyAlgorithm#word} of the new key
 * @param key the new one, X.509
 * @param replaces hash of the X.509 form of the one in whose place it comes
 * @param possession signature by the new key over {@link #signedBytes}
 */
public record KeyRenewal(String algorithm, byte[] key, Sha256 replaces, byte[] possession) {
    /** One for this pair of keys. */
    public static KeyRenewal of(String terminal, KeyPair next, PublicKey before) {
        KeyRenewal unsigned = new KeyRenewal(
                KeyAlgorithm.of(next.getPublic()).word(),
                next.getPublic().getEncoded(),
                Sha256.of(before.getEncoded()),
                new byte[0]);
        return new KeyRenewal(
                unsigned.algorithm(),
                unsigned.key(),
                unsigned.replaces(),
                Signing.sign(next.getPrivate(), unsigned.signedBytes(terminal)));
    }

    /** What the possession is signed over. */
    public byte[] signedBytes(String terminal) {
        return "banyan-key-renewal 1\n%s\n%s\n%s\n%s\n"
                .formatted(terminal, algorithm, Sha256.of(key), replaces)
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "KeyRenewal";
    }
}
