package banyan.server.casework;

import banyan.acceptance.Submission;
import banyan.server.intake.CaseTerms;
import banyan.server.intake.ItemBook;
import banyan.server.store.CentreSecret;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Begins a case, in the transaction that writes its receipt. */
public final class CaseBeginnings {
    private final ItemBook items;
    private final byte[] secret;
    private final WorkCalendar calendar;

    /** @param secret under which a citizen's number is hashed */
    public CaseBeginnings(ItemBook items, byte[] secret, WorkCalendar calendar) {
        this.items = items;
        this.secret = secret.clone();
        this.calendar = calendar;
    }

    /**
     * What a case begins with.
     *
     * @param citizen a keyed hash
     * @param rulesUntil until when the item's rules may decide it; empty where it has none
     */
    public record Beginning(
            String itemVersion, String department, byte[] citizen, int days, LocalDate from, Optional<LocalDate> due, Optional<Instant> rulesUntil) {
        @Override
        public String toString() {
            return "Beginning[" + itemVersion + "]";
        }
    }

    /** Of this submission, filed then. */
    public Beginning of(Submission submission, Instant filed, Optional<Instant> rulesUntil) {
        CaseTerms terms = items.terms(submission.item(), submission.itemVersion());
        PromiseClock clock = PromiseClock.running(terms.promisedDays(), calendar.day(filed), calendar.days());
        return new Beginning(
                submission.itemVersion(),
                terms.department(),
                citizen(submission.applicant().number()),
                terms.promisedDays(),
                clock.from(),
                clock.due(),
                rulesUntil);
    }

    /** As a citizen stands in the rows. */
    public byte[] citizen(String number) {
        return CentreSecret.keyedHash(secret, number);
    }

    /** Writes it. */
    public void write(
            Handle handle, Submission submission, String number, Instant filed, Instant now, Optional<Instant> rulesUntil) {
        Beginning begins = of(submission, filed, rulesUntil);
        UUID id = submission.id().value();
        handle.createUpdate("""
                        INSERT INTO case_file (terminal, id, number, item, item_version, department, citizen, state, open, version,
                            received_at, days_left, counted_from, due, rules_until)
                        VALUES (:terminal, :id, :number, :item, :version, :department, :citizen, 'RECEIVED', true, 1, :at, :days, :from, :due, :until)
                        """)
                .bind("terminal", submission.terminal())
                .bind("id", id)
                .bind("number", number)
                .bind("item", submission.item())
                .bind("version", begins.itemVersion())
                .bind("department", begins.department())
                .bind("citizen", begins.citizen())
                .bind("at", now)
                .bind("days", begins.days())
                .bind("from", begins.from())
                .bind("due", begins.due().orElse(null))
                .bind("until", begins.rulesUntil().orElse(null))
                .execute();
        handle.createUpdate("""
                        INSERT INTO case_event (terminal, id, seq, deed, state, by_whom, at)
                        VALUES (:terminal, :id, 1, 'RECEIVE', 'RECEIVED', 'centre', :at)
                        """)
                .bind("terminal", submission.terminal())
                .bind("id", id)
                .bind("at", now)
                .execute();
    }
}
