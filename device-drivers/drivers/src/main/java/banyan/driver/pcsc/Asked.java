package banyan.driver.pcsc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What goes to {@link PcscLibrary} and comes back from it, wherever it runs. A request is one byte and what belongs to it; an answer is
 * 0 and what was asked for, or the number of a {@link Trouble}.
 */
final class Asked {
    static final byte OPEN = 'O';
    static final byte CLOSE = 'X';
    static final byte WAIT = 'W';
    static final byte CONNECT = 'C';
    static final byte TRANSMIT = 'T';
    static final byte DISCONNECT = 'D';

    /** The two ways in which a card wants its commands. */
    static final byte T0 = 0;

    static final byte T1 = 1;

    private static final byte DONE = 0;

    private Asked() {}

    /** Opens PC/SC; the answer is {@link #readers}. */
    static byte[] open() {
        return new byte[] {OPEN};
    }

    static byte[] plain(byte what) {
        return new byte[] {what};
    }

    /** Waits for a card, or for its absence, at most that long; the answer is 1 where it came to be so, 0 where not. */
    static byte[] await(String reader, boolean present, int millis) {
        byte[] name = reader.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(4 + name.length)
                .put(WAIT)
                .put((byte) (present ? 1 : 0))
                .putShort((short) millis)
                .put(name)
                .array();
    }

    static byte[] connect(String reader) {
        return with(CONNECT, reader.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] transmit(byte[] command) {
        return with(TRANSMIT, command);
    }

    private static byte[] with(byte first, byte[] rest) {
        return ByteBuffer.allocate(1 + rest.length).put(first).put(rest).array();
    }

    static byte[] done(byte... what) {
        return with(DONE, what);
    }

    /** The first {@code length} of these bytes, copied once and nowhere else. */
    static byte[] done(byte[] bytes, int length) {
        return ByteBuffer.allocate(1 + length).put(DONE).put(bytes, 0, length).array();
    }

    static byte[] done(List<String> readers) {
        return done(String.join("\n", readers).getBytes(StandardCharsets.UTF_8));
    }

    static byte[] failed(Trouble trouble) {
        return new byte[] {(byte) (trouble.ordinal() + 1)};
    }

    /** The trouble that an answer tells of; what is no answer at all is {@link Trouble#FAILED}. */
    static Optional<Trouble> trouble(byte[] answer) {
        if (answer.length > 0 && answer[0] == DONE) {
            return Optional.empty();
        }
        boolean known = answer.length == 1 && answer[0] > 0 && answer[0] <= Trouble.values().length;
        return Optional.of(known ? Trouble.values()[answer[0] - 1] : Trouble.FAILED);
    }

    /** What an answer without trouble carries, in an array of its own. */
    static byte[] content(byte[] answer) {
        return Arrays.copyOfRange(answer, 1, answer.length);
    }

    static boolean yes(byte[] answer) {
        return answer.length == 2 && answer[1] == 1;
    }

    static List<String> readers(byte[] answer) {
        String all = new String(content(answer), StandardCharsets.UTF_8);
        return all.isEmpty() ? List.of() : all.lines().toList();
    }
}
