package banyan.cache;

import banyan.acceptance.SubmissionId;
import java.util.List;

/**
 * A submission that nobody changes any more: its name, the bytes that were confirmed, and the sealed pages that go with it.
 *
 * @param id the same for every repeat; appending it twice keeps it once
 * @param number the provisional number from {@link Journal#newNumber}, which also stands in the payload
 * @param payload the JSON as it will be sent; not copied, so do not touch it again
 * @param papers in the item's order, which is also the order the centre's receipt must list
 */
public record Sealed(SubmissionId id, String number, byte[] payload, List<PageHandle> papers) {
    public Sealed {
        papers = List.copyOf(papers);
    }

    @Override
    public String toString() {
        return "Sealed[" + id + ", " + papers.size() + " papers]";
    }
}
