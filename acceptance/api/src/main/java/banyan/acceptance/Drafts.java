package banyan.acceptance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The drafts in a citizen's account, the latest first. */
public record Drafts(List<Found> drafts) {
    public Drafts {
        drafts = List.copyOf(drafts);
    }

    /**
     * One of them.
     *
     * @param id under which it was kept
     * @param until when it is destroyed
     */
    public record Found(UUID id, String item, byte[] content, Instant until) {
        @Override
        public String toString() {
            return "Found[" + item + "]";
        }
    }

    @Override
    public String toString() {
        return "Drafts[" + drafts.size() + "]";
    }
}
