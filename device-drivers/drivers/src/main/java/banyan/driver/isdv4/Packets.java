package banyan.driver.isdv4;

/**
 * ISDv4 packets: the first byte, and only it, has bit 7 set. A pen packet has 9 bytes; the answer to a query (bit 6 of the first
 * byte) has 11 and carries the largest values in the same places.
 */
final class Packets {
    static final byte STOP = '0';
    static final byte START = '1';
    static final byte QUERY = '*';

    /** The longest packet that is read. */
    static final int MAX_LENGTH = 11;

    private static final int PEN_LENGTH = 9;
    private static final int LEAD = 0x80;
    private static final int CONTROL = 0x40;
    private static final int PROXIMITY = 0x20;
    private static final int TOUCH = 0x10;
    private static final int TIP = 0x01;

    private Packets() {}

    /** What the bytes received so far amount to. */
    sealed interface Parsed {
        /** A pen packet of 9 bytes. */
        record Pen(boolean near, boolean touching, int x, int y, int pressure) implements Parsed {
            /** Without the place: a signature is personal. */
            @Override
            public String toString() {
                return "Pen[]";
            }
        }

        /** The answer to a query, of 11 bytes: the largest values, and the version of the pad's program. */
        record Limits(int x, int y, int pressure, int version) implements Parsed {}

        /** The start of a packet. */
        record Incomplete(int missing) implements Parsed {}

        /** Not a packet we read: drop {@code skip} bytes and look again. */
        record Garbage(int skip) implements Parsed {}
    }

    /** How many bytes this took from the front. */
    static int length(Parsed parsed) {
        return switch (parsed) {
            case Parsed.Pen _ -> PEN_LENGTH;
            case Parsed.Limits _ -> MAX_LENGTH;
            case Parsed.Incomplete _ -> 0;
            case Parsed.Garbage(int skip) -> skip;
        };
    }

    /** Reads one packet from the front of {@code bytes[0, count)}. Pure: the same bytes in any portions give the same packets. */
    static Parsed parse(byte[] bytes, int count) {
        if (count == 0) {
            return new Parsed.Incomplete(1);
        }
        int first = bytes[0] & 0xFF;
        boolean control = (first & CONTROL) != 0;
        int length = control ? MAX_LENGTH : PEN_LENGTH;
        int next = nextLead(bytes, Math.min(count, length));
        boolean known = (first & LEAD) != 0 && (first & TOUCH) == 0;
        if (!known || next < length && next < count) {
            return new Parsed.Garbage(next);
        }
        if (count < length) {
            return new Parsed.Incomplete(length - count);
        }
        int x = bytes[1] << 9 | bytes[2] << 2 | (bytes[6] & 0x60) >> 5;
        int y = bytes[3] << 9 | bytes[4] << 2 | (bytes[6] & 0x18) >> 3;
        int pressure = (bytes[6] & 0x07) << 7 | bytes[5];
        if (control) {
            return new Parsed.Limits(x, y, pressure, bytes[9] << 7 | bytes[10]);
        }
        return new Parsed.Pen((first & PROXIMITY) != 0, (first & TIP) != 0, x, y, pressure);
    }

    /** Where after the first byte the next packet may begin, or {@code end}. */
    private static int nextLead(byte[] bytes, int end) {
        for (int at = 1; at < end; at++) {
            if ((bytes[at] & LEAD) != 0) {
                return at;
            }
        }
        return end;
    }
}
