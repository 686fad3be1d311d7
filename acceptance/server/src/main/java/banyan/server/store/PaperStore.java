package banyan.server.store;

import banyan.acceptance.Sha256;
import banyan.acceptance.SubmissionId;
import java.io.IOException;
import java.io.InputStream;

/**
 * Where the bytes of papers are. Each belongs to one submission of one terminal and to nothing else: the same page in two
 * submissions is there twice, so that no terminal can learn from "already here" what others have handed in.
 */
public interface PaperStore {
    /** What became of a paper's bytes. */
    sealed interface Taken {
        /** They are these bytes, and they are durable. */
        record Kept(long size) implements Taken {}

        /** They are others than the hash says. Nothing was kept. */
        record Differs() implements Taken {}

        /** More than a paper may have. Nothing was kept. */
        record TooLarge() implements Taken {}

        /** There is no room. Nothing was kept. */
        record NoRoom() implements Taken {}
    }

    /**
     * Keeps a paper; returns only after it is durable. Keeping it again changes nothing.
     *
     * @throws Arrival.Broken if the bytes do not arrive
     * @throws IOException if the store itself fails
     */
    Taken keep(String terminal, SubmissionId submission, Sha256 hash, InputStream bytes) throws IOException;

    /** Whether a paper of this size is here. */
    boolean holds(String terminal, SubmissionId submission, Sha256 hash, long size);

    /** Its bytes. */
    InputStream open(String terminal, SubmissionId submission, Sha256 hash) throws IOException;
}
