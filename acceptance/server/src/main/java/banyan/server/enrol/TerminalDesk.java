package banyan.server.enrol;

import banyan.acceptance.Signing;
import banyan.server.staff.Audit;
import banyan.server.staff.StaffRefusal;
import banyan.server.wire.Call;
import banyan.server.wire.Names;
import banyan.server.wire.Reply;
import banyan.server.wire.Terminals;
import java.security.PublicKey;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What an operator does to a terminal's key, from a page or at the centre's machine. */
public final class TerminalDesk {
    private final Jdbi rows;
    private final Terminals terminals;
    private final EnrolmentCodes codes;
    private final PublicKey centre;
    private final Audit audit;

    public TerminalDesk(Jdbi rows, Terminals terminals, EnrolmentCodes codes, PublicKey centre, Audit audit) {
        this.rows = rows;
        this.terminals = terminals;
        this.codes = codes;
        this.centre = centre;
        this.audit = audit;
    }

    /**
     * What is handed to whoever stands at the terminal.
     *
     * @param code told this once
     * @param centre {@link Signing#fingerprint} of the centre's key
     * @param until when it counts no more, ISO 8601
     */
    public record HandedCode(String code, String centre, String until) {
        @Override
        public String toString() {
            return "HandedCode";
        }
    }

    /** {@code POST /staff/api/terminals/{terminal}/enrolment-code} */
    public Reply code(Call call) {
        String number = call.named("terminal");
        return Names.isTerminal(number)
                ? Reply.json(200, code(number, call.staff().number()))
                : Reply.refused(StaffRefusal.UNKNOWN);
    }

    /** One for this terminal, known or not. */
    public HandedCode code(String number, String by) {
        EnrolmentCodes.Made made = rows.inTransaction(handle -> codes.make(handle, number, by));
        return new HandedCode(made.code().shown(), Signing.fingerprint(centre), made.until().toString());
    }

    /** {@code POST /staff/api/terminals/{terminal}/revocation}: from the next request on it is refused. */
    public Reply revoke(Call call) {
        return revoke(call.named("terminal"), call.staff().number()) ? Reply.done() : Reply.refused(StaffRefusal.UNKNOWN);
    }

    /** Shuts it out, and makes void what code it may have; false where there is no such terminal. */
    public boolean revoke(String number, String by) {
        boolean done = Names.isTerminal(number) && rows.inTransaction(handle -> revoke(handle, number, by));
        terminals.changed();
        return done;
    }

    private boolean revoke(Handle handle, String number, String by) {
        boolean done = terminals.revoke(handle, number, by);
        if (done) {
            handle.createUpdate("DELETE FROM enrolment_code WHERE terminal = :number")
                    .bind("number", number)
                    .execute();
            audit.note(handle, by, "TERMINAL-REVOKED", number);
        }
        return done;
    }
}
