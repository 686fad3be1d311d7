package banyan.server.retention;

import banyan.server.staff.Audit;
import banyan.server.store.CentreSecret;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What a citizen can have erased, and what the centre must keep all the same. Cases are files of an authority: they stay until their
 * period is over, and so do the logs of who was looked up; the answer says both.
 */
public final class Erasure {
    private final Jdbi rows;
    private final CentreSecret secret;
    private final Audit audit;

    public Erasure(Jdbi rows, CentreSecret secret, Audit audit) {
        this.rows = rows;
        this.secret = secret;
        this.audit = audit;
    }

    /**
     * What was erased and what stays.
     *
     * @param drafts unfinished forms, erased
     * @param phones telephone numbers left with evaluations, erased
     * @param openCases that are under way, and stay
     * @param closedCases that stay as files
     * @param papersUntil the day on which the last papers of the closed ones have gone
     * @param lookups rows of the log that stay until their period is over
     */
    public record Erased(int drafts, int phones, int openCases, int closedCases, Optional<LocalDate> papersUntil, long lookups) {}

    /** Erases what may be erased, in one transaction with its row in the audit; the number is in no row of it. */
    public Erased erase(String citizen, String by, int paperDays, ZoneId zone) {
        byte[] ofCases = CentreSecret.keyedHash(secret.forUse("citizens of cases"), citizen);
        return rows.inTransaction(handle -> {
            int drafts = handle.createUpdate("DELETE FROM draft WHERE citizen = :citizen")
                    .bind("citizen", CentreSecret.keyedHash(secret.forUse("owners of drafts"), citizen))
                    .execute();
            int phones = handle.createUpdate("""
                            UPDATE evaluation SET phone = NULL WHERE phone IS NOT NULL
                            AND case_id IN (SELECT id FROM case_file WHERE citizen = :citizen)
                            """)
                    .bind("citizen", ofCases)
                    .execute();
            List<Boolean> open = handle.createQuery("SELECT open FROM case_file WHERE citizen = :citizen")
                    .bind("citizen", ofCases)
                    .mapTo(Boolean.class)
                    .list();
            int under = (int) open.stream().filter(one -> one).count();
            audit.note(handle, by, "CITIZEN-ERASED", "drafts=" + drafts + " phones=" + phones);
            return new Erased(drafts, phones, under, open.size() - under, papersUntil(handle, ofCases, paperDays, zone), lookups(handle, citizen));
        });
    }

    private static Optional<LocalDate> papersUntil(Handle handle, byte[] citizen, int days, ZoneId zone) {
        return handle.createQuery("""
                        SELECT max(e.at) AS at FROM case_file c JOIN case_event e ON e.terminal = c.terminal AND e.id = c.id
                        WHERE c.citizen = :citizen AND NOT c.open
                          AND EXISTS (SELECT FROM paper p WHERE p.terminal = c.terminal AND p.id = c.id)
                        """)
                .bind("citizen", citizen)
                .map((row, _) -> Optional.ofNullable(row.getTimestamp("at"))
                        .map(at -> LocalDate.ofInstant(at.toInstant(), zone).plusDays(days + 1L)))
                .one();
    }

    private long lookups(Handle handle, String citizen) {
        return handle.createQuery("SELECT count(*) FROM lookup WHERE citizen = :citizen")
                .bind("citizen", CentreSecret.keyedHash(secret.forUse("lookups"), citizen))
                .mapTo(Long.class)
                .one();
    }
}
