package banyan.kiosk.text;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A sentence with named gaps: {@code 第 {page} 页，共 {total} 页}. A gap {@code {pages|page|pages}} does not print the
 * number but the word that goes with it: the first for one, the second for any other number.
 */
final class Sentence {
    private sealed interface Part {
        record Plain(String text) implements Part {}

        record Gap(String name) implements Part {}

        record Counted(String name, String one, String other) implements Part {}
    }

    private final String source;
    private final List<Part> parts;

    private Sentence(String source, List<Part> parts) {
        this.source = source;
        this.parts = List.copyOf(parts);
    }

    static Sentence parse(String source) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < source.length()) {
            int open = source.indexOf('{', at);
            if (open < 0) {
                parts.add(new Part.Plain(source.substring(at)));
                break;
            }
            if (open > at) {
                parts.add(new Part.Plain(source.substring(at, open)));
            }
            int close = source.indexOf('}', open);
            if (close < 0) {
                throw new IllegalArgumentException("a gap is not closed: " + source);
            }
            parts.add(gap(source.substring(open + 1, close)));
            at = close + 1;
        }
        return new Sentence(source, parts);
    }

    private static Part gap(String inside) {
        int first = inside.indexOf('|');
        if (first < 0) {
            return new Part.Gap(inside);
        }
        int second = inside.indexOf('|', first + 1);
        if (second < 0) {
            throw new IllegalArgumentException("a counted gap needs two words: " + inside);
        }
        return new Part.Counted(
                inside.substring(0, first), inside.substring(first + 1, second), inside.substring(second + 1));
    }

    String source() {
        return source;
    }

    /** The names of the gaps. */
    SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        for (Part part : parts) {
            switch (part) {
                case Part.Plain _ -> {}
                case Part.Gap(var name) -> names.add(name);
                case Part.Counted counted -> names.add(counted.name());
            }
        }
        return names;
    }

    /** @param namesAndValues name, value, name, value … */
    String with(Object... namesAndValues) {
        if (namesAndValues.length == 0 && parts.size() == 1 && parts.getFirst() instanceof Part.Plain(var text)) {
            return text;
        }
        StringBuilder said = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Part.Plain(var text) -> said.append(text);
                case Part.Gap(var name) -> said.append(value(name, namesAndValues));
                case Part.Counted(var name, var one, var other) ->
                    said.append("1".equals(value(name, namesAndValues).toString()) ? one : other);
            }
        }
        return said.toString();
    }

    private Object value(String name, Object... namesAndValues) {
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            if (name.equals(namesAndValues[i])) {
                return namesAndValues[i + 1];
            }
        }
        throw new IllegalArgumentException("no value for {" + name + "} in: " + source);
    }
}
