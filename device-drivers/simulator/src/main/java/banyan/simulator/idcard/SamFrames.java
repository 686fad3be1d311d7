package banyan.simulator.idcard;

import java.util.Arrays;

/**
 * SAM_V as the reader sees it: {@code AA AA AA 96 69}, length (2, big-endian), body, XOR of length and body. In a
 * request the body is command, parameter and data; in an answer three status bytes and data. The length counts the body
 * and the XOR.
 */
final class SamFrames {
    private static final byte[] PREAMBLE = {(byte) 0xAA, (byte) 0xAA, (byte) 0xAA, (byte) 0x96, 0x69};

    /** The longest request there is has two bytes of data; anything much longer is a damaged length. */
    private static final int LONGEST_REQUEST = 64;

    private static final int SHORTEST_REQUEST = 3;
    private static final int HEADER = PREAMBLE.length + 2;

    private SamFrames() {}

    static byte[] preamble() {
        return PREAMBLE.clone();
    }

    /** What the bytes received so far begin with. */
    sealed interface Request {
        /**
         * A command with its XOR right; it takes {@code length} bytes of what was received.
         *
         * @param command command and parameter, such as 0x2001
         * @param data the first byte of data, 0 if there is none
         */
        record Command(int command, int data, int length) implements Request {}

        /** A frame that is refused with a status, and as many bytes dropped. */
        record Wrong(int status, int length) implements Request {}

        /** Bytes that begin no frame. */
        record Noise(int length) implements Request {}

        /** More is needed to tell. */
        record Unfinished() implements Request {}
    }

    static Request parse(byte[] bytes, int count) {
        int start = beginning(bytes, count);
        if (start > 0) {
            return new Request.Noise(start);
        }
        if (count < HEADER) {
            return new Request.Unfinished();
        }
        int length = Byte.toUnsignedInt(bytes[5]) << 8 | Byte.toUnsignedInt(bytes[6]);
        if (length < SHORTEST_REQUEST || length > LONGEST_REQUEST) {
            return new Request.Wrong(SamStatus.LENGTH_WRONG, HEADER);
        }
        int end = HEADER + length;
        if (count < end) {
            return new Request.Unfinished();
        }
        if (xor(bytes, PREAMBLE.length, end - 1) != bytes[end - 1]) {
            return new Request.Wrong(SamStatus.CHECKSUM_WRONG, end);
        }
        int command = Byte.toUnsignedInt(bytes[HEADER]) << 8 | Byte.toUnsignedInt(bytes[HEADER + 1]);
        int data = length > SHORTEST_REQUEST ? Byte.toUnsignedInt(bytes[HEADER + 2]) : 0;
        return new Request.Command(command, data, end);
    }

    static byte[] answer(int status, byte... data) {
        int length = 3 + data.length + 1;
        byte[] frame = Arrays.copyOf(PREAMBLE, PREAMBLE.length + 2 + length);
        frame[5] = (byte) (length >> 8);
        frame[6] = (byte) length;
        frame[HEADER + 2] = (byte) status;
        System.arraycopy(data, 0, frame, HEADER + 3, data.length);
        frame[frame.length - 1] = xor(frame, PREAMBLE.length, frame.length - 1);
        return frame;
    }

    /** Where the preamble begins, or as much of it as has come; {@code count} if nowhere. */
    private static int beginning(byte[] bytes, int count) {
        for (int start = 0; start < count; start++) {
            int matching = 0;
            while (matching < PREAMBLE.length
                    && start + matching < count
                    && bytes[start + matching] == PREAMBLE[matching]) {
                matching++;
            }
            if (matching == PREAMBLE.length || start + matching == count) {
                return start;
            }
        }
        return count;
    }

    private static byte xor(byte[] bytes, int from, int to) {
        byte sum = 0;
        for (int i = from; i < to; i++) {
            sum ^= bytes[i];
        }
        return sum;
    }
}
