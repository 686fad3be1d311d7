package banyan.server.wire;

import banyan.server.staff.Audit;
import banyan.server.staff.Staff;
import banyan.server.staff.StaffRefusal;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What an operator does to a terminal's key. */
public final class TerminalDesk {
    private final Jdbi rows;
    private final Terminals terminals;
    private final Audit audit;
    private final InstantSource clock;

    public TerminalDesk(Jdbi rows, Terminals terminals, Audit audit, InstantSource clock) {
        this.rows = rows;
        this.terminals = terminals;
        this.audit = audit;
        this.clock = clock;
    }

    /** {@code POST /staff/api/terminals/{terminal}/revocation}: from the next request on it is refused. */
    public Reply revoke(Call call) {
        String number = call.named("terminal");
        boolean done = Names.isTerminal(number) && rows.inTransaction(handle -> revoke(handle, call.staff(), number));
        terminals.changed();
        return done ? Reply.done() : Reply.refused(StaffRefusal.UNKNOWN);
    }

    private boolean revoke(Handle handle, Staff who, String number) {
        boolean done = TerminalRows.revoke(handle, number, who.number(), clock.instant());
        if (done) {
            audit.note(handle, who, "TERMINAL-REVOKED", number);
        }
        return done;
    }
}
