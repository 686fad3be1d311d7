package banyan.server.appointment;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** How many of each time are given. The one row of a time says whether another may be: no two can both have the last place. */
final class Slots {
    private Slots() {}

    /** Takes a place; false where there is none. */
    static boolean take(Handle handle, String hall, String item, Instant starts, int capacity) {
        return handle.createUpdate("""
                        INSERT INTO appointment_slot AS slot (hall, item, starts, taken) VALUES (:hall, :item, :starts, 1)
                        ON CONFLICT (hall, item, starts) DO UPDATE SET taken = slot.taken + 1 WHERE slot.taken < :capacity
                        """)
                        .bind("hall", hall)
                        .bind("item", item)
                        .bind("starts", starts)
                        .bind("capacity", capacity)
                        .execute()
                == 1;
    }

    static void give(Handle handle, String hall, String item, Instant starts) {
        handle.createUpdate(
                        "UPDATE appointment_slot SET taken = taken - 1 WHERE hall = :hall AND item = :item AND starts = :starts")
                .bind("hall", hall)
                .bind("item", item)
                .bind("starts", starts)
                .execute();
    }

    /** Both rows in one order, whoever comes: two who change places with each other must not wait for each other. */
    static void hold(Handle handle, String hall, String item, Instant one, Instant other) {
        Stream.of(one, other).sorted().forEach(starts -> handle.createUpdate("""
                        INSERT INTO appointment_slot (hall, item, starts, taken) VALUES (:hall, :item, :starts, 0)
                        ON CONFLICT (hall, item, starts) DO UPDATE SET taken = appointment_slot.taken
                        """)
                .bind("hall", hall)
                .bind("item", item)
                .bind("starts", starts)
                .execute());
    }

    /** How many are given of each time from the first to the last; a time of which none was ever given is left out. */
    static Map<Instant, Integer> taken(Handle handle, String hall, String item, Instant first, Instant last) {
        Map<Instant, Integer> taken = new HashMap<>();
        handle.createQuery("""
                        SELECT starts, taken FROM appointment_slot
                        WHERE hall = :hall AND item = :item AND starts BETWEEN :first AND :last
                        """)
                .bind("hall", hall)
                .bind("item", item)
                .bind("first", first)
                .bind("last", last)
                .map((row, _) -> Map.entry(row.getTimestamp("starts").toInstant(), row.getInt("taken")))
                .forEach(entry -> taken.put(entry.getKey(), entry.getValue()));
        return taken;
    }
}
