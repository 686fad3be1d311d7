package banyan.simulator.wire;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A pseudo-terminal: the twin holds the master, the driver opens {@link #path}. Reads and writes never block for long,
 * so that closing is never held up by a thread inside a call. After {@link #close} no other call may be made.
 */
final class Pty implements AutoCloseable {
    /** Nobody has the other end open. */
    static final int NOBODY = -1;

    private final int master;
    private final String path;
    private final AtomicBoolean closed = new AtomicBoolean();

    Pty() {
        master = Libc.CALLS.openMaster();
        path = Libc.CALLS.unlockAndName(master);
        // Raw mode belongs to the pair and stays when this descriptor is closed. Opening the other end once also
        // makes "nobody is there" visible from the start: a pair never opened reports no hang-up.
        int other = Libc.CALLS.open(path);
        Libc.CALLS.makeRaw(other);
        // A native call is slow the first time; let that be now and not while a driver waits.
        write(new byte[1], 0, 1);
        Libc.CALLS.flush(other);
        int _ = read(new byte[1], 0);
        Libc.CALLS.close(other);
    }

    String path() {
        return path;
    }

    /** Bytes from the driver: how many, 0 if none came in time, {@link #NOBODY} if the other end is not open. */
    int read(byte[] into, int millis) {
        short ready = Libc.CALLS.poll(master, Libc.POLLIN, millis);
        if ((ready & Libc.POLLIN) != 0) {
            int count = Libc.CALLS.read(master, into);
            if (count >= 0) {
                return count;
            }
            return count == -Libc.EIO ? NOBODY : 0;
        }
        return (ready & Libc.POLLHUP) != 0 ? NOBODY : 0;
    }

    /** Bytes to the driver. What does not fit is lost, as in a serial port that nobody reads. */
    void write(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            int count = Libc.CALLS.write(master, bytes, at, to);
            if (count <= 0) {
                return;
            }
            at += count;
        }
    }

    /** Forgets what the driver has not read: a serial port that is closed keeps nothing for who opens it next. */
    void discardUnread() {
        int other = Libc.CALLS.open(path);
        Libc.CALLS.flush(other);
        Libc.CALLS.close(other);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            Libc.CALLS.close(master);
        }
    }
}
