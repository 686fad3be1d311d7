package banyan.walk;

import banyan.walk.Step.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads a journey; whatever is wrong is said with its line. */
final class JourneyFile {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Set<String> HEAD =
            Set.of("journey", "about", "screen", "language", "disk", "devices", "uses", "blocks", "steps", "ends");
    private static final Set<String> ENDS = Set.of("centre", "paper", "receipts", "journal", "disk", "events");

    private final String file;
    private final Map<String, Block> blocks = new LinkedHashMap<>();

    private JourneyFile(String file) {
        this.file = file;
    }

    /** Named steps, and the file whose blocks they may use in their turn. */
    private record Block(JourneyFile from, SequenceNode steps) {}

    static Journey read(Path path) throws JourneyMistake {
        return new JourneyFile(path.getFileName().toString()).journey(path);
    }

    private Journey journey(Path path) throws JourneyMistake {
        MappingNode root = mapping(document(path), "a journey is a mapping");
        Map<String, Node> head = keys(root, HEAD);
        if (head.get("uses") instanceof Node other) {
            Path used = path.resolveSibling(text(other));
            JourneyFile from = new JourneyFile(used.getFileName().toString());
            from.name(from.document(used));
            blocks.putAll(from.blocks);
        }
        if (head.get("blocks") instanceof Node named) {
            name(named);
        }
        Node steps = head.get("steps");
        if (steps == null) {
            throw at(root, "a journey has steps");
        }
        List<Line> lines = new ArrayList<>();
        steps(sequence(steps, "steps is a list"), lines, 0);
        return new Journey(
                head.containsKey("journey")
                        ? text(head.get("journey"))
                        : path.getFileName().toString(),
                head.containsKey("about") ? text(head.get("about")) : "",
                path,
                screen(head.get("screen")),
                head.containsKey("language") ? text(head.get("language")) : "zh-CN",
                small(head.get("disk")),
                devices(head.get("devices")),
                List.copyOf(lines),
                ends(head.get("ends")));
    }

    private boolean small(@org.jspecify.annotations.Nullable Node disk) throws JourneyMistake {
        if (disk != null && !text(disk).equals("small")) {
            throw at(disk, "a terminal's disk is small, or not named");
        }
        return disk != null;
    }

    private void name(Node named) throws JourneyMistake {
        for (NodeTuple tuple : mapping(named, "blocks is a mapping of names to steps").getValue()) {
            blocks.put(
                    text(tuple.getKeyNode()),
                    new Block(this, sequence(tuple.getValueNode(), "a block is a list of steps")));
        }
    }

    private Node document(Path path) throws JourneyMistake {
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(file)
                    .setCodePointLimit(1_000_000)
                    .build();
            return new Compose(settings)
                    .composeString(Files.readString(path))
                    .orElseThrow(() -> new JourneyMistake(file, 1, "the file is empty"));
        } catch (MarkedYamlEngineException wrong) {
            int line = wrong.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new JourneyMistake(file, line, wrong.getProblem());
        } catch (IOException unreadable) {
            throw new JourneyMistake(file, 1, "cannot be read: " + unreadable.getMessage());
        }
    }

    private int[] screen(@org.jspecify.annotations.Nullable Node node) throws JourneyMistake {
        if (node == null) {
            return new int[] {1080, 1920};
        }
        return switch (text(node)) {
            case "1080x1920", "portrait" -> new int[] {1080, 1920};
            case "1920x1080", "landscape" -> new int[] {1920, 1080};
            default -> throw at(node, "screen is 1080x1920 or 1920x1080");
        };
    }

    private Set<Extra> devices(@org.jspecify.annotations.Nullable Node node) throws JourneyMistake {
        Set<Extra> devices = EnumSet.noneOf(Extra.class);
        if (node != null) {
            for (Node one : sequence(node, "devices is a list").getValue()) {
                devices.add(Extra.of(text(one))
                        .orElseThrow(() -> at(one, "a journey may name these devices: " + Extra.ids())));
            }
        }
        return devices;
    }

    private void steps(SequenceNode list, List<Line> into, int depth) throws JourneyMistake {
        for (Node node : list.getValue()) {
            MappingNode one = mapping(node, "a step is `word: value`");
            if (one.getValue().size() != 1) {
                throw at(node, "a step has exactly one word");
            }
            String word = text(one.getValue().getFirst().getKeyNode());
            Node value = one.getValue().getFirst().getValueNode();
            if (word.equals("do")) {
                Block block = blocks.get(text(value));
                if (block == null || depth > 8) {
                    throw at(value, "there is no block of this name, or blocks call each other in a circle");
                }
                block.from().steps(block.steps(), into, depth + 1);
            } else {
                into.add(new Line(file, line(node), word + " " + words(value), step(word, value)));
            }
        }
    }

    private Step step(String word, Node value) throws JourneyMistake {
        return switch (word) {
            case "tap" -> new Step.Tap(text(value));
            case "type" -> {
                Map<String, Node> keys = keys(mapping(value, "type: {field: …, text: …}"), Set.of("field", "text", "from"));
                if (!keys.containsKey("from")) {
                    yield new Step.Type(text(need(keys, "field", value)), Optional.of(text(need(keys, "text", value))));
                }
                if (keys.containsKey("text") || !text(need(keys, "from", value)).equals("paper")) {
                    throw at(value, "from: paper is the code in letters on the paper that came out last, text: … another");
                }
                yield new Step.Type(text(need(keys, "field", value)), Optional.empty());
            }
            case "device" -> device(mapping(value, "device: {id: …, do: …}"));
            case "clerk" -> clerk(mapping(value, "clerk: {does: DEED, …}"));
            case "hold" -> {
                if (value instanceof MappingNode other) {
                    yield new Step.Hold(Optional.of(text(need(keys(other, Set.of("code")), "code", value))));
                }
                if (!text(value).equals("paper")) {
                    throw at(value, "hold: paper is the code on the paper that came out last, hold: {code: …} another");
                }
                yield new Step.Hold(Optional.empty());
            }
            case "sign" -> sign(mapping(value, "sign: {on: pad | screen, strokes: […]}"));
            case "network" -> new Step.Network(network(value));
            case "form" -> new Step.Form(
                    switch (text(value)) {
                        case "changed" -> true;
                        case "usual" -> false;
                        default -> throw at(value, "the centre's form is changed or usual");
                    });
            case "kill" -> new Step.Kill();
            case "restart" -> new Step.Restart();
            case "wait", "expect" -> expect(value);
            case "clock" -> text(value).equals("worked-morning") ? new Step.WorkedMorning() : new Step.Clock(duration(value));
            case "disk" -> new Step.Disk(
                    switch (text(value)) {
                        case "full" -> Step.Disk.Harm.FULL;
                        case "free" -> Step.Disk.Harm.FREE;
                        case "spoiled" -> Step.Disk.Harm.SPOILED;
                        case "mended" -> Step.Disk.Harm.MENDED;
                        default -> throw at(value, "a disk is full, free, spoiled or mended");
                    });
            case "release" -> release(mapping(value, "release: {file: …, replace: …, with: …}"));
            case "shot" -> new Step.Shot(text(value));
            default -> throw at(value, "no such step: " + word);
        };
    }

    private Step device(MappingNode value) throws JourneyMistake {
        Map<String, Object> body = body(value);
        Object id = body.remove("id");
        Object action = body.remove("do");
        if (id == null || action == null) {
            throw at(value, "device: {id: …, do: …} names the device and what is done to it");
        }
        return new Step.Device(id.toString(), action.toString(), body);
    }

    private Step clerk(MappingNode value) throws JourneyMistake {
        Map<String, Object> body = body(value);
        Object deed = body.remove("does");
        if (deed == null) {
            throw at(value, "clerk: {does: DEED, …} names what is done to the case of the last receipt");
        }
        return new Step.Clerk(deed.toString(), body);
    }

    private Map<String, Object> body(MappingNode value) throws JourneyMistake {
        Map<String, Object> body = new LinkedHashMap<>();
        for (NodeTuple tuple : value.getValue()) {
            body.put(text(tuple.getKeyNode()), plain(tuple.getValueNode()));
        }
        return body;
    }

    private Step sign(MappingNode value) throws JourneyMistake {
        Map<String, Node> keys = keys(value, Set.of("on", "strokes"));
        List<List<double[]>> strokes = new ArrayList<>();
        for (Node stroke : sequence(need(keys, "strokes", value), "strokes is a list of strokes")
                .getValue()) {
            List<double[]> points = new ArrayList<>();
            for (Node point : sequence(stroke, "a stroke is a list of points").getValue()) {
                if (!(plain(point) instanceof List<?> xy && xy.size() >= 2)) {
                    throw at(point, "a point is [x, y] or [x, y, pressure], each 0 to 1");
                }
                points.add(xy.stream()
                        .mapToDouble(n -> Double.parseDouble(n.toString()))
                        .toArray());
            }
            strokes.add(points);
        }
        return new Step.Sign(
                Step.Sign.Surface.valueOf(text(need(keys, "on", value)).toUpperCase(Locale.ROOT)), strokes);
    }

    private Step release(MappingNode value) throws JourneyMistake {
        Map<String, Node> keys =
                keys(value, Set.of("file", "replace", "with", "notice", "closes", "after", "altered"));
        return new Step.Release(
                text(need(keys, "file", value)),
                text(need(keys, "replace", value)),
                text(need(keys, "with", value)),
                keys.containsKey("notice") ? text(keys.get("notice")) : "",
                keys.containsKey("closes") ? text(keys.get("closes")) : "",
                keys.containsKey("after") ? duration(need(keys, "after", value)) : Duration.ZERO,
                keys.containsKey("altered") && text(keys.get("altered")).equals("true"));
    }

    private FaultProxy.Line network(Node value) throws JourneyMistake {
        try {
            return FaultProxy.Line.valueOf(text(value).toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException unknown) {
            throw at(value, "network is up, down, slow, lossy, cut-in-request, cut-before-answer, cut-before-progress or cut-in-chunk");
        }
    }

    private Step expect(Node value) throws JourneyMistake {
        if (!(value instanceof MappingNode map)) {
            List<String> texts = texts(value);
            return new Step.Expect(new Step.Sight(texts, List.of(), List.of(), Optional.empty(), Optional.empty()), PATIENCE);
        }
        Map<String, Node> keys = keys(map, Set.of("text", "not", "id", "page", "event", "seconds"));
        Duration within =
                keys.containsKey("seconds") ? Duration.ofSeconds(Long.parseLong(text(keys.get("seconds")))) : PATIENCE;
        return new Step.Expect(
                new Step.Sight(
                        keys.containsKey("text") ? texts(keys.get("text")) : List.of(),
                        keys.containsKey("not") ? texts(keys.get("not")) : List.of(),
                        keys.containsKey("id") ? texts(keys.get("id")) : List.of(),
                        keys.containsKey("page") ? Optional.of(text(keys.get("page"))) : Optional.empty(),
                        keys.containsKey("event") ? Optional.of(text(keys.get("event"))) : Optional.empty()),
                within);
    }

    private List<Journey.End> ends(@org.jspecify.annotations.Nullable Node node) throws JourneyMistake {
        List<Journey.End> ends = new ArrayList<>();
        if (node == null) {
            return ends;
        }
        for (Map.Entry<String, Node> one :
                keys(mapping(node, "ends is a mapping"), ENDS).entrySet()) {
            List<Node> values =
                    one.getValue() instanceof SequenceNode several ? several.getValue() : List.of(one.getValue());
            for (Node value : values) {
                Map<String, Object> words = new LinkedHashMap<>();
                for (NodeTuple tuple :
                        mapping(value, one.getKey() + " is a mapping").getValue()) {
                    words.put(text(tuple.getKeyNode()), plain(tuple.getValueNode()));
                }
                ends.add(new Journey.End(one.getKey(), line(value), words));
            }
        }
        return List.copyOf(ends);
    }

    /** {@code 40s}, {@code 10m}, {@code 3h} or {@code 2d}, or {@code {forward: …}}. */
    private Duration duration(Node value) throws JourneyMistake {
        if (value instanceof MappingNode map) {
            return duration(need(keys(map, Set.of("forward")), "forward", value));
        }
        String text = text(value);
        if (!text.matches("[0-9]+[smhd]")) {
            throw at(value, "a time is a number and s, m, h or d");
        }
        long count = Long.parseLong(text.substring(0, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 's' -> Duration.ofSeconds(count);
            case 'm' -> Duration.ofMinutes(count);
            case 'h' -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    private List<String> texts(Node node) throws JourneyMistake {
        if (node instanceof SequenceNode several) {
            List<String> texts = new ArrayList<>();
            for (Node one : several.getValue()) {
                texts.add(text(one));
            }
            return List.copyOf(texts);
        }
        return List.of(text(node));
    }

    private Object plain(Node node) throws JourneyMistake {
        return switch (node) {
            case ScalarNode scalar when scalar.getTag().equals(Tag.INT) -> Long.valueOf(scalar.getValue());
            case ScalarNode scalar when scalar.getTag().equals(Tag.FLOAT) -> Double.valueOf(scalar.getValue());
            case ScalarNode scalar when scalar.getTag().equals(Tag.BOOL) -> Boolean.valueOf(scalar.getValue());
            case ScalarNode scalar -> scalar.getValue();
            case SequenceNode several -> {
                List<Object> list = new ArrayList<>();
                for (Node one : several.getValue()) {
                    list.add(plain(one));
                }
                yield list;
            }
            case MappingNode map -> body(map);
            default -> throw at(node, "a plain value is expected");
        };
    }

    private Map<String, Node> keys(MappingNode map, Set<String> allowed) throws JourneyMistake {
        Map<String, Node> keys = new LinkedHashMap<>();
        for (NodeTuple tuple : map.getValue()) {
            String key = text(tuple.getKeyNode());
            if (!allowed.contains(key)) {
                throw at(tuple.getKeyNode(), "`%s` is not known here; known: %s".formatted(key, allowed));
            }
            keys.put(key, tuple.getValueNode());
        }
        return keys;
    }

    private Node need(Map<String, Node> keys, String key, Node where) throws JourneyMistake {
        Node value = keys.get(key);
        if (value == null) {
            throw at(where, "`%s` is missing".formatted(key));
        }
        return value;
    }

    private MappingNode mapping(Node node, String otherwise) throws JourneyMistake {
        if (node instanceof MappingNode map) {
            return map;
        }
        throw at(node, otherwise);
    }

    private SequenceNode sequence(Node node, String otherwise) throws JourneyMistake {
        if (node instanceof SequenceNode list) {
            return list;
        }
        throw at(node, otherwise);
    }

    private String text(@org.jspecify.annotations.Nullable Node node) throws JourneyMistake {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw new JourneyMistake(file, node == null ? 1 : line(node), "a single value is expected");
    }

    private static String words(Node node) {
        return switch (node) {
            case ScalarNode scalar -> scalar.getValue();
            case SequenceNode list ->
                list.getValue().stream().map(JourneyFile::words).toList().toString();
            case MappingNode map ->
                map.getValue().stream()
                        .map(t -> words(t.getKeyNode()) + ": " + words(t.getValueNode()))
                        .toList()
                        .toString();
            default -> "";
        };
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    private JourneyMistake at(Node node, String what) {
        return new JourneyMistake(file, line(node), what);
    }
}
