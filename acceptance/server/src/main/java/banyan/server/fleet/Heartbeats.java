package banyan.server.fleet;

import banyan.acceptance.HeartbeatAnswer;
import banyan.acceptance.Refusal;
import banyan.acceptance.TerminalHeartbeat;
import banyan.acceptance.TerminalHeartbeat.StepTime;
import banyan.acceptance.TerminalHeartbeat.Usage;
import banyan.server.wire.Call;
import banyan.server.wire.Json;
import banyan.server.wire.Reply;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Hears how terminals stand and tells them what they are to do. One row a heartbeat; an hour's counts only where they have changed. */
public final class Heartbeats {
    /** How often a terminal is asked to speak. */
    public static final int EVERY_SECONDS = 30;

    private final Jdbi rows;
    private final Directives directives;
    private final InstantSource clock;
    private final ZoneId zone;

    public Heartbeats(Jdbi rows, Directives directives, InstantSource clock, ZoneId zone) {
        this.rows = rows;
        this.directives = directives;
        this.clock = clock;
        this.zone = zone;
    }

    /** The counts of an hour that are kept by name. */
    public record More(Map<String, Integer> abandoned, Map<String, Integer> refused, Optional<List<StepTime>> steps) {}

    /** {@code PUT /heartbeat} */
    public Reply put(Call call) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<TerminalHeartbeat> said = Json.read(call.body(), TerminalHeartbeat.class)
                .filter(one -> HeartbeatForm.holds(one, LocalDate.ofInstant(now, zone)));
        return said.map(one -> Reply.json(200, heard(call.terminal(), one, now)))
                .orElseGet(() -> Reply.refused(Refusal.MALFORMED));
    }

    private HeartbeatAnswer heard(String terminal, TerminalHeartbeat said, Instant now) {
        return rows.withHandle(handle -> {
            write(handle, terminal, said, now);
            if (!said.usage().isEmpty()) {
                count(handle, terminal, said.usage());
            }
            return new HeartbeatAnswer(now, EVERY_SECONDS, directives.outstanding(handle, terminal, now));
        });
    }

    private static void write(Handle handle, String terminal, TerminalHeartbeat said, Instant now) {
        handle.createUpdate("""
                        INSERT INTO heartbeat (terminal, heard_at, version, release, uptime, service, waiting, stuck, full_now, disk_free, devices, supplies, closed_why)
                        VALUES (:terminal, :now, :version, :release, :uptime, :service, :waiting, :stuck, :full, :disk, :devices, :supplies, :why)
                        ON CONFLICT (terminal) DO UPDATE
                        SET heard_at = :now, version = :version, release = :release, uptime = :uptime, service = :service,
                            waiting = :waiting, stuck = :stuck, full_now = :full, disk_free = :disk, devices = :devices, supplies = :supplies, closed_why = :why
                        """)
                .bind("terminal", terminal)
                .bind("now", now)
                .bind("version", said.version())
                .bind("release", said.release())
                .bind("uptime", said.uptimeSeconds())
                .bind("service", said.service().name())
                .bind("waiting", said.waiting())
                .bind("stuck", said.stuck())
                .bind("full", said.full())
                .bind("disk", said.diskFree())
                .bind("devices", Json.write(new Devices(said.devices())))
                .bind("supplies", said.supplies().map(Devices.Supplies::new).map(Json::write).orElse(null))
                .bind("why", said.closedWhy().orElse(null))
                .execute();
    }

    /** Sent again with each heartbeat, and mostly the same: a row that would not change is not written. */
    private static void count(Handle handle, String terminal, List<Usage> usage) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO terminal_hour AS known (terminal, day, hour, item, begun, completed, pages, help, more)
                VALUES (:terminal, :day, :hour, :item, :begun, :completed, :pages, :help, :more)
                ON CONFLICT (terminal, day, hour, item) DO UPDATE
                SET begun = :begun, completed = :completed, pages = :pages, help = :help, more = :more
                WHERE (known.begun, known.completed, known.pages, known.help, known.more)
                    IS DISTINCT FROM (excluded.begun, excluded.completed, excluded.pages, excluded.help, excluded.more)
                """);
        for (Usage one : usage) {
            batch.bind("terminal", terminal)
                    .bind("day", one.day())
                    .bind("hour", one.hour())
                    .bind("item", one.item())
                    .bind("begun", one.begun())
                    .bind("completed", one.completed())
                    .bind("pages", one.pages())
                    .bind("help", one.help())
                    .bind("more", Json.write(new More(sorted(one.abandoned()), sorted(one.refused()), one.steps())))
                    .add();
        }
        batch.execute();
    }

    private static SortedMap<String, Integer> sorted(Map<String, Integer> counts) {
        return new TreeMap<>(counts);
    }
}
