package banyan.driver.samv;

import java.util.Arrays;

/**
 * How a module's frames are divided between its USB endpoints (eastcoms, tables 5 to 8; {@code IDRUSB.h}): preamble and length, seven
 * bytes, go to {@code 02} and come from {@code 81}; the rest goes to {@code 06} and comes from {@code 85}. Pure.
 */
final class UsbSplit {
    static final int HEAD_OUT = 0x02;
    static final int REST_OUT = 0x06;
    static final int HEAD_IN = 0x81;
    static final int REST_IN = 0x85;

    /** The preamble and the two bytes of the length. */
    static final int HEAD = 7;

    private static final byte[] PREAMBLE = {(byte) 0xAA, (byte) 0xAA, (byte) 0xAA, (byte) 0x96, 0x69};

    private UsbSplit() {}

    static byte[] head(byte[] frame) {
        return Arrays.copyOf(frame, Math.min(HEAD, frame.length));
    }

    static byte[] rest(byte[] frame) {
        return Arrays.copyOfRange(frame, Math.min(HEAD, frame.length), frame.length);
    }

    /** How many bytes are to come from the other endpoint after this head; 0 where it is none, or announces more than there can be. */
    static int announced(byte[] head) {
        if (head.length != HEAD || !Arrays.equals(head, 0, PREAMBLE.length, PREAMBLE, 0, PREAMBLE.length)) {
            return 0;
        }
        int length = (head[HEAD - 2] & 0xFF) << 8 | head[HEAD - 1] & 0xFF;
        return length <= Frames.MAX_FRAME - HEAD ? length : 0;
    }
}
