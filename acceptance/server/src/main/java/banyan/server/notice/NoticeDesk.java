package banyan.server.notice;

import banyan.acceptance.Refusal;
import banyan.server.staff.Audit;
import banyan.server.wire.Call;
import banyan.server.wire.Reply;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Which messages could not be sent, for those who see to that; nobody's number and nothing of what they say. */
public final class NoticeDesk {
    private static final int MOST = 200;

    private final Jdbi rows;
    private final Notices notices;
    private final Audit audit;
    private final InstantSource clock;

    public NoticeDesk(Jdbi rows, Notices notices, Audit audit, InstantSource clock) {
        this.rows = rows;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /** How it stands with messages. */
    public record Standing(int waiting, List<Notices.Dead> dead) {
        public Standing {
            dead = List.copyOf(dead);
        }
    }

    /** {@code GET /staff/api/notices} */
    public Reply get(Call call) {
        Standing standing =
                rows.withHandle(handle -> new Standing(notices.waiting(handle), notices.dead(handle, MOST)));
        return Reply.json(200, standing);
    }

    /** {@code POST /staff/api/notices/{id}/again} */
    public Reply again(Call call) {
        return rows.inTransaction(handle -> {
            if (!notices.again(handle, UUID.fromString(call.named("id")), clock.instant())) {
                return Reply.refused(Refusal.PROGRESS_UNKNOWN);
            }
            audit.note(handle, call.staff(), "NOTICE-AGAIN", call.named("id"));
            return Reply.done();
        });
    }
}
