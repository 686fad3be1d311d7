package banyan.server.wire;

import banyan.acceptance.KeyAlgorithm;
import banyan.acceptance.Sha256;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Terminals as they stand in the table, which every centre over this database reads and writes. */
final class TerminalRows {
    /** Longer than a statement can run: who commits late is found by the next reading all the same. */
    private static final Duration LATE = Duration.ofSeconds(30);

    private static final String BY_ITSELF = "-";

    private TerminalRows() {}

    /** How a terminal has become known. */
    enum How {
        /** Somebody has put its key there. */
        INTRODUCED,
        /** It was given a code. */
        ENROLLED
    }

    /** One that has changed. */
    record Row(String number, boolean revoked, PublicKey key) {}

    /** What has changed, and the moment from which the next reading goes on. */
    record Changes(List<Row> rows, Instant until) {}

    /** All that has changed since then, and perhaps some that had before. */
    static Changes since(Handle handle, Instant then) {
        // By the database's clock, before the rows are read: nothing falls between this reading and the next.
        Instant until = handle.createQuery("SELECT clock_timestamp()").mapTo(Instant.class).one();
        List<Row> rows = handle.createQuery("SELECT number, state, algorithm, key FROM terminal WHERE changed_at > :then")
                .bind("then", then.minus(LATE))
                .map((row, _) -> new Row(
                        row.getString("number"),
                        row.getString("state").equals("REVOKED"),
                        key(row.getString("algorithm"), row.getBytes("key"))))
                .list();
        return new Changes(rows, until);
    }

    /**
     * Takes this key for the terminal; the one before is never taken again.
     *
     * @param how it became known
     * @param by number of who does it, or {@code -} for a file in the folder
     * @return false where this key was replaced or revoked before
     */
    static boolean introduce(Handle handle, String number, How how, PublicKey key, String by, Instant now) {
        Optional<Kept> before = lock(handle, number);
        if (before.isPresent() && !before.get().revoked() && Arrays.equals(before.get().key(), key.getEncoded())) {
            return true;
        }
        if (isGone(handle, number, key.getEncoded())) {
            return false;
        }
        before.ifPresent(kept -> gone(handle, number, kept, by, now));
        handle.createUpdate("""
                        INSERT INTO terminal (number, state, algorithm, key, since, by_staff, changed_at)
                        VALUES (:number, :state, :algorithm, :key, :now, :by, clock_timestamp())
                        ON CONFLICT (number) DO UPDATE SET state = :state, algorithm = :algorithm, key = :key,
                            since = :now, by_staff = :by, changed_at = clock_timestamp()
                        """)
                .bind("number", number)
                .bind("state", how.name())
                .bind("algorithm", KeyAlgorithm.of(key).word())
                .bind("key", key.getEncoded())
                .bind("now", now)
                .bind("by", by)
                .execute();
        return true;
    }

    /** Takes another key in the place of the one that is in force, and by that key's word; what was done before is done. */
    static Renewal renew(Handle handle, String number, Sha256 replaces, PublicKey next, Instant now) {
        Optional<Kept> before = lock(handle, number);
        if (before.isEmpty() || before.get().revoked()) {
            return Renewal.OTHER;
        }
        if (Arrays.equals(before.get().key(), next.getEncoded())) {
            return Renewal.DONE_BEFORE;
        }
        if (!Sha256.of(before.get().key()).equals(replaces)) {
            return Renewal.OTHER;
        }
        return introduce(handle, number, How.ENROLLED, next, BY_ITSELF, now) ? Renewal.DONE : Renewal.SPENT;
    }

    /** Every key it ever had, the one in force or last in force first. */
    static List<PublicKey> keys(Handle handle, String number) {
        return handle.createQuery("""
                        SELECT algorithm, key FROM (
                            SELECT algorithm, key, true AS last, since AS at FROM terminal WHERE number = :number
                            UNION ALL SELECT algorithm, key, false, gone_at FROM terminal_key_gone WHERE terminal = :number) AS ever
                        ORDER BY last DESC, at DESC
                        """)
                .bind("number", number)
                .map((row, _) -> key(row.getString("algorithm"), row.getBytes("key")))
                .list();
    }

    /** Shuts it out, with the key it has; false where there is no such terminal. */
    static boolean revoke(Handle handle, String number, String by, Instant now) {
        Optional<Kept> before = lock(handle, number);
        if (before.isEmpty()) {
            return false;
        }
        if (!before.get().revoked()) {
            gone(handle, number, before.get(), by, now);
            handle.createUpdate("""
                            UPDATE terminal SET state = 'REVOKED', since = :now, by_staff = :by, changed_at = clock_timestamp()
                            WHERE number = :number
                            """)
                    .bind("number", number)
                    .bind("now", now)
                    .bind("by", by)
                    .execute();
        }
        return true;
    }

    private record Kept(boolean revoked, String algorithm, byte[] key) {}

    private static Optional<Kept> lock(Handle handle, String number) {
        return handle.createQuery("SELECT state, algorithm, key FROM terminal WHERE number = :number FOR UPDATE")
                .bind("number", number)
                .map((row, _) -> new Kept(
                        row.getString("state").equals("REVOKED"), row.getString("algorithm"), row.getBytes("key")))
                .findOne();
    }

    private static boolean isGone(Handle handle, String number, byte[] key) {
        return handle.createQuery("SELECT count(*) FROM terminal_key_gone WHERE terminal = :number AND key = :key")
                        .bind("number", number)
                        .bind("key", key)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    private static void gone(Handle handle, String number, Kept kept, String by, Instant now) {
        handle.createUpdate("""
                        INSERT INTO terminal_key_gone (terminal, algorithm, key, gone_at, by_staff)
                        VALUES (:number, :algorithm, :key, :now, :by) ON CONFLICT DO NOTHING
                        """)
                .bind("number", number)
                .bind("algorithm", kept.algorithm())
                .bind("key", kept.key())
                .bind("now", now)
                .bind("by", by)
                .execute();
    }

    private static PublicKey key(String algorithm, byte[] encoded) {
        return KeyAlgorithm.named(algorithm)
                .flatMap(known -> known.publicKey(encoded))
                .orElseThrow(() -> new IllegalStateException("a terminal's row holds no key"));
    }
}
