package banyan.server.fleet;

import banyan.acceptance.TerminalHeartbeat.DeviceStanding;
import banyan.acceptance.TerminalHeartbeat.Service;
import banyan.server.fleet.PointStanding.Colour;
import banyan.server.wire.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The whole fleet at one moment, for the page of those who look after it. */
public final class Fleet {
    private static final int HOURS = 24;
    private static final int MOST_POINTS = 20_000;

    private final Jdbi rows;
    private final Supplier<Set<String>> known;
    private final InstantSource clock;
    private final ZoneId zone;

    /** @param known the numbers of the terminals that were introduced here; one that was never heard is unknown and not left out */
    public Fleet(Jdbi rows, Supplier<Set<String>> known, InstantSource clock, ZoneId zone) {
        this.rows = rows;
        this.known = known;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * One terminal.
     *
     * @param heard when it was last heard; empty where it never was
     * @param said what it said then; empty where it never was heard
     */
    public record Point(
            String terminal,
            Colour colour,
            Optional<String> code,
            Optional<String> device,
            Optional<Instant> heard,
            Optional<Said> said) {}

    /** What a terminal said last. */
    public record Said(
            String version,
            long release,
            long uptimeSeconds,
            Service service,
            int waiting,
            int stuck,
            long diskFree,
            List<DeviceStanding> devices) {}

    /**
     * What was done today, by the terminals' own words.
     *
     * @param hours completed in each hour
     * @param abandoned visits that ended before that, by the place where they ended
     */
    public record Today(LocalDate day, int begun, int completed, int pages, int help, List<Integer> hours, Map<String, Integer> abandoned) {}

    /** All of it. */
    public record View(Instant at, Map<Colour, Integer> counts, List<Point> points, Today today) {}

    /** As it is now. */
    public View view() {
        Instant now = clock.instant();
        List<Point> points = rows.withHandle(handle -> points(handle, now));
        Map<Colour, Integer> counts = new TreeMap<>();
        for (Colour colour : Colour.values()) {
            counts.put(colour, (int) points.stream().filter(point -> point.colour() == colour).count());
        }
        return new View(now, counts, points, rows.withHandle(handle -> today(handle, LocalDate.ofInstant(now, zone))));
    }

    private List<Point> points(Handle handle, Instant now) {
        Map<String, Point> points = new TreeMap<>();
        for (String terminal : known.get()) {
            points.put(
                    terminal,
                    new Point(terminal, Colour.UNKNOWN, Optional.of("NEVER-HEARD"), Optional.empty(), Optional.empty(), Optional.empty()));
        }
        handle.createQuery("""
                        SELECT terminal, heard_at, version, release, uptime, service, waiting, stuck, full_now, disk_free, devices
                        FROM heartbeat LIMIT :most
                        """)
                .bind("most", MOST_POINTS)
                .map((row, _) -> point(row, now))
                .forEach(point -> points.put(point.terminal(), point));
        return List.copyOf(points.values());
    }

    private static Point point(ResultSet row, Instant now) throws SQLException {
        Instant heard = row.getTimestamp("heard_at").toInstant();
        Service service = Service.valueOf(row.getString("service"));
        List<DeviceStanding> devices = Json.read(row.getBytes("devices"), Devices.class)
                .orElseThrow(() -> new IllegalStateException("devices that cannot be read"))
                .all();
        int stuck = row.getInt("stuck");
        PointStanding standing = PointStanding.of(heard, service, row.getBoolean("full_now"), stuck, devices, now);
        return new Point(
                row.getString("terminal"),
                standing.colour(),
                standing.code(),
                standing.device(),
                Optional.of(heard),
                Optional.of(new Said(
                        row.getString("version"),
                        row.getLong("release"),
                        row.getLong("uptime"),
                        service,
                        row.getInt("waiting"),
                        stuck,
                        row.getLong("disk_free"),
                        devices)));
    }

    private record Hour(int hour, int begun, int completed, int pages, int help, Map<String, Integer> abandoned) {}

    private static Today today(Handle handle, LocalDate day) {
        List<Integer> hours = new ArrayList<>(Collections.nCopies(HOURS, 0));
        Map<String, Integer> abandoned = new TreeMap<>();
        int begun = 0;
        int pages = 0;
        int help = 0;
        List<Hour> found = handle.createQuery("SELECT hour, begun, completed, pages, help, more FROM terminal_hour WHERE day = :day")
                .bind("day", day)
                .map((row, _) -> new Hour(
                        row.getInt("hour"),
                        row.getInt("begun"),
                        row.getInt("completed"),
                        row.getInt("pages"),
                        row.getInt("help"),
                        Json.read(row.getBytes("more"), Heartbeats.More.class)
                                .map(Heartbeats.More::abandoned)
                                .orElse(Map.of())))
                .list();
        for (Hour hour : found) {
            begun += hour.begun();
            pages += hour.pages();
            help += hour.help();
            hours.set(hour.hour(), hours.get(hour.hour()) + hour.completed());
            hour.abandoned().forEach((place, times) -> abandoned.merge(place, times, Integer::sum));
        }
        int completed = hours.stream().collect(Collectors.summingInt(one -> one));
        return new Today(day, begun, completed, pages, help, hours, abandoned);
    }
}
