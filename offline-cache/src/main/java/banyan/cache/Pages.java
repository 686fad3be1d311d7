package banyan.cache;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pages of a SQLite database as they lie on the disk, those in its log before those in the database, without asking whether
 * they hang together. Read with <a href="https://sqlite.org/fileformat2.html">the published file format</a> only.
 */
final class Pages implements Closeable {
    /**
     * Set when the database is made, so that it is known where the header cannot be read. With the usual 4096 a submission of 2 KB
     * fills a page and each append splits one; with this an append writes half as many pages.
     */
    static final int SIZE = 8192;

    private static final int LOG_HEADER = 32;
    private static final int FRAME_HEADER = 24;
    private static final int SALTS_IN_LOG = 16;
    private static final int SALTS_IN_FRAME = 8;
    private static final int COMMIT_IN_FRAME = 4;

    private final Optional<FileChannel> database;
    private final Optional<FileChannel> log;

    /** Where in the log the latest of each page begins. */
    private final Map<Integer, Long> logged = new HashMap<>();

    /** Where every page of the present generation of the log begins, older ones of the same number too. */
    private final List<Long> frames = new ArrayList<>();

    private int lastCommit = -1;

    private Pages(Optional<FileChannel> database, Optional<FileChannel> log) {
        this.database = database;
        this.log = log;
    }

    static Pages open(Path database, Path log) throws IOException {
        Pages pages = new Pages(channel(database), channel(log));
        pages.readLog();
        return pages;
    }

    private static Optional<FileChannel> channel(Path file) throws IOException {
        return Files.exists(file) ? Optional.of(FileChannel.open(file, StandardOpenOption.READ)) : Optional.empty();
    }

    private void readLog() throws IOException {
        if (log.isEmpty() || log.get().size() < LOG_HEADER + FRAME_HEADER) {
            return;
        }
        long salts = read(log.get(), 0, LOG_HEADER).getLong(SALTS_IN_LOG);
        long frame = FRAME_HEADER + SIZE;
        for (long at = LOG_HEADER; at + frame <= log.get().size(); at += frame) {
            ByteBuffer header = read(log.get(), at, FRAME_HEADER);
            // Frames of an earlier round lie behind those of this one; what they say has been overtaken.
            if (header.getLong(SALTS_IN_FRAME) == salts) {
                logged.put(header.getInt(0), at + FRAME_HEADER);
                frames.add(at + FRAME_HEADER);
                if (header.getInt(COMMIT_IN_FRAME) != 0) {
                    lastCommit = frames.size() - 1;
                }
            }
        }
    }

    /** How many pages the database file has. */
    int count() throws IOException {
        return database.isPresent() ? (int) (database.get().size() / SIZE) : 0;
    }

    /** Page {@code number} from 1, as the log has it or else the database; empty where there is none. */
    Optional<byte[]> page(int number) throws IOException {
        Long at = logged.get(number);
        if (at != null && log.isPresent()) {
            return Optional.of(read(log.get(), at, SIZE).array());
        }
        if (number < 1 || number > count() || database.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                read(database.get(), (long) (number - 1) * SIZE, SIZE).array());
    }

    int frames() {
        return frames.size();
    }

    /** Whether a commit follows this frame, or is in it; what lies behind the last one was perhaps cut off in the middle. */
    boolean committed(int index) {
        return index <= lastCommit;
    }

    /** The page in the log's frame {@code index}, from 0. */
    byte[] frame(int index) throws IOException {
        return read(log.orElseThrow(), frames.get(index), SIZE).array();
    }

    private static ByteBuffer read(FileChannel file, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, at + bytes.position()) < 0) {
                break;
            }
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        if (database.isPresent()) {
            database.get().close();
        }
        if (log.isPresent()) {
            log.get().close();
        }
    }
}
