package banyan.simulator.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** What a line of some {@link Grade} makes of a frame: portions, each with the pause before it. Same seed, same portions. */
final class Line {
    /** Bytes and what goes before them. */
    static final class Portion {
        final byte[] bytes;
        final long pauseNanos;

        Portion(byte[] bytes, long pauseNanos) {
            this.bytes = bytes;
            this.pauseNanos = pauseNanos;
        }
    }

    /** A common UART hands over its FIFO at this level. */
    private static final int FIFO = 16;

    private static final long MILLI = 1_000_000;

    private final RandomGenerator random;
    private final byte[] falseStart;
    private final boolean damages;

    /**
     * @param falseStart what a frame of this protocol begins with, to be used as bait
     * @param damages whether frames carry a checksum, so that damage can be recognised at all
     */
    Line(RandomGenerator random, byte[] falseStart, boolean damages) {
        this.random = random;
        this.falseStart = falseStart.clone();
        this.damages = damages;
    }

    List<Portion> carry(Grade grade, byte[] frame) {
        return switch (grade) {
            case IDEAL -> cut(frame, FIFO, FIFO, 0);
            case SLOW -> delayed(cut(frame, FIFO, FIFO, 0), 40 * MILLI + random.nextLong(210 * MILLI));
            case FLAKY -> {
                List<Portion> portions = new ArrayList<>();
                if (random.nextInt(4) == 0) {
                    portions.addAll(cut(stray(1 + random.nextInt(4)), 1, 4, 0));
                }
                portions.addAll(cut(frame, 1, 24, frame.length > 64 ? 3 * MILLI : 15 * MILLI));
                yield portions;
            }
            case HOSTILE -> {
                List<Portion> portions = new ArrayList<>(cut(bait(), 1, 3, MILLI));
                byte[] carried = damages && random.nextInt(5) == 0 ? damaged(frame) : frame;
                portions.addAll(cut(carried, 1, 3, MILLI / 4));
                yield portions;
            }
        };
    }

    private List<Portion> cut(byte[] bytes, int least, int most, long longestPause) {
        List<Portion> portions = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            int size = Math.min(bytes.length - at, least == most ? most : random.nextInt(least, most + 1));
            long pause = longestPause == 0 ? 0 : random.nextLong(longestPause);
            portions.add(new Portion(Arrays.copyOfRange(bytes, at, at + size), pause));
            at += size;
        }
        return portions;
    }

    private static List<Portion> delayed(List<Portion> portions, long nanos) {
        if (portions.isEmpty()) {
            return portions;
        }
        List<Portion> later = new ArrayList<>(portions);
        later.set(0, new Portion(portions.getFirst().bytes, nanos));
        return later;
    }

    /** Bytes that begin no frame: in both protocols a frame's first byte has its top bit set. */
    private byte[] stray(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        for (int i = 0; i < count; i++) {
            bytes[i] &= 0x7F;
        }
        return bytes;
    }

    /** Stray bytes, and often the beginning of a frame that never comes. */
    private byte[] bait() {
        byte[] stray = stray(1 + random.nextInt(3));
        int bait = random.nextInt(falseStart.length + 1);
        byte[] all = Arrays.copyOf(stray, stray.length + bait);
        System.arraycopy(falseStart, 0, all, stray.length, bait);
        return all;
    }

    private byte[] damaged(byte[] frame) {
        byte[] copy = frame.clone();
        int at = random.nextInt(copy.length);
        copy[at] ^= (byte) (1 << random.nextInt(8));
        return random.nextBoolean() ? copy : Arrays.copyOf(copy, Math.max(1, at));
    }
}
