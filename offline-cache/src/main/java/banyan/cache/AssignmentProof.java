package banyan.cache;

import banyan.acceptance.Assignment;
import banyan.acceptance.Signing;
import java.security.PublicKey;

/** Whether an answer says, under the centre's own key, who takes care of exactly what was reported. */
final class AssignmentProof {
    private AssignmentProof() {}

    static boolean holds(Centre centre, byte[] answer, Pending report) {
        return Wire.read(answer, Assignment.class)
                .filter(said -> said.submission().toString().equals(report.name())
                        && said.report().equals(report.payload()))
                .filter(said -> {
                    PublicKey key = centre.keys().get(said.keyId());
                    return key != null && Signing.holds(key, said.signedBytes(), said.signature());
                })
                .isPresent();
    }
}
