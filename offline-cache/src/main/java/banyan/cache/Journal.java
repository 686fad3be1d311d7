package banyan.cache;

import banyan.acceptance.SubmissionId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** The outbox: what a citizen was promised, on the disk before the promise is made, until the centre's receipt is. */
public final class Journal implements AutoCloseable {
    /** What became of opening the journal. */
    public sealed interface Opening {
        record Open(Journal journal) implements Opening {}

        record Refused(String code) implements Opening {}
    }

    private Journal() {}

    /** Opens the journal of this terminal; {@code terminal} is its number, the first part of every provisional number. */
    public static Opening open(Path folder, Vault vault, String terminal, InstantSource clock) {
        throw new UnsupportedOperationException(folder + " " + vault + terminal + clock);
    }

    /** A provisional number that was never given before, such as {@code 0137-8K42}. */
    public String newNumber() {
        throw new UnsupportedOperationException();
    }

    /** Keeps a submission with its papers, which are in {@code pages}. Returns after the flush, or at the deadline. */
    public Appended append(Sealed sealed, PageStore pages, Duration deadline) {
        throw new UnsupportedOperationException(sealed + " " + pages + deadline);
    }

    /** Keeps a note. */
    public Appended append(Note note, Duration deadline) {
        throw new UnsupportedOperationException(note + " " + deadline);
    }

    /** Whether a new visit may begin. */
    public Room room() {
        throw new UnsupportedOperationException();
    }

    /** How a submission stands; empty if it was never kept here. */
    public Optional<Standing> standing(SubmissionId id) {
        throw new UnsupportedOperationException(id.toString());
    }

    @Override
    public void close() {}
}
