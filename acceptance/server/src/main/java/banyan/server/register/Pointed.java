package banyan.server.register;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Somebody else's JSON, read as it was written, of which single places are looked at. */
public final class Pointed {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Pointed() {}

    /** The whole; empty where it is no JSON. */
    public static Optional<JsonNode> read(byte[] body) {
        try {
            return Optional.of(MAPPER.readTree(body));
        } catch (JacksonException garbage) {
            return Optional.empty();
        }
    }

    /** The single value that stands here, numbers as they were written so that no cent is lost; empty where it is none or too long. */
    public static Optional<String> text(JsonNode node, int longest) {
        if (!node.isString() && !node.isNumber() && !node.isBoolean()) {
            return Optional.empty();
        }
        String text = node.isString() ? node.stringValue() : node.isNumber() ? node.decimalValue().toPlainString() : node.toString();
        boolean fits = text.length() <= longest && text.chars().noneMatch(Character::isISOControl);
        return fits ? Optional.of(text) : Optional.empty();
    }
}
