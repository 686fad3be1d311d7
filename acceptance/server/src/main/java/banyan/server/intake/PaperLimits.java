package banyan.server.intake;

import banyan.acceptance.Paper;
import banyan.acceptance.Sha256;
import banyan.server.wire.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What holds for the papers of every item. */
public final class PaperLimits {
    private PaperLimits() {}

    /** The materials whose papers are beyond the limits, or name one page twice. A material without a proper code is not named. */
    public static List<String> beyond(List<Paper> papers) {
        Set<String> pages = new HashSet<>();
        return papers.stream()
                .filter(paper -> !within(paper) || !pages.add(paper.material() + " " + paper.page()))
                .map(paper -> Names.isCode(paper.material()) ? paper.material() : "material")
                .distinct()
                .toList();
    }

    /** Whether they are together larger than any submission's may be; the same bytes named twice are sent once. */
    public static boolean tooLarge(List<Paper> papers) {
        Set<Sha256> counted = new HashSet<>();
        return papers.stream()
                        .filter(paper -> counted.add(paper.hash()))
                        .mapToLong(Paper::size)
                        .sum()
                > Paper.MAX_TOTAL;
    }

    private static boolean within(Paper paper) {
        return Names.isCode(paper.material())
                && paper.page() >= 1
                && paper.size() >= 1
                && paper.size() <= Paper.MAX_TOTAL
                && Paper.MEDIA_TYPES.contains(paper.mediaType());
    }
}
