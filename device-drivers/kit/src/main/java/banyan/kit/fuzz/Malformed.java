package banyan.kit.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Messages that nobody should send, made of good ones. The same seed gives the same. */
final class Malformed {
    private static final int LONGEST = 4096;

    /** Values that length fields and counters are afraid of. */
    private static final int[] EXTREMES = {0x00, 0x01, 0x7F, 0x80, 0xFE, 0xFF};

    private final RandomGenerator random;
    private final List<byte[]> samples;

    Malformed(List<byte[]> samples, long seed) {
        this.samples = samples;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    byte[] next() {
        if (random.nextInt(8) == 0) {
            byte[] noise = new byte[random.nextInt(64)];
            random.nextBytes(noise);
            return noise;
        }
        byte[] bytes = sample().clone();
        for (int changes = random.nextInt(4); changes >= 0; changes--) {
            bytes = changed(bytes);
        }
        return bytes.length > LONGEST ? Arrays.copyOf(bytes, LONGEST) : bytes;
    }

    private byte[] sample() {
        return samples.get(random.nextInt(samples.size()));
    }

    private byte[] changed(byte[] bytes) {
        if (bytes.length == 0) {
            return sample().clone();
        }
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(7)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> joined(bytes, bytes.length, sample(), 0);
            case 2 -> joined(bytes, at, sample(), 0);
            case 3 -> joined(bytes, at, bytes, Math.min(bytes.length, at + 1 + random.nextInt(4)));
            case 4 -> joined(joined(bytes, at, new byte[] {(byte) random.nextInt()}, 0), at + 1, bytes, at);
            case 5 -> with(bytes, at, EXTREMES[random.nextInt(EXTREMES.length)]);
            default -> with(bytes, at, bytes[at] ^ 1 << random.nextInt(8));
        };
    }

    private static byte[] with(byte[] bytes, int at, int value) {
        byte[] copy = bytes.clone();
        copy[at] = (byte) value;
        return copy;
    }

    /** The front of one and the rest of another. */
    private static byte[] joined(byte[] front, int count, byte[] rest, int from) {
        byte[] all = Arrays.copyOf(front, count + rest.length - from);
        System.arraycopy(rest, from, all, count, rest.length - from);
        return all;
    }
}
