package banyan.server.signin;

import banyan.acceptance.Refusal;
import banyan.acceptance.Sha256;
import banyan.server.staff.Audit;
import banyan.server.staff.Sessions;
import banyan.server.staff.StaffRefusal;
import banyan.server.wire.Call;
import banyan.server.wire.Json;
import banyan.server.wire.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * With an invitation somebody sets password and authenticator, once and within a day. Whoever has lost either is invited again; the
 * old ones count until the new ones are set, or until he is shut out.
 */
public final class Invitations {
    /** For so long it can be taken up. */
    public static final Duration COUNTS = Duration.ofHours(24);

    private static final int CODE_BYTES = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Jdbi rows;
    private final Sessions sessions;
    private final Audit audit;
    private final Authenticator authenticator;
    private final InstantSource clock;

    /** @param seal under which the authenticators' secrets are kept */
    public Invitations(Jdbi rows, Sessions sessions, Audit audit, byte[] seal, InstantSource clock) {
        this.rows = rows;
        this.sessions = sessions;
        this.audit = audit;
        this.authenticator = new Authenticator(seal);
        this.clock = clock;
    }

    /** An invitation's code, as somebody brings it. */
    public record Code(String code) {
        @Override
        public String toString() {
            return "Code";
        }
    }

    /** Whom it is for, and what goes into the authenticator: as letters, and as an address that a telephone opens. */
    public record Opened(String number, String name, String secret, String address) {
        @Override
        public String toString() {
            return "Opened[" + number + "]";
        }
    }

    /** What that person has chosen, and what the authenticator shows now. */
    public record Taken(String code, String password, String digits) {
        @Override
        public String toString() {
            return "Taken";
        }
    }

    private record Invited(String number, String name, byte[] totp) {}

    /** Makes one; those that this person had are void. The code is told here and never again. */
    public String invite(Handle handle, String by, String number) {
        byte[] random = new byte[CODE_BYTES];
        RANDOM.nextBytes(random);
        String code = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        handle.createUpdate("DELETE FROM staff_invitation WHERE staff = :staff")
                .bind("staff", number)
                .execute();
        handle.createUpdate("""
                        INSERT INTO staff_invitation (code, staff, by_staff, totp, until)
                        VALUES (:code, :staff, :by, :totp, :until)
                        """)
                .bind("code", hash(code))
                .bind("staff", number)
                .bind("by", by)
                .bind("totp", authenticator.newSecret(number))
                .bind("until", clock.instant().plus(COUNTS))
                .execute();
        audit.note(handle, by, "STAFF-INVITED", number);
        return code;
    }

    /** {@code POST /staff/api/invitations/open} */
    public Reply open(Call call) {
        return Json.read(call.body(), Code.class)
                .flatMap(said -> rows.withHandle(handle -> invited(handle, said.code(), "")))
                .map(invited -> Reply.json(200, opened(invited)))
                .orElseGet(() -> Reply.refused(StaffRefusal.INVITATION_UNKNOWN));
    }

    private Opened opened(Invited invited) {
        String secret = authenticator.letters(invited.totp(), invited.number());
        String label = URLEncoder.encode("榕 Banyan:" + invited.number(), StandardCharsets.UTF_8).replace("+", "%20");
        return new Opened(
                invited.number(),
                invited.name(),
                secret,
                "otpauth://totp/" + label + "?secret=" + secret + "&issuer=Banyan&digits=6&period=30");
    }

    /** {@code POST /staff/api/invitations/take} */
    public Reply take(Call call) {
        Optional<Taken> read = Json.read(call.body(), Taken.class);
        if (read.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED);
        }
        Taken taken = read.get();
        Optional<Invited> invited = rows.withHandle(handle -> invited(handle, taken.code(), ""));
        if (invited.isEmpty()) {
            return Reply.refused(StaffRefusal.INVITATION_UNKNOWN);
        }
        if (!Passwords.strong(taken.password(), invited.get().number())) {
            return Reply.refused(StaffRefusal.PASSWORD_WEAK);
        }
        String kept = Passwords.kept(taken.password());
        return rows.inTransaction(handle -> invited(handle, taken.code(), "FOR UPDATE OF i")
                .map(held -> set(handle, held, taken, kept))
                .orElseGet(() -> Reply.refused(StaffRefusal.INVITATION_UNKNOWN)));
    }

    private Reply set(Handle handle, Invited invited, Taken taken, String password) {
        Instant now = clock.instant();
        OptionalLong step = authenticator.step(invited.totp(), invited.number(), taken.digits(), now, 0);
        if (step.isEmpty()) {
            return Reply.refused(StaffRefusal.CODE_WRONG);
        }
        handle.createUpdate("UPDATE staff_invitation SET used_at = :now WHERE code = :code")
                .bind("now", now)
                .bind("code", hash(taken.code()))
                .execute();
        handle.createUpdate("""
                        UPDATE staff SET password = :password, totp = :totp, totp_step = :step, failed = 0, locked_until = NULL
                        WHERE number = :number
                        """)
                .bind("password", password)
                .bind("totp", invited.totp())
                .bind("step", step.getAsLong())
                .bind("number", invited.number())
                .execute();
        // Whoever is invited again may have lost what holds them, too.
        handle.createUpdate("DELETE FROM staff_passkey WHERE staff = :staff")
                .bind("staff", invited.number())
                .execute();
        sessions.endAll(handle, invited.number());
        audit.note(handle, invited.number(), "INVITATION-TAKEN", "");
        return Reply.done();
    }

    private Optional<Invited> invited(Handle handle, String code, String how) {
        return handle.createQuery("""
                        SELECT s.number, s.name, i.totp FROM staff_invitation i JOIN staff s ON s.number = i.staff
                        WHERE i.code = :code AND i.used_at IS NULL AND i.until > :now AND NOT s.shut
                        """ + how)
                .bind("code", hash(code))
                .bind("now", clock.instant())
                .map((row, _) -> new Invited(row.getString("number"), row.getString("name"), row.getBytes("totp")))
                .findOne();
    }

    private static byte[] hash(String code) {
        return Sha256.digest().digest(code.getBytes(StandardCharsets.UTF_8));
    }
}
