package banyan.cache;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The real disk with a fault at a chosen point: the n-th operation that changes something fails, or the room runs out. */
final class FaultyDisk implements Disk {
    /** What happens at the chosen operation. */
    enum Fault {
        /** It fails, and all after it works. */
        ONCE,
        /** It and all after it fail, as on a disk that is gone. */
        FROM_THERE,
        /** A write takes half and says so; then there is no more room, once. */
        SHORT
    }

    private final OsDisk disk = new OsDisk();
    private Fault fault = Fault.ONCE;
    private long at = Long.MAX_VALUE;
    private long done;
    private long room = Long.MAX_VALUE;
    private boolean deleteFails;
    private final AtomicLong looks = new AtomicLong();

    synchronized void fail(Fault how, long operation) {
        fault = how;
        at = operation;
        done = 0;
    }

    synchronized void failDelete() {
        deleteFails = true;
    }

    /** So many bytes may still be written. */
    synchronized void room(long bytes) {
        room = bytes;
    }

    synchronized long operations() {
        return done;
    }

    private synchronized void operation() throws IOException {
        done++;
        if (done == at || done > at && fault == Fault.FROM_THERE) {
            throw new IOException(fault == Fault.SHORT ? "No space left on device" : "injected");
        }
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        operation();
        disk.makeFolder(folder);
    }

    @Override
    public Output create(Path file) throws IOException {
        operation();
        return faulty(disk.create(file));
    }

    @Override
    public Output reopen(Path file) throws IOException {
        operation();
        return faulty(disk.reopen(file));
    }

    private Output faulty(Output output) {
        return new Output() {
            @Override
            public int write(ByteBuffer bytes) throws IOException {
                return writePart(output, bytes);
            }

            @Override
            public void cut() throws IOException {
                operation();
                output.cut();
            }

            @Override
            public void force() throws IOException {
                operation();
                output.force();
            }

            @Override
            public void close() throws IOException {
                output.close();
            }
        };
    }

    private synchronized int writePart(Output output, ByteBuffer bytes) throws IOException {
        if (fault == Fault.SHORT && done + 2 == at && bytes.remaining() > 1) {
            done++;
            return output.write(bytes.slice(bytes.position(), bytes.remaining() / 2)) + skip(bytes);
        }
        operation();
        if (bytes.remaining() > room) {
            throw new IOException("No space left on device");
        }
        room -= bytes.remaining();
        return output.write(bytes);
    }

    private static int skip(ByteBuffer bytes) {
        bytes.position(bytes.position() + bytes.remaining() / 2);
        return 0;
    }

    @Override
    public InputStream open(Path file) throws IOException {
        return disk.open(file);
    }

    @Override
    public long size(Path file) throws IOException {
        return disk.size(file);
    }

    @Override
    public boolean exists(Path file) {
        return disk.exists(file);
    }

    @Override
    public void setTime(Path file, Instant time) throws IOException {
        operation();
        disk.setTime(file, time);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        operation();
        disk.move(from, to);
    }

    @Override
    public void link(Path existing, Path name) throws IOException {
        operation();
        disk.link(existing, name);
    }

    @Override
    public void overwrite(Path file, byte[] bytes) throws IOException {
        operation();
        disk.overwrite(file, bytes);
    }

    @Override
    public boolean delete(Path file) throws IOException {
        if (deleteFails) {
            throw new IOException("injected");
        }
        return disk.delete(file);
    }

    @Override
    public void flushFolder(Path folder) throws IOException {
        operation();
        disk.flushFolder(folder);
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        return disk.list(folder);
    }

    /** How often the room was looked at. */
    long looks() {
        return looks.get();
    }

    @Override
    public long usable(Path folder) throws IOException {
        looks.incrementAndGet();
        return Math.min(room, disk.usable(folder));
    }
}
