package banyan.item.catalogue;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A YAML part as JSON, by the core schema: what looks like a number is one. */
final class Json {
    private Json() {}

    static String of(Yaml yaml) {
        return node(yaml).toString();
    }

    static JsonNode node(Yaml yaml) {
        var make = JsonNodeFactory.instance;
        return switch (yaml) {
            case Yaml.Scalar scalar -> scalar(scalar);
            case Yaml.Listing listing ->
                make.arrayNode().addAll(listing.items().stream().map(Json::node).collect(Collectors.toList()));
            case Yaml.Mapping mapping -> {
                var object = make.objectNode();
                mapping.entries().forEach((key, entry) -> object.set(key, node(entry.value())));
                yield object;
            }
        };
    }

    private static JsonNode scalar(Yaml.Scalar scalar) {
        var make = JsonNodeFactory.instance;
        var text = scalar.text();
        if (scalar.quoted()) {
            return make.stringNode(text);
        }
        return switch (text) {
            case "true" -> make.booleanNode(true);
            case "false" -> make.booleanNode(false);
            case "", "~", "null" -> make.nullNode();
            default -> {
                if (text.matches("-?(0|[1-9][0-9]{0,14})")) {
                    yield make.numberNode(Long.parseLong(text));
                }
                yield text.matches("-?(0|[1-9][0-9]*)\\.[0-9]+")
                        ? make.numberNode(new BigDecimal(text))
                        : make.stringNode(text);
            }
        };
    }
}
