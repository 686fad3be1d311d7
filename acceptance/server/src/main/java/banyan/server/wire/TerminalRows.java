package banyan.server.wire;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
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

    private static final String ED25519 = "Ed25519";

    private TerminalRows() {}

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
     * @param by number of who does it, or {@code -} for a file in the folder
     * @return false where this key was replaced or revoked before
     */
    static boolean introduce(Handle handle, String number, PublicKey key, String by, Instant now) {
        Optional<Kept> before = lock(handle, number);
        if (before.isPresent() && !before.get().revoked() && Arrays.equals(before.get().key(), key.getEncoded())) {
            return true;
        }
        if (isGone(handle, number, key.getEncoded())) {
            return false;
        }
        before.ifPresent(kept -> gone(handle, number, kept.key(), by, now));
        handle.createUpdate("""
                        INSERT INTO terminal (number, state, algorithm, key, since, by_staff, changed_at)
                        VALUES (:number, 'INTRODUCED', :algorithm, :key, :now, :by, clock_timestamp())
                        ON CONFLICT (number) DO UPDATE SET state = 'INTRODUCED', algorithm = :algorithm, key = :key,
                            since = :now, by_staff = :by, changed_at = clock_timestamp()
                        """)
                .bind("number", number)
                .bind("algorithm", ED25519)
                .bind("key", key.getEncoded())
                .bind("now", now)
                .bind("by", by)
                .execute();
        return true;
    }

    /** Shuts it out, with the key it has; false where there is no such terminal. */
    static boolean revoke(Handle handle, String number, String by, Instant now) {
        Optional<Kept> before = lock(handle, number);
        if (before.isEmpty()) {
            return false;
        }
        if (!before.get().revoked()) {
            gone(handle, number, before.get().key(), by, now);
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

    private record Kept(boolean revoked, byte[] key) {}

    private static Optional<Kept> lock(Handle handle, String number) {
        return handle.createQuery("SELECT state, key FROM terminal WHERE number = :number FOR UPDATE")
                .bind("number", number)
                .map((row, _) -> new Kept(row.getString("state").equals("REVOKED"), row.getBytes("key")))
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

    private static void gone(Handle handle, String number, byte[] key, String by, Instant now) {
        handle.createUpdate("""
                        INSERT INTO terminal_key_gone (terminal, key, gone_at, by_staff) VALUES (:number, :key, :now, :by)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("number", number)
                .bind("key", key)
                .bind("now", now)
                .bind("by", by)
                .execute();
    }

    private static PublicKey key(String algorithm, byte[] encoded) {
        try {
            return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("a terminal's row holds no key", broken);
        }
    }
}
