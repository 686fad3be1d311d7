package banyan.driver.samv;

import java.util.Arrays;

/**
 * SAM-V answers: {@code AA AA AA 96 69}, length (2, big-endian), status (3), data, XOR of all after the preamble.
 * The length counts status, data and XOR.
 */
final class Frames {
    /** Text 256, photo 1024 and two fingerprints of 512 bytes, with their three lengths: the longest answer there is. */
    static final int MAX_DATA = 6 + 256 + 1024 + 1024;

    /** Preamble and length. */
    static final int HEADER = 7;

    /** The longest frame. */
    static final int MAX_FRAME = HEADER + 3 + MAX_DATA + 1;

    private static final byte[] PREAMBLE = {(byte) 0xAA, (byte) 0xAA, (byte) 0xAA, (byte) 0x96, 0x69};
    private static final int STATUS_AND_XOR = 4;

    private Frames() {}

    /** What the bytes received so far amount to. */
    sealed interface Parsed {
        /** A frame whose data are {@code bytes[from, to)}; it ends one byte later, with its XOR. */
        record Complete(Status status, int from, int to) implements Parsed {}

        /** The start of a frame; so many bytes are missing as far as is known. */
        record Incomplete(int missing) implements Parsed {}

        /** Not a frame: drop {@code skip} bytes and look again. */
        record Garbage(int skip) implements Parsed {}
    }

    /** Reads one frame from the front of {@code bytes[0, count)}. Pure: the same bytes in any portions give the same frames. */
    static Parsed parse(byte[] bytes, int count) {
        int start = indexOfPreamble(bytes, count);
        if (start > 0) {
            return new Parsed.Garbage(start);
        }
        if (count < HEADER) {
            return new Parsed.Incomplete(HEADER - count);
        }
        int length = ((bytes[5] & 0xFF) << 8) | (bytes[6] & 0xFF);
        if (length < STATUS_AND_XOR || length > MAX_DATA + STATUS_AND_XOR) {
            return new Parsed.Garbage(1);
        }
        int end = HEADER + length;
        if (count < end) {
            return new Parsed.Incomplete(end - count);
        }
        // A frame whose checksum fails may hide the start of a good one, so only its first byte is given up.
        if (xor(bytes, PREAMBLE.length, end) != 0) {
            return new Parsed.Garbage(1);
        }
        Status status = new Status(bytes[HEADER] & 0xFF, bytes[HEADER + 1] & 0xFF, bytes[HEADER + 2] & 0xFF);
        return new Parsed.Complete(status, HEADER + 3, end - 1);
    }

    /** Where the preamble, or as much of it as has arrived, begins; {@code count} if nowhere. */
    private static int indexOfPreamble(byte[] bytes, int count) {
        for (int at = 0; at < count; at++) {
            int seen = Math.min(PREAMBLE.length, count - at);
            if (Arrays.equals(bytes, at, at + seen, PREAMBLE, 0, seen)) {
                return at;
            }
        }
        return count;
    }

    /** Zero over a whole frame body, because the last byte is the XOR of those before it. */
    private static int xor(byte[] bytes, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum ^= bytes[i];
        }
        return sum & 0xFF;
    }
}
