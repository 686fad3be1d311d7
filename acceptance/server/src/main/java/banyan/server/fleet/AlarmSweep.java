package banyan.server.fleet;

import banyan.server.fleet.AlarmRules.Found;
import banyan.server.fleet.AlarmRules.Last;
import banyan.server.fleet.AlarmRules.Why;
import banyan.server.wire.Failures;
import banyan.server.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Raises and clears alarms by the rules, now and then. Two centres over one database may both do it: of each kind one is open. */
public final class AlarmSweep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AlarmSweep.class);
    private static final Duration EACH = Duration.ofSeconds(15);
    private static final int MOST = 20_000;

    private final Jdbi rows;
    private final InstantSource clock;
    private final ZoneId zone;
    private Optional<Thread> thread = Optional.empty();

    public AlarmSweep(Jdbi rows, InstantSource clock, ZoneId zone) {
        this.rows = rows;
        this.clock = clock;
        this.zone = zone;
    }

    /** From now on. */
    public synchronized void start() {
        thread = Optional.of(Thread.ofVirtual().name("alarm-sweep").start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    once();
                } catch (RuntimeException failed) {
                    LOG.warn("ALARM-SWEEP-FAILED {}", Failures.inWords(failed));
                }
                LockSupport.parkNanos(EACH.toNanos());
            }
        }));
    }

    private record Refusals(int refused, int completed, Map<String, Integer> codes) {
        static final Refusals NONE = new Refusals(0, 0, Map.of());

        Refusals and(int moreCompleted, Map<String, Integer> more) {
            Map<String, Integer> all = new TreeMap<>(codes);
            more.forEach((code, times) -> all.merge(code, times, Integer::sum));
            return new Refusals(refused + more.values().stream().mapToInt(times -> times).sum(), completed + moreCompleted, all);
        }
    }

    private record Open(String terminal, AlarmKind kind, boolean cleared, boolean held) {}

    /** All of it, now. */
    public synchronized void once() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        rows.useTransaction(handle -> {
            Map<String, Map<AlarmKind, Open>> open = open(handle);
            Map<String, Refusals> refusals = refusals(handle, LocalDateTime.ofInstant(now, zone));
            List<Map.Entry<String, Last>> heard = handle.createQuery("SELECT terminal, heard_at, closed_why, full_now, devices FROM heartbeat LIMIT :most")
                    .bind("most", MOST)
                    .map((row, _) -> {
                        String terminal = row.getString("terminal");
                        Refusals refused = refusals.getOrDefault(terminal, Refusals.NONE);
                        return Map.entry(terminal, new Last(
                                row.getTimestamp("heard_at").toInstant(),
                                Optional.ofNullable(row.getString("closed_why")),
                                row.getBoolean("full_now"),
                                Devices.read(row.getBytes("devices")),
                                refused.refused(),
                                refused.completed(),
                                refused.codes().entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey)));
                    })
                    .list();
            heard.forEach(one -> settle(handle, one.getKey(), AlarmRules.of(one.getValue(), now), open.getOrDefault(one.getKey(), Map.of()), now));
        });
    }

    private static void settle(Handle handle, String terminal, Found found, Map<AlarmKind, Open> open, Instant now) {
        found.alarms().forEach((kind, why) -> {
            Open there = open.get(kind);
            if (there == null) {
                raise(handle, terminal, kind, why, now);
            } else if (there.cleared()) {
                change(handle, terminal, kind, "cleared_at = NULL", now);
            }
        });
        // Of a terminal that is silent nobody knows whether anything else is over.
        List<Open> over = open.values().stream()
                .filter(one -> !found.alarms().containsKey(one.kind()) && (!found.silent() || one.kind() == AlarmKind.SILENCE))
                .toList();
        for (Open one : over) {
            if (!one.held()) {
                change(handle, terminal, one.kind(), "cleared_at = :now, closed_at = :now, closed_by = '-', reason = 'WENT_AWAY'", now);
            } else if (!one.cleared()) {
                change(handle, terminal, one.kind(), "cleared_at = :now", now);
            }
        }
    }

    private static void raise(Handle handle, String terminal, AlarmKind kind, Why why, Instant now) {
        handle.createUpdate("""
                        INSERT INTO alarm (id, terminal, kind, code, device, raised_at) VALUES (:id, :terminal, :kind, :code, :device, :now)
                        ON CONFLICT (terminal, kind) WHERE closed_at IS NULL DO NOTHING
                        """)
                .bind("id", UUID.randomUUID())
                .bind("terminal", terminal)
                .bind("kind", kind.name())
                .bind("code", why.code())
                .bind("device", why.device().orElse(null))
                .bind("now", now)
                .execute();
    }

    /** Only while it is open, and an alarm that somebody took meanwhile is not closed over his head. */
    private static void change(Handle handle, String terminal, AlarmKind kind, String to, Instant now) {
        boolean closes = to.contains("closed_at");
        var update = handle.createUpdate("UPDATE alarm SET " + to + " WHERE terminal = :terminal AND kind = :kind AND closed_at IS NULL"
                        + (closes ? " AND held_by IS NULL" : ""))
                .bind("terminal", terminal)
                .bind("kind", kind.name());
        (to.contains(":now") ? update.bind("now", now) : update).execute();
    }

    private static Map<String, Map<AlarmKind, Open>> open(Handle handle) {
        Map<String, Map<AlarmKind, Open>> open = new HashMap<>();
        handle.createQuery("SELECT terminal, kind, cleared_at, held_by FROM alarm WHERE closed_at IS NULL FOR UPDATE")
                .map((row, _) -> new Open(
                        row.getString("terminal"),
                        AlarmKind.valueOf(row.getString("kind")),
                        row.getTimestamp("cleared_at") != null,
                        row.getString("held_by") != null))
                .forEach(one -> open.computeIfAbsent(one.terminal(), _ -> new HashMap<>()).put(one.kind(), one));
        return open;
    }

    private static Map<String, Refusals> refusals(Handle handle, LocalDateTime now) {
        Map<String, Refusals> all = new HashMap<>();
        for (LocalDateTime hour : List.of(now, now.minusHours(1))) {
            handle.createQuery("SELECT terminal, completed, more FROM terminal_hour WHERE day = :day AND hour = :hour")
                    .bind("day", hour.toLocalDate())
                    .bind("hour", hour.getHour())
                    .map((row, _) -> Map.entry(
                            row.getString("terminal"),
                            Refusals.NONE.and(
                                    row.getInt("completed"),
                                    Json.read(row.getBytes("more"), Heartbeats.More.class).map(Heartbeats.More::refused).orElse(Map.of()))))
                    .forEach(one -> all.merge(
                            one.getKey(), one.getValue(), (was, more) -> was.and(more.completed(), more.codes())));
        }
        return all;
    }

    @Override
    public synchronized void close() {
        thread.ifPresent(Thread::interrupt);
    }
}
