package banyan.kit.transcript;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which bytes of a protocol's answers are somebody's, and what stands in their place in a trace: given by the driver's author in {@code
 * META-INF/banyan/masks/MODEL.txt}, in the driver's jar. A line each:
 *
 * <pre>
 * keep QUESTION
 * after QUESTION from FROM to TO put BYTES [each N] [xor FROM]</pre>
 *
 * What answers a question that no line names is somebody's from its first byte to its last, and becomes zeros. All in hexadecimal digits but FROM and TO, which count bytes of the answer's stream from 0; {@code to} excludes; {@code put} is repeated
 * to the length there is, so that lengths stay. {@code each N} repeats the rule every N bytes. With {@code xor FROM}
 * the answer's last byte becomes the XOR of those from there.
 */
public final class Mask {
    private final List<byte[]> kept;
    private final List<Rule> rules;

    private Mask(List<byte[]> kept, List<Rule> rules) {
        this.kept = kept;
        this.rules = rules;
    }

    /**
     * One rule.
     *
     * @param each so long is a packet of an endless stream; 0 where the answer is one frame
     * @param xorFrom where the checksum begins; -1 where there is none
     */
    private record Rule(byte[] question, int from, int to, byte[] put, int each, int xorFrom) {
        boolean answers(byte[] asked) {
            return Arrays.equals(question, asked);
        }

        boolean covers(int at) {
            int within = each == 0 ? at : at % each;
            return within >= from && within < to;
        }

        byte put(int at) {
            int within = each == 0 ? at : at % each;
            return put[(within - from) % put.length];
        }
    }

    /** The rules of this model; empty where its driver brings none, and then nothing of it may be recorded. */
    public static Optional<Mask> of(String model) {
        String name = "META-INF/banyan/masks/" + model + ".txt";
        try (@Nullable InputStream in = Mask.class.getClassLoader().getResourceAsStream(name)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(read(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads rules. */
    static Mask read(String text) {
        List<byte[]> kept = new ArrayList<>();
        List<Rule> rules = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            if (line.startsWith("keep ")) {
                kept.add(HexFormat.of().parseHex(line.substring(5).strip()));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                rules.add(rule(List.of(line.strip().split("\\s+", -1))));
            }
        }
        return new Mask(kept, rules);
    }

    private static Rule rule(List<String> words) {
        return new Rule(
                HexFormat.of().parseHex(word(words, "after", "")),
                Integer.parseInt(word(words, "from", "0")),
                Integer.parseInt(word(words, "to", "0")),
                HexFormat.of().parseHex(word(words, "put", "00")),
                Integer.parseInt(word(words, "each", "0")),
                Integer.parseInt(word(words, "xor", "-1")));
    }

    private static String word(List<String> words, String name, String otherwise) {
        int at = words.indexOf(name);
        return at < 0 || at + 1 == words.size() ? otherwise : words.get(at + 1);
    }

    /** The whole answer to a question without anything personal; as long as it was. */
    byte[] masked(byte[] question, byte[] answer) {
        if (kept.stream().anyMatch(one -> Arrays.equals(one, question))) {
            return answer.clone();
        }
        if (rules.stream().noneMatch(rule -> rule.answers(question))) {
            return new byte[answer.length];
        }
        byte[] copy = answer.clone();
        for (Rule rule : rules) {
            if (rule.answers(question)) {
                for (int at = 0; at < copy.length; at++) {
                    copy[at] = rule.covers(at) ? rule.put(at) : copy[at];
                }
                if (rule.xorFrom() >= 0 && copy.length > rule.xorFrom() + 1) {
                    byte sum = 0;
                    for (int at = rule.xorFrom(); at < copy.length - 1; at++) {
                        sum ^= copy[at];
                    }
                    copy[copy.length - 1] = sum;
                }
            }
        }
        return copy;
    }
}
