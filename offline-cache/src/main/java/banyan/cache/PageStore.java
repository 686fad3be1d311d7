package banyan.cache;

import java.nio.file.Path;
import java.util.List;

/** The sealed pages of one visit: encrypted from the first byte, under random names, with a key that only the visit has. */
public final class PageStore {
    /** What became of putting a page away. */
    public sealed interface Put {
        /** On the disk, flushed. */
        record Stored(PageHandle page) implements Put {}

        record Full() implements Put {}

        record Failed(String code) implements Put {}
    }

    /** What became of reading one back. */
    public sealed interface Page {
        /** Exactly the bytes that were put. */
        record Bytes(byte[] bytes) implements Page {
            @Override
            public String toString() {
                return "Bytes[" + bytes.length + "]";
            }
        }

        /** It is not there, or is not what was put; scan it again. */
        record Damaged(String code) implements Page {}
    }

    private PageStore() {}

    /** Opens the store of this visit, new or found again after a crash. */
    public static PageStore open(Path folder, VisitKey key) {
        throw new UnsupportedOperationException(folder + " " + key);
    }

    public Put put(byte[] bytes) {
        throw new UnsupportedOperationException(bytes.length + "");
    }

    public Page read(PageHandle page) {
        throw new UnsupportedOperationException(page.toString());
    }

    /** Removes one page, because it was scanned again or taken out. */
    public void drop(PageHandle page) {
        throw new UnsupportedOperationException(page.toString());
    }

    /** Ends the visit: forgets its key, then unlinks its pages. What the journal has taken over is not touched. */
    public List<Cleared> abandon() {
        throw new UnsupportedOperationException();
    }
}
