package banyan.kit.fuzz;

import banyan.conformance.CodecUnderTest;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** What is asked of a codec by itself: any portions (C9), no room for a claimed length (C10), malformed frames (C17). */
public final class CodecTrial {
    /** Nothing that a device can send in one go may take longer than this. */
    private static final Duration HANG = Duration.ofMillis(250);

    /** After this the codec is taken to hang for ever. */
    private static final Duration FOR_EVER = Duration.ofSeconds(10);

    /** Room for the test's own words beside the largest message. */
    private static final long ROOM = 64 * 1024;

    private static final int CUTS = 300;

    private final CodecUnderTest codec;
    private final long seed;

    /** A trial of this codec; the same seed asks the same. */
    public CodecTrial(CodecUnderTest codec, long seed) {
        this.codec = codec;
        this.seed = seed;
    }

    /** Every codec on the class path, by its name. */
    public static TreeMap<String, CodecUnderTest> all() {
        TreeMap<String, CodecUnderTest> all = new TreeMap<>();
        ServiceLoader.load(CodecUnderTest.class).forEach(codec -> all.put(codec.name(), codec));
        return all;
    }

    /** What came of it: how long the slowest took, and what was wrong, if anything was. */
    public record Outcome(int frames, Duration slowest, Optional<String> wrong) {}

    /** C17: so many malformed frames, on a thread of their own, so that even one that hangs for ever is named. */
    public Outcome malformed(int frames) {
        AtomicReference<byte[]> now = new AtomicReference<>(new byte[0]);
        AtomicLong since = new AtomicLong(System.nanoTime());
        AtomicReference<Optional<Outcome>> outcome = new AtomicReference<>(Optional.empty());
        Thread reader = Thread.ofPlatform().daemon().name("fuzz-" + codec.name()).start(() -> {
            Malformed malformed = new Malformed(codec.samples(), seed);
            Duration slowest = Duration.ZERO;
            for (int i = 0; i < frames; i++) {
                byte[] bytes = malformed.next();
                now.set(bytes);
                since.set(System.nanoTime());
                Optional<String> wrong = wrong(bytes);
                Duration took = Duration.ofNanos(System.nanoTime() - since.get());
                slowest = took.compareTo(slowest) > 0 ? took : slowest;
                if (wrong.isPresent()) {
                    outcome.set(Optional.of(new Outcome(i, slowest, wrong)));
                    return;
                }
            }
            outcome.set(Optional.of(new Outcome(frames, slowest, Optional.empty())));
        });
        try {
            while (reader.isAlive()) {
                boolean _ = reader.join(Duration.ofMillis(100));
                if (System.nanoTime() - since.get() > FOR_EVER.toNanos()) {
                    return new Outcome(0, FOR_EVER, Optional.of("hangs at " + hex(now.get())));
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return outcome.get().orElse(new Outcome(0, FOR_EVER, Optional.of("ended at " + hex(now.get()))));
    }

    /** What is wrong with the reading of these bytes. Slow is only what is slow each time: a machine may be busy once. */
    public Optional<String> wrong(byte[] bytes) {
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 3 && least > HANG.toNanos(); attempt++) {
            long began = System.nanoTime();
            try {
                var _ = codec.read(List.of(bytes));
            } catch (RuntimeException | AssertionError | StackOverflowError | OutOfMemoryError thrown) {
                return Optional.of("threw %s at %s".formatted(thrown, hex(bytes)));
            }
            least = Math.min(least, System.nanoTime() - began);
        }
        return least > HANG.toNanos()
                ? Optional.of("took %d ms at %s".formatted(least / 1_000_000, hex(bytes)))
                : Optional.empty();
    }

    /** C9: good messages and noise between them, cut anywhere, are the same; what is wrong, if anything is. */
    public Optional<String> portions() {
        RandomGenerator random =
                RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (byte[] wire : wires()) {
            String whole = codec.read(List.of(wire));
            for (int cut = 0; cut < CUTS; cut++) {
                int most = cut == 0 ? 1 : 1 + random.nextInt(Math.max(1, Math.min(64, wire.length)));
                List<byte[]> portions = new ArrayList<>();
                for (int at = 0; at < wire.length; ) {
                    int to = Math.min(wire.length, at + 1 + random.nextInt(most));
                    portions.add(Arrays.copyOfRange(wire, at, to));
                    at = to;
                }
                String cutUp = codec.read(portions);
                if (!cutUp.equals(whole)) {
                    return Optional.of("whole: %s; in portions: %s".formatted(whole, cutUp));
                }
            }
        }
        return Optional.empty();
    }

    private List<byte[]> wires() {
        List<byte[]> wires = new ArrayList<>(codec.samples());
        int length = codec.samples().stream().mapToInt(sample -> sample.length).sum();
        byte[] merged = new byte[length];
        int at = 0;
        for (byte[] sample : codec.samples()) {
            System.arraycopy(sample, 0, merged, at, sample.length);
            at += sample.length;
        }
        wires.add(merged);
        return wires;
    }

    /** C10: a short message never makes more room than the largest one needs; what is wrong, if anything is. */
    public Optional<String> lengths(int frames) {
        if (!(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads)) {
            return Optional.of("this JVM does not count what a thread takes");
        }
        Malformed malformed = new Malformed(codec.samples(), seed + 1);
        long most = codec.largest() + ROOM;
        for (int i = 0; i < frames; i++) {
            byte[] bytes = malformed.next();
            long took = room(threads, bytes);
            if (took > most && room(threads, bytes) > most) {
                return Optional.of("%d bytes of room for %s".formatted(took, hex(bytes)));
            }
        }
        return Optional.empty();
    }

    private long room(ThreadMXBean threads, byte[] bytes) {
        long before = threads.getCurrentThreadAllocatedBytes();
        var _ = codec.read(List.of(bytes));
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
