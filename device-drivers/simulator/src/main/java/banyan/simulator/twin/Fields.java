package banyan.simulator.twin;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of a request, read one by one. Every mistake is kept, names that nobody asked for included, so that the
 * answer can list them all and nothing is done by halves.
 */
public final class Fields {
    public static final ObjectMapper JSON = JsonMapper.builder().build();

    private final ObjectNode object;
    private final Set<String> known = new LinkedHashSet<>();
    private final List<String> mistakes = new ArrayList<>();

    private Fields(ObjectNode object) {
        this.object = object;
    }

    public static Fields of(ObjectNode object) {
        return new Fields(object);
    }

    public static Fields none() {
        return new Fields(JsonNodeFactory.instance.objectNode());
    }

    /** Reads a JSON object; blank text is an empty one. What cannot be read is a mistake like any other. */
    public static Fields parse(String json) {
        if (json.isBlank()) {
            return none();
        }
        try {
            if (JSON.readTree(json) instanceof ObjectNode object) {
                return new Fields(object);
            }
            return none().mistaken("the body must be a JSON object");
        } catch (JacksonException _) {
            return none().mistaken("the body is not JSON");
        }
    }

    /** The object itself; empty if what was parsed is none. */
    public Optional<ObjectNode> object() {
        return mistakes.isEmpty() ? Optional.of(object) : Optional.empty();
    }

    public Optional<JsonNode> any(String name) {
        known.add(name);
        JsonNode value = object.path(name);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    public Optional<String> text(String name) {
        Optional<JsonNode> value = any(name);
        if (value.isPresent() && !value.get().isString()) {
            mistaken(name + " must be a text");
            return Optional.empty();
        }
        return value.map(JsonNode::stringValue);
    }

    public int number(String name, int least, int most, int otherwise) {
        Optional<JsonNode> value = any(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        JsonNode node = value.get();
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < least || node.intValue() > most) {
            mistaken(name + " must be a whole number from " + least + " to " + most);
            return otherwise;
        }
        return node.intValue();
    }

    public double decimal(String name, double least, double most, double otherwise) {
        Optional<JsonNode> value = any(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        JsonNode node = value.get();
        if (!node.isNumber() || !(node.doubleValue() >= least && node.doubleValue() <= most)) {
            mistaken(name + " must be a number from " + least + " to " + most);
            return otherwise;
        }
        return node.doubleValue();
    }

    public boolean flag(String name, boolean otherwise) {
        Optional<JsonNode> value = any(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        if (!value.get().isBoolean()) {
            mistaken(name + " must be true or false");
            return otherwise;
        }
        return value.get().booleanValue();
    }

    /** A constant of an enum, written in lower case with hyphens. */
    public <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
        Optional<String> value = text(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        List<String> words = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equals(value.get())) {
                return constant;
            }
            words.add(word(constant));
        }
        mistaken(name + " must be one of " + String.join(", ", words));
        return otherwise;
    }

    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Fields mistaken(String mistake) {
        mistakes.add(mistake);
        return this;
    }

    /** What was wrong, with the names that nobody has asked for so far. */
    public List<String> mistakes() {
        List<String> all = new ArrayList<>(mistakes);
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                all.add("there is no field " + name);
            }
        }
        return all;
    }

    /** Does the deed and answers with the state after it, unless a mistake was found. */
    public Answer then(Runnable deed, Supplier<ObjectNode> state) {
        List<String> wrong = mistakes();
        if (!wrong.isEmpty()) {
            return new Answer.Refused(wrong);
        }
        deed.run();
        return new Answer.Done(state.get());
    }
}
