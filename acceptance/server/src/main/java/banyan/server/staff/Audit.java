package banyan.server.staff;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;

/**
 * What staff did, in one chain: each row carries a keyed hash over itself and the one before. It is written in the transaction of
 * the deed, so that neither is there without the other; one row is written at a time, which is what gives them their order. Whoever
 * can write to the database but has not the centre's secret can neither change a row unseen nor take the last ones away.
 */
public final class Audit {
    /** Who stands in a row that nobody signed in has caused. */
    public static final String NOBODY = "-";

    static final byte[] BEFORE_THE_FIRST = new byte[32];
    private static final Pattern DEED = Pattern.compile("[A-Z][A-Z0-9-]{1,39}");
    private static final Pattern SUBJECT = Pattern.compile("[0-9A-Za-z .:/_,@+=-]{0,120}");

    private final byte[] secret;
    private final InstantSource clock;

    /** @param secret under which rows are chained */
    public Audit(byte[] secret, InstantSource clock) {
        this.secret = secret.clone();
        this.clock = clock;
    }

    /**
     * Writes that this person did this, in the transaction of the deed.
     *
     * @param deed a fixed word such as {@code CASE-VIEWED}
     * @param subject numbers and codes of what it was done to, such as a case's; never data of a citizen
     */
    public void note(Handle handle, Staff who, String deed, String subject) {
        note(handle, who.number(), deed, subject);
    }

    /** The same, of somebody who is not signed in. */
    public void note(Handle handle, String number, String deed, String subject) {
        if (!DEED.matcher(deed).matches() || !SUBJECT.matcher(subject).matches()) {
            throw new IllegalArgumentException("not a deed and its subject");
        }
        if (!handle.isInTransaction()) {
            throw new IllegalStateException("a deed and its row belong in one transaction");
        }
        // Held to the end of the transaction: whoever comes next writes after this one, or after it was undone.
        Row before = handle.createQuery("SELECT seq, at, hash FROM staff_audit_head WHERE chain = 'staff' FOR UPDATE")
                .map((row, _) -> new Row(
                        row.getLong("seq"), row.getTimestamp("at").toInstant(), "", "", "", row.getBytes("hash")))
                .one();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Row next = new Row(before.seq() + 1, now, number, deed, subject, new byte[0]);
        byte[] hash = hash(secret, next, before.hash());
        handle.createUpdate("""
                        INSERT INTO staff_audit (chain, seq, at, staff, deed, subject, hash)
                        VALUES ('staff', :seq, :at, :staff, :deed, :subject, :hash)
                        """)
                .bind("seq", next.seq())
                .bind("at", now)
                .bind("staff", number)
                .bind("deed", deed)
                .bind("subject", subject)
                .bind("hash", hash)
                .execute();
        byte[] seal = hash(secret, next.asHead(), hash);
        handle.createUpdate("UPDATE staff_audit_head SET seq = :seq, at = :at, hash = :hash, seal = :seal WHERE chain = 'staff'")
                .bind("seq", next.seq())
                .bind("at", now)
                .bind("hash", hash)
                .bind("seal", seal)
                .execute();
    }

    /** One row of the chain. */
    record Row(long seq, Instant at, String staff, String deed, String subject, byte[] hash) {
        /** What the head says of the last row: where it ends, under a key, so that an end cannot be moved either. */
        Row asHead() {
            return new Row(seq, at, "", "END", "", hash);
        }
    }

    static byte[] hash(byte[] secret, Row row, byte[] before) {
        byte[] staff = row.staff().getBytes(StandardCharsets.UTF_8);
        byte[] deed = row.deed().getBytes(StandardCharsets.UTF_8);
        byte[] subject = row.subject().getBytes(StandardCharsets.UTF_8);
        // Each text behind its length: no two rows are the same bytes.
        ByteBuffer bytes = ByteBuffer.allocate(8 + 8 + 4 + 12 + staff.length + deed.length + subject.length + before.length)
                .putLong(row.seq())
                .putLong(row.at().getEpochSecond())
                .putInt(row.at().getNano())
                .putInt(staff.length)
                .put(staff)
                .putInt(deed.length)
                .put(deed)
                .putInt(subject.length)
                .put(subject)
                .put(before);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(bytes.array());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
