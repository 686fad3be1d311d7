package banyan.cache;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The journal's tables in SQLite: WAL, {@code synchronous=FULL}, one flush for each committed change. Used by the journal's
 * thread only. All that is personal in it arrives sealed; rows have random numbers, so that they tell no order.
 */
final class JournalDb implements AutoCloseable {
    /** The form of the tables, kept as the file's own {@code user_version}; journals of before it was written down say 0. */
    static final int FORM = 1;

    /** Stands where a receipt was, once it has been erased. */
    private static final String ERASED = "x'657261736564'";

    private static final byte[] ERASED_BYTES = "erased".getBytes(StandardCharsets.US_ASCII);

    private static final String[] BEFORE_THE_FIRST_ACCESS = {
        "PRAGMA busy_timeout=500",
        "PRAGMA page_size=" + Pages.SIZE,
        // The index of the log then lives in memory, and no second program can write beside us.
        "PRAGMA locking_mode=EXCLUSIVE"
    };
    private static final String[] SETTINGS = {
        "PRAGMA journal_mode=WAL",
        "PRAGMA synchronous=FULL",
        // The log is emptied in each quiet moment; only a long burst gets so far.
        "PRAGMA wal_autocheckpoint=2000",
        // What is deleted is overwritten with zeros: heads above all, in which the keys stand.
        "PRAGMA secure_delete=ON",
        "PRAGMA cell_size_check=ON",
        "PRAGMA temp_store=MEMORY"
    };
    private static final String[] TABLES = {
        "CREATE TABLE IF NOT EXISTS meta(name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID",
        "CREATE TABLE IF NOT EXISTS entry(id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, state INTEGER NOT NULL,"
                + " hour INTEGER NOT NULL, code TEXT NOT NULL, head BLOB NOT NULL, body BLOB NOT NULL)",
        "CREATE TABLE IF NOT EXISTS settled(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,"
                + " number TEXT NOT NULL UNIQUE, hour INTEGER NOT NULL, receipt BLOB NOT NULL)"
    };

    private static final String ROW = "SELECT id, kind, state, hour, code, head FROM entry";
    private static final String SETTLED = "SELECT id, name, number, hour, receipt FROM settled WHERE ";

    private final Connection connection;

    /** Prepared once each: preparing takes as long as a small statement itself. */
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    /** A row of {@code entry} without its body. */
    record Row(long id, int kind, int state, long hour, String code, byte[] head) {}

    /** A row of {@code settled}; the receipt is sealed. */
    record Settled(long id, String name, String number, long hour, byte[] receipt) {
        boolean isErased() {
            return Arrays.equals(receipt, ERASED_BYTES);
        }
    }

    /** Something done with a prepared statement. */
    private interface Use<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private JournalDb(Connection connection) {
        this.connection = connection;
    }

    private <T> T using(String sql, Use<T> use) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        try {
            T result = use.with(statement);
            statement.clearParameters();
            return result;
        } catch (SQLException failure) {
            // A statement that has failed once is of no use any more.
            statements.remove(sql);
            statement.close();
            throw failure;
        }
    }

    private <T> Optional<T> one(String sql, Use<PreparedStatement> fill, Read<T> read) throws SQLException {
        return using(sql, statement -> {
            try (ResultSet found = fill.with(statement).executeQuery()) {
                return found.next() ? Optional.of(read.from(found)) : Optional.empty();
            }
        });
    }

    /** Reads the row that a query stands on. */
    private interface Read<T> {
        T from(ResultSet row) throws SQLException;
    }

    /** A later program has written it, in a form that this one would misread. */
    static final class Newer extends SQLException {
        private static final long serialVersionUID = 1;

        private Newer(int form) {
            super("the journal has form " + form);
        }
    }

    /**
     * Opens or makes it. {@code wrap} lets a test stand between us and the database.
     *
     * @param ours whether this is the seal that a journal of this form bears: a flipped bit in the form's number makes no newer
     *     journal of it
     */
    static JournalDb open(Path file, UnaryOperator<Connection> wrap, Predicate<byte[]> ours) throws SQLException {
        Connection raw = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
        try (Statement statement = raw.createStatement()) {
            all(statement, BEFORE_THE_FIRST_ACCESS);
            int form = form(statement);
            if (form > FORM && !isOurs(statement, ours)) {
                throw new Newer(form);
            }
            all(statement, SETTINGS);
            all(statement, TABLES);
            if (form != FORM) {
                boolean _ = statement.execute("PRAGMA user_version=" + FORM);
            }
            return new JournalDb(wrap.apply(raw));
        } catch (SQLException failure) {
            raw.close();
            throw failure;
        }
    }

    private static void all(Statement statement, String[] commands) throws SQLException {
        for (String command : commands) {
            boolean _ = statement.execute(command);
        }
    }

    private static int form(Statement statement) throws SQLException {
        try (ResultSet said = statement.executeQuery("PRAGMA user_version")) {
            return said.next() ? said.getInt(1) : 0;
        }
    }

    private static boolean isOurs(Statement statement, Predicate<byte[]> ours) throws SQLException {
        try (ResultSet check = statement.executeQuery("SELECT value FROM meta WHERE name='check'")) {
            return check.next() && ours.test(check.getBytes(1));
        } catch (SQLException failure) {
            if (isDamage(failure)) {
                throw failure;
            }
            // A form without such a table.
            return false;
        }
    }

    Optional<byte[]> meta(String name) throws SQLException {
        return one("SELECT value FROM meta WHERE name=?", select -> text(select, name), row -> row.getBytes(1));
    }

    private static PreparedStatement text(PreparedStatement statement, String value) throws SQLException {
        statement.setString(1, value);
        return statement;
    }

    private static PreparedStatement number(PreparedStatement statement, long value) throws SQLException {
        statement.setLong(1, value);
        return statement;
    }

    void setMeta(String name, byte[] value) throws SQLException {
        int _ = using("INSERT OR REPLACE INTO meta VALUES(?,?)", put -> {
            put.setString(1, name);
            put.setBytes(2, value);
            return put.executeUpdate();
        });
    }

    /** One flush. When it returns the entry is on the disk. */
    void insert(Row row, byte[] body) throws SQLException {
        int _ = using("INSERT INTO entry VALUES(?,?,?,?,?,?,?)", insert -> {
            insert.setLong(1, row.id());
            insert.setInt(2, row.kind());
            insert.setInt(3, row.state());
            insert.setLong(4, row.hour());
            insert.setString(5, row.code());
            insert.setBytes(6, row.head());
            insert.setBytes(7, body);
            return insert.executeUpdate();
        });
    }

    /** Every entry, without opening a body. */
    void rows(Consumer<Row> each) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(ROW)) {
            while (found.next()) {
                each.accept(row(found));
            }
        }
    }

    Optional<Row> row(long id) throws SQLException {
        return one(ROW + " WHERE id=?", select -> number(select, id), JournalDb::row);
    }

    private static Row row(ResultSet found) throws SQLException {
        return new Row(
                found.getLong(1),
                found.getInt(2),
                found.getInt(3),
                found.getLong(4),
                found.getString(5),
                found.getBytes(6));
    }

    Optional<byte[]> body(long id) throws SQLException {
        return one("SELECT body FROM entry WHERE id=?", select -> number(select, id), row -> row.getBytes(1));
    }

    void state(long id, int state, String code) throws SQLException {
        int _ = using("UPDATE entry SET state=?, code=? WHERE id=?", update -> {
            update.setInt(1, state);
            update.setString(2, code);
            update.setLong(3, id);
            return update.executeUpdate();
        });
    }

    void delete(long id) throws SQLException {
        int _ = using(
                "DELETE FROM entry WHERE id=?", delete -> number(delete, id).executeUpdate());
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
        int _ = using("INSERT INTO settled VALUES(?,?,?,?,?) ON CONFLICT(name) DO NOTHING", put -> {
            put.setLong(1, settled.id());
            put.setString(2, settled.name());
            put.setString(3, settled.number());
            put.setLong(4, settled.hour());
            put.setBytes(5, settled.receipt());
            return put.executeUpdate();
        });
    }

    Optional<Settled> settled(String name) throws SQLException {
        return one(SETTLED + "name=?", select -> text(select, name), JournalDb::settled);
    }

    Optional<Settled> settledAs(String number) throws SQLException {
        return one(SETTLED + "number=?", select -> text(select, number), JournalDb::settled);
    }

    /** What was kept in these hours and has its receipt. */
    void settled(long from, long before, Consumer<Settled> each) throws SQLException {
        List<Settled> all = using(SETTLED + "hour>=? AND hour<? AND receipt<>" + ERASED, select -> {
            select.setLong(1, from);
            select.setLong(2, before);
            List<Settled> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(settled(rows));
                }
            }
            return found;
        });
        all.forEach(each);
    }

    /** The hour of the oldest receipt that is still here. */
    Optional<Long> firstSettledHour() throws SQLException {
        return one("SELECT min(hour) FROM settled WHERE receipt<>" + ERASED, select -> select, row -> row.getObject(1) == null ? -1 : row.getLong(1))
                .filter(hour -> hour >= 0);
    }

    /** A receipt that could not be read any more is put in again. */
    void mend(String name, byte[] receipt) throws SQLException {
        int _ = using("UPDATE settled SET receipt=? WHERE name=?", update -> {
            update.setBytes(1, receipt);
            update.setString(2, name);
            return update.executeUpdate();
        });
    }

    private static Settled settled(ResultSet found) throws SQLException {
        return new Settled(
                found.getLong(1), found.getString(2), found.getString(3), found.getLong(4), found.getBytes(5));
    }

    /**
     * Takes the receipts away that were settled before this hour; their names and numbers stay, so that no number is given twice.
     * How many.
     */
    int eraseReceipts(long hour) throws SQLException {
        return using("UPDATE settled SET receipt=" + ERASED + " WHERE hour<? AND receipt<>" + ERASED, update -> number(update, hour)
                .executeUpdate());
    }

    /** How each head and each receipt begins, once. */
    void beginnings(Consumer<byte[]> each) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT substr(head,1,5) FROM entry UNION SELECT substr(receipt,1,5) FROM settled")) {
            while (found.next()) {
                each.accept(found.getBytes(1));
            }
        }
    }

    /** Name and number of each. */
    void settledNames(BiConsumer<String, String> each) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT name, number FROM settled")) {
            while (found.next()) {
                each.accept(found.getString(1), found.getString(2));
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
        beginLog();
        emptyLog();
    }

    /** The first commit in an empty log costs a second flush, for the log's header. Better now than when somebody waits. */
    void beginLog() throws SQLException {
        setMeta("fence", Randomness.bytes(16));
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

    /** Whether every page of the database is on the disk as it was written; takes seconds on a large one. */
    boolean sound() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Otherwise the pages in memory would be looked at, which are sound.
            boolean _ = statement.execute("PRAGMA shrink_memory");
            try (ResultSet said = statement.executeQuery("PRAGMA quick_check(1)")) {
                return said.next() && "ok".equals(said.getString(1));
            }
        }
    }

    /** Whether it was shut, by us or because opening it anew has failed. */
    boolean isShut() throws SQLException {
        return connection.isClosed();
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
