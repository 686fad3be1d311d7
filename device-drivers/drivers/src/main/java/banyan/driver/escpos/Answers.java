package banyan.driver.escpos;

import java.nio.charset.StandardCharsets;

/**
 * What a printer says. By the Epson reference ("transmission data identification") the first byte tells which it is: the answer to
 * {@code DLE EOT} has bits 0, 1, 4 and 7 as {@code 0_1 1 0}, that to {@code GS r} has bits 4 and 7 clear, an automatic status has
 * {@code 0_0 1 0} there and three bytes more, and blocks begin with a header and end with NUL.
 */
final class Answers {
    /** The longest text that {@code GS I} answers with, by the reference. */
    static final int MAX_TEXT = 80;

    /** The longest answer that is read: header, text, NUL. */
    static final int MAX_LENGTH = MAX_TEXT + 2;

    private static final int TEXT = 0x5F;
    private static final int BLOCK = 0x37;
    private static final int PROCESS_ID = 0x22;
    private static final int CLEARED = 0x25;
    private static final int XON = 0x11;
    private static final int XOFF = 0x13;
    private static final int FIXED = 0x93;
    private static final int REAL_TIME = 0x12;
    private static final int AUTOMATIC = 0x10;
    private static final int AUTOMATIC_LENGTH = 4;
    private static final int PROCESS_LENGTH = 7;
    private static final int CLEARED_LENGTH = 3;

    private Answers() {}

    /** What the bytes received so far amount to. */
    sealed interface Parsed {
        /** The answer to one {@code DLE EOT}; which one, only the order tells. */
        record Status(int bits) implements Parsed {}

        /** The answer to {@code GS r 1}: it comes when everything before it has been worked off. */
        record Worked(boolean paperOut) implements Parsed {}

        /** The answer to {@code GS ( H}: it comes when everything before it is printed, and carries what it was asked with. */
        record Processed(int id) implements Parsed {}

        /** The answer to {@code DLE DC4 8}: the printer has thrown away what it had not printed. */
        record Cleared() implements Parsed {}

        /** The answer to {@code GS I}. */
        record Words(String text) implements Parsed {}

        /** A status that nobody asked for. */
        record Automatic() implements Parsed {}

        /** The printer takes nothing for now (XOFF), or takes something again (XON). */
        record Flow(boolean held) implements Parsed {}

        /** The start of an answer. */
        record Incomplete(int missing) implements Parsed {}

        /** Not an answer we read: drop {@code skip} bytes and look again. */
        record Garbage(int skip) implements Parsed {}
    }

    /** How many bytes this took from the front. */
    static int length(Parsed parsed) {
        return switch (parsed) {
            case Parsed.Status _, Parsed.Worked _, Parsed.Flow _ -> 1;
            case Parsed.Processed _ -> PROCESS_LENGTH;
            case Parsed.Cleared _ -> CLEARED_LENGTH;
            case Parsed.Words(String text) -> text.length() + 2;
            case Parsed.Automatic _ -> AUTOMATIC_LENGTH;
            case Parsed.Incomplete _ -> 0;
            case Parsed.Garbage(int skip) -> skip;
        };
    }

    /** Reads one answer from the front of {@code bytes[0, count)}. Pure: the same bytes in any portions give the same answers. */
    static Parsed parse(byte[] bytes, int count) {
        if (count == 0) {
            return new Parsed.Incomplete(1);
        }
        int first = bytes[0] & 0xFF;
        if (first == XON || first == XOFF) {
            return new Parsed.Flow(first == XOFF);
        }
        if (first == TEXT) {
            return text(bytes, count);
        }
        if (first == BLOCK) {
            return block(bytes, count);
        }
        if ((first & FIXED) == REAL_TIME) {
            return new Parsed.Status(first);
        }
        if ((first & FIXED) == AUTOMATIC) {
            return automatic(bytes, count);
        }
        // Bits 0 and 1 are one sensor, and so are 2 and 3: what has them apart comes from nowhere.
        return switch (first) {
            case 0x00, 0x03 -> new Parsed.Worked(false);
            case 0x0C, 0x0F -> new Parsed.Worked(true);
            default -> new Parsed.Garbage(1);
        };
    }

    private static Parsed text(byte[] bytes, int count) {
        for (int at = 1; at < count; at++) {
            if (bytes[at] == 0) {
                return new Parsed.Words(new String(bytes, 1, at - 1, StandardCharsets.US_ASCII));
            }
            if (!printable(bytes[at]) || at > MAX_TEXT) {
                return new Parsed.Garbage(1);
            }
        }
        return new Parsed.Incomplete(1);
    }

    private static Parsed block(byte[] bytes, int count) {
        if (count < 2) {
            return new Parsed.Incomplete(1);
        }
        int length =
                switch (bytes[1]) {
                    case PROCESS_ID -> PROCESS_LENGTH;
                    case CLEARED -> CLEARED_LENGTH;
                    default -> 0;
                };
        int id = 0;
        for (int at = 2; at < Math.min(count, length - 1); at++) {
            if (!printable(bytes[at])) {
                return new Parsed.Garbage(1);
            }
            id = id << 8 | bytes[at];
        }
        if (length > count) {
            return new Parsed.Incomplete(length - count);
        }
        if (length == 0 || bytes[length - 1] != 0) {
            return new Parsed.Garbage(1);
        }
        return length == PROCESS_LENGTH ? new Parsed.Processed(id) : new Parsed.Cleared();
    }

    private static Parsed automatic(byte[] bytes, int count) {
        for (int at = 1; at < Math.min(count, AUTOMATIC_LENGTH); at++) {
            if ((bytes[at] & 0x90) != 0) {
                return new Parsed.Garbage(1);
            }
        }
        return count < AUTOMATIC_LENGTH ? new Parsed.Incomplete(AUTOMATIC_LENGTH - count) : new Parsed.Automatic();
    }

    private static boolean printable(byte value) {
        return value >= 0x20 && value < 0x7F;
    }
}
