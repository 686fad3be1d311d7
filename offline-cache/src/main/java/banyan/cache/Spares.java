package banyan.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Files prepared for the next pages of one visit while the citizen turns the page: under their names already, as long as a page and
 * flushed with their folder. A page overwrites one in place and needs one flush. Whatever lies in a spare is no page: only a
 * page's handle makes it one, with its length and hash, and that is given after the flush.
 */
final class Spares {
    private static final int BLOCK = 64 * 1024;
    private static final long SMALLEST = 256 << 10;
    private static final long LARGEST = 4 << 20;
    private static final int KEPT = 2;

    private final Disk disk;
    private final Path folder;
    private final ConcurrentLinkedQueue<Path> ready = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean preparing = new AtomicBoolean();
    private boolean closed;

    Spares(Disk disk, Path folder) {
        this.disk = disk;
        this.folder = folder;
    }

    /** One for a page; empty where none is ready. */
    Optional<Path> take() {
        return Optional.ofNullable(ready.poll());
    }

    /** Prepares more, behind whoever calls, for pages somewhat larger than one of so many bytes. */
    void prepare(long like) {
        if (ready.size() >= KEPT || preparing.getAndSet(true)) {
            return;
        }
        long size = Math.clamp(like + like / 4, SMALLEST, LARGEST);
        Thread _ = Thread.ofVirtual().name("spares").start(() -> {
            try {
                while (ready.size() < KEPT && make(size)) {
                    continue;
                }
            } finally {
                preparing.set(false);
            }
        });
    }

    private synchronized boolean make(long size) {
        if (closed) {
            return false;
        }
        Path file = folder.resolve(HexFormat.of().formatHex(Randomness.bytes(16)));
        try {
            if (disk.usable(folder) < size + 2 * PageStore.LEFT_FOR_JOURNAL) {
                return false;
            }
            try (Disk.Output output = disk.create(file)) {
                byte[] nothing = new byte[BLOCK];
                for (long left = size; left > 0; left -= BLOCK) {
                    Disk.writeAll(output, nothing, 0, (int) Math.min(BLOCK, left));
                }
                output.force();
            }
            disk.flushFolder(folder);
            return ready.add(file);
        } catch (IOException without) {
            try {
                boolean _ = disk.delete(file);
            } catch (IOException stays) {
                // It goes with the visit's folder.
            }
            return false;
        }
    }

    /** Whether some are ready: nobody needs to know but who measures. */
    boolean areReady() {
        return !preparing.get() && !ready.isEmpty();
    }

    /** The visit is over: no more of them; how many lie in its folder unused. */
    synchronized int close() {
        closed = true;
        int left = ready.size();
        ready.clear();
        return left;
    }
}
