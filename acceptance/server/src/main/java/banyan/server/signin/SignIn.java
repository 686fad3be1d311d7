package banyan.server.signin;

import banyan.acceptance.Refusal;
import banyan.server.staff.Audit;
import banyan.server.staff.Sessions;
import banyan.server.staff.Staff;
import banyan.server.staff.StaffRefusal;
import banyan.server.wire.Call;
import banyan.server.wire.Json;
import banyan.server.wire.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Sign-in by number, password and the authenticator's six digits, judged together: which of them was wrong is never told. After
 * some tries in vain nobody signs in by that number for a while.
 */
public final class SignIn {
    /** So many tries in vain; then it is locked. */
    public static final int TRIES = Tries.MOST;
    /** For so long. */
    public static final Duration LOCKED = Tries.LOCKED;

    private final Jdbi rows;
    private final Sessions sessions;
    private final Audit audit;
    private final Tries tries;
    private final Authenticator authenticator;
    private final InstantSource clock;

    /** @param seal under which the authenticators' secrets are kept */
    public SignIn(Jdbi rows, Sessions sessions, Audit audit, byte[] seal, InstantSource clock) {
        this.rows = rows;
        this.sessions = sessions;
        this.audit = audit;
        this.tries = new Tries(audit);
        this.authenticator = new Authenticator(seal);
        this.clock = clock;
    }

    /** What somebody shows. */
    public record Shown(String number, String password, String code) {
        @Override
        public String toString() {
            return "Shown";
        }
    }

    private record Kept(String password, byte[] totp, long step, int failed, Optional<Instant> lockedUntil) {}

    /** {@code POST /staff/api/sign-in} */
    public Reply post(Call call) {
        Optional<Shown> read = Json.read(call.body(), Shown.class)
                .filter(shown -> shown.number().length() <= 32 && shown.password().length() <= Passwords.MOST);
        if (read.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED);
        }
        Shown shown = read.get();
        // Before the row is held: it takes long, and meanwhile others are to be judged too.
        boolean password = Passwords.is(
                shown.password(),
                rows.withHandle(handle -> kept(handle, shown.number(), "")).map(Kept::password).orElse(""));
        return rows.inTransaction(handle -> kept(handle, shown.number(), "FOR UPDATE")
                .map(kept -> judged(handle, call, shown, kept, password))
                .orElseGet(() -> Reply.refused(StaffRefusal.SIGN_IN_WRONG)));
    }

    private Reply judged(Handle handle, Call call, Shown shown, Kept kept, boolean password) {
        Instant now = clock.instant();
        if (kept.lockedUntil().filter(now::isBefore).isPresent()) {
            return Reply.refused(StaffRefusal.SIGN_IN_LOCKED);
        }
        OptionalLong step = authenticator.step(kept.totp(), shown.number(), shown.code(), now, kept.step());
        if (!password || step.isEmpty()) {
            return tries.failed(handle, shown.number(), kept.failed() + 1, now);
        }
        handle.createUpdate("UPDATE staff SET failed = 0, locked_until = NULL, totp_step = :step WHERE number = :number")
                .bind("step", step.getAsLong())
                .bind("number", shown.number())
                .execute();
        audit.note(handle, shown.number(), "SIGNED-IN", "");
        String token = sessions.begin(handle, shown.number());
        return Reply.done().withSession(token, call.caller().secure());
    }

    private static Optional<Kept> kept(Handle handle, String number, String how) {
        if (!Staff.isNumber(number)) {
            return Optional.empty();
        }
        return handle.createQuery("""
                        SELECT password, totp, totp_step, failed, locked_until FROM staff
                        WHERE number = :number AND NOT shut AND password IS NOT NULL AND totp IS NOT NULL
                        """ + how)
                .bind("number", number)
                .map((row, _) -> new Kept(
                        row.getString("password"),
                        row.getBytes("totp"),
                        row.getLong("totp_step"),
                        row.getInt("failed"),
                        Optional.ofNullable(row.getTimestamp("locked_until")).map(java.sql.Timestamp::toInstant)))
                .findOne();
    }
}
