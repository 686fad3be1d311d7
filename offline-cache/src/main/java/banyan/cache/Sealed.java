package banyan.cache;

import banyan.acceptance.Paper;
import banyan.acceptance.Sha256;
import banyan.acceptance.Submission;
import banyan.acceptance.SubmissionId;
import banyan.acceptance.Supplement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a citizen has confirmed and nobody changes any more: its name, the bytes that were confirmed, and the sealed pages that go with it.
 *
 * @param what it is
 * @param id the same for every repeat; appending it twice keeps it once
 * @param number the provisional number from {@link Journal#newNumber}, which also stands in the payload where that has room for it
 * @param payload the JSON as it will be sent; not copied, so do not touch it again
 * @param papers in the item's order, which is also the order the centre's receipt must list
 */
public record Sealed(What what, SubmissionId id, String number, byte[] payload, List<PageHandle> papers) {
    /** What it is, and therefore its place at the centre. Its number stands on the disk and never changes its meaning. */
    public enum What {
        SUBMISSION(0, "/api/v1/submissions/"),
        /** The answer to what was asked for in a case. */
        SUPPLEMENT(1, "/api/v1/supplements/");

        private final int number;
        private final String path;

        What(int number, String path) {
            this.number = number;
            this.path = path;
        }

        int number() {
            return number;
        }

        String path(String name) {
            return path + name;
        }

        static Optional<What> of(int number) {
            return Arrays.stream(values()).filter(what -> what.number == number).findFirst();
        }
    }

    public Sealed {
        papers = List.copyOf(papers);
    }

    /** Writes the payload, once. The pages must be the submission's papers, one for one; anything else is a bug. */
    public static Sealed of(Submission submission, List<PageHandle> pages) {
        itsOwn(submission.papers(), pages);
        return new Sealed(What.SUBMISSION, submission.id(), submission.provisional(), Wire.write(submission), pages);
    }

    /** The same for the answer to what was asked for in a case, which waits here under this number. */
    public static Sealed of(Supplement supplement, String number, List<PageHandle> pages) {
        itsOwn(supplement.papers(), pages);
        return new Sealed(What.SUPPLEMENT, supplement.id(), number, Wire.write(supplement), pages);
    }

    private static void itsOwn(List<Paper> papers, List<PageHandle> pages) {
        List<Sha256> promised = papers.stream().map(Paper::hash).toList();
        List<Sha256> had = pages.stream().map(PageHandle::hash).toList();
        if (!promised.equals(had)) {
            throw new IllegalArgumentException("the pages are not those that were confirmed");
        }
    }

    @Override
    public String toString() {
        return "Sealed[" + what + ", " + id + ", " + papers.size() + " papers]";
    }
}
