package banyan.server.signin;

import banyan.acceptance.Refusal;
import banyan.server.staff.Audit;
import banyan.server.staff.Sessions;
import banyan.server.staff.StaffRefusal;
import banyan.server.wire.Call;
import banyan.server.wire.Json;
import banyan.server.wire.Reply;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Sign-in by a passkey alone: it is something one has, and it looks by itself who uses it. */
public final class PasskeySignIn {
    private final Jdbi rows;
    private final PasskeyRows kept;
    private final Optional<PasskeyParty> party;
    private final Sessions sessions;
    private final Audit audit;
    private final Tries tries;
    private final InstantSource clock;

    /** @param party empty where the centre has no public address; then there are no passkeys */
    public PasskeySignIn(
            Jdbi rows,
            PasskeyRows kept,
            Optional<PasskeyParty> party,
            Sessions sessions,
            Audit audit,
            InstantSource clock) {
        this.rows = rows;
        this.kept = kept;
        this.party = party;
        this.sessions = sessions;
        this.audit = audit;
        this.tries = new Tries(audit);
        this.clock = clock;
    }

    /** Whether this centre has passkeys. */
    public record Offered(boolean passkeys) {}

    /** What the browser brings back from the authenticator, in its own JSON. */
    public record PasskeyAnswer(String id, String answer) {
        @Override
        public String toString() {
            return "PasskeyAnswer";
        }
    }

    private record Held(int failed, Optional<Instant> lockedUntil) {}

    /** {@code GET /staff/api/passkeys/offered} */
    public Reply offered(Call call) {
        return Reply.json(200, new Offered(party.isPresent()));
    }

    /** {@code POST /staff/api/passkeys/ask} */
    public Reply ask(Call call) {
        if (party.isEmpty()) {
            return Reply.refused(StaffRefusal.PASSKEYS_OFF);
        }
        PasskeyParty.Question question = party.get().anybody();
        UUID id = rows.inTransaction(handle -> kept.ask(handle, Optional.empty(), question.kept()));
        return Reply.json(200, new Passkeys.PasskeyQuestion(id.toString(), question.asked()));
    }

    /** {@code POST /staff/api/passkeys/sign-in} */
    public Reply signIn(Call call) {
        if (party.isEmpty()) {
            return Reply.refused(StaffRefusal.PASSKEYS_OFF);
        }
        Optional<PasskeyAnswer> read = Json.read(call.body(), PasskeyAnswer.class);
        Optional<UUID> id = read.flatMap(one -> uuid(one.id()));
        if (id.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED);
        }
        String answer = read.get().answer();
        Optional<String> question = kept.asked(id.get(), Optional.empty());
        // Whoever claims to be somebody without being it is counted; what authenticators know him by is guessed by nobody.
        Optional<String> number = party.get().claimed(answer).flatMap(kept::getUsernameForUserHandle);
        if (question.isEmpty() || number.isEmpty()) {
            return Reply.refused(StaffRefusal.PASSKEY_WRONG);
        }
        return rows.inTransaction(handle -> held(handle, number.get())
                .map(held -> judged(handle, call, number.get(), held, question.get(), answer))
                .orElseGet(() -> Reply.refused(StaffRefusal.PASSKEY_WRONG)));
    }

    private Reply judged(Handle handle, Call call, String number, Held held, String question, String answer) {
        Instant now = clock.instant();
        if (held.lockedUntil().filter(now::isBefore).isPresent()) {
            return Reply.refused(StaffRefusal.SIGN_IN_LOCKED);
        }
        Optional<PasskeyParty.Signed> signed =
                party.orElseThrow().signed(question, answer).filter(one -> one.number().equals(number));
        if (signed.isEmpty() || !used(handle, signed.get(), now)) {
            Reply failed = tries.failed(handle, number, held.failed() + 1, now);
            return failed.status() == StaffRefusal.SIGN_IN_LOCKED.status()
                    ? failed
                    : Reply.refused(StaffRefusal.PASSKEY_WRONG);
        }
        handle.createUpdate("UPDATE staff SET failed = 0, locked_until = NULL WHERE number = :number")
                .bind("number", number)
                .execute();
        audit.note(handle, number, "SIGNED-IN", "passkey");
        return Reply.done().withSession(sessions.begin(handle, number), call.caller().secure());
    }

    /** Notes the count; false where another has come with the same meanwhile, or the passkey was removed. */
    private static boolean used(Handle handle, PasskeyParty.Signed signed, Instant now) {
        return handle.createUpdate("""
                        UPDATE staff_passkey SET sign_count = :count, used_at = :now
                        WHERE staff = :staff AND credential = :credential
                          AND (sign_count < :count OR sign_count = 0 AND :count = 0)
                        """)
                        .bind("count", signed.signCount())
                        .bind("now", now)
                        .bind("staff", signed.number())
                        .bind("credential", signed.credential())
                        .execute()
                == 1;
    }

    private static Optional<Held> held(Handle handle, String number) {
        return handle.createQuery(
                        "SELECT failed, locked_until FROM staff WHERE number = :number AND NOT shut FOR UPDATE")
                .bind("number", number)
                .map((row, _) -> new Held(
                        row.getInt("failed"),
                        Optional.ofNullable(row.getTimestamp("locked_until")).map(java.sql.Timestamp::toInstant)))
                .findOne();
    }

    static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
