package banyan.simulator.camera;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** A camera's live picture as MJPEG, as good or bad as the camera is. */
final class Feed {
    /** How the camera itself is. */
    record Health(double rate, double stillSeconds, boolean frozen, boolean silent) {}

    private final double usualRate;
    private final Supplier<List<byte[]>> shown;
    private final AtomicInteger watching = new AtomicInteger();
    private volatile Health health;

    /** @param shown the JPEGs that are shown in turn; a sensor never gives the same picture twice */
    Feed(double rate, Supplier<List<byte[]>> shown) {
        this.usualRate = rate;
        this.shown = shown;
        this.health = new Health(rate, 0, false, false);
    }

    Health health() {
        return health;
    }

    int viewers() {
        return watching.get();
    }

    /** The same picture for ever. */
    void freeze() {
        health = new Health(health.rate(), health.stillSeconds(), true, health.silent());
    }

    /** Connections are taken, nothing is sent. */
    void fallSilent() {
        health = new Health(health.rate(), health.stillSeconds(), health.frozen(), true);
    }

    void slow(double rate, double stillSeconds) {
        health = new Health(rate, stillSeconds, health.frozen(), health.silent());
    }

    void heal() {
        health = new Health(usualRate, 0, false, false);
    }

    void live(OutputStream out) throws IOException {
        silence();
        out.write(ascii("Content-Type: multipart/x-mixed-replace; boundary=frame\r\n\r\n"));
        watching.incrementAndGet();
        try {
            stream(out);
        } finally {
            watching.decrementAndGet();
        }
    }

    /** Ends when the viewer goes or the plug is pulled: writing fails then, or the thread is interrupted. */
    private void stream(OutputStream out) throws IOException {
        long due = System.nanoTime();
        int turn = 0;
        while (!Thread.currentThread().isInterrupted()) {
            silence();
            List<byte[]> frames = shown.get();
            byte[] frame = frames.get(health.frozen() ? 0 : turn++ % frames.size());
            out.write(ascii("--frame\r\nContent-Type: image/jpeg\r\nContent-Length: " + frame.length + "\r\n\r\n"));
            out.write(frame);
            out.write(ascii("\r\n"));
            out.flush();
            due = Math.max(due + (long) (1e9 / health.rate()), System.nanoTime());
            pauseUntil(due);
        }
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    void silence() {
        while (health.silent() && !Thread.currentThread().isInterrupted()) {
            pauseUntil(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    static void pauseUntil(long due) {
        long left = due - System.nanoTime();
        while (left > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(left);
            left = due - System.nanoTime();
        }
    }
}
