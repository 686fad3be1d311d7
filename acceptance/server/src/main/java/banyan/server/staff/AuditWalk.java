package banyan.server.staff;

import java.security.MessageDigest;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Walks the chain of what staff did from its first row to its end, and says whether it is whole. */
public final class AuditWalk {
    private static final int PORTION = 5_000;

    private final byte[] secret;
    private final Jdbi rows;

    /** @param secret under which rows are chained, see {@link Audit} */
    public AuditWalk(byte[] secret, Jdbi rows) {
        this.secret = secret.clone();
        this.rows = rows;
    }

    /** What was found. */
    public sealed interface Found {
        /** Every row is as it was written, and none is missing. */
        record Whole(long rows) implements Found {}

        /** The first row that is missing, altered or not ours. What stands after it says nothing. */
        record Broken(long seq) implements Found {}
    }

    private record Head(long seq, java.time.Instant at, byte[] hash, byte[] seal) {}

    /** Looks. What staff do meanwhile does not count: it is the chain as it stood at one moment. */
    public Found verify() {
        return rows.inTransaction(org.jdbi.v3.core.transaction.TransactionIsolationLevel.REPEATABLE_READ, this::walk);
    }

    Found walk(Handle handle) {
        Head head = handle.createQuery("SELECT seq, at, hash, seal FROM staff_audit_head WHERE chain = 'staff'")
                .map((row, _) -> new Head(
                        row.getLong("seq"),
                        row.getTimestamp("at").toInstant(),
                        row.getBytes("hash"),
                        row.getBytes("seal")))
                .findOne()
                .orElseGet(() -> new Head(-1, java.time.Instant.EPOCH, new byte[0], new byte[0]));
        long seq = 0;
        byte[] before = Audit.BEFORE_THE_FIRST;
        for (List<Audit.Row> portion = after(handle, seq); !portion.isEmpty(); portion = after(handle, seq)) {
            for (Audit.Row row : portion) {
                seq++;
                if (row.seq() != seq || !MessageDigest.isEqual(row.hash(), Audit.hash(secret, row, before))) {
                    return new Found.Broken(seq);
                }
                before = row.hash();
            }
        }
        Audit.Row end = new Audit.Row(seq, head.at(), "", "END", "", before);
        boolean ends = head.seq() == seq
                && MessageDigest.isEqual(head.hash(), before)
                && (seq == 0 || MessageDigest.isEqual(head.seal(), Audit.hash(secret, end, before)));
        return ends ? new Found.Whole(seq) : new Found.Broken(seq + 1);
    }

    private static List<Audit.Row> after(Handle handle, long seq) {
        return handle.createQuery("""
                        SELECT seq, at, staff, deed, subject, hash FROM staff_audit
                        WHERE chain = 'staff' AND seq > :seq ORDER BY seq LIMIT :most
                        """)
                .bind("seq", seq)
                .bind("most", PORTION)
                .map((row, _) -> new Audit.Row(
                        row.getLong("seq"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("staff"),
                        row.getString("deed"),
                        row.getString("subject"),
                        row.getBytes("hash")))
                .list();
    }
}
