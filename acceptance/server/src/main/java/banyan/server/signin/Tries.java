package banyan.server.signin;

import banyan.server.staff.Audit;
import banyan.server.staff.StaffRefusal;
import banyan.server.wire.Reply;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries in vain, counted together whichever way somebody signs in: after some of them nobody does by that number for a while. */
final class Tries {
    /** So many; then it is locked. */
    static final int MOST = 5;
    /** For so long. */
    static final Duration LOCKED = Duration.ofMinutes(15);

    private static final Logger LOG = LoggerFactory.getLogger(Tries.class);

    private final Audit audit;

    Tries(Audit audit) {
        this.audit = audit;
    }

    /** One more in vain, of somebody whose row is held. */
    Reply failed(Handle handle, String number, int failed, Instant now) {
        boolean locked = failed >= MOST;
        handle.createUpdate("UPDATE staff SET failed = :failed, locked_until = :until WHERE number = :number")
                .bind("failed", locked ? 0 : failed)
                .bind("until", locked ? now.plus(LOCKED) : null)
                .bind("number", number)
                .execute();
        audit.note(handle, number, locked ? "SIGN-IN-LOCKED" : "SIGN-IN-FAILED", "");
        if (locked) {
            LOG.warn("STAFF-LOCKED staff={}", number);
        }
        return Reply.refused(locked ? StaffRefusal.SIGN_IN_LOCKED : StaffRefusal.SIGN_IN_WRONG);
    }
}
