package banyan.acceptance;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;

/**
 * How a terminal that the centre does not know yet becomes known: it sends the public key that it has made, a proof that it was given the
 * code, and a proof that it has the private key. The code itself is never sent, and its proof is for this key and this centre alone, so that
 * who listens on the way can neither use it nor put another key in this one's place.
 *
 * @param terminal its number
 * @param algorithm {@link KeyAlgorithm#word} of its key
 * @param key X.509
 * @param proof HMAC-SHA-256 under {@link EnrolmentCode#key} over {@link #provenBytes}
 * @param possession signature by this very key over {@link #signedBytes}
 */
public record Enrolment(String terminal, String algorithm, byte[] key, byte[] proof, byte[] possession) {
    /** One for this pair of keys. */
    public static Enrolment of(String terminal, EnrolmentCode code, KeyPair pair, PublicKey centre) {
        String algorithm = KeyAlgorithm.of(pair.getPublic()).word();
        byte[] key = pair.getPublic().getEncoded();
        Enrolment unproven = new Enrolment(terminal, algorithm, key, new byte[0], new byte[0]);
        byte[] proof = EnrolmentCode.keyedHash(code.key(terminal), unproven.provenBytes(centre));
        Enrolment unsigned = new Enrolment(terminal, algorithm, key, proof, new byte[0]);
        return new Enrolment(
                terminal, algorithm, key, proof, Signing.sign(pair.getPrivate(), unsigned.signedBytes()));
    }

    /** What the proof is over. */
    public byte[] provenBytes(PublicKey centre) {
        return "banyan-enrolment-proof 1\n%s\n%s\n%s\n%s\n"
                .formatted(terminal, algorithm, Sha256.of(key), Sha256.of(centre.getEncoded()))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** What the possession is signed over. */
    public byte[] signedBytes() {
        return "banyan-enrolment 1\n%s\n%s\n%s\n%s\n"
                .formatted(terminal, algorithm, Sha256.of(key), Sha256.of(proof))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Enrolment[" + terminal + "]";
    }
}
