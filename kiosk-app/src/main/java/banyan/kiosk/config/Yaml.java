package banyan.kiosk.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A mapping of the file while it is read: takes values out, and notes what is missing, unknown or of the wrong form. */
final class Yaml {
    private final String file;
    private final int line;
    private final List<String> mistakes;
    private final Map<String, Node> values = new LinkedHashMap<>();

    private Yaml(String file, Node node, List<String> mistakes) {
        this.file = file;
        this.mistakes = mistakes;
        this.line = line(node);
        if (!(node instanceof MappingNode map)) {
            wrong(line, "a mapping of names to values is expected");
            return;
        }
        for (NodeTuple tuple : map.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                values.put(key.getValue(), tuple.getValueNode());
            }
        }
    }

    static Yaml of(String file, Node root, List<String> mistakes) {
        return new Yaml(file, root, mistakes);
    }

    /** Notes every key that is not one of these. */
    Yaml only(Set<String> known) {
        values.forEach((key, node) -> {
            if (!known.contains(key)) {
                wrong(
                        line(node),
                        "`%s` is not known here; known: %s"
                                .formatted(
                                        key,
                                        String.join(
                                                ", ", known.stream().sorted().toList())));
            }
        });
        return this;
    }

    String text(String name) {
        Node node = values.get(name);
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        wrong(node == null ? line : line(node), "`%s` needs a value".formatted(name));
        return "";
    }

    Optional<String> optional(String name) {
        return values.containsKey(name) ? Optional.of(text(name)) : Optional.empty();
    }

    boolean flag(String name, boolean otherwise) {
        return optional(name)
                .map(text -> {
                    if (!text.equals("true") && !text.equals("false")) {
                        wrong(line(values.get(name)), "`%s` is true or false".formatted(name));
                    }
                    return text.equals("true");
                })
                .orElse(otherwise);
    }

    List<String> texts(String name) {
        Node node = values.get(name);
        if (node == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        if (node instanceof SequenceNode list) {
            for (Node one : list.getValue()) {
                if (one instanceof ScalarNode scalar) {
                    texts.add(scalar.getValue());
                } else {
                    wrong(line(one), "`%s` is a list of single values".formatted(name));
                }
            }
        } else {
            wrong(line(node), "`%s` is a list".formatted(name));
        }
        return texts;
    }

    Yaml mapping(String name) {
        Node node = values.get(name);
        if (node == null) {
            wrong(line, "`%s` is missing".formatted(name));
            return empty();
        }
        return new Yaml(file, node, mistakes);
    }

    Map<String, Yaml> mappings() {
        Map<String, Yaml> all = new LinkedHashMap<>();
        values.forEach((key, node) -> all.put(key, new Yaml(file, node, mistakes)));
        return all;
    }

    /** Where each value stands: file and line. */
    Map<String, String> places() {
        Map<String, String> places = new LinkedHashMap<>();
        values.forEach((key, node) -> places.put(key, file + ":" + line(node)));
        return places;
    }

    /** All single values but these. */
    Map<String, String> rest(Set<String> but) {
        Map<String, String> rest = new LinkedHashMap<>();
        values.forEach((key, node) -> {
            if (but.contains(key)) {
                return;
            }
            if (node instanceof ScalarNode scalar) {
                rest.put(key, scalar.getValue());
            } else {
                wrong(line(node), "`%s` is a single value".formatted(key));
            }
        });
        return rest;
    }

    void wrongAt(String name, String what) {
        wrong(values.containsKey(name) ? line(values.get(name)) : line, what);
    }

    private Yaml empty() {
        Yaml none = new Yaml(
                file,
                new MappingNode(
                        org.snakeyaml.engine.v2.nodes.Tag.MAP,
                        List.of(),
                        org.snakeyaml.engine.v2.common.FlowStyle.BLOCK),
                new ArrayList<>());
        return none;
    }

    private void wrong(int where, String what) {
        mistakes.add("%s:%d: %s".formatted(file, where, what));
    }

    private static int line(@Nullable Node node) {
        return node == null
                ? 1
                : node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
