package banyan.kit.transcript;

import banyan.conformance.Tap.Direction;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * A conversation between driver and device as text. A line each: {@code >} to the device or {@code <} from it, milliseconds since the
 * beginning, hexadecimal digits; two dots are a byte that was sent and is hidden, and stand for any. A line that begins with {@code #} is a comment; {@code # name: value} says what the whole is about:
 * {@code model}, {@code command} (a capability), {@code expect} ({@code done}, or the code of the fault), {@code set} (settings of the
 * driver beside its port, as {@code name=value}), {@code wire} ({@code usb}: a line for each transfer of a HID device, the set-up before
 * what goes with it) and {@code piece} (its numbers of maker and kind).
 *
 * @param about what the comments with a colon say
 * @param lines in their order
 */
public record Transcript(SequencedMap<String, String> about, List<Line> lines) {
    private static final int LONGEST_VALUE = 200;

    public Transcript {
        lines = List.copyOf(lines);
    }

    /**
     * What passed one way at one moment.
     *
     * @param hidden which of the bytes are somebody's, and 0 here
     */
    public record Line(Direction direction, long millis, byte[] bytes, BitSet hidden) {
        /** A line with nothing hidden. */
        public Line(Direction direction, long millis, byte[] bytes) {
            this(direction, millis, bytes, new BitSet());
        }

        /** Whether these bytes, from this place on, may be the ones that were sent then; as many of them as there are. */
        boolean fits(byte[] others, int count) {
            for (int at = 0; at < Math.min(count, bytes.length); at++) {
                if (!hidden.get(at) && bytes[at] != others[at]) {
                    return false;
                }
            }
            return true;
        }

        /** The bytes as they stand in the text. */
        String hex() {
            StringBuilder text = new StringBuilder(2 * bytes.length);
            for (int at = 0; at < bytes.length; at++) {
                text.append(hidden.get(at) ? ".." : HexFormat.of().toHexDigits(bytes[at]));
            }
            return text.toString();
        }

        @Override
        public String toString() {
            return (direction == Direction.TO_DEVICE ? ">" : "<") + " " + millis + " " + hex();
        }
    }

    /** Reads one; what is no transcript is named with its line. */
    public static Transcript read(String text) {
        TreeMap<String, String> about = new TreeMap<>();
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (line.startsWith("#")) {
                int colon = line.indexOf(": ");
                if (colon > 0 && line.length() < LONGEST_VALUE) {
                    about.put(line.substring(1, colon).strip(), line.substring(colon + 2).strip());
                }
            } else if (!line.isBlank()) {
                lines.add(line(line, number));
            }
        }
        return new Transcript(about, lines);
    }

    private static Line line(String line, int number) {
        String[] words = line.strip().split("\\s+", 3);
        boolean good = words.length == 3
                && words[0].matches("[<>]")
                && words[1].matches("[0-9]{1,9}")
                && words[2].replace(" ", "").matches(words[0].equals(">") ? "([0-9a-fA-F]{2}|\\.\\.)+" : "([0-9a-fA-F]{2})+");
        if (!good) {
            throw new IllegalArgumentException("line " + number + " is not: > or <, milliseconds, hexadecimal digits");
        }
        String hex = words[2].replace(" ", "");
        BitSet hidden = new BitSet();
        for (int at = 0; at < hex.length() / 2; at++) {
            hidden.set(at, hex.charAt(2 * at) == '.');
        }
        return new Line(
                words[0].equals(">") ? Direction.TO_DEVICE : Direction.TO_DRIVER,
                Long.parseLong(words[1]),
                HexFormat.of().parseHex(hex.replace("..", "00")),
                hidden);
    }

    /** What is said about the whole under this name. */
    public Optional<String> about(String name) {
        return Optional.ofNullable(about.get(name));
    }

    /** As text again. */
    public String text() {
        StringBuilder text = new StringBuilder();
        about.forEach((name, value) ->
                text.append("# ").append(name).append(": ").append(value).append('\n'));
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
