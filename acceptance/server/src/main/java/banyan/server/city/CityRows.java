package banyan.server.city;

import banyan.server.store.Retry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** How cases stand with the platform. */
final class CityRows {
    /** So long one who has taken a case to speak of it is left alone with it; after that another tries. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final String COLUMNS = "terminal, id, number, item, way, state, theirs, stage, tries, at, code";
    private static final int MOST_AT_ONCE = 500;

    private CityRows() {}

    /**
     * A case and the platform.
     *
     * @param theirs the number that the platform gave
     * @param stage what it said last
     * @param at of the last change or word
     */
    record Row(
            String terminal,
            UUID id,
            String number,
            String item,
            CityPlan.Way way,
            String state,
            Optional<String> theirs,
            Optional<String> stage,
            int tries,
            Instant at,
            Optional<String> code) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getString("terminal"),
                    row.getObject("id", UUID.class),
                    row.getString("number"),
                    row.getString("item"),
                    CityPlan.Way.valueOf(row.getString("way")),
                    row.getString("state"),
                    Optional.ofNullable(row.getString("theirs")),
                    Optional.ofNullable(row.getString("stage")),
                    row.getInt("tries"),
                    row.getTimestamp("at").toInstant(),
                    Optional.ofNullable(row.getString("code")));
        }
    }

    /** Enters the open cases that are to go there and are not entered yet; those of before the plan, too. */
    static void enlist(Handle handle, Map<String, CityPlan.Way> items, Instant now) {
        List<String> named = new ArrayList<>();
        items.forEach((item, way) -> {
            if (!item.equals(CityPlan.ANY)) {
                named.add(item);
                enlist(handle, way, "c.item = ANY (:items)", List.of(item), now);
            }
        });
        Optional.ofNullable(items.get(CityPlan.ANY))
                .ifPresent(way -> enlist(handle, way, "NOT c.item = ANY (:items)", named, now));
    }

    private static void enlist(Handle handle, CityPlan.Way way, String which, List<String> items, Instant now) {
        handle.createUpdate("""
                        INSERT INTO city_case (terminal, id, number, item, way, state, next_at, at)
                        SELECT c.terminal, c.id, c.number, c.item, :way, 'WAITING', :now, :now FROM case_file c
                        WHERE c.open AND %s AND NOT EXISTS (SELECT FROM city_case k WHERE k.terminal = c.terminal AND k.id = c.id)
                        ORDER BY c.received_at LIMIT :most ON CONFLICT DO NOTHING
                        """.formatted(which))
                .bind("way", way.name())
                .bindArray("items", String.class, items)
                .bind("now", now)
                .bind("most", MOST_AT_ONCE)
                .execute();
    }

    /** The next of which the platform is to be told or asked. From now on it is its taker's for a while. */
    static Optional<Row> take(Handle handle, Instant now) {
        return handle.createQuery("""
                        UPDATE city_case SET tries = tries + 1, next_at = :later WHERE (terminal, id) = (
                            SELECT terminal, id FROM city_case
                            WHERE way = 'REST' AND state IN ('WAITING', 'THERE') AND next_at <= :now
                            ORDER BY next_at, number LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING %s
                        """.formatted(COLUMNS))
                .bind("now", now)
                .bind("later", now.plus(LEASE))
                .map((row, _) -> Row.of(row))
                .findOne();
    }

    /** The row of the case with this number, locked. */
    static Optional<Row> of(Handle handle, String number) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM city_case WHERE number = :number FOR UPDATE")
                .bind("number", number)
                .map((row, _) -> Row.of(row))
                .findOne();
    }

    /** It is at the platform under this number, and is asked about next then. */
    static void there(Handle handle, Row row, String theirs, Instant next, Instant now) {
        write(handle, row, "state = 'THERE', theirs = :value, tries = 0, code = NULL", theirs, next, now);
    }

    /** The platform said where it is. */
    static void heard(Handle handle, Row row, String stage, Instant next, Instant now) {
        write(handle, row, "stage = :value, tries = 0, code = NULL", stage, next, now);
    }

    /** The platform said nothing that concerns us. */
    static void unchanged(Handle handle, Row row, Instant next, Instant now) {
        write(handle, row, "tries = 0, code = :value", null, next, now);
    }

    /** Nothing comes any more. */
    static void ended(Handle handle, Row row, String stage, Instant now) {
        write(handle, row, "state = 'ENDED', code = NULL, stage = :value", stage, now, now);
    }

    /** Nothing goes on until somebody says so. */
    static void dead(Handle handle, Row row, String code, Instant now) {
        write(handle, row, "state = 'DEAD', code = :value", code, now, now);
    }

    /** Later, or never where that was said often enough. */
    static void later(Handle handle, Row row, String code, Instant now) {
        if (row.tries() >= Retry.MOST_TRIES) {
            dead(handle, row, code, now);
        } else {
            write(handle, row, "code = :value", code, now.plus(Retry.after(row.tries())), now);
        }
    }

    /** A stuck one goes on where it was, by this way, with all its tries. */
    static void again(Handle handle, Row row, CityPlan.Way way, Instant now) {
        String state = row.theirs().isPresent() ? "THERE" : "WAITING";
        write(handle, row, "way = :value, state = '" + state + "', tries = 0, code = NULL", way.name(), now, now);
    }

    private static void write(
            Handle handle, Row row, String what, @org.jspecify.annotations.Nullable String value, Instant next, Instant now) {
        handle.createUpdate("UPDATE city_case SET next_at = :next, at = :now, " + what
                        + " WHERE terminal = :terminal AND id = :id")
                .bind("value", value)
                .bind("next", next)
                .bind("now", now)
                .bind("terminal", row.terminal())
                .bind("id", row.id())
                .execute();
    }

    /** The rows for which this holds, the oldest first. */
    static List<Row> which(Handle handle, String holds, int most) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM city_case WHERE " + holds + " ORDER BY at, number LIMIT :most")
                .bind("most", most)
                .map((row, _) -> Row.of(row))
                .list();
    }

    static int count(Handle handle, String state) {
        return handle.createQuery("SELECT count(*) FROM city_case WHERE state = :state")
                .bind("state", state)
                .mapTo(Integer.class)
                .one();
    }
}
