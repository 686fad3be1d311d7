package banyan.kiosk.visit;

import banyan.device.Deadline;
import banyan.kiosk.documents.PrintLedger;
import banyan.kiosk.documents.PrintLedger.Asked;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import java.time.Duration;
import java.util.Optional;

/**
 * Certificates that were on their way to the printer when the program, or the power, went: before anything is printed, the printer is asked
 * what became of them. What it does not know stays unknown, and is never printed again without asking.
 */
final class LeftPapers {
    /** For all of them: somebody waits for a paper of his own. */
    private static final Duration ASKING = Duration.ofSeconds(3);

    private static final int MOST = 5;

    private final Session session;

    LeftPapers(Session session) {
        this.session = session;
    }

    /** The name of a job in the printer's list, which may serve several terminals. Nothing in it is about a person. */
    String name(Asked job) {
        return "certificate-" + session.equipment().site().terminal() + "-" + job.name();
    }

    boolean any() {
        return session.equipment()
                .ledger()
                .filter(ledger -> !ledger.left().isEmpty())
                .isPresent();
    }

    /** Writes down the ends that the printer knows. Blocks: not for the visit's own thread. */
    void settle(PrintDesk desk) {
        Deadline deadline = Deadline.in(ASKING);
        session.equipment()
                .ledger()
                .ifPresent(ledger -> ledger.left().stream()
                        .limit(MOST)
                        .forEach(job -> desk.ended(name(job), job.pages(), deadline)
                                .ifPresent(end -> ended(ledger, job, end))));
    }

    private void ended(PrintLedger ledger, Asked job, VisitEvent end) {
        Optional<PrintLedger.Written> written =
                switch (end) {
                    case VisitEvent.Printed() ->
                        Optional.of(ledger.end(job.job(), job.pages(), PrintLedger.Ending.PRINTED));
                    case VisitEvent.PrintStopped(int out) ->
                        Optional.of(ledger.end(job.job(), out, PrintLedger.Ending.PARTLY));
                    case VisitEvent.PrintBroken broken ->
                        Optional.of(ledger.end(job.job(), broken.pagesOut(), PrintLedger.Ending.PARTLY));
                    default -> Optional.empty();
                };
        if (written.isPresent() && written.get() instanceof PrintLedger.Written.Safe) {
            session.mailbox().put(() -> session.log(Event.of(EventKind.PRINT_FOUND).with(Key.PAGES, job.pages())));
        }
    }
}
