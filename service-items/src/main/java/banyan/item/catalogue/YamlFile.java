package banyan.item.catalogue;

import banyan.item.Place;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one file. A package is plain lists and mappings: anchors, aliases and tags are refused, because a reader who is no
 * programmer cannot see what they do, and because they can make a small file large.
 */
final class YamlFile {
    private static final int DEEPEST = 20;

    private final String file;
    private final Mistakes mistakes;

    private YamlFile(String file, Mistakes mistakes) {
        this.file = file;
        this.mistakes = mistakes;
    }

    /** The document, or empty after saying why not. */
    static Optional<Yaml> read(String file, String text, Mistakes mistakes) {
        return new YamlFile(file, mistakes).read(text);
    }

    private Optional<Yaml> read(String text) {
        var settings = LoadSettings.builder().setLabel(file).setUseMarks(true).build();
        try {
            var events = new Parse(settings).parseString(text).iterator();
            while (events.hasNext()) {
                var event = events.next();
                if (event instanceof NodeEvent) {
                    return Optional.of(node(event, events, 0));
                }
            }
            mistakes.add(new Place(file, 0), "the file is empty");
        } catch (MarkedYamlEngineException wrong) {
            int line = wrong.getProblemMark().map(Mark::getLine).orElse(-1) + 1;
            mistakes.add(new Place(file, line), "is no YAML here: " + wrong.getProblem() + "; look at the indentation");
        } catch (YamlEngineException wrong) {
            mistakes.add(new Place(file, 0), "is no YAML: " + wrong.getMessage());
        }
        return Optional.empty();
    }

    private Yaml node(Event event, Iterator<Event> events, int depth) {
        int line = line(event);
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            mistakes.add(new Place(file, line), "& and * are not used in packages; write it out");
        }
        if (depth > DEEPEST) {
            mistakes.add(new Place(file, line), "is nested more than " + DEEPEST + " deep");
            skip(event, events);
            return new Yaml.Scalar("", false, line);
        }
        return switch (event) {
            case ScalarEvent scalar -> new Yaml.Scalar(scalar.getValue(), !scalar.isPlain(), line);
            case SequenceStartEvent _ -> listing(line, events, depth);
            case MappingStartEvent _ -> mapping(line, events, depth);
            case AliasEvent _ -> new Yaml.Scalar("", false, line);
            default -> throw new IllegalStateException("an event that begins no node: " + event.getEventId());
        };
    }

    private Yaml listing(int line, Iterator<Event> events, int depth) {
        List<Yaml> items = new ArrayList<>();
        for (var next = events.next(); next.getEventId() != Event.ID.SequenceEnd; next = events.next()) {
            items.add(node(next, events, depth + 1));
        }
        return new Yaml.Listing(items, line);
    }

    private Yaml mapping(int line, Iterator<Event> events, int depth) {
        Map<String, Yaml.Mapping.Entry> entries = new LinkedHashMap<>();
        for (var next = events.next(); next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
            int keyLine = line(next);
            var key = node(next, events, depth + 1);
            var value = node(events.next(), events, depth + 1);
            if (!(key instanceof Yaml.Scalar word)) {
                mistakes.add(new Place(file, keyLine), "a key must be one word");
            } else if (entries.putIfAbsent(word.text(), new Yaml.Mapping.Entry(keyLine, value)) != null) {
                mistakes.add(new Place(file, keyLine), "'" + word.text() + "' is written twice");
            }
        }
        return new Yaml.Mapping(entries, line);
    }

    /** Leaves out a node with all that is in it. */
    private static void skip(Event start, Iterator<Event> events) {
        int open = opens(start);
        while (open > 0) {
            open += opens(events.next());
        }
    }

    private static int opens(Event event) {
        return switch (event.getEventId()) {
            case SequenceStart, MappingStart -> 1;
            case SequenceEnd, MappingEnd -> -1;
            case Alias, Comment, DocumentEnd, DocumentStart, Scalar, StreamEnd, StreamStart -> 0;
        };
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }
}
