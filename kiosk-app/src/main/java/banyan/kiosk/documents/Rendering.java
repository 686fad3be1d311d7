package banyan.kiosk.documents;

import banyan.acceptance.Sha256;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** What became of putting a document on paper. */
public sealed interface Rendering {
    /**
     * A PDF; the same document gives the same bytes on any machine, so its hash names what is shown, signed and printed.
     *
     * @param plans one for each page
     */
    record Rendered(byte[] pdf, List<PagePlan> plans) implements Rendering {
        public Rendered {
            plans = List.copyOf(plans);
        }

        public int pages() {
            return plans.size();
        }

        public Sha256 hash() {
            return Sha256.of(pdf);
        }

        public CheckCode checkCode() {
            return CheckCode.of(hash());
        }

        @Override
        public String toString() {
            return "Rendered[" + pages() + " pages, " + pdf.length + " bytes]";
        }
    }

    /** The typeface lacks these characters; nothing was drawn, because a box in place of a name would be a wrong paper. */
    record CannotDraw(SequencedSet<Integer> codePoints) implements Rendering {
        public CannotDraw {
            codePoints = new LinkedHashSet<>(codePoints);
        }

        @Override
        public String toString() {
            return "CannotDraw[" + codePoints.size() + "]";
        }
    }
}
