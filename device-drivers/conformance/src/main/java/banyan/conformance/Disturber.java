package banyan.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** What becomes of bytes on a line; the same seed and the same bytes give the same. Used by one thread at a time. */
public final class Disturber {
    private static final long SEED = 20261122;
    private static final int LATE_MILLIS = 30;
    private static final int ONE_LOST_IN = 7;
    private static final int ONE_CHANGED_IN = 9;
    private static final int BEFORE_STALLING = 3;
    private static final int FLOOD = 1 << 19;
    private static final int FLOODS = 4;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    private volatile Optional<Disturbance> how = Optional.empty();
    private volatile int untilStalled;
    private volatile int floods;

    /** Nothing is disturbed at first. */
    public Disturber() {}

    /**
     * What arrives at once, so many milliseconds after what arrived before.
     *
     * @param bytes all of them
     * @param millis before the first
     */
    public record Portion(byte[] bytes, int millis) {}

    /** From now on. */
    public void disturb(Disturbance disturbance) {
        untilStalled = BEFORE_STALLING;
        floods = FLOODS;
        how = Optional.of(disturbance);
    }

    /** Nothing is disturbed any more. */
    public void calm() {
        how = Optional.empty();
    }

    /** What arrives of these bytes. */
    public List<Portion> carry(byte[] bytes) {
        Optional<Disturbance> now = how;
        if (now.isEmpty()) {
            return List.of(new Portion(bytes, 0));
        }
        return switch (now.get()) {
            case PORTIONS -> single(bytes);
            case DELAY -> List.of(new Portion(bytes, LATE_MILLIS));
            case DROP -> List.of(new Portion(thinned(bytes), 0));
            case GARBLE -> List.of(new Portion(garbled(bytes), 0));
            case TRUNCATE -> List.of(new Portion(Arrays.copyOf(bytes, bytes.length / 2), 0));
            case STALL -> stalled(bytes);
            case FLOOD -> List.of(new Portion(bytes, 0), new Portion(noise(), 0));
            case SILENCE -> List.of();
        };
    }

    private static List<Portion> single(byte[] bytes) {
        List<Portion> portions = new ArrayList<>();
        for (byte one : bytes) {
            portions.add(new Portion(new byte[] {one}, 0));
        }
        return portions;
    }

    private byte[] thinned(byte[] bytes) {
        byte[] kept = new byte[bytes.length];
        int count = 0;
        for (byte one : bytes) {
            if (random.nextInt(ONE_LOST_IN) != 0) {
                kept[count++] = one;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private byte[] garbled(byte[] bytes) {
        byte[] changed = new byte[2 * bytes.length];
        int count = 0;
        for (byte one : bytes) {
            boolean hit = random.nextInt(ONE_CHANGED_IN) == 0;
            if (hit && random.nextBoolean()) {
                changed[count++] = (byte) random.nextInt();
            }
            changed[count++] = hit ? (byte) random.nextInt() : one;
        }
        return Arrays.copyOf(changed, count);
    }

    private byte[] noise() {
        byte[] noise = new byte[floods > 0 ? FLOOD : 0];
        floods = Math.max(0, floods - 1);
        random.nextBytes(noise);
        return noise;
    }

    private List<Portion> stalled(byte[] bytes) {
        int passed = Math.min(untilStalled, bytes.length);
        untilStalled -= passed;
        return List.of(new Portion(Arrays.copyOf(bytes, passed), 0));
    }
}
