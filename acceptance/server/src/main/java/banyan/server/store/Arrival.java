package banyan.server.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A request's body as it arrives, with an end to patience: a sender that trickles bytes is cut off when he falls behind the pace, and
 * at the deadline in any case; and a failure of the sender cannot be taken for one of the store.
 */
public final class Arrival extends FilterInputStream {
    private final Duration patience;
    private final Pace pace;
    private final LongSupplier nanos;
    private final long began;
    private long received;

    /**
     * How slow a sender may be who holds a place that others wait for.
     *
     * @param grace before anything is asked of him
     * @param bytesPerSecond on an average since then
     */
    public record Pace(Duration grace, long bytesPerSecond) {
        /** Until the deadline as he likes. */
        public static final Pace ANY = new Pace(Duration.ZERO, 0);
    }

    public Arrival(InputStream body, Duration patience) {
        this(body, patience, Pace.ANY);
    }

    /** One that holds a place. */
    public Arrival(InputStream body, Duration patience, Pace pace) {
        this(body, patience, pace, System::nanoTime);
    }

    Arrival(InputStream body, Duration patience, Pace pace, LongSupplier nanos) {
        super(body);
        this.patience = patience;
        this.pace = pace;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
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
        Duration taken = Duration.ofNanos(nanos.getAsLong() - began);
        if (taken.compareTo(patience) > 0 || isBehind(taken)) {
            throw new Broken(true);
        }
        try {
            int read = in.read(bytes, from, count);
            received += Math.max(0, read);
            return read;
        } catch (IOException gone) {
            throw new Broken(false);
        }
    }

    private boolean isBehind(Duration taken) {
        Duration counted = taken.minus(pace.grace());
        return !counted.isNegative() && received < counted.toMillis() * pace.bytesPerSecond() / 1000;
    }
}
