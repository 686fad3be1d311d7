package banyan.server.register;

import banyan.server.register.Registers.Queried;
import banyan.server.register.Registers.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** What of a department's answer is what. An answer that lacks one thing is none: half a certificate must not be printed. */
final class RestAnswer {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final int LONGEST_TEXT = 200;
    private static final int MOST_ROWS = 600;

    private RestAnswer() {}

    static Queried read(RestMapping.Item item, Set<String> wanted, byte[] body) {
        JsonNode answer;
        try {
            answer = MAPPER.readTree(body);
        } catch (JacksonException garbage) {
            return new Queried.Away(Why.NOT_UNDERSTOOD);
        }
        if (item.nothing().isPresent()
                && text(answer.at(item.nothing().get().at())).filter(item.nothing().get().is()::equals).isPresent()) {
            return new Queried.Nothing();
        }
        TreeMap<String, String> values = new TreeMap<>();
        TreeMap<String, List<SortedMap<String, String>>> tables = new TreeMap<>();
        for (String name : wanted) {
            RestMapping.Pick pick = item.values().get(name);
            RestMapping.Rows rows = item.tables().get(name);
            Optional<String> value = pick == null ? Optional.empty() : picked(pick, answer);
            Optional<List<SortedMap<String, String>>> table = rows == null ? Optional.empty() : rows(rows, answer);
            if (value.isEmpty() && table.isEmpty()) {
                return new Queried.Away(Why.NOT_UNDERSTOOD);
            }
            value.ifPresent(one -> values.put(name, one));
            table.ifPresent(one -> tables.put(name, one));
        }
        return new Queried.Found(values, tables);
    }

    private static Optional<List<SortedMap<String, String>>> rows(RestMapping.Rows rows, JsonNode answer) {
        JsonNode list = answer.at(rows.at());
        if (!list.isArray() || list.size() > MOST_ROWS) {
            return Optional.empty();
        }
        List<SortedMap<String, String>> all = new ArrayList<>();
        for (JsonNode one : list) {
            TreeMap<String, String> row = new TreeMap<>();
            for (Map.Entry<String, RestMapping.Pick> column : rows.columns().entrySet()) {
                Optional<String> value = picked(column.getValue(), one);
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                row.put(column.getKey(), value.get());
            }
            all.add(row);
        }
        return Optional.of(List.copyOf(all));
    }

    /** A word that is not among ours is not passed on. */
    private static Optional<String> picked(RestMapping.Pick pick, JsonNode from) {
        Optional<String> said = text(from.at(pick.at()));
        return pick.words().isPresent()
                ? said.flatMap(word -> Optional.ofNullable(pick.words().get().get(word)))
                : said;
    }

    /** Numbers as they were written, so that no cent is lost. */
    private static Optional<String> text(JsonNode node) {
        if (!node.isString() && !node.isNumber() && !node.isBoolean()) {
            return Optional.empty();
        }
        String text = node.isString() ? node.stringValue() : node.isNumber() ? node.decimalValue().toPlainString() : node.toString();
        boolean fits = text.length() <= LONGEST_TEXT && text.chars().noneMatch(Character::isISOControl);
        return fits ? Optional.of(text) : Optional.empty();
    }
}
