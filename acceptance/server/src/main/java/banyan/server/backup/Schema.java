package banyan.server.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What tables, columns and counters there are, as the database itself says. */
final class Schema {
    private static final String HISTORY = "flyway_schema_history";
    private static final String NAMES = "[a-z_][a-z0-9_]{0,62}";

    private Schema() {}

    /** Every table of ours, each after those it refers to. */
    static List<String> tables(Connection rows) throws SQLException {
        Map<String, Set<String>> refers = new TreeMap<>();
        try (Statement statement = rows.createStatement();
                ResultSet found = statement.executeQuery("""
                        SELECT t.relname, f.relname FROM pg_class t
                        LEFT JOIN pg_constraint c ON c.conrelid = t.oid AND c.contype = 'f' AND c.confrelid <> t.oid
                        LEFT JOIN pg_class f ON f.oid = c.confrelid
                        WHERE t.relnamespace = 'public'::regnamespace AND t.relkind IN ('r', 'p') AND NOT t.relispartition
                        """)) {
            while (found.next()) {
                Set<String> to = refers.computeIfAbsent(named(found.getString(1)), _ -> new LinkedHashSet<>());
                if (found.getString(2) != null) {
                    to.add(named(found.getString(2)));
                }
            }
        }
        refers.remove(HISTORY);
        Set<String> ordered = new LinkedHashSet<>();
        while (ordered.size() < refers.size()) {
            int before = ordered.size();
            refers.forEach((table, to) -> {
                if (ordered.containsAll(to)) {
                    ordered.add(table);
                }
            });
            if (ordered.size() == before) {
                throw new IllegalStateException("tables refer to each other in a circle");
            }
        }
        return List.copyOf(ordered);
    }

    /** The columns that are written and not computed. */
    static List<String> columns(Connection rows, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement statement = rows.prepareStatement("""
                SELECT attname FROM pg_attribute WHERE attrelid = ?::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
                ORDER BY attnum
                """)) {
            statement.setString(1, "public." + named(table));
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    columns.add(named(found.getString(1)));
                }
            }
        }
        return columns;
    }

    /** Where each sequence is; those that were never used are left out. */
    static Map<String, Long> counters(Connection rows) throws SQLException {
        Map<String, Long> counters = new LinkedHashMap<>();
        try (Statement statement = rows.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY 1")) {
            while (found.next()) {
                counters.put(named(found.getString(1)), found.getLong(2));
            }
        }
        return counters;
    }

    /** The last migration that was done. */
    static String version(Connection rows) throws SQLException {
        try (Statement statement = rows.createStatement();
                ResultSet found = statement.executeQuery("SELECT version FROM " + HISTORY
                        + " WHERE success AND version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1")) {
            if (!found.next()) {
                throw new SQLException("no migration was ever done here");
            }
            return found.getString(1);
        }
    }

    /** A name that can stand in a statement: names cannot be bound. */
    static String named(String name) {
        if (!name.matches(NAMES)) {
            throw new IllegalStateException("a name that no table or column of ours has");
        }
        return name;
    }

    /** {@code COPY} of these columns. */
    static String list(List<String> columns) {
        return String.join(", ", columns.stream().map(Schema::named).map(name -> '"' + name + '"').toList());
    }
}
