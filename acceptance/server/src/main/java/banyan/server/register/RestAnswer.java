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
import tools.jackson.databind.JsonNode;

/** What of a department's answer is what. An answer that lacks one thing is none: half a certificate must not be printed. */
final class RestAnswer {
    private static final int LONGEST_TEXT = 200;
    private static final int MOST_ROWS = 600;

    private RestAnswer() {}

    static Queried read(RestMapping.Item item, Set<String> wanted, byte[] body) {
        Optional<JsonNode> read = Pointed.read(body);
        if (read.isEmpty()) {
            return new Queried.Away(Why.NOT_UNDERSTOOD);
        }
        JsonNode answer = read.get();
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

    private static Optional<String> text(JsonNode node) {
        return Pointed.text(node, LONGEST_TEXT);
    }
}
