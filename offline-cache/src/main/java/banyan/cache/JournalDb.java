package banyan.cache;

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
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The journal's database, in SQLite: WAL, {@code synchronous=FULL}, one flush for each committed change. Used by the journal's
 * thread only. What stands in its tables is the affair of {@link Rows}.
 */
final class JournalDb implements AutoCloseable {
    /** The form of the tables, kept as the file's own {@code user_version}; journals of before it was written down say 0. */
    static final int FORM = 3;

    /** The form from which on the tables are those of {@link Rows}; what form 3 has besides is the end of its {@link Chain}. */
    static final int OUR_TABLES = 2;

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
        "CREATE TABLE IF NOT EXISTS head(id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, state INTEGER NOT NULL,"
                + " hour INTEGER NOT NULL, code TEXT NOT NULL, number INTEGER, head BLOB NOT NULL)",
        "CREATE UNIQUE INDEX IF NOT EXISTS head_number ON head(number) WHERE number IS NOT NULL",
        "CREATE TABLE IF NOT EXISTS body(id INTEGER PRIMARY KEY, body BLOB NOT NULL)",
        "CREATE TABLE IF NOT EXISTS receipt(id INTEGER PRIMARY KEY, number INTEGER NOT NULL, hour INTEGER NOT NULL,"
                + " label BLOB NOT NULL, receipt BLOB NOT NULL)",
        "CREATE UNIQUE INDEX IF NOT EXISTS receipt_number ON receipt(number)"
    };

    /** What {@link #sound} looks over at a time; the bodies, by far the most, are looked over by opening each. */
    private static final String[] LOOKED_OVER = {"meta", "head", "receipt"};

    private final Connection connection;
    private int form;

    /** Prepared once each: preparing takes as long as a small statement itself. */
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    /** Something done with a prepared statement. */
    interface Use<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    /** A change made of several statements. */
    interface Change {
        void make() throws SQLException;
    }

    private JournalDb(Connection connection, int form) {
        this.connection = connection;
        this.form = form;
    }

    <T> T using(String sql, Use<T> use) throws SQLException {
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

    <T> Optional<T> one(String sql, Use<PreparedStatement> fill, Read<T> read) throws SQLException {
        return using(sql, statement -> {
            try (ResultSet found = fill.with(statement).executeQuery()) {
                return found.next() ? Optional.of(read.from(found)) : Optional.empty();
            }
        });
    }

    /** Reads the row that a query stands on. */
    interface Read<T> {
        T from(ResultSet row) throws SQLException;
    }

    /** A later program has written it, in a form that this one would misread. */
    static final class Newer extends SQLException {
        private static final long serialVersionUID = 1;

        private Newer(int form) {
            super("the journal has form " + form);
        }
    }

    /** All that a query finds. */
    <T> List<T> several(String sql, Use<PreparedStatement> fill, Read<T> read) throws SQLException {
        return using(sql, statement -> {
            List<T> all = new ArrayList<>();
            try (ResultSet found = fill.with(statement).executeQuery()) {
                while (found.next()) {
                    all.add(read.from(found));
                }
            }
            return all;
        });
    }

    /**
     * Opens it, or makes one of the present form. One of form 1 is opened as it is, to be carried over by {@link FirstForm}.
     * {@code wrap} lets a test stand between us and the database.
     *
     * @param sealed the form that this seal vouches for: a flipped bit in the form's number makes no other journal of it
     */
    static JournalDb open(Path file, UnaryOperator<Connection> wrap, Function<byte[], OptionalInt> sealed)
            throws SQLException {
        Connection raw = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
        try (Statement statement = raw.createStatement()) {
            all(statement, BEFORE_THE_FIRST_ACCESS);
            int said = form(statement);
            int form = form(statement, said, sealed);
            all(statement, SETTINGS);
            JournalDb db = new JournalDb(wrap.apply(raw), form);
            if (form >= OUR_TABLES) {
                lookForOurTables(statement);
                all(statement, TABLES);
                if (form == FORM && said != FORM) {
                    all(statement, "PRAGMA user_version=" + FORM);
                }
            }
            return db;
        } catch (SQLException failure) {
            raw.close();
            throw failure;
        }
    }

    /** A table that is called otherwise now would be made anew, empty, and whatever is in it would be gone without a word. */
    private static void lookForOurTables(Statement statement) throws SQLException {
        // A journal whose making was cut off has some of them.
        Set<String> ours = Arrays.stream(TABLES)
                .map(made -> made.replace("IF NOT EXISTS ", ""))
                .collect(Collectors.toSet());
        try (ResultSet made = statement.executeQuery(
                "SELECT name, sql, type='index' OR name=tbl_name FROM sqlite_schema WHERE sql IS NOT NULL")) {
            while (made.next()) {
                String sql = made.getString(2);
                boolean named = sql.contains(" " + made.getString(1) + "(") || sql.contains(" " + made.getString(1) + " ");
                if (!named || !made.getBoolean(3) || !ours.contains(sql)) {
                    throw new SQLiteException("not the tables of a journal", SQLiteErrorCode.SQLITE_CORRUPT);
                }
            }
        }
    }

    private static void all(Statement statement, String... commands) throws SQLException {
        for (String command : commands) {
            boolean _ = statement.execute(command);
        }
    }

    private static int form(Statement statement) throws SQLException {
        try (ResultSet said = statement.executeQuery("PRAGMA user_version")) {
            return said.next() ? said.getInt(1) : 0;
        }
    }

    /** The seal's word goes before the number in the header; without a seal it is told by what tables there are. */
    private static int form(Statement statement, int said, Function<byte[], OptionalInt> sealed) throws SQLException {
        OptionalInt vouched = vouched(statement, sealed);
        if (vouched.isPresent()) {
            return vouched.getAsInt();
        }
        if (said > FORM) {
            throw new Newer(said);
        }
        try (ResultSet found = statement.executeQuery("SELECT name FROM sqlite_schema WHERE name IN('entry', 'head')"
                + " ORDER BY name DESC")) {
            if (!found.next()) {
                return FORM;
            }
            return "entry".equals(found.getString(1)) ? 1 : said == OUR_TABLES ? OUR_TABLES : FORM;
        }
    }

    private static OptionalInt vouched(Statement statement, Function<byte[], OptionalInt> sealed) throws SQLException {
        try (ResultSet check = statement.executeQuery("SELECT value FROM meta WHERE name='check'")) {
            return check.next() ? sealed.apply(check.getBytes(1)) : OptionalInt.empty();
        } catch (SQLException failure) {
            if (isDamage(failure)) {
                throw failure;
            }
            // A form without such a table, or a new file.
            return OptionalInt.empty();
        }
    }

    /** The form of what was opened. */
    int form() {
        return form;
    }

    /** Makes the present form's tables, lets {@code filling} fill them, and with them takes the present form: all or nothing. */
    void take(Change filling) throws SQLException {
        together(() -> {
            try (Statement statement = connection.createStatement()) {
                all(statement, TABLES);
                filling.make();
                all(statement, "PRAGMA user_version=" + FORM);
            }
        });
        form = FORM;
    }

    /** Several changes with one flush: all of them or none. The driver's own way would begin and commit twice. */
    void together(Change change) throws SQLException {
        step("BEGIN");
        try {
            change.make();
            step("COMMIT");
        } catch (SQLException | RuntimeException failure) {
            rollback();
            throw failure;
        }
    }

    private void step(String sql) throws SQLException {
        boolean _ = using(sql, PreparedStatement::execute);
    }

    /** Uses a row that a query stands on. */
    interface Look {
        void at(ResultSet row) throws SQLException;
    }

    /** Looks at all that a query finds, one at a time. */
    void each(String sql, Look look) throws SQLException {
        int _ = using(sql, statement -> {
            int seen = 0;
            try (ResultSet found = statement.executeQuery()) {
                for (; found.next(); seen++) {
                    look.at(found);
                }
            }
            return seen;
        });
    }

    Optional<byte[]> meta(String name) throws SQLException {
        return one("SELECT value FROM meta WHERE name=?", select -> text(select, name), row -> row.getBytes(1));
    }

    static PreparedStatement text(PreparedStatement statement, String value) throws SQLException {
        statement.setString(1, value);
        return statement;
    }

    static PreparedStatement number(PreparedStatement statement, long value) throws SQLException {
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

    /** The same for what is there already, and of one length: then nothing on its page moves. */
    void changeMeta(String name, byte[] value) throws SQLException {
        int _ = using("UPDATE meta SET value=? WHERE name=?", change -> {
            change.setBytes(1, value);
            change.setString(2, name);
            return change.executeUpdate();
        });
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
            step("ROLLBACK");
        } catch (SQLException nothingOpen) {
            // The database has rolled back by itself, as it does on a full disk; the first failure is what is to be said.
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

    /** Whether every page of the database is on the disk as it was written, and nothing points astray; seconds on a large one. */
    boolean sound() throws SQLException {
        return isSound("PRAGMA integrity_check(1)");
    }

    /** How many parts there are to {@link #sound(int)}. */
    static int parts() {
        return LOOKED_OVER.length;
    }

    /** The same for one table, from 0, and what points into it; all of them but the bodies. */
    boolean sound(int part) throws SQLException {
        return isSound("PRAGMA integrity_check(" + LOOKED_OVER[part] + ")");
    }

    private boolean isSound(String question) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Otherwise the pages in memory would be looked at, which are sound.
            boolean _ = statement.execute("PRAGMA shrink_memory");
            try (ResultSet said = statement.executeQuery(question)) {
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
