package banyan.server.signin;

import banyan.acceptance.Refusal;
import banyan.server.staff.Audit;
import banyan.server.staff.StaffRefusal;
import banyan.server.wire.Call;
import banyan.server.wire.Json;
import banyan.server.wire.Reply;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Somebody's own passkeys: he adds one while he is signed in, gives it a name, and takes it away. */
public final class Passkeys {
    private static final int MOST = 10;
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}<>]{1,40}");

    private final Jdbi rows;
    private final PasskeyRows kept;
    private final Optional<PasskeyParty> party;
    private final Audit audit;
    private final InstantSource clock;

    /** @param party empty where the centre has no public address; then there are no passkeys */
    public Passkeys(Jdbi rows, PasskeyRows kept, Optional<PasskeyParty> party, Audit audit, InstantSource clock) {
        this.rows = rows;
        this.kept = kept;
        this.party = party;
        this.audit = audit;
        this.clock = clock;
    }

    /** One of them. */
    public record Passkey(String id, String name, String since, Optional<String> used) {}

    /** All of his, and whether this centre has passkeys at all. */
    public record OwnPasskeys(boolean offered, List<Passkey> passkeys) {}

    /** What an authenticator is asked: the browser's own JSON, and the number under which it is answered. */
    public record PasskeyQuestion(String id, String asked) {}

    /** The answer to it, as the browser writes it, and what its owner calls the passkey. */
    public record NewPasskey(String id, String name, String answer) {
        @Override
        public String toString() {
            return "NewPasskey";
        }
    }

    /** {@code GET /staff/api/passkeys} */
    public Reply list(Call call) {
        return Reply.json(200, new OwnPasskeys(party.isPresent(), rows.withHandle(handle -> handle.createQuery("""
                        SELECT id, name, since, used_at FROM staff_passkey WHERE staff = :staff ORDER BY since, id
                        """)
                .bind("staff", call.staff().number())
                .map((row, _) -> new Passkey(
                        row.getString("id"),
                        row.getString("name"),
                        row.getTimestamp("since").toInstant().toString(),
                        Optional.ofNullable(row.getTimestamp("used_at"))
                                .map(at -> at.toInstant().toString())))
                .list())));
    }

    /** {@code POST /staff/api/passkeys/begin} */
    public Reply begin(Call call) {
        if (party.isEmpty()) {
            return Reply.refused(StaffRefusal.PASSKEYS_OFF);
        }
        String number = call.staff().number();
        byte[] known = rows.inTransaction(handle -> kept.handleOf(handle, number));
        PasskeyParty.Question question = party.get().newPasskey(number, call.staff().name(), known);
        UUID id = rows.inTransaction(handle -> kept.ask(handle, Optional.of(number), question.kept()));
        return Reply.json(200, new PasskeyQuestion(id.toString(), question.asked()));
    }

    /** {@code POST /staff/api/passkeys} */
    public Reply add(Call call) {
        if (party.isEmpty()) {
            return Reply.refused(StaffRefusal.PASSKEYS_OFF);
        }
        Optional<NewPasskey> read = Json.read(call.body(), NewPasskey.class)
                .filter(one -> NAME.matcher(one.name()).matches() && !one.name().isBlank());
        Optional<UUID> id = read.flatMap(one -> PasskeySignIn.uuid(one.id()));
        if (id.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED);
        }
        Optional<PasskeyParty.Made> made = kept.asked(id.get(), Optional.of(call.staff().number()))
                .flatMap(question -> party.get().made(question, read.get().answer()));
        return made.map(one -> rows.inTransaction(handle -> added(handle, call, read.get().name(), one)))
                .orElseGet(() -> Reply.refused(StaffRefusal.PASSKEY_WRONG));
    }

    private Reply added(Handle handle, Call call, String name, PasskeyParty.Made made) {
        String number = call.staff().number();
        UUID id = UUID.randomUUID();
        // The person's row is held, so that two at once are counted one after the other.
        handle.execute("SELECT number FROM staff WHERE number = ? FOR UPDATE", number);
        int inserted = handle.createUpdate("""
                        INSERT INTO staff_passkey (staff, id, credential, name, public_key, sign_count, since)
                        SELECT :staff, :id, :credential, :name, :key, :count, :now
                        WHERE (SELECT count(*) FROM staff_passkey WHERE staff = :staff) < :most
                        ON CONFLICT DO NOTHING
                        """)
                .bind("staff", number)
                .bind("id", id)
                .bind("credential", made.credential())
                .bind("name", name.strip())
                .bind("key", made.publicKey())
                .bind("count", made.signCount())
                .bind("now", clock.instant())
                .bind("most", MOST)
                .execute();
        if (inserted == 0) {
            return Reply.refused(StaffRefusal.PASSKEYS_ENOUGH);
        }
        audit.note(handle, call.staff(), "PASSKEY-ADDED", id.toString());
        return Reply.done();
    }

    /** {@code DELETE /staff/api/passkeys/{id}}; of his own, whether the centre still offers them or not. */
    public Reply remove(Call call) {
        return PasskeySignIn.uuid(call.named("id"))
                .map(id -> rows.inTransaction(handle -> removed(handle, call, id)))
                .orElseGet(() -> Reply.refused(StaffRefusal.UNKNOWN));
    }

    private Reply removed(Handle handle, Call call, UUID id) {
        int gone = handle.createUpdate("DELETE FROM staff_passkey WHERE staff = :staff AND id = :id")
                .bind("staff", call.staff().number())
                .bind("id", id)
                .execute();
        if (gone == 0) {
            return Reply.refused(StaffRefusal.UNKNOWN);
        }
        audit.note(handle, call.staff(), "PASSKEY-REMOVED", id.toString());
        return Reply.done();
    }
}
