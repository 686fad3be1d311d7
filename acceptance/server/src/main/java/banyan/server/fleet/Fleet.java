package banyan.server.fleet;

import banyan.acceptance.TerminalHeartbeat.DeviceStanding;
import banyan.acceptance.TerminalHeartbeat.Service;
import banyan.server.fleet.PointStanding.Colour;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The whole fleet at one moment, for the page of those who look after it. */
public final class Fleet {
    private static final int MOST_POINTS = 20_000;

    private final Jdbi rows;
    private final Supplier<Set<String>> known;
    private final InstantSource clock;
    private final Places places;

    /** @param known the numbers of the terminals that were introduced here; one that was never heard is unknown and not left out */
    public Fleet(Jdbi rows, Supplier<Set<String>> known, InstantSource clock, Places places) {
        this.rows = rows;
        this.known = known;
        this.clock = clock;
        this.places = places;
    }

    /**
     * One terminal.
     *
     * @param heard when it was last heard; empty where it never was
     * @param said what it said then; empty where it never was heard
     * @param district where it stands, where that was said
     */
    public record Point(
            String terminal,
            Colour colour,
            Optional<String> code,
            Optional<String> device,
            Optional<Instant> heard,
            Optional<Said> said,
            Optional<String> district,
            Optional<String> hall) {}

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

    /** All of it. */
    public record View(Instant at, Map<Colour, Integer> counts, List<Point> points, List<Places.District> districts) {}

    /** As it is now. */
    public View view() {
        Instant now = clock.instant();
        List<Point> points = rows.withHandle(handle -> points(handle, now));
        Map<Colour, Integer> counts = new TreeMap<>();
        for (Colour colour : Colour.values()) {
            counts.put(colour, (int) points.stream().filter(point -> point.colour() == colour).count());
        }
        return new View(now, counts, points, places.districts());
    }

    private List<Point> points(Handle handle, Instant now) {
        Map<String, Point> points = new TreeMap<>();
        for (String terminal : known.get()) {
            points.put(
                    terminal,
                    point(terminal, new PointStanding(Colour.UNKNOWN, Optional.of("NEVER-HEARD"), Optional.empty()), Optional.empty(), Optional.empty()));
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

    private Point point(ResultSet row, Instant now) throws SQLException {
        Instant heard = row.getTimestamp("heard_at").toInstant();
        Service service = Service.valueOf(row.getString("service"));
        List<DeviceStanding> devices = Devices.read(row.getBytes("devices"));
        int stuck = row.getInt("stuck");
        PointStanding standing = PointStanding.of(heard, service, row.getBoolean("full_now"), stuck, devices, now);
        return point(
                row.getString("terminal"),
                standing,
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

    private Point point(String terminal, PointStanding standing, Optional<Instant> heard, Optional<Said> said) {
        Optional<Places.Place> place = places.of(terminal);
        return new Point(
                terminal,
                standing.colour(),
                standing.code(),
                standing.device(),
                heard,
                said,
                place.map(Places.Place::district),
                place.map(Places.Place::hall));
    }
}
