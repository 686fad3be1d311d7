package banyan.cache;

import banyan.acceptance.Paper;
import banyan.acceptance.Sha256;
import banyan.acceptance.Submission;
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

    /** Writes the payload, once. The pages must be the submission's papers, one for one; anything else is a bug. */
    public static Sealed of(Submission submission, List<PageHandle> pages) {
        List<Sha256> promised = submission.papers().stream().map(Paper::hash).toList();
        List<Sha256> had = pages.stream().map(PageHandle::hash).toList();
        if (!promised.equals(had)) {
            throw new IllegalArgumentException("the pages are not those of the submission");
        }
        return new Sealed(submission.id(), submission.provisional(), Wire.write(submission), pages);
    }

    @Override
    public String toString() {
        return "Sealed[" + id + ", " + papers.size() + " papers]";
    }
}
