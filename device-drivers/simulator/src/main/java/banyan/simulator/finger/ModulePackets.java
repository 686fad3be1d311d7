package banyan.simulator.finger;

import java.io.ByteArrayOutputStream;

/**
 * EF 01 as the terminal's side of the line is heard: {@code EF 01 FF FF FF FF}, 1 for a command, the length of what follows (2 bytes),
 * instruction and parameters, and the sum of everything since the 1 (2 bytes). Answers have 7 in its place, data 2, the last data 8.
 */
final class ModulePackets {
    static final int WITH_THE_LAST = 0x08;
    private static final int DATA = 0x02;
    private static final int ANSWER = 0x07;

    /** Every instruction that modules of this family know is shorter. */
    private static final int LONGEST = 64;

    private static final int BEFORE_CONTENT = 9;

    private ModulePackets() {}

    static byte[] preamble() {
        return new byte[] {(byte) 0xEF, 1, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF};
    }

    /** What the bytes received so far begin with; each takes {@code length} bytes of them. */
    sealed interface Heard {
        /** An instruction whose sum is right; its parameters begin at {@code bytes[10]}. */
        record Instruction(int code, int length) implements Heard {}

        /** A packet that did not arrive whole. */
        record Spoilt(int length) implements Heard {}

        /** Bytes that begin no packet. */
        record Noise(int length) implements Heard {}

        /** More is needed to tell. */
        record Unfinished() implements Heard {}
    }

    static Heard hear(byte[] bytes) {
        byte[] preamble = preamble();
        for (int i = 0; i < preamble.length; i++) {
            if (i == bytes.length) {
                return new Heard.Unfinished();
            }
            if (bytes[i] != preamble[i]) {
                return new Heard.Noise(Math.max(1, i));
            }
        }
        if (bytes.length < BEFORE_CONTENT) {
            return new Heard.Unfinished();
        }
        int length = Byte.toUnsignedInt(bytes[7]) * 256 + Byte.toUnsignedInt(bytes[8]);
        if (bytes[6] != 1 || length < 3 || length > LONGEST) {
            return new Heard.Spoilt(BEFORE_CONTENT);
        }
        int end = BEFORE_CONTENT + length;
        if (bytes.length < end) {
            return new Heard.Unfinished();
        }
        int said = Byte.toUnsignedInt(bytes[end - 2]) * 256 + Byte.toUnsignedInt(bytes[end - 1]);
        return said == sum(bytes, preamble.length, end - 2)
                ? new Heard.Instruction(Byte.toUnsignedInt(bytes[BEFORE_CONTENT]), end)
                : new Heard.Spoilt(end);
    }

    /** An answer: a confirmation code and what goes with it. */
    static byte[] answer(byte... content) {
        return packet(ANSWER, content, 0, content.length);
    }

    /** All packets of a picture, in portions of that many bytes. */
    static byte[] data(byte[] content, int portion) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int at = 0; at < content.length; at += portion) {
            int size = Math.min(portion, content.length - at);
            all.writeBytes(packet(at + size == content.length ? WITH_THE_LAST : DATA, content, at, size));
        }
        return all.toByteArray();
    }

    private static byte[] packet(int kind, byte[] content, int from, int size) {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.writeBytes(preamble());
        packet.write(kind);
        packet.write((size + 2) / 256);
        packet.write((size + 2) % 256);
        packet.write(content, from, size);
        byte[] summed = packet.toByteArray();
        int sum = sum(summed, preamble().length, summed.length);
        packet.write(sum / 256);
        packet.write(sum % 256);
        return packet.toByteArray();
    }

    private static int sum(byte[] bytes, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum = (sum + Byte.toUnsignedInt(bytes[i])) % 65536;
        }
        return sum;
    }
}
