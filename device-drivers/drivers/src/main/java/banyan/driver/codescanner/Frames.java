package banyan.driver.codescanner;

import banyan.device.CodeScanner;
import banyan.device.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/**
 * What comes over a scanner's serial line: codes, each with a terminator and perhaps a prefix, and the answers to our question. A
 * code has no length and no checksum; where it ends, the pause after it has a say.
 *
 * @param prefix what the scanner sends before each code; empty for nothing
 * @param terminator what it sends after each
 * @param asked whether the scanner is asked how it is, so that answers come
 */
record Frames(byte[] prefix, byte[] terminator, boolean asked) {
    /** A terminator that nothing follows for so long is the end of the code; inside of one the rest follows at once. */
    static final Duration AFTER_A_CODE = Duration.ofMillis(60);

    /** What has not ended after so long a pause never will. */
    static final Duration CUT_SHORT = Duration.ofSeconds(1);

    static final int MAX_PREFIX = 8;

    /** A longer frame is no code of ours. */
    static final int MAX_LENGTH = CodeScanner.MAX_BYTES + MAX_PREFIX + 2;

    /** SYN M CR, then: is Codabar on? A question that changes nothing. */
    static final byte[] QUESTION = "\u0016M\rCBRENA?.".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] ANSWER = "CBRENA".getBytes(StandardCharsets.US_ASCII);
    private static final int ANSWER_LENGTH = ANSWER.length + 3;
    private static final int ENQ = 0x05;
    private static final int ACK = 0x06;
    private static final int NAK = 0x15;

    /** What the bytes received so far amount to. */
    sealed interface Parsed {
        /** A code whose text is {@code bytes[from, to)}; it ends after {@code length} bytes. */
        record Code(int from, int to, int length) implements Parsed {}

        /** The answer to our question: the scanner lives. */
        record Answer() implements Parsed {}

        /** Something was scanned and is not taken. */
        record Refused(Fault fault, int length) implements Parsed {}

        /** Not from a code: empty lines, and bytes without the prefix. */
        record Garbage(int skip) implements Parsed {}

        /** Not the end yet. */
        record Incomplete() implements Parsed {}

        /** Longer than any code: the rest of it is to be dropped, up to the next pause. */
        record Endless() implements Parsed {}
    }

    /** How many bytes this took from the front. */
    static int length(Parsed parsed, int count) {
        return switch (parsed) {
            case Parsed.Code code -> code.length();
            case Parsed.Answer _ -> ANSWER_LENGTH;
            case Parsed.Refused refused -> refused.length();
            case Parsed.Garbage(int skip) -> skip;
            case Parsed.Incomplete _ -> 0;
            case Parsed.Endless _ -> count;
        };
    }

    /**
     * Reads one frame from the front of {@code bytes[0, count)}, the last of which came so long ago. Pure: the same bytes in any
     * portions give the same frames, however short the pauses between them.
     */
    Parsed parse(byte[] bytes, int count, Duration pause) {
        int empty = lineEnds(bytes, 0, count);
        if (empty > 0) {
            return new Parsed.Garbage(empty);
        }
        if (asked && answer(bytes, 0, count)) {
            return new Parsed.Answer();
        }
        int end = indexOf(bytes, terminator, 0, count);
        if (end < 0) {
            return unfinished(bytes, count, pause);
        }
        int after = lineEnds(bytes, end + terminator.length, count);
        boolean paused = pause.compareTo(AFTER_A_CODE) >= 0;
        if (after == count && paused || asked && answer(bytes, after, count)) {
            return code(bytes, end, after);
        }
        if (paused) {
            return new Parsed.Refused(CodeText.CONTROL_CHARACTER, count);
        }
        return count > MAX_LENGTH ? new Parsed.Endless() : new Parsed.Incomplete();
    }

    private Parsed unfinished(byte[] bytes, int count, Duration pause) {
        for (int at = 1; asked && at + ANSWER_LENGTH <= count; at++) {
            if (answer(bytes, at, count)) {
                return new Parsed.Refused(CodeText.CUT_SHORT, at);
            }
        }
        if (count > MAX_LENGTH) {
            return new Parsed.Endless();
        }
        return count > 0 && pause.compareTo(CUT_SHORT) >= 0
                ? new Parsed.Refused(CodeText.CUT_SHORT, count)
                : new Parsed.Incomplete();
    }

    private Parsed code(byte[] bytes, int end, int after) {
        int before = indexOf(bytes, prefix, 0, end);
        return before < 0 ? new Parsed.Garbage(after) : new Parsed.Code(before + prefix.length, end, after);
    }

    /** Where the line ends that stand here stop: a scanner that sends one more than it should harms nobody. */
    private static int lineEnds(byte[] bytes, int from, int count) {
        int at = from;
        while (at < count && (bytes[at] == '\r' || bytes[at] == '\n')) {
            at++;
        }
        return at;
    }

    private static boolean answer(byte[] bytes, int at, int count) {
        if (count - at < ANSWER_LENGTH || !Arrays.equals(bytes, at, at + ANSWER.length, ANSWER, 0, ANSWER.length)) {
            return false;
        }
        int status = bytes[at + ANSWER.length + 1];
        return (status == ACK || status == ENQ || status == NAK) && bytes[at + ANSWER_LENGTH - 1] == '.';
    }

    private static int indexOf(byte[] bytes, byte[] wanted, int from, int count) {
        for (int at = from; at + wanted.length <= count; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }
}
