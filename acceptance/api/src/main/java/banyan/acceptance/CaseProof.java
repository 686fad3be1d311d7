package banyan.acceptance;

import java.util.Optional;

/**
 * By what somebody at a terminal is entitled to a case; exactly one of the two is there.
 *
 * @param code 查询码 from the receipt
 * @param citizen citizen identification number, where this terminal has just recognised its owner by the card
 */
public record CaseProof(Optional<String> code, Optional<String> citizen) {
    /** Who holds the receipt. */
    public static CaseProof receipt(String code) {
        return new CaseProof(Optional.of(code), Optional.empty());
    }

    /** Whose card was read. */
    public static CaseProof card(String citizen) {
        return new CaseProof(Optional.empty(), Optional.of(citizen));
    }

    /** Without what it says: it is as good as the paper or the card. */
    @Override
    public String toString() {
        return "CaseProof[" + (code.isPresent() ? "receipt" : "card") + "]";
    }
}
