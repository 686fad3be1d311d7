package banyan.cache;

import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of nothing that holds room on the disk. When the disk is full it is dropped, so that receipts can still be stored and
 * what the centre holds can be destroyed, which frees more.
 */
final class Ballast {
    private static final Logger LOG = LoggerFactory.getLogger(Ballast.class);
    private static final int BLOCK = 64 * 1024;

    private final Disk disk;
    private final Path file;
    private final long size;

    Ballast(Disk disk, Path cache, long size) {
        this.disk = disk;
        this.file = cache.resolve("ballast");
        this.size = size;
    }

    /** Whether there was any. */
    boolean drop() {
        try {
            boolean dropped = disk.delete(file);
            if (dropped) {
                LOG.warn("BALLAST-DROPPED");
            }
            return dropped;
        } catch (IOException stays) {
            return false;
        }
    }

    /** Takes it aboard again where it is missing and {@code free} bytes leave plenty of room. */
    void take(long free, long reserve) {
        if (size == 0 || disk.exists(file) || free < reserve + 2 * size) {
            return;
        }
        Path part = file.resolveSibling("ballast.part");
        try {
            boolean _ = disk.delete(part);
            try (Disk.Output output = disk.create(part)) {
                byte[] block = Randomness.bytes(BLOCK);
                for (long left = size; left > 0; left -= BLOCK) {
                    Disk.writeAll(output, block, 0, (int) Math.min(BLOCK, left));
                }
                output.force();
            }
            disk.move(part, file);
        } catch (IOException later) {
            LOG.info("BALLAST-NOT-TAKEN");
        }
    }
}
