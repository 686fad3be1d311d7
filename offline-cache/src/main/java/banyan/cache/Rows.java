package banyan.cache;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * The rows of the journal: heads, bodies apart from them, and the receipts that take the place of both. All that is personal in
 * them arrives sealed, and they lie under keyed hashes of their names ({@link Tags}), so that they tell no order. A number tagged 0
 * is none.
 */
final class Rows {
    private static final String HEAD = "SELECT id, kind, state, hour, code, number, head FROM head";
    private static final String RECEIPT = "SELECT id, number, hour, label, receipt FROM receipt";

    /** Stands where a receipt was, once it has been erased: no other damage looks like it. */
    private static final String ERASED = "x'657261736564'";

    private static final byte[] ERASED_BYTES = "erased".getBytes(StandardCharsets.US_ASCII);

    private final JournalDb db;
    private final Optional<Chain> chain;
    private Optional<Chain.Change> change = Optional.empty();

    /** The chain's end, as the last commit has left it. */
    private Optional<Mark> end = Optional.empty();

    /** Where an entry stands and how: all of its row that is not sealed. */
    record Place(long id, int kind, int state, long hour, String code, long number) {}

    /** An entry without its body. */
    record Row(long id, int kind, int state, long hour, String code, long number, byte[] head) {
        Place place() {
            return new Place(id, kind, state, hour, code, number);
        }
    }

    /** What is left of an entry that the centre holds: what it was called, and the receipt, each sealed. */
    record Receipted(long id, long number, long hour, byte[] label, byte[] receipt) {
        boolean isErased() {
            return Rows.isErased(receipt);
        }
    }

    /** For reading, and for filling a journal whose chain begins afterwards. */
    Rows(JournalDb db) {
        this(db, Optional.empty());
    }

    /** What is changed {@link #together} has its link. */
    Rows(JournalDb db, Chain chain) {
        this(db, Optional.of(chain));
    }

    private Rows(JournalDb db, Optional<Chain> chain) {
        this.db = db;
        this.chain = chain;
    }

    /** Several changes and their link in the chain with one flush: all of it or nothing. */
    void together(JournalDb.Change changes) throws SQLException {
        change = chain.map(Chain::change);
        Optional<Mark> before = end;
        // Until it is known what became of the commit, only the database can say.
        end = Optional.empty();
        AtomicReference<Optional<Mark>> after = new AtomicReference<>(before);
        try {
            db.together(() -> {
                changes.make();
                if (change.isPresent()) {
                    after.set(change.get().link(db, before));
                }
            });
            end = after.get();
        } finally {
            change = Optional.empty();
        }
    }

    static boolean isErased(byte[] receipt) {
        return Arrays.equals(receipt, ERASED_BYTES);
    }

    /** One flush. When it returns the entry is on the disk. */
    void insert(Row row, byte[] body) throws SQLException {
        together(() -> {
            put(row);
            put(row.id(), body);
        });
    }

    /** A part of {@link #together}. */
    void put(Row row) throws SQLException {
        int _ = db.using("INSERT INTO head VALUES(?,?,?,?,?,?,?)", insert -> {
            insert.setLong(1, row.id());
            insert.setInt(2, row.kind());
            insert.setInt(3, row.state());
            insert.setLong(4, row.hour());
            insert.setString(5, row.code());
            if (row.number() == 0) {
                insert.setNull(6, java.sql.Types.INTEGER);
            } else {
                insert.setLong(6, row.number());
            }
            insert.setBytes(7, row.head());
            return insert.executeUpdate();
        });
        change.ifPresent(one -> one.put(row.place()));
    }

    /** A part of {@link #together}. A body that lies there without a head is nobody's. */
    void put(long id, byte[] body) throws SQLException {
        int _ = db.using("INSERT OR REPLACE INTO body VALUES(?,?)", insert -> {
            insert.setLong(1, id);
            insert.setBytes(2, body);
            return insert.executeUpdate();
        });
    }

    /** Does nothing where a receipt of that entry or number is there already. A part of {@link #together}. */
    void put(Receipted receipt) throws SQLException {
        int rows = db.using("INSERT OR IGNORE INTO receipt VALUES(?,?,?,?,?)", put -> {
            put.setLong(1, receipt.id());
            put.setLong(2, receipt.number());
            put.setLong(3, receipt.hour());
            put.setBytes(4, receipt.label());
            put.setBytes(5, receipt.receipt());
            return put.executeUpdate();
        });
        if (rows > 0) {
            change.ifPresent(one -> one.received(receipt.id(), receipt.number(), receipt.hour()));
        }
    }

    /** Puts an entry in that was lost or lay elsewhere, unless its receipt is here; a number that another holds is left out. */
    void restore(Row row, byte[] body) throws SQLException {
        if (receipt(row.id()).isPresent() || row(row.id()).isPresent()) {
            return;
        }
        Row fitting = row.number() != 0 && numberTaken(row.number())
                ? new Row(row.id(), row.kind(), row.state(), row.hour(), row.code(), 0, row.head())
                : row;
        put(fitting);
        put(row.id(), body);
    }

    /** So many heads whose ids follow {@code after}, in the order of their ids; bodies are not touched. */
    List<Row> after(long after, int most) throws SQLException {
        return db.several(
                HEAD + " WHERE id>? ORDER BY id LIMIT ?",
                select -> {
                    select.setLong(1, after);
                    select.setInt(2, most);
                    return select;
                },
                Rows::row);
    }

    Optional<Row> row(long id) throws SQLException {
        return db.one(HEAD + " WHERE id=?", select -> JournalDb.number(select, id), Rows::row);
    }

    Optional<Row> rowOf(long number) throws SQLException {
        return db.one(HEAD + " WHERE number=?", select -> JournalDb.number(select, number), Rows::row);
    }

    Optional<byte[]> body(long id) throws SQLException {
        return db.one("SELECT body FROM body WHERE id=?", select -> JournalDb.number(select, id), row -> row.getBytes(1));
    }

    Optional<Receipted> receipt(long id) throws SQLException {
        return db.one(RECEIPT + " WHERE id=?", select -> JournalDb.number(select, id), Rows::receipt);
    }

    Optional<Receipted> receiptOf(long number) throws SQLException {
        return db.one(RECEIPT + " WHERE number=?", select -> JournalDb.number(select, number), Rows::receipt);
    }

    /** Whether there is an entry or a receipt of this id or number: one question, because each append asks it. */
    boolean known(long id, long number) throws SQLException {
        return db.one(
                        "SELECT 1 FROM head WHERE id=?1 OR number=?2"
                                + " UNION ALL SELECT 1 FROM receipt WHERE id=?1 OR number=?2 LIMIT 1",
                        select -> {
                            select.setLong(1, id);
                            select.setLong(2, number);
                            return select;
                        },
                        ResultSet::getRow)
                .isPresent();
    }

    boolean numberTaken(long number) throws SQLException {
        return rowOf(number).isPresent() || receiptOf(number).isPresent();
    }

    /** The submissions that were kept in these hours and wait. */
    List<Row> submissions(long from, long before) throws SQLException {
        return db.several(HEAD + " WHERE kind=0 AND hour>=? AND hour<?", hours(from, before), Rows::row);
    }

    /** The receipts of what was kept in these hours. */
    List<Receipted> receipts(long from, long before) throws SQLException {
        return db.several(RECEIPT + " WHERE hour>=? AND hour<?", hours(from, before), Rows::receipt);
    }

    /** The kinds of the notes that were kept in these hours and wait, one for each. */
    List<Integer> notes(long from, long before) throws SQLException {
        return db.several(
                "SELECT kind FROM head WHERE kind<>0 AND hour>=? AND hour<?", hours(from, before), row -> row.getInt(1));
    }

    private static JournalDb.Use<PreparedStatement> hours(long from, long before) {
        return select -> {
            select.setLong(1, from);
            select.setLong(2, before);
            return select;
        };
    }

    /** The hour of the oldest thing that is known here. */
    Optional<Long> firstHour() throws SQLException {
        return db.one(
                        "SELECT min(hour) FROM (SELECT min(hour) AS hour FROM head UNION ALL SELECT min(hour) FROM receipt"
                                + " WHERE receipt<>" + ERASED + ")",
                        Rows::plain,
                        row -> row.getObject(1) == null ? -1 : row.getLong(1))
                .filter(hour -> hour >= 0);
    }

    /** Takes the receipts away that were settled before this hour; what they were called stays, so that no number is given twice. How many. */
    int eraseReceipts(long hour) throws SQLException {
        AtomicInteger erased = new AtomicInteger();
        together(() -> {
            erased.set(db.using(
                    "UPDATE receipt SET receipt=" + ERASED + " WHERE hour<? AND receipt<>" + ERASED,
                    update -> JournalDb.number(update, hour).executeUpdate()));
            if (erased.get() > 0) {
                change.ifPresent(one -> one.erased(hour));
            }
        });
        return erased.get();
    }

    /** The hour of the latest receipt that was erased. */
    Optional<Long> lastErasedHour() throws SQLException {
        return db.one(
                        "SELECT max(hour) FROM receipt WHERE receipt=" + ERASED,
                        Rows::plain,
                        row -> row.getObject(1) == null ? -1 : row.getLong(1))
                .filter(hour -> hour >= 0);
    }

    /** Shows every entry's place, without what is sealed. */
    void eachPlace(Consumer<Place> each) throws SQLException {
        db.each("SELECT id, kind, state, hour, code, number FROM head", row -> each.accept(place(row)));
    }

    /** Takes what stands outside the seals of a receipt's row. */
    interface ReceiptPlace {
        void at(long id, long number, long hour);
    }

    void eachReceipt(ReceiptPlace each) throws SQLException {
        db.each("SELECT id, number, hour FROM receipt", row -> each.at(row.getLong(1), row.getLong(2), row.getLong(3)));
    }

    private Optional<Place> place(long id) throws SQLException {
        return db.one(
                "SELECT id, kind, state, hour, code, number FROM head WHERE id=?",
                select -> JournalDb.number(select, id),
                Rows::place);
    }

    /** How each head and each receipt begins, once. */
    List<byte[]> beginnings() throws SQLException {
        return db.several(
                "SELECT substr(head,1,5) FROM head UNION SELECT substr(receipt,1,5) FROM receipt",
                Rows::plain,
                row -> row.getBytes(1));
    }

    /** A receipt that could not be read any more is put in again. */
    void mend(Receipted receipt) throws SQLException {
        int _ = db.using("UPDATE receipt SET label=?, receipt=? WHERE id=?", update -> {
            update.setBytes(1, receipt.label());
            update.setBytes(2, receipt.receipt());
            update.setLong(3, receipt.id());
            return update.executeUpdate();
        });
    }

    /** One flush. */
    void state(long id, int state, String code) throws SQLException {
        together(() -> {
            if (change.isPresent()) {
                place(id).ifPresent(change.get()::taken);
            }
            int _ = db.using("UPDATE head SET state=?, code=? WHERE id=?", update -> {
                update.setInt(1, state);
                update.setString(2, code);
                update.setLong(3, id);
                return update.executeUpdate();
            });
            if (change.isPresent()) {
                place(id).ifPresent(change.get()::put);
            }
        });
    }

    /** A part of {@link #together}. What goes leaves the chain's sum as it stood there, and not as somebody remembers it. */
    void remove(long id) throws SQLException {
        Optional<Place> gone = db.one(
                "DELETE FROM head WHERE id=? RETURNING id, kind, state, hour, code, number",
                delete -> JournalDb.number(delete, id),
                Rows::place);
        gone.ifPresent(place -> change.ifPresent(one -> one.taken(place)));
        int _ = db.using("DELETE FROM body WHERE id=?", delete -> JournalDb.number(delete, id).executeUpdate());
    }

    private static Row row(ResultSet found) throws SQLException {
        return new Row(
                found.getLong(1),
                found.getInt(2),
                found.getInt(3),
                found.getLong(4),
                found.getString(5),
                found.getLong(6),
                found.getBytes(7));
    }

    private static Place place(ResultSet found) throws SQLException {
        return new Place(
                found.getLong(1),
                found.getInt(2),
                found.getInt(3),
                found.getLong(4),
                found.getString(5),
                found.getLong(6));
    }

    private static Receipted receipt(ResultSet found) throws SQLException {
        return new Receipted(
                found.getLong(1), found.getLong(2), found.getLong(3), found.getBytes(4), found.getBytes(5));
    }

    /** Fills nothing in. */
    static PreparedStatement plain(PreparedStatement statement) {
        return statement;
    }
}
