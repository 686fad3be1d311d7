package banyan.server.store;

import banyan.acceptance.Paper;
import banyan.acceptance.Sha256;
import banyan.acceptance.SubmissionId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.UUID;

/**
 * Papers as files, {@code terminal/first two digits of the submission/submission/hash}. A file is written elsewhere, checked
 * for length and hash, flushed, renamed to its place, and its folder flushed: what stands at its place is whole.
 */
public final class PaperFolder implements PaperStore {
    private static final int PORTION = 64 * 1024;

    private final Path root;
    private final Path incoming;
    private final long reserve;

    /**
     * @param root the folder; made where it is missing
     * @param reserve bytes that must stay free on its disk, so that the rows of what is kept can still be written
     */
    public PaperFolder(Path root, long reserve) throws IOException {
        this.root = root.toAbsolutePath();
        this.incoming = this.root.resolve("incoming");
        this.reserve = reserve;
        OwnFolder.make(incoming);
        // What was under way when the centre last ended was promised to nobody.
        try (DirectoryStream<Path> leftOver = Files.newDirectoryStream(incoming)) {
            for (Path file : leftOver) {
                Files.delete(file);
            }
        }
    }

    @Override
    public Taken keep(String terminal, SubmissionId submission, Sha256 hash, InputStream bytes) throws IOException {
        if (Files.getFileStore(root).getUsableSpace() < reserve + Paper.MAX_BYTES) {
            return new Taken.NoRoom();
        }
        Path part = incoming.resolve(UUID.randomUUID().toString());
        try (FileChannel file = FileChannel.open(
                part, java.util.Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OwnFolder.FILE)) {
            Taken taken = receive(bytes, hash, file);
            if (taken instanceof Taken.Kept) {
                file.force(true);
                Path folder = folder(terminal, submission);
                OwnFolder.make(folder);
                Files.move(part, folder.resolve(hash.hex()), StandardCopyOption.ATOMIC_MOVE);
                flushUpwards(folder);
            }
            return taken;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Taken receive(InputStream bytes, Sha256 hash, FileChannel file) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] portion = new byte[PORTION];
        long size = 0;
        for (int count = bytes.read(portion); count >= 0; count = bytes.read(portion)) {
            size += count;
            if (size > Paper.MAX_BYTES) {
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
