package banyan.acceptance;

import java.time.Instant;

/**
 * An unfinished form, sealed under a code that its citizen has on paper ({@link DraftCode}). It is held under {@link DraftCode#name}, is the
 * same however often it is sent, and the first of a name stands.
 *
 * @param item code of the item
 * @param version of the item
 * @param sealed what was filled in; the centre cannot open it
 * @param at when, by the terminal's clock
 */
public record PaperDraft(String item, String version, byte[] sealed, Instant at) {
    /** The most bytes that are sealed, with what the sealing adds. */
    public static final int MAX_SEALED = DraftCode.MAX_CONTENT + 64;

    @Override
    public String toString() {
        return "PaperDraft[" + item + "]";
    }

    /**
     * Which draft is asked for.
     *
     * @param lookup {@link DraftCode#lookup}
     */
    public record Query(String lookup) {
        @Override
        public String toString() {
            return "Query";
        }
    }

    /**
     * What the centre holds for whoever has the code.
     *
     * @param revision 1 at first, and one more each time it was changed on a telephone
     * @param until when it is destroyed, used or not
     */
    public record Found(String item, String version, long revision, byte[] sealed, Instant until) {
        @Override
        public String toString() {
            return "Found[" + item + "]";
        }
    }

    /**
     * What is to be held instead, sealed anew under the same code.
     *
     * @param sealed what was filled in since
     */
    public record Change(byte[] sealed) {
        @Override
        public String toString() {
            return "Change";
        }
    }

    /**
     * It is held; said only when it is durable there.
     *
     * @param revision of what was sent
     * @param until when it is destroyed
     */
    public record Changed(long revision, Instant until) {}
}
