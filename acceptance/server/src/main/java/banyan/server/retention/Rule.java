package banyan.server.retention;

import banyan.server.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A class of data and how long it is kept. What is in no rule is kept.
 *
 * @param days after which it goes
 * @param least days that nobody may set it below: a log must be there for six months by law
 * @param table whose rows go, or are emptied
 * @param set what is emptied; absent where the whole row goes
 * @param where it is over, with {@code :before}
 * @param papers which papers go instead, with their bytes
 */
public record Rule(
        String name,
        String words,
        int days,
        int least,
        Optional<String> table,
        Optional<String> set,
        Optional<String> where,
        Optional<Papers> papers) {
    /** Which papers. */
    public enum Papers {
        CLOSED,
        WITHOUT_CASE
    }

    /** As they stand in the file of rules. */
    public record Rules(List<Rule> rules) {}

    /** The rules, with what somebody has set otherwise. */
    public static List<Rule> all(Map<String, Integer> otherwise) {
        return usual().stream()
                .map(rule -> otherwise.containsKey(rule.name()) ? rule.kept(otherwise.get(rule.name())) : rule)
                .toList();
    }

    /** The rules as they come with this program. */
    public static List<Rule> usual() {
        try (InputStream bytes = Rule.class.getResourceAsStream("/banyan/server/retention.json")) {
            if (bytes == null) {
                throw new IllegalStateException("the rules of retention are not in this program");
            }
            return Json.read(bytes.readAllBytes(), Rules.class)
                    .orElseThrow(() -> new IllegalStateException("the rules of retention cannot be read"))
                    .rules();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Rule kept(int other) {
        return new Rule(name, words, Math.max(other, least), least, table, set, where, papers);
    }
}
