package banyan.server.enrol;

import banyan.acceptance.Enrolment;
import banyan.acceptance.EnrolmentCode;
import banyan.server.staff.Audit;
import banyan.server.store.Seal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Codes with which terminals become known: one for a terminal, for an hour, for one key. Kept is a slow hash of the code, sealed under the
 * centre's secret, so that the database alone neither tells the code nor lets anybody prove it.
 */
public final class EnrolmentCodes {
    /** For so long one counts. */
    public static final Duration COUNTS = Duration.ofHours(1);

    /** Proofs that do not hold; the code is void then. */
    static final int TRIES = 10;

    private final Seal seal;
    private final PublicKey centre;
    private final Audit audit;
    private final InstantSource clock;

    /**
     * @param secret for this use alone
     * @param centre the key that terminals are to believe
     */
    public EnrolmentCodes(byte[] secret, PublicKey centre, Audit audit, InstantSource clock) {
        this.seal = new Seal(secret);
        this.centre = centre;
        this.audit = audit;
        this.clock = clock;
    }

    /** A code and until when it counts. */
    public record Made(EnrolmentCode code, Instant until) {}

    private record Row(byte[] secret, Instant until, int tries, Optional<byte[]> key, String by) {}

    /** Makes one in the place of any that this terminal had. It is told here and never again. */
    public Made make(Handle handle, String terminal, String by) {
        EnrolmentCode code = EnrolmentCode.random();
        Instant until = clock.instant().plus(COUNTS).truncatedTo(ChronoUnit.SECONDS);
        handle.createUpdate("""
                        INSERT INTO enrolment_code (terminal, secret, until, by_staff) VALUES (:terminal, :secret, :until, :by)
                        ON CONFLICT (terminal) DO UPDATE SET secret = :secret, until = :until, tries = 0, key = NULL, by_staff = :by
                        """)
                .bind("terminal", terminal)
                .bind("secret", seal.seal(code.key(terminal), about(terminal)))
                .bind("until", until)
                .bind("by", by)
                .execute();
        audit.note(handle, by, "ENROLMENT-CODE-MADE", terminal);
        return new Made(code, until);
    }

    /**
     * Looks whether this proves a code that is open, in the transaction in which it will be {@link #used}. The same key may come again while
     * the code counts, no other one may.
     *
     * @return number of who has made it; empty where there is none that is open, or where this does not prove it
     */
    Optional<String> proven(Handle handle, Enrolment said) {
        Optional<Row> open = handle.createQuery("""
                        SELECT secret, until, tries, key, by_staff FROM enrolment_code
                        WHERE terminal = :terminal AND until > :now AND tries < :most FOR UPDATE
                        """)
                .bind("terminal", said.terminal())
                .bind("now", clock.instant())
                .bind("most", TRIES)
                .map((row, _) -> new Row(
                        row.getBytes("secret"),
                        row.getTimestamp("until").toInstant(),
                        row.getInt("tries"),
                        Optional.ofNullable(row.getBytes("key")),
                        row.getString("by_staff")))
                .findOne();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        boolean holds = seal.open(open.get().secret(), about(said.terminal()))
                .map(key -> EnrolmentCode.keyedHash(key, said.provenBytes(centre)))
                .filter(proof -> MessageDigest.isEqual(proof, said.proof()))
                .isPresent();
        if (!holds) {
            count(handle, said.terminal(), open.get());
            return Optional.empty();
        }
        return open.get().key().isEmpty() || Arrays.equals(open.get().key().get(), said.key())
                ? Optional.of(open.get().by())
                : Optional.empty();
    }

    /** From now on it is this key's. */
    void used(Handle handle, Enrolment said) {
        handle.createUpdate("UPDATE enrolment_code SET key = :key WHERE terminal = :terminal")
                .bind("key", said.key())
                .bind("terminal", said.terminal())
                .execute();
    }

    private void count(Handle handle, String terminal, Row row) {
        handle.createUpdate("UPDATE enrolment_code SET tries = tries + 1 WHERE terminal = :terminal")
                .bind("terminal", terminal)
                .execute();
        if (row.tries() + 1 == TRIES) {
            audit.note(handle, Audit.NOBODY, "ENROLMENT-CODE-VOID", terminal);
        }
    }

    private static byte[] about(String terminal) {
        return ("enrolment/" + terminal).getBytes(StandardCharsets.UTF_8);
    }
}
