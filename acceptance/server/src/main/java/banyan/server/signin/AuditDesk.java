package banyan.server.signin;

import banyan.acceptance.Refusal;
import banyan.server.staff.Audit;
import banyan.server.staff.AuditWalk;
import banyan.server.wire.Call;
import banyan.server.wire.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** What an auditor reads: the chain by person, deed or subject, such as who has viewed a case; and whether it is whole. */
public final class AuditDesk {
    private static final int PAGE = 100;
    private static final String FORM = "[0-9A-Za-z .:/_,@+=-]{0,120}";

    private final Jdbi rows;
    private final Audit audit;
    private final AuditWalk walk;

    public AuditDesk(Jdbi rows, Audit audit, AuditWalk walk) {
        this.rows = rows;
        this.audit = audit;
        this.walk = walk;
    }

    /** One row. */
    public record AuditRow(long seq, String at, String staff, String name, String deed, String subject) {}

    /** Rows from the latest to the earliest, and whether there are earlier ones. */
    public record AuditPage(List<AuditRow> rows, boolean more) {}

    /** What a walk along the chain has found: whole, so many rows; or broken at that row. */
    public record AuditFound(boolean whole, long rows) {}

    /** {@code GET /staff/api/audit?staff=&deed=&subject=&before=} */
    public Reply list(Call call) {
        String staff = call.said("staff").orElse("");
        String deed = call.said("deed").orElse("");
        String subject = call.said("subject").orElse("");
        Optional<Long> before = call.said("before").filter(text -> text.matches("[0-9]{1,18}")).map(Long::valueOf);
        if (!staff.matches(FORM) || !deed.matches(FORM) || !subject.matches(FORM) || subject.length() > 60) {
            return Reply.refused(Refusal.MALFORMED);
        }
        List<AuditRow> found = rows.inTransaction(handle -> {
            List<AuditRow> read = handle.createQuery("""
                            SELECT a.seq, a.at, a.staff, coalesce(s.name, '') AS name, a.deed, a.subject
                            FROM staff_audit a LEFT JOIN staff s ON s.number = a.staff
                            WHERE a.chain = 'staff' AND a.seq < :before AND (:staff = '' OR a.staff = :staff)
                              AND (:deed = '' OR a.deed = :deed)
                              AND (:subject = '' OR a.subject = :subject OR starts_with(a.subject, :subject || ' '))
                            ORDER BY a.seq DESC LIMIT :most
                            """)
                    .bindMap(Map.of("staff", staff, "deed", deed, "subject", subject))
                    .bind("before", before.orElse(Long.MAX_VALUE))
                    .bind("most", PAGE + 1)
                    .map((row, _) -> new AuditRow(
                            row.getLong("seq"),
                            row.getTimestamp("at").toInstant().toString(),
                            row.getString("staff"),
                            row.getString("name"),
                            row.getString("deed"),
                            row.getString("subject")))
                    .list();
            // Who watches is watched too.
            audit.note(handle, call.staff(), "AUDIT-READ", subject);
            return read;
        });
        boolean more = found.size() > PAGE;
        return Reply.json(200, new AuditPage(more ? found.subList(0, PAGE) : found, more));
    }

    /** {@code POST /staff/api/audit/verify} */
    public Reply verify(Call call) {
        AuditFound found = switch (walk.verify()) {
            case AuditWalk.Found.Whole(long count) -> new AuditFound(true, count);
            case AuditWalk.Found.Broken(long seq) -> new AuditFound(false, seq);
        };
        rows.useTransaction(handle -> audit.note(
                handle, call.staff(), "AUDIT-VERIFIED", (found.whole() ? "whole " : "broken ") + found.rows()));
        return Reply.json(200, found);
    }
}
