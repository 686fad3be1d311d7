package banyan.cache;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The journal's tables in SQLite: WAL, {@code synchronous=FULL}, one flush for each committed change. Used by the journal's
 * thread only. All that is personal in it arrives sealed; rows have random numbers, so that they tell no order.
 */
final class JournalDb implements AutoCloseable {
    private static final String[] SETTINGS = {
        "PRAGMA busy_timeout=500",
        "PRAGMA page_size=" + Pages.SIZE,
        // Before the first access: the index of the log then lives in memory, and no second program can write beside
        // us.
        "PRAGMA locking_mode=EXCLUSIVE",
        "PRAGMA journal_mode=WAL",
        "PRAGMA synchronous=FULL",
        // What is deleted is overwritten with zeros: keys above all.
        "PRAGMA secure_delete=ON",
        "PRAGMA cell_size_check=ON",
        "PRAGMA temp_store=MEMORY"
    };
    private static final String[] TABLES = {
        "CREATE TABLE IF NOT EXISTS meta(name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID",
        "CREATE TABLE IF NOT EXISTS entry(id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, state INTEGER NOT NULL,"
                + " hour INTEGER NOT NULL, code TEXT NOT NULL, key BLOB NOT NULL, head BLOB NOT NULL, body BLOB NOT NULL)",
        "CREATE TABLE IF NOT EXISTS settled(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,"
                + " number TEXT NOT NULL UNIQUE, hour INTEGER NOT NULL, receipt BLOB NOT NULL)"
    };

    private static final String INSERT = "INSERT INTO entry VALUES(?,?,?,?,?,?,?,?)";

    private final Connection connection;
    private PreparedStatement insert;

    /** A row of {@code entry} without its body. */
    record Row(long id, int kind, int state, long hour, String code, byte[] key, byte[] head) {}

    /** A row of {@code settled}; the receipt is sealed. */
    record Settled(long id, String name, String number, long hour, byte[] receipt) {}

    private JournalDb(Connection connection) throws SQLException {
        this.connection = connection;
        this.insert = connection.prepareStatement(INSERT);
    }

    /** Opens or makes it. {@code wrap} lets a test stand between us and the database. */
    static JournalDb open(Path file, UnaryOperator<Connection> wrap) throws SQLException {
        Connection raw = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
        try (Statement statement = raw.createStatement()) {
            for (String setting : SETTINGS) {
                boolean _ = statement.execute(setting);
            }
            for (String table : TABLES) {
                boolean _ = statement.execute(table);
            }
            return new JournalDb(wrap.apply(raw));
        } catch (SQLException failure) {
            raw.close();
            throw failure;
        }
    }

    Optional<byte[]> meta(String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT value FROM meta WHERE name=?")) {
            select.setString(1, name);
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? Optional.of(found.getBytes(1)) : Optional.empty();
            }
        }
    }

    void setMeta(String name, byte[] value) throws SQLException {
        try (PreparedStatement put = connection.prepareStatement("INSERT OR REPLACE INTO meta VALUES(?,?)")) {
            put.setString(1, name);
            put.setBytes(2, value);
            int _ = put.executeUpdate();
        }
    }

    /** One flush. When it returns the entry is on the disk. */
    void insert(Row row, byte[] body) throws SQLException {
        if (insert.isClosed()) {
            // A statement that has failed once is of no use any more.
            insert = connection.prepareStatement(INSERT);
        }
        insert.setLong(1, row.id());
        insert.setInt(2, row.kind());
        insert.setInt(3, row.state());
        insert.setLong(4, row.hour());
        insert.setString(5, row.code());
        insert.setBytes(6, row.key());
        insert.setBytes(7, row.head());
        insert.setBytes(8, body);
        try {
            int _ = insert.executeUpdate();
        } catch (SQLException failure) {
            insert.close();
            throw failure;
        }
        insert.clearParameters();
    }

    /** Every entry, without opening a body. */
    void rows(Consumer<Row> each) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT id, kind, state, hour, code, key, head FROM entry")) {
            while (found.next()) {
                each.accept(row(found));
            }
        }
    }

    Optional<Row> row(long id) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id, kind, state, hour, code, key, head FROM entry WHERE id=?")) {
            select.setLong(1, id);
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? Optional.of(row(found)) : Optional.empty();
            }
        }
    }

    private static Row row(ResultSet found) throws SQLException {
        return new Row(
                found.getLong(1),
                found.getInt(2),
                found.getInt(3),
                found.getLong(4),
                found.getString(5),
                found.getBytes(6),
                found.getBytes(7));
    }

    Optional<byte[]> body(long id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT body FROM entry WHERE id=?")) {
            select.setLong(1, id);
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? Optional.of(found.getBytes(1)) : Optional.empty();
            }
        }
    }

    void state(long id, int state, String code) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE entry SET state=?, code=? WHERE id=?")) {
            update.setInt(1, state);
            update.setString(2, code);
            update.setLong(3, id);
            int _ = update.executeUpdate();
        }
    }

    void delete(long id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM entry WHERE id=?")) {
            delete.setLong(1, id);
            int _ = delete.executeUpdate();
        }
    }

    /** The receipt takes the place of the entry: both or neither, with one flush. */
    void settle(long entry, Settled settled) throws SQLException {
        connection.setAutoCommit(false);
        try {
            put(settled);
            delete(entry);
            connection.commit();
        } catch (SQLException failure) {
            rollback();
            throw failure;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** Does nothing where a receipt of that name is there already. */
    void put(Settled settled) throws SQLException {
        try (PreparedStatement put =
                connection.prepareStatement("INSERT INTO settled VALUES(?,?,?,?,?) ON CONFLICT(name) DO NOTHING")) {
            put.setLong(1, settled.id());
            put.setString(2, settled.name());
            put.setString(3, settled.number());
            put.setLong(4, settled.hour());
            put.setBytes(5, settled.receipt());
            int _ = put.executeUpdate();
        }
    }

    Optional<Settled> settled(String name) throws SQLException {
        return settledWhere("name=?", name);
    }

    Optional<Settled> settledAs(String number) throws SQLException {
        return settledWhere("number=?", number);
    }

    private Optional<Settled> settledWhere(String condition, String value) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id, name, number, hour, receipt FROM settled WHERE " + condition)) {
            select.setString(1, value);
            try (ResultSet found = select.executeQuery()) {
                return found.next()
                        ? Optional.of(new Settled(
                                found.getLong(1),
                                found.getString(2),
                                found.getString(3),
                                found.getLong(4),
                                found.getBytes(5)))
                        : Optional.empty();
            }
        }
    }

    void settledNumbers(Consumer<String> each) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT number FROM settled")) {
            while (found.next()) {
                each.accept(found.getString(1));
            }
        }
    }

    /**
     * Makes certain after a failed commit. It may have left its pages at the end of the log, where a recovery after a power cut
     * would find them; a small commit overwrites that place, and then the log is emptied. Afterwards what can be seen is what
     * there is.
     */
    void fence() throws SQLException {
        rollback();
        setMeta("fence", Randomness.bytes(16));
        emptyLog();
    }

    private void rollback() {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException nothingOpen) {
            // The database has rolled back by itself.
        }
    }

    /** Moves the log into the database and empties it: a flipped bit in the log would hide everything behind it. */
    void emptyLog() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet done = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
            if (!done.next() || done.getInt(1) != 0) {
                throw new SQLException("the log could not be emptied");
            }
        }
    }

    /** Whether every page of the database is as it was written; takes seconds on a large one. */
    boolean sound() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet said = statement.executeQuery("PRAGMA quick_check(1)")) {
            return said.next() && "ok".equals(said.getString(1));
        }
    }

    static boolean isFull(SQLException failure) {
        return primary(failure) == SQLiteErrorCode.SQLITE_FULL.code;
    }

    /** Whether the file itself is damaged, and not merely out of reach. */
    static boolean isDamage(SQLException failure) {
        int code = primary(failure);
        return code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    static boolean isElsewhere(SQLException failure) {
        int code = primary(failure);
        return code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code;
    }

    private static int primary(SQLException failure) {
        return failure instanceof SQLiteException known
                ? known.getResultCode().code & 0xFF
                : failure.getErrorCode() & 0xFF;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
