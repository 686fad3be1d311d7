package banyan.cache;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Carries a journal of form 1, in which heads and bodies lay in one table under random numbers and receipts under names in clear, to
 * the present form: all of it in one commit, or nothing.
 */
final class FirstForm {
    private final JournalDb db;
    private final Rows rows;
    private final Resealing resealing;

    FirstForm(JournalDb db, EntrySeal seal, Tags tags) {
        this.db = db;
        this.rows = new Rows(db);
        this.resealing = new Resealing(seal, tags);
    }

    /** {@code last} is done in the same commit. */
    void carry(JournalDb.Change last) throws SQLException {
        db.take(() -> {
            receipts();
            entries();
            drop("entry");
            drop("settled");
            last.make();
        });
    }

    /** Some of its heads, to see whose they are. */
    static List<Rows.Row> some(JournalDb db, int most) throws SQLException {
        return db.several(
                "SELECT id, kind, state, hour, code, head FROM entry LIMIT ?",
                select -> JournalDb.number(select, most),
                row -> head(row));
    }

    /** The body of one of them, which lies in the same row. */
    static Optional<byte[]> body(JournalDb db, long id) throws SQLException {
        return db.one("SELECT body FROM entry WHERE id=?", select -> JournalDb.number(select, id), row -> row.getBytes(1));
    }

    private static Rows.Row head(ResultSet row) throws SQLException {
        return new Rows.Row(
                row.getLong(1), row.getInt(2), row.getInt(3), row.getLong(4), row.getString(5), 0, row.getBytes(6));
    }

    private void receipts() throws SQLException {
        var _ = db.several("SELECT name, number, hour, receipt FROM settled", Rows::plain, row -> {
            Rows.Receipted receipt = resealing.receipt(
                    row.getString(1), row.getString(2), row.getLong(3), row.getBytes(4));
            rows.put(receipt);
            return receipt.id();
        });
    }

    private void entries() throws SQLException {
        var _ = db.several("SELECT id, kind, state, hour, code, head, body FROM entry", Rows::plain, row -> {
            Rows.Row old = head(row);
            byte[] body = row.getBytes(7);
            Optional<Resealing.Entry> anew = resealing.entry(old, body);
            if (anew.isPresent()) {
                rows.restore(anew.get().row(), anew.get().body());
            } else {
                // What does not open stays as it is: whoever has the right key or program may still read it.
                rows.restore(old, body);
            }
            return old.id();
        });
    }

    private void drop(String table) throws SQLException {
        int _ = db.using("DROP TABLE " + table, drop -> drop.executeUpdate());
    }
}
