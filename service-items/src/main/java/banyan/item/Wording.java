package banyan.item;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A text of a template in every language, taken apart: literal words, {@code **bold**} stretches and {@code {placeholders}}.
 * It is taken apart once, when the package is read, so that a citizen's value with a star or a brace in it stays what it is.
 */
public record Wording(Map<Language, List<Piece>> byLanguage) {
    public Wording {
        byLanguage = Map.copyOf(byLanguage);
    }

    public sealed interface Piece {}

    public record Literal(String text, boolean bold) implements Piece {}

    /**
     * A place for a value.
     *
     * @param name of the value
     * @param otherwise what stands here when there is no value; without it a missing value is a fault
     */
    public record Hole(String name, Format format, Optional<String> otherwise, boolean bold) implements Piece {}

    /** What taking a text apart came to. */
    public sealed interface Parsed {
        record Pieces(List<Piece> pieces) implements Parsed {}

        /**
         * The text does not read.
         *
         * @param sentence what is wrong, for the author of the package
         */
        record Wrong(String sentence) implements Parsed {}
    }

    public List<Piece> in(Language language) {
        return byLanguage.getOrDefault(language, List.of());
    }

    public List<Hole> holes() {
        return byLanguage.values().stream()
                .flatMap(List::stream)
                .filter(Hole.class::isInstance)
                .map(Hole.class::cast)
                .toList();
    }

    /** The whole sentence, or empty if a value it names is missing: half a sentence is never said. */
    public Optional<String> write(Values values, Language language) {
        var sentence = new StringBuilder();
        for (var piece : in(language)) {
            switch (piece) {
                case Literal literal -> sentence.append(literal.text());
                case Hole hole -> {
                    var written = values.get(hole.name())
                            .flatMap(value -> hole.format().write(value, language))
                            .or(hole::otherwise);
                    if (written.isEmpty()) {
                        return Optional.empty();
                    }
                    sentence.append(written.get());
                }
            }
        }
        return Optional.of(sentence.toString());
    }

    /** Takes one language's text apart. */
    public static Parsed parse(String text) {
        var pieces = new ArrayList<Piece>();
        var literal = new StringBuilder();
        boolean bold = false;
        int at = 0;
        while (at < text.length()) {
            char next = text.charAt(at);
            if (text.startsWith("**", at)) {
                flush(literal, bold, pieces);
                bold = !bold;
                at += 2;
            } else if (next == '{') {
                int end = text.indexOf('}', at);
                if (end < 0) {
                    return new Parsed.Wrong("a { is opened and never closed");
                }
                flush(literal, bold, pieces);
                switch (hole(text.substring(at + 1, end), bold)) {
                    case Parsed.Pieces(var hole) -> pieces.addAll(hole);
                    case Parsed.Wrong wrong -> {
                        return wrong;
                    }
                }
                at = end + 1;
            } else if (next == '}') {
                return new Parsed.Wrong("a } stands without its {");
            } else {
                literal.append(next);
                at++;
            }
        }
        if (bold) {
            return new Parsed.Wrong("a ** is opened and never closed");
        }
        flush(literal, false, pieces);
        return new Parsed.Pieces(List.copyOf(pieces));
    }

    /** {@code name}, {@code name|format}, {@code name|or:text} or {@code name|format|or:text}. */
    private static Parsed hole(String inside, boolean bold) {
        int bar = inside.indexOf('|');
        var name = (bar < 0 ? inside : inside.substring(0, bar)).strip();
        if (!name.matches("[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*)*")) {
            return new Parsed.Wrong("'{" + inside + "}' does not name a value");
        }
        var format = Format.PLAIN;
        Optional<String> otherwise = Optional.empty();
        int from = bar;
        while (from >= 0) {
            int to = inside.indexOf('|', from + 1);
            var word = (to < 0 ? inside.substring(from + 1) : inside.substring(from + 1, to)).strip();
            if (word.startsWith("or:")) {
                otherwise = Optional.of(word.substring("or:".length()));
            } else {
                var known = Format.ofWord(word);
                if (known.isEmpty()) {
                    return new Parsed.Wrong("there is no format '" + word + "'");
                }
                format = known.get();
            }
            from = to;
        }
        return new Parsed.Pieces(List.of(new Hole(name, format, otherwise, bold)));
    }

    private static void flush(StringBuilder literal, boolean bold, List<Piece> pieces) {
        if (!literal.isEmpty()) {
            pieces.add(new Literal(literal.toString(), bold));
            literal.setLength(0);
        }
    }
}
