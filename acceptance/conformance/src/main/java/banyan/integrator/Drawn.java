package banyan.integrator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Bodies drawn by chance: what a schema allows, and then spoilt somewhere. The same chance draws the same. */
final class Drawn {
    private static final int DEEP = 5_000;
    private static final int LONG = 20_000;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** What has broken others: quotes, tags, ways up, ends of text, marks that turn the writing round, numbers that are none. */
    static final List<String> HOSTILE = List.of(
            "", " ", "'", "'; DROP TABLE submission; --", "\" OR \"\"=\"", "<script>alert(1)</script>", "../../../etc/passwd",
            "..\\..\\boot.ini", "%00", "%2e%2e%2f", "\u0000", "a\u0000b", "\n", "\r\nX: y", "\u202Eabc", "\uFEFF", "\uD83D\uDE00", "\uD800",
            "${jndi:ldap://x/y}", "{{7*7}}", "NaN", "1e999", "-1", "0x10", "true", "null", "张三\u3000丰", "𠮷野家", "9".repeat(400), "A".repeat(LONG));

    private final Contract contract;
    private final RandomGenerator chance;

    Drawn(Contract contract, RandomGenerator chance) {
        this.contract = contract;
        this.chance = chance;
    }

    /** Something of this schema, as far as its words say. */
    JsonNode of(JsonNode given) {
        JsonNode schema = contract.resolved(given);
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.has("enum")) {
            JsonNode values = schema.get("enum");
            return values.get(chance.nextInt(values.size()));
        }
        return switch (schema.path("type").asString("")) {
            case "object" -> object(schema);
            case "array" -> array(schema);
            case "integer" -> NODES.numberNode(integer(schema));
            case "boolean" -> NODES.booleanNode(chance.nextBoolean());
            default -> NODES.stringNode(text(schema));
        };
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode made = NODES.objectNode();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asString()));
        schema.path("properties").properties().forEach(part -> {
            if (required.contains(part.getKey()) || chance.nextBoolean()) {
                made.set(part.getKey(), of(part.getValue()));
            }
        });
        JsonNode more = schema.get("additionalProperties");
        for (int at = chance.nextInt(3); more != null && at > 0; at--) {
            made.set(chance.nextInt(4) == 0 ? hostile() : "field" + at, of(more));
        }
        return made;
    }

    private ArrayNode array(JsonNode schema) {
        ArrayNode made = NODES.arrayNode();
        for (int at = schema.path("minItems").asInt(0) + chance.nextInt(3); at > 0; at--) {
            made.add(of(schema.get("items")));
        }
        return made;
    }

    private long integer(JsonNode schema) {
        long least = schema.path("minimum").asLong(-1);
        long most = schema.path("maximum").asLong(least + 1_000);
        return chance.nextInt(4) == 0 ? (chance.nextBoolean() ? least : most) : chance.nextLong(least, most + 1);
    }

    private String text(JsonNode schema) {
        String format = schema.path("format").asString("");
        List<String> likely = new ArrayList<>(List.of(
                uuid(), hex(64), hex(16), digits(8), digits(12), digits(4), "FORM", "0137-8K42", "zh-CN", "13850192671", "3302", "subsidy",
                "350102199003071234", "QUJD", hex(22), "1-400000-PRINTED", "https://example.org/x"));
        if (format.equals("uuid")) {
            return uuid();
        }
        if (format.equals("date-time")) {
            return Instant.ofEpochSecond(chance.nextLong(0, 4_000_000_000L)).toString();
        }
        if (format.equals("date")) {
            return Instant.ofEpochSecond(chance.nextLong(0, 4_000_000_000L)).toString().substring(0, 10);
        }
        String pattern = schema.path("pattern").asString("");
        List<String> fitting = likely.stream()
                .filter(one -> java.util.regex.Pattern.compile(pattern).matcher(one).find())
                .toList();
        return fitting.isEmpty() ? hostile() : fitting.get(chance.nextInt(fitting.size()));
    }

    String uuid() {
        return new UUID(chance.nextLong(), chance.nextLong()).toString();
    }

    String hex(int length) {
        StringBuilder made = new StringBuilder();
        for (int at = 0; at < length; at++) {
            made.append("0123456789abcdef".charAt(chance.nextInt(16)));
        }
        return made.toString();
    }

    String digits(int length) {
        StringBuilder made = new StringBuilder();
        for (int at = 0; at < length; at++) {
            made.append((char) ('0' + chance.nextInt(10)));
        }
        return made.toString();
    }

    String hostile() {
        return HOSTILE.get(chance.nextInt(HOSTILE.size()));
    }

    /** The same with one thing wrong somewhere in its tree. */
    JsonNode spoilt(JsonNode whole) {
        if (whole instanceof ObjectNode object && !object.isEmpty() && chance.nextInt(6) != 0) {
            List<String> names = object.properties().stream().map(java.util.Map.Entry::getKey).toList();
            String name = names.get(chance.nextInt(names.size()));
            ObjectNode other = object.deepCopy();
            switch (chance.nextInt(4)) {
                case 0 -> other.remove(name);
                case 1 -> other.set(hostile(), other.get(name));
                default -> other.set(name, spoilt(other.get(name)));
            }
            return other;
        }
        if (whole instanceof ArrayNode array && !array.isEmpty() && chance.nextInt(4) != 0) {
            ArrayNode other = array.deepCopy();
            int at = chance.nextInt(other.size());
            other.set(at, spoilt(other.get(at)));
            return other;
        }
        return instead();
    }

    private JsonNode instead() {
        return switch (chance.nextInt(9)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(true);
            case 2 -> NODES.numberNode(chance.nextLong());
            case 3 -> NODES.numberNode(new java.math.BigDecimal("1e400"));
            case 4 -> NODES.arrayNode().add(hostile());
            case 5 -> NODES.objectNode().put(hostile(), hostile());
            default -> NODES.stringNode(hostile());
        };
    }

    /** Bytes that are JSON no more, or no more only one. */
    byte[] broken(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return switch (chance.nextInt(8)) {
            case 0 -> Arrays.copyOf(body, chance.nextInt(body.length + 1));
            case 1 -> (text + text).getBytes(StandardCharsets.UTF_8);
            case 2 -> text.replaceFirst("\\{", "{\"id\":\"twice\",").getBytes(StandardCharsets.UTF_8);
            case 3 -> ("[".repeat(DEEP) + "]".repeat(DEEP)).getBytes(StandardCharsets.UTF_8);
            case 4 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
            case 5 -> text.getBytes(StandardCharsets.UTF_16);
            case 6 -> text.replace('"', '\'').getBytes(StandardCharsets.UTF_8);
            default -> scratched(body);
        };
    }

    private byte[] scratched(byte[] body) {
        byte[] other = body.clone();
        if (other.length > 0) {
            other[chance.nextInt(other.length)] = (byte) chance.nextInt(256);
        }
        return other;
    }
}
