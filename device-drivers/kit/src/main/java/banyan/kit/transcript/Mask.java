package banyan.kit.transcript;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which bytes of a protocol are somebody's, and what stands in their place in a trace: given by the driver's author in {@code
 * META-INF/banyan/masks/MODEL.txt}, in the driver's jar. A line each:
 *
 * <pre>
 * keep QUESTION
 * after QUESTION from FROM to TO put BYTES [each N] [xor FROM]
 * after QUESTION at AT counted AT from FROM sum FROM put BYTES
 * after QUESTION only BYTES[,BYTES]… but BYTES put BYTE
 * answers open
 * sent hidden</pre>
 *
 * What answers a question that no line names is somebody's from its first byte to its last, and becomes zeros, unless {@code answers
 * open} says that answers are nobody's. All in hexadecimal digits but the numbers, which count bytes of the answer's stream from 0;
 * {@code to} excludes; {@code put} is repeated to the length there is, so that lengths stay. {@code each N} repeats the rule every N
 * bytes; with {@code xor FROM} the answer's last byte becomes the XOR of those from there. The second form is for packets that follow each
 * other from AT on, count themselves and end with a sum; the third for what comes by itself
 * between answers. With {@code sent hidden}
 * what is sent is hidden too, but for what {@code keep} names.
 */
public final class Mask {
    private final List<byte[]> kept = new ArrayList<>();
    private final List<MaskRule> rules = new ArrayList<>();
    private boolean answersOpen;
    private boolean sentHidden;

    private Mask() {}

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

    /** Reads rules; what is none is named with its line. */
    public static Mask read(String text) {
        Mask mask = new Mask();
        text.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).forEach(mask::add);
        return mask;
    }

    private void add(String line) {
        List<String> words = List.of(line.split("\\s+", -1));
        switch (words.getFirst()) {
            case "keep" -> kept.add(HexFormat.of().parseHex(words.get(1)));
            case "after" -> rules.add(MaskRule.read(words));
            case "answers" -> answersOpen = true;
            case "sent" -> sentHidden = true;
            default -> throw new IllegalArgumentException("no rule of a mask: " + line);
        }
    }

    private boolean keeps(byte[] question) {
        return kept.stream().anyMatch(one -> Arrays.equals(one, question));
    }

    /** Whether a rule is about the answers to this. */
    boolean names(byte[] question) {
        return keeps(question) || rules.stream().anyMatch(rule -> Arrays.equals(rule.question(), question));
    }

    /** Which bytes of what is sent are somebody's. */
    BitSet hidden(byte[] question) {
        BitSet hidden = new BitSet();
        if (sentHidden && !keeps(question)) {
            hidden.set(0, question.length);
        }
        return hidden;
    }

    /** The whole answer to a question without anything personal; as long as it was. */
    byte[] masked(byte[] question, byte[] answer) {
        List<MaskRule> its = rules.stream()
                .filter(rule -> Arrays.equals(rule.question(), question))
                .toList();
        if (its.isEmpty() && !answersOpen && !keeps(question)) {
            return new byte[answer.length];
        }
        byte[] copy = answer.clone();
        its.forEach(rule -> rule.cover(copy));
        return copy;
    }
}
