package banyan.cache;

import banyan.acceptance.Receipt;
import banyan.acceptance.Sha256;
import banyan.acceptance.Signing;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;

/** Whether a receipt says, under the centre's own key, that it holds exactly what was kept here. */
final class ReceiptProof {
    private ReceiptProof() {}

    /**
     * @param payload hash of what was kept; empty where that is not known any more
     * @param papers hashes of the papers in their order; empty where they are not known, and then the payload's hash stands for them
     */
    static boolean holds(
            Centre centre, Receipt receipt, String name, Optional<Sha256> payload, Optional<List<Sha256>> papers) {
        PublicKey key = centre.keys().get(receipt.keyId());
        return key != null
                && receipt.submission().toString().equals(name)
                && payload.stream().allMatch(receipt.payload()::equals)
                && papers.stream().allMatch(receipt.papers()::equals)
                && receipt.acceptanceNumber().matches("[0-9]{12,15}")
                && receipt.lookupCode().stream().allMatch(code -> code.matches("[0-9]{8}"))
                && Signing.holds(key, receipt.signedBytes(), receipt.signature());
    }
}
