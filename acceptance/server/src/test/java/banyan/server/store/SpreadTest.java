package banyan.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import banyan.server.SharedHouse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** docs/scale.md: every table that grows can be spread over machines by the first column of its key, and nothing need change for that. */
class SpreadTest {
    /** What a request names a row by; a foreign key or a join over tables of one of these stays on one machine. */
    private static final Set<String> NAMED_BY = Set.of(
            "terminal", "number", "code", "citizen", "name", "case_id", "token", "subject", "id", "carried_in", "staff", "chain", "ticket", "hall", "alarm");

    /** Few rows, the same for all: a copy on each machine. */
    private static final Set<String> ON_EACH = Set.of("flyway_schema_history");

    private record Key(String table, String first) {}

    @Test
    void eachTablesKeyBeginsWithWhatItIsNamedBy() {
        Set<String> otherwise = new TreeSet<>();
        for (Key key : keys()) {
            if (!ON_EACH.contains(key.table()) && !NAMED_BY.contains(key.first())) {
                otherwise.add(key.table() + " begins with " + key.first());
            }
        }
        assertEquals(Set.of(), otherwise);
    }

    @Test
    void noTableIsWithoutAKey() {
        assertEquals(List.of(), SharedHouse.database().jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT table_name FROM information_schema.tables t
                        WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND NOT EXISTS (
                            SELECT FROM information_schema.table_constraints c
                            WHERE c.table_schema = t.table_schema AND c.table_name = t.table_name
                              AND c.constraint_type = 'PRIMARY KEY')
                        ORDER BY table_name
                        """)
                .mapTo(String.class)
                .list()));
    }

    private static List<Key> keys() {
        return SharedHouse.database().jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT k.table_name, k.column_name FROM information_schema.key_column_usage k
                        JOIN information_schema.table_constraints c USING (constraint_schema, constraint_name, table_name)
                        WHERE c.constraint_type = 'PRIMARY KEY' AND k.ordinal_position = 1 AND k.table_schema = 'public'
                        """)
                .map((row, _) -> new Key(row.getString(1), row.getString(2)))
                .list());
    }
}
