package banyan.server.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * A request's body as it arrives, with an end to patience: a sender that trickles bytes is cut off at the deadline, and a
 * failure of the sender cannot be taken for one of the store.
 */
public final class Arrival extends FilterInputStream {
    private final long end;

    public Arrival(InputStream body, Duration patience) {
        super(body);
        this.end = System.nanoTime() + patience.toNanos();
    }

    /** The bytes did not arrive whole. */
    public static final class Broken extends IOException {
        private static final long serialVersionUID = 1;
        private final boolean slow;

        private Broken(boolean slow) {
            super(slow ? "the body took too long" : "the body broke off");
            this.slow = slow;
        }

        /** True if the sender was too slow, false if it went away. */
        public boolean slow() {
            return slow;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
        if (System.nanoTime() - end > 0) {
            throw new Broken(true);
        }
        try {
            return in.read(bytes, from, count);
        } catch (IOException gone) {
            throw new Broken(false);
        }
    }
}
