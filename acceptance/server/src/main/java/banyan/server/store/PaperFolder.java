package banyan.server.store;

import banyan.acceptance.Paper;
import banyan.acceptance.Sha256;
import banyan.acceptance.SubmissionId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Papers as files, {@code terminal/first two digits of the submission/submission/hash}. A file is written elsewhere, checked
 * for length and hash, flushed, renamed to its place, and its folder flushed: what stands at its place is whole.
 */
public final class PaperFolder implements PaperStore {
    private static final int PORTION = 64 * 1024;

    private final Path root;
    private final Path incoming;
    private final UploadFolder uploads;
    private final long reserve;

    /**
     * @param root the folder; made where it is missing
     * @param reserve bytes that must stay free on its disk, so that the rows of what is kept can still be written
     */
    public PaperFolder(Path root, long reserve) throws IOException {
        this(root, reserve, true);
    }

    private PaperFolder(Path root, long reserve, boolean owner) throws IOException {
        this.root = root.toAbsolutePath();
        this.incoming = this.root.resolve("incoming");
        this.reserve = reserve;
        this.uploads = new UploadFolder(this.root);
        OwnFolder.make(incoming);
        if (owner) {
            tidy();
        }
    }

    /** One of which others are the owner: nothing that is on its way is touched. */
    public static PaperFolder reading(Path root) throws IOException {
        return new PaperFolder(root, 0, false);
    }

    private void tidy() throws IOException {
        // What was under way when the centre last ended was promised to nobody; what goes in chunks stands elsewhere.
        try (DirectoryStream<Path> leftOver = Files.newDirectoryStream(incoming)) {
            for (Path file : leftOver) {
                Files.delete(file);
            }
        }
    }

    @Override
    public Taken keep(String terminal, SubmissionId submission, Sha256 hash, InputStream bytes, long most)
            throws IOException {
        return land(hash, bytes, most, (part, kept) -> {
            toItsPlace(part, terminal, submission, hash);
            return kept;
        });
    }

    /** What becomes of a file that holds all of a paper's bytes. */
    @FunctionalInterface
    interface Landed {
        Taken then(Path part, Taken.Kept whole) throws IOException;
    }

    /** Takes a paper's bytes into a file of their own, and passes that on if they are what they should be. */
    Taken land(Sha256 hash, InputStream bytes, long most, Landed landed) throws IOException {
        if (!hasRoom(Paper.MAX_BYTES)) {
            return new Taken.NoRoom();
        }
        Path part = incoming.resolve(UUID.randomUUID().toString());
        try (FileChannel file = FileChannel.open(
                part, java.util.Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OwnFolder.FILE)) {
            Taken taken = receive(bytes, hash, file, most);
            if (taken instanceof Taken.Kept whole) {
                file.force(true);
                return landed.then(part, whole);
            }
            return taken;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void toItsPlace(Path part, String terminal, SubmissionId submission, Sha256 hash) throws IOException {
        Path folder = folder(terminal, submission);
        OwnFolder.make(folder);
        Files.move(part, folder.resolve(hash.hex()), StandardCopyOption.ATOMIC_MOVE);
        flushUpwards(folder);
    }

    @Override
    public boolean hasRoom(long bytes) throws IOException {
        return Files.getFileStore(root).getUsableSpace() - bytes >= reserve;
    }

    @Override
    public long received(UUID upload) throws IOException {
        return uploads.size(upload);
    }

    @Override
    public Appended append(UUID upload, long from, long most, Optional<Sha256> promised, InputStream bytes)
            throws IOException {
        return hasRoom(Math.min(most, Paper.MAX_BYTES))
                ? uploads.append(upload, from, most, promised, bytes)
                : new Appended.NoRoom();
    }

    @Override
    public Taken finish(UUID upload, String terminal, SubmissionId submission, Sha256 hash) throws IOException {
        long size = uploads.size(upload);
        if (!uploads.hash(upload).equals(hash)) {
            return new Taken.Differs();
        }
        toItsPlace(uploads.file(upload), terminal, submission, hash);
        return new Taken.Kept(size);
    }

    @Override
    public void drop(UUID upload) throws IOException {
        uploads.drop(upload);
    }

    @Override
    public void keepUploads(Map<UUID, Long> received) throws IOException {
        uploads.tidy(received);
    }

    private static Taken receive(InputStream bytes, Sha256 hash, FileChannel file, long most) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] portion = new byte[PORTION];
        long size = 0;
        for (int count = bytes.read(portion); count >= 0; count = bytes.read(portion)) {
            size += count;
            if (size > most) {
                return new Taken.TooLarge();
            }
            digest.update(portion, 0, count);
            ByteBuffer left = ByteBuffer.wrap(portion, 0, count);
            // On a full disk a write may take less than it was given and say nothing.
            while (left.hasRemaining()) {
                file.write(left);
            }
        }
        boolean same = Sha256.of(digest.digest(), 0).equals(hash) && file.size() == size && size > 0;
        return same ? new Taken.Kept(size) : new Taken.Differs();
    }

    @Override
    public boolean holds(String terminal, SubmissionId submission, Sha256 hash, long size) {
        try {
            return Files.size(place(terminal, submission, hash)) == size;
        } catch (IOException absent) {
            return false;
        }
    }

    @Override
    public InputStream open(String terminal, SubmissionId submission, Sha256 hash) throws IOException {
        return Files.newInputStream(place(terminal, submission, hash));
    }

    @Override
    public void close() {
        // Nothing is open between calls.
    }

    @Override
    public boolean answers() {
        return Files.isWritable(incoming);
    }

    @Override
    public void delete(String terminal, SubmissionId submission, Sha256 hash) throws IOException {
        Path folder = folder(terminal, submission);
        if (Files.deleteIfExists(place(terminal, submission, hash))) {
            flush(folder);
        }
        // Folders are left once they are empty; one into which a paper is coming is not.
        for (Path at = folder; at != null && !at.equals(root); at = at.getParent()) {
            try {
                Files.deleteIfExists(at);
            } catch (DirectoryNotEmptyException inUse) {
                return;
            }
        }
    }

    /** What has arrived of an upload. */
    Path file(UUID upload) {
        return uploads.file(upload);
    }

    /** The hash of what has arrived of an upload. */
    Sha256 hash(UUID upload) throws IOException {
        return uploads.hash(upload);
    }

    private Path place(String terminal, SubmissionId submission, Sha256 hash) {
        return folder(terminal, submission).resolve(hash.hex());
    }

    private Path folder(String terminal, SubmissionId submission) {
        String id = submission.toString();
        return root.resolve(terminal).resolve(id.substring(0, 2)).resolve(id);
    }

    /**
     * From the file's folder up to the root. A name is only there for good once the folder it is in has been flushed; that
     * costs next to nothing where nothing is new, and whoever made the folder may not have come so far.
     */
    private void flushUpwards(Path folder) throws IOException {
        for (Path at = folder; at != null && !at.equals(root.getParent()); at = at.getParent()) {
            flush(at);
        }
    }

    private static void flush(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
