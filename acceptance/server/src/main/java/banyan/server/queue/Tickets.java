package banyan.server.queue;

import banyan.acceptance.Board;
import banyan.acceptance.Ticket;
import banyan.server.appointment.HallPlan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The numbers of each day in each queue of each hall. Everything is done inside the caller's transaction. */
final class Tickets {
    private static final int MOST_A_DAY = 9999;
    private static final int SHOWN = 50;

    private Tickets() {}

    /** Which number. */
    record Name(String hall, LocalDate day, String queue, int count) {}

    /** The next number; empty where the day has no more. Whoever has an appointment counts as having waited that much longer. */
    static Optional<Name> take(
            Handle handle, String hall, HallPlan.Queue queue, LocalDate day, Optional<UUID> appointment, int headStart, Instant now) {
        int count = handle.createQuery("""
                        INSERT INTO queue_counter AS counter (hall, queue, day, given) VALUES (:hall, :queue, :day, 1)
                        ON CONFLICT (hall, queue, day) DO UPDATE SET given = counter.given + 1
                        RETURNING given
                        """)
                .bind("hall", hall)
                .bind("queue", queue.queue())
                .bind("day", day)
                .mapTo(Integer.class)
                .one();
        if (count > MOST_A_DAY) {
            return Optional.empty();
        }
        handle.createUpdate("""
                        INSERT INTO ticket (hall, day, queue, count, number, appointment, state, due, taken_at)
                        VALUES (:hall, :day, :queue, :count, :number, CAST(:appointment AS uuid), 'WAITING', :due, :now)
                        """)
                .bind("hall", hall)
                .bind("day", day)
                .bind("queue", queue.queue())
                .bind("count", count)
                .bind("number", "%s%03d".formatted(queue.letter(), count))
                .bind("appointment", appointment.orElse(null))
                .bind("due", appointment.isPresent() ? now.minus(headStart, ChronoUnit.MINUTES) : now)
                .bind("now", now)
                .execute();
        return Optional.of(new Name(hall, day, queue.queue(), count));
    }

    static Ticket shown(Handle handle, Name name) {
        int ahead = handle.createQuery("""
                        SELECT count(*) FROM ticket other, ticket mine
                        WHERE mine.hall = :hall AND mine.day = :day AND mine.queue = :queue AND mine.count = :count
                        AND mine.state = 'WAITING'
                        AND other.hall = :hall AND other.day = :day AND other.queue = :queue AND other.state = 'WAITING'
                        AND (other.due, other.count) < (mine.due, mine.count)
                        """)
                .bind("hall", name.hall())
                .bind("day", name.day())
                .bind("queue", name.queue())
                .bind("count", name.count())
                .mapTo(Integer.class)
                .one();
        return handle.createQuery("""
                        SELECT hall, queue, day, number, state, counter FROM ticket
                        WHERE hall = :hall AND day = :day AND queue = :queue AND count = :count
                        """)
                .bind("hall", name.hall())
                .bind("day", name.day())
                .bind("queue", name.queue())
                .bind("count", name.count())
                .map((row, _) -> ticket(row, ahead))
                .one();
    }

    private static Ticket ticket(ResultSet row, int ahead) throws SQLException {
        return new Ticket(
                row.getString("hall"),
                row.getString("queue"),
                row.getObject("day", LocalDate.class),
                row.getString("number"),
                ahead,
                Ticket.State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("counter")));
    }

    /** Whose turn it is; nobody else is handed the same. */
    static Optional<Name> callNext(Handle handle, String hall, LocalDate day, String queue, String counter, Instant now) {
        return handle.createQuery("""
                        UPDATE ticket SET state = 'CALLED', counter = :counter, called_at = :now, calls = 1
                        WHERE hall = :hall AND day = :day AND queue = :queue AND count = (
                            SELECT count FROM ticket
                            WHERE hall = :hall AND day = :day AND queue = :queue AND state = 'WAITING'
                            ORDER BY due, count LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING count
                        """)
                .bind("hall", hall)
                .bind("day", day)
                .bind("queue", queue)
                .bind("counter", counter)
                .bind("now", now)
                .mapTo(Integer.class)
                .findOne()
                .map(count -> new Name(hall, day, queue, count));
    }

    /** Calls the same number once more. */
    static boolean recall(Handle handle, Name name, Instant now) {
        return handle.createUpdate("""
                        UPDATE ticket SET calls = calls + 1, called_at = :now
                        WHERE hall = :hall AND day = :day AND queue = :queue AND count = :count AND state = 'CALLED'
                        """)
                        .bind("hall", name.hall())
                .bind("day", name.day())
                .bind("queue", name.queue())
                .bind("count", name.count())
                        .bind("now", now)
                        .execute()
                == 1;
    }

    /** Served, or skipped because nobody came. */
    static boolean end(Handle handle, Name name, Ticket.State how, Instant now) {
        return handle.createUpdate("""
                        UPDATE ticket SET state = :how, ended_at = :now
                        WHERE hall = :hall AND day = :day AND queue = :queue AND count = :count AND state = 'CALLED'
                        """)
                        .bind("hall", name.hall())
                .bind("day", name.day())
                .bind("queue", name.queue())
                .bind("count", name.count())
                        .bind("how", how.name())
                        .bind("now", now)
                        .execute()
                == 1;
    }

    /** Which count that number has, if it was given that day. */
    static OptionalInt count(Handle handle, String hall, LocalDate day, String queue, String number) {
        return handle
                .createQuery(
                        "SELECT count FROM ticket WHERE hall = :hall AND day = :day AND queue = :queue AND number = :number")
                .bind("hall", hall)
                .bind("day", day)
                .bind("queue", queue)
                .bind("number", number)
                .mapTo(Integer.class)
                .stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    static int waiting(Handle handle, String hall, LocalDate day, String queue) {
        return handle.createQuery("""
                        SELECT count(*) FROM ticket
                        WHERE hall = :hall AND day = :day AND queue = :queue AND state = 'WAITING'
                        """)
                .bind("hall", hall)
                .bind("day", day)
                .bind("queue", queue)
                .mapTo(Integer.class)
                .one();
    }

    static List<Board.Called> called(Handle handle, String hall, LocalDate day) {
        return handle.createQuery("""
                        SELECT number, counter FROM ticket WHERE hall = :hall AND day = :day AND state = 'CALLED'
                        ORDER BY called_at DESC, number LIMIT :most
                        """)
                .bind("hall", hall)
                .bind("day", day)
                .bind("most", SHOWN)
                .map((row, _) -> new Board.Called(row.getString("number"), row.getString("counter")))
                .list();
    }
}
