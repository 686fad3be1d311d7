package banyan.server.store;

import banyan.acceptance.Sha256;
import banyan.acceptance.SubmissionId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Where the bytes of papers are. Each belongs to one submission of one terminal and to nothing else: the same page in two
 * submissions is there twice, so that no terminal can learn from "already here" what others have handed in.
 */
public interface PaperStore extends AutoCloseable {
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

    /** What became of a part of a paper. Only the first has changed what is held of it. */
    sealed interface Appended {
        /**
         * It is durable up to here.
         *
         * @param whole false where the sender went away before its end
         */
        record Held(long received, boolean whole) implements Appended {}

        /** It has another hash than was promised. */
        record Differs() implements Appended {}

        /** It is longer than it may be. */
        record TooLong() implements Appended {}

        /** Not all of what a hash was promised for has arrived. */
        record Broken() implements Appended {}

        /** There is no room. */
        record NoRoom() implements Appended {}
    }

    /**
     * Keeps a paper; returns only after it is durable. Keeping it again changes nothing.
     *
     * @param most bytes that it may have
     * @throws Arrival.Broken if the bytes do not arrive
     * @throws IOException if the store itself fails
     */
    Taken keep(String terminal, SubmissionId submission, Sha256 hash, InputStream bytes, long most) throws IOException;

    /** Whether a paper of so many bytes can be begun. */
    boolean hasRoom(long bytes) throws IOException;

    /** How much is held of an upload. */
    long received(UUID upload) throws IOException;

    /**
     * Adds to an upload; returns only after it is durable. One at a time for each upload.
     *
     * @param from where it begins; whatever stands there or behind it was promised to nobody
     * @param most bytes that it may have
     * @param promised its hash; where one is given, all of it is held or nothing
     */
    Appended append(UUID upload, long from, long most, Optional<Sha256> promised, InputStream bytes) throws IOException;

    /** Makes an upload that has come to its end the paper it was to be, if it is that. */
    Taken finish(UUID upload, String terminal, SubmissionId submission, Sha256 hash) throws IOException;

    /** Forgets what has arrived of an upload. */
    void drop(UUID upload) throws IOException;

    /** After a start: forgets every upload but these, and of these what is beyond so many bytes. */
    void keepUploads(Map<UUID, Long> received) throws IOException;

    /**
     * Whether a paper of this size is here.
     *
     * @throws Away if that cannot be found out now
     */
    boolean holds(String terminal, SubmissionId submission, Sha256 hash, long size);

    /** Whether the store itself is there. */
    boolean answers();

    /** Forgets a paper; returns only after it is gone for good. One that is not here is no failure. */
    void delete(String terminal, SubmissionId submission, Sha256 hash) throws IOException;

    /** The store could not be asked, which says nothing of what it holds. Whoever came comes again. */
    final class Away extends UncheckedIOException {
        private static final long serialVersionUID = 1;

        /** @param how in fixed words */
        public Away(String how) {
            super(new IOException("the paper store is away: " + how));
        }
    }

    /** Its bytes. */
    InputStream open(String terminal, SubmissionId submission, Sha256 hash) throws IOException;

    @Override
    void close();
}
