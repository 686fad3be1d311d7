package banyan.server.casework;

import banyan.acceptance.CaseStand;
import banyan.acceptance.Paper;
import banyan.acceptance.Sha256;
import banyan.acceptance.Submission;
import banyan.acceptance.SubmissionId;
import banyan.acceptance.Supplement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What a citizen has handed in, first and later.
 *
 * @param supplements those that were received, the earliest first
 * @param asked the earliest first
 */
record CaseFile(CaseRow row, Submission submission, List<Supplement> supplements, List<CaseStand.Asked> asked) {
    static CaseFile of(Handle handle, CaseRow row) {
        Submission submission = handle.createQuery("SELECT payload FROM submission WHERE terminal = :terminal AND id = :id")
                .bind("terminal", row.terminal())
                .bind("id", row.id())
                .map((found, _) -> Stands.own(found.getBytes("payload"), Submission.class))
                .one();
        List<Supplement> supplements = handle.createQuery("""
                        SELECT payload FROM supplement
                        WHERE case_terminal = :terminal AND case_id = :id AND receipt IS NOT NULL ORDER BY arrived_at
                        """)
                .bind("terminal", row.terminal())
                .bind("id", row.id())
                .map((found, _) -> Stands.own(found.getBytes("payload"), Supplement.class))
                .list();
        List<CaseStand.Asked> asked = handle.createQuery(
                        "SELECT body FROM supplement_asked WHERE terminal = :terminal AND id = :id ORDER BY asked_at")
                .bind("terminal", row.terminal())
                .bind("id", row.id())
                .map((found, _) -> Stands.own(found.getBytes("body"), CaseStand.Asked.class))
                .list();
        return new CaseFile(row, submission, supplements, asked);
    }

    /** A paper and where it lies. */
    record Held(String terminal, SubmissionId under, Paper paper, boolean supplementary) {}

    List<Held> papers() {
        List<Held> all = new ArrayList<>();
        submission.papers().forEach(paper -> all.add(new Held(row.terminal(), submission.id(), paper, false)));
        supplements.forEach(later ->
                later.papers().forEach(paper -> all.add(new Held(later.terminal(), later.id(), paper, true))));
        return all;
    }

    Optional<Held> paper(Sha256 hash) {
        return papers().stream().filter(held -> held.paper().hash().equals(hash)).findFirst();
    }

    @Override
    public String toString() {
        return "CaseFile[" + row.id() + "]";
    }
}
