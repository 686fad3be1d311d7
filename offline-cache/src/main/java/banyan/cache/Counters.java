package banyan.cache;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counters that outlast what is counted: one for each place of the site and one for each piece that stood there, so that a
 * replaced device begins at zero and its place does not. Also the levels of what is used up, one an hour. Fixed words and numbers;
 * nothing of a person.
 *
 * <p>A file of its own beside the journal. What is counted waits in memory until {@link #flush}, which writes it in one
 * transaction: a power cut takes at most what came since, and a counter may lose a little where a promise may not. Calls may come
 * from any thread.
 */
public final class Counters implements AutoCloseable {
    /** Levels are kept so long: a season. */
    private static final int KEPT_HOURS = 24 * 120;

    private static final String[] SETTINGS = {
        "PRAGMA busy_timeout=500",
        "PRAGMA locking_mode=EXCLUSIVE",
        "PRAGMA journal_mode=WAL",
        "PRAGMA synchronous=NORMAL",
        "PRAGMA temp_store=MEMORY",
        "CREATE TABLE IF NOT EXISTS counter(owner TEXT NOT NULL, name TEXT NOT NULL, what TEXT NOT NULL,"
                + " count INTEGER NOT NULL, PRIMARY KEY(owner, name, what)) WITHOUT ROWID",
        "CREATE TABLE IF NOT EXISTS level(place TEXT NOT NULL, supply TEXT NOT NULL, hour INTEGER NOT NULL,"
                + " value INTEGER NOT NULL, PRIMARY KEY(place, supply, hour)) WITHOUT ROWID"
    };
    private static final String ADD = "INSERT INTO counter(owner, name, what, count) VALUES(?, ?, ?, ?)"
            + " ON CONFLICT(owner, name, what) DO UPDATE SET count = count + excluded.count";
    private static final String PUT = "INSERT INTO level(place, supply, hour, value) VALUES(?, ?, ?, ?)"
            + " ON CONFLICT(place, supply, hour) DO UPDATE SET value = excluded.value";

    private final Connection connection;
    private final Map<Counter, Long> counted = new HashMap<>();
    private final Map<At, Integer> levels = new HashMap<>();

    /** Whose counter it is. */
    public enum Owner {
        /** The site's name for a device, whatever piece stands there. */
        PLACE,
        /** One piece, by its serial number, wherever it stands. */
        PIECE
    }

    /**
     * How much there was.
     *
     * @param hour hours since 1970
     */
    public record Level(long hour, int value) {}

    private record Counter(Owner owner, String name, String what) {}

    private record At(String place, String supply, long hour) {}

    /** What became of opening them. */
    public sealed interface Opening {
        record Open(Counters counters) implements Opening {}

        /** They cannot be read or written; the terminal serves without. */
        record Refused(String code) implements Opening {}
    }

    private Counters(Connection connection) {
        this.connection = connection;
    }

    /** Opens the file, or begins one. */
    public static Opening open(Path file) {
        try {
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
            try (Statement statement = connection.createStatement()) {
                for (String setting : SETTINGS) {
                    boolean _ = statement.execute(setting);
                }
                connection.setAutoCommit(false);
                return new Opening.Open(new Counters(connection));
            } catch (SQLException broken) {
                connection.close();
                throw broken;
            }
        } catch (SQLException broken) {
            return new Opening.Refused("COUNTERS-UNREADABLE");
        }
    }

    /** Counts, in memory. */
    public synchronized void count(Owner owner, String name, String what, long by) {
        if (by > 0) {
            counted.merge(new Counter(owner, name, what), by, Long::sum);
        }
    }

    /** Notes a level, in memory; the last of an hour is that hour's. */
    public synchronized void level(String place, String supply, long hour, int value) {
        levels.put(new At(place, supply, hour), value);
    }

    /** Writes what was counted since the last time: whether it is on the disk. What is not is kept for the next time. */
    public synchronized boolean flush() {
        if (counted.isEmpty() && levels.isEmpty()) {
            return true;
        }
        try {
            write();
            connection.commit();
            counted.clear();
            levels.clear();
            return true;
        } catch (SQLException full) {
            rollBack();
            return false;
        }
    }

    private void write() throws SQLException {
        try (PreparedStatement add = connection.prepareStatement(ADD)) {
            for (var one : counted.entrySet()) {
                add.setString(1, one.getKey().owner().name());
                add.setString(2, one.getKey().name());
                add.setString(3, one.getKey().what());
                add.setLong(4, one.getValue());
                add.addBatch();
            }
            var _ = add.executeBatch();
        }
        try (PreparedStatement put = connection.prepareStatement(PUT);
                PreparedStatement forget = connection.prepareStatement("DELETE FROM level WHERE hour < ?")) {
            long newest = 0;
            for (var one : levels.entrySet()) {
                newest = Math.max(newest, one.getKey().hour());
                put.setString(1, one.getKey().place());
                put.setString(2, one.getKey().supply());
                put.setLong(3, one.getKey().hour());
                put.setInt(4, one.getValue());
                put.addBatch();
            }
            var _ = put.executeBatch();
            forget.setLong(1, newest - KEPT_HOURS);
            int _ = forget.executeUpdate();
        }
    }

    private void rollBack() {
        try {
            connection.rollback();
        } catch (SQLException broken) {
            // What was counted is still in memory; the next time says whether the disk can be written again.
        }
    }

    /** What was counted of a place or a piece, by what; what waits in memory among it. */
    public synchronized Map<String, Long> counts(Owner owner, String name) {
        var counts = new TreeMap<String, Long>();
        try (PreparedStatement query =
                connection.prepareStatement("SELECT what, count FROM counter WHERE owner = ? AND name = ?")) {
            query.setString(1, owner.name());
            query.setString(2, name);
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    counts.put(found.getString(1), found.getLong(2));
                }
            }
        } catch (SQLException unreadable) {
            // What is in memory is what is known.
        }
        counted.forEach((counter, by) -> {
            if (counter.owner() == owner && counter.name().equals(name)) {
                counts.merge(counter.what(), by, Long::sum);
            }
        });
        return counts;
    }

    /** The levels of a supply in the order of time; what waits in memory among them. */
    public synchronized List<Level> levels(String place, String supply) {
        var byHour = new TreeMap<Long, Integer>();
        try (PreparedStatement query =
                connection.prepareStatement("SELECT hour, value FROM level WHERE place = ? AND supply = ?")) {
            query.setString(1, place);
            query.setString(2, supply);
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    byHour.put(found.getLong(1), found.getInt(2));
                }
            }
        } catch (SQLException unreadable) {
            // What is in memory is what is known.
        }
        levels.forEach((at, value) -> {
            if (at.place().equals(place) && at.supply().equals(supply)) {
                byHour.put(at.hour(), value);
            }
        });
        var found = new ArrayList<Level>();
        byHour.forEach((hour, value) -> found.add(new Level(hour, value)));
        return List.copyOf(found);
    }

    @Override
    public synchronized void close() {
        boolean _ = flush();
        try {
            connection.close();
        } catch (SQLException lost) {
            // All that was flushed is on the disk.
        }
    }
}
