package banyan.acceptance;

import java.util.UUID;

/**
 * Names one request for ever: made once by the terminal before anything is sent, and the same for every repeat. Random, so that
 * it tells neither who came nor when.
 */
public record SubmissionId(UUID value) {
    /** A new one. */
    public static SubmissionId random() {
        return new SubmissionId(UUID.randomUUID());
    }

    /** The canonical form of RFC 9562, as it stands in paths and receipts. */
    @Override
    public String toString() {
        return value.toString();
    }
}
