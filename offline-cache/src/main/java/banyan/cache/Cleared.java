package banyan.cache;

/** One line of a wipe: what of the visit was on this disk, and whether it is gone. The end screen shows these lines. */
public sealed interface Cleared {
    /** Which part of the visit. */
    enum Part {
        /** The key without which no page can be read. */
        VISIT_KEY,
        /** The files of the scanned pages. */
        PAGES,
        /** The draft kept against a crash. */
        DRAFT
    }

    Part part();

    /** It is gone; {@code count} of them, which may be none. */
    record Gone(Part part, int count) implements Cleared {}

    /** It could not be removed: the line is amber and staff are called. What remains cannot be read without the visit's key. */
    record Left(Part part, String code) implements Cleared {}
}
