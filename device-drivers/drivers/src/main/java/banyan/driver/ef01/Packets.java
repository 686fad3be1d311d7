package banyan.driver.ef01;

import java.util.Arrays;

/**
 * EF 01 packets: {@code EF 01}, address (4), identifier (1), length (2, big-endian), content, checksum (2): the sum from the
 * identifier to the end of the content. The length counts content and checksum.
 */
final class Packets {
    /** The largest portion that the modules can be set to. */
    static final int MAX_CONTENT = 256;

    /** Header, address, identifier and length. */
    static final int HEADER = 9;

    /** The longest packet. */
    static final int MAX_PACKET = HEADER + MAX_CONTENT + 2;

    /** The header and the address that every module has at first. */
    private static final byte[] PREAMBLE = {(byte) 0xEF, 0x01, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF};

    private static final int COMMAND = 0x01;
    private static final int DATA = 0x02;
    private static final int ACKNOWLEDGE = 0x07;
    private static final int END_OF_DATA = 0x08;
    private static final int CHECKSUM = 2;

    private Packets() {}

    /** What the bytes received so far amount to. */
    sealed interface Parsed {
        /** An answer whose content, {@code bytes[from, to)}, begins with its confirmation code. */
        record Acknowledge(int from, int to) implements Parsed {}

        /** A portion of data, {@code bytes[from, to)}. */
        record Data(int from, int to, boolean last) implements Parsed {}

        /** The start of a packet; so many bytes are missing as far as is known. */
        record Incomplete(int missing) implements Parsed {}

        /** Not a packet we read: drop {@code skip} bytes and look again. */
        record Garbage(int skip) implements Parsed {}
    }

    /** How many bytes this took from the front. */
    static int length(Parsed parsed) {
        return switch (parsed) {
            case Parsed.Acknowledge(int _, int to) -> to + CHECKSUM;
            case Parsed.Data(int _, int to, boolean _) -> to + CHECKSUM;
            case Parsed.Incomplete _ -> 0;
            case Parsed.Garbage(int skip) -> skip;
        };
    }

    /** Reads one packet from the front of {@code bytes[0, count)}. Pure: the same bytes in any portions give the same packets. */
    static Parsed parse(byte[] bytes, int count) {
        int start = indexOfPreamble(bytes, count);
        if (start > 0) {
            return new Parsed.Garbage(start);
        }
        if (count < HEADER) {
            return new Parsed.Incomplete(HEADER - count);
        }
        int identifier = bytes[6];
        int length = unsigned(bytes, 7);
        boolean known = identifier == DATA || identifier == ACKNOWLEDGE || identifier == END_OF_DATA;
        if (!known || length <= CHECKSUM || length > MAX_CONTENT + CHECKSUM) {
            return new Parsed.Garbage(1);
        }
        int end = HEADER + length;
        if (count < end) {
            return new Parsed.Incomplete(end - count);
        }
        int to = end - CHECKSUM;
        // A packet whose checksum fails may hide the start of a good one, so only its first byte is given up.
        if (sum(bytes, to) != unsigned(bytes, to)) {
            return new Parsed.Garbage(1);
        }
        return identifier == ACKNOWLEDGE
                ? new Parsed.Acknowledge(HEADER, to)
                : new Parsed.Data(HEADER, to, identifier == END_OF_DATA);
    }

    /** The packet of an instruction with its parameters. */
    static byte[] command(byte[] content) {
        byte[] packet = Arrays.copyOf(PREAMBLE, HEADER + content.length + CHECKSUM);
        packet[6] = COMMAND;
        packet[8] = (byte) (content.length + CHECKSUM);
        System.arraycopy(content, 0, packet, HEADER, content.length);
        int to = HEADER + content.length;
        int sum = sum(packet, to);
        packet[to] = (byte) (sum >> 8);
        packet[to + 1] = (byte) sum;
        return packet;
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

    private static int sum(byte[] bytes, int to) {
        int sum = 0;
        for (int i = PREAMBLE.length; i < to; i++) {
            sum += bytes[i] & 0xFF;
        }
        return sum & 0xFFFF;
    }

    private static int unsigned(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }
}
