package banyan.simulator.traffic;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/**
 * The last frames on one twin's wire. Bounded in number and in bytes: the oldest go first. Any thread may add, read and clear; nobody
 * who adds is held up by whoever looks.
 */
public final class Traffic {
    /** So many are kept. */
    public static final int MOST_FRAMES = 500;

    /** And so many bytes of all of them together. */
    public static final int MOST_BYTES = 1 << 20;

    /** Of one frame so many bytes; of a longer one its length is kept. */
    public static final int KEPT = 4096;

    private final Words words;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private final Set<Runnable> watchers = new CopyOnWriteArraySet<>();
    private byte[] asked = new byte[0];
    private long number;
    private int bytes;

    /** @param words of the protocol on this wire */
    public Traffic(Words words) {
        this.words = words;
    }

    /** Keeps what passed: the first {@code count} of these bytes. */
    public void passed(Way way, byte[] passed, int count) {
        passed(way, Arrays.copyOf(passed, count), count, "");
    }

    /**
     * Keeps what passed.
     *
     * @param beginning all of it, or as much as whoever saw it wants to be kept
     * @param length how many bytes there were
     * @param before what stands before the protocol's name for it, such as the endpoint of a bus
     */
    public void passed(Way way, byte[] beginning, int length, String before) {
        byte[] kept = beginning.length > KEPT ? Arrays.copyOf(beginning, KEPT) : beginning;
        synchronized (this) {
            Spoken spoken = words.of(way, kept, asked);
            String name = before.isEmpty() ? spoken.name() : (before + " " + spoken.name()).strip();
            if (way == Way.TO_DEVICE) {
                asked = kept;
            }
            number++;
            frames.addLast(new Frame(
                    number,
                    System.currentTimeMillis(),
                    way,
                    kept,
                    length,
                    new Spoken(name, spoken.from(), spoken.to())));
            bytes += kept.length;
            while (frames.size() > MOST_FRAMES || bytes > MOST_BYTES) {
                bytes -= frames.removeFirst().bytes().length;
            }
        }
        watchers.forEach(Runnable::run);
    }

    /** What is kept and came after that number, in its order. */
    public synchronized List<Frame> after(long seen) {
        return frames.stream().filter(frame -> frame.number() > seen).toList();
    }

    /** Keeps nothing of what was. */
    public synchronized void clear() {
        frames.clear();
        bytes = 0;
    }

    /** Calls this whenever something was kept, on the wire's own thread, which it must not hold up. */
    public void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    /** No longer. */
    public void leave(Runnable watcher) {
        watchers.remove(watcher);
    }

    /**
     * As a transcript: {@code >} to the device or {@code <} from it, milliseconds since the first, hexadecimal digits.
     *
     * @param personal whether what is somebody's is in it; where it is not, it is zeros, checksums no longer fit, and it says so
     */
    public synchronized String transcript(String device, boolean personal) {
        StringBuilder text = new StringBuilder("# device: " + device + " (simulated)\n");
        if (!personal) {
            text.append("# masked: what is somebody's is zeros here, so sums over it no longer fit\n");
        }
        long began = frames.isEmpty() ? 0 : frames.getFirst().millis();
        for (Frame frame : frames) {
            if (!frame.spoken().name().isEmpty()) {
                text.append("# ").append(frame.spoken().name().replace(": ", " ")).append('\n');
            }
            if (frame.cut()) {
                text.append("# cut off after %d of %d bytes\n".formatted(frame.bytes().length, frame.length()));
            }
            if (frame.bytes().length > 0) {
                text.append("%s %d %s\n"
                        .formatted(frame.way().arrow(), frame.millis() - began, frame.transcribed(personal)));
            }
        }
        return text.toString();
    }
}
