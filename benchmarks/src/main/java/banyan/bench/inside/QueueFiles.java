package banyan.bench.inside;

import com.squareup.tape2.QueueFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * What others use to keep a queue on a disk, each asked to be durable as far as it can: Tape 2, whose every write goes through to the disk, and
 * H2's MVStore with a commit and a flush for each entry. Neither encrypts, looks for a name or keeps anything beside the bytes.
 */
public final class QueueFiles implements Closeable {
    private final QueueFile tape;
    private final MVStore store;
    private final MVMap<Long, byte[]> map;
    private final byte[] entry;
    private long next;

    /** @param bytes of each entry */
    public QueueFiles(Path folder, int bytes) throws IOException {
        tape = new QueueFile.Builder(folder.resolve("tape").toFile()).build();
        store = new MVStore.Builder()
                .fileName(folder.resolve("mvstore").toString())
                .autoCommitDisabled()
                .open();
        map = store.openMap("entries");
        entry = new byte[bytes];
    }

    /** Microseconds for one entry of Tape. */
    public double tape(int count) throws IOException {
        long began = System.nanoTime();
        for (int at = 0; at < count; at++) {
            tape.add(entry);
        }
        return (System.nanoTime() - began) / 1e3 / count;
    }

    /** Microseconds for one entry of MVStore. */
    public double store(int count) {
        long began = System.nanoTime();
        for (int at = 0; at < count; at++) {
            byte[] _ = map.put(next++, entry);
            long _ = store.commit();
            store.sync();
        }
        return (System.nanoTime() - began) / 1e3 / count;
    }

    @Override
    public void close() throws IOException {
        tape.close();
        store.close();
    }
}
