package banyan.acceptance;

import java.util.List;

/**
 * The centre has the payload of a submission, and these papers are still to come; then the same PUT again brings the receipt.
 *
 * @param missing hashes of the papers not yet held, in the submission's order, each once
 */
public record Missing(List<Sha256> missing) {
    public Missing {
        missing = List.copyOf(missing);
    }
}
