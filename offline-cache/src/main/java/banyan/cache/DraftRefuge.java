package banyan.cache;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Where a draft survives a crash: for ten minutes, for the same card only. The visit's key is wrapped under a key derived from
 * the device key and the card's salted number; neither the number nor a hash of it is stored.
 */
public final class DraftRefuge implements AutoCloseable {
    /** The longest a draft is kept, whatever {@code save} is asked for. */
    public static final Duration LONGEST = Duration.ofMinutes(10);

    /** What became of saving. */
    public sealed interface Saved {
        record Safe() implements Saved {}

        record Full() implements Saved {}

        record Failed(String code) implements Saved {}
    }

    /** What a card finds. */
    public sealed interface Reopening {
        /** The draft as last saved, and the key of its visit. */
        record Reopened(byte[] draft, VisitKey key) implements Reopening {
            @Override
            public String toString() {
                return "Reopened";
            }
        }

        record Nothing() implements Reopening {}
    }

    private DraftRefuge() {}

    /** Opens the refuge; what has expired is destroyed first. */
    public static DraftRefuge open(Path folder, Vault vault, InstantSource clock) {
        throw new UnsupportedOperationException(folder + " " + vault + clock);
    }

    /** Puts the draft in place of what was saved of this visit before. The number is not kept and not changed. */
    public Saved save(byte[] draft, VisitKey key, char[] cardNumber, Instant expires) {
        throw new UnsupportedOperationException(draft.length + " " + key + cardNumber.length + expires);
    }

    /** The draft of the visit that this card began and a crash ended, if it is not ten minutes old. */
    public Reopening reopen(char[] cardNumber) {
        throw new UnsupportedOperationException(cardNumber.length + "");
    }

    /** Destroys what was saved of this visit, at once. */
    public Cleared destroy(VisitKey key) {
        throw new UnsupportedOperationException(key.toString());
    }

    /** Destroys what has expired; also done by itself every second. */
    public void sweep() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
