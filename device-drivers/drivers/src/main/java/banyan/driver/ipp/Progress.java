package banyan.driver.ipp;

import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import banyan.device.Printer.PrintEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How one job goes, out of what the printer reports of it: pure, so that every rule is tested without a printer. It is printed
 * only if the printer calls it completed, has reported exactly the pages it has, and nothing it reports contradicts that.
 */
final class Progress {
    static final Fault UNCONFIRMED = new Fault(Kind.HARDWARE, Remedy.CALL_STAFF, "PRINT-PAGES-UNCONFIRMED");
    static final Fault ABORTED = new Fault(Kind.HARDWARE, Remedy.CALL_STAFF, "PRINT-ABORTED");
    static final Fault STOPPED = new Fault(Kind.HARDWARE, Remedy.CALL_STAFF, "PRINTER-STOPPED");

    private final int expected;
    private int pages;
    private Optional<Fault> waiting = Optional.empty();
    private boolean ended;

    Progress(int expected) {
        this.expected = expected;
    }

    /** The states of a job (RFC 8011, 5.3.7). */
    enum JobState {
        UNDER_WAY,
        STOPPED,
        CANCELED,
        ABORTED,
        COMPLETED;

        /** The state of this number; a number we do not know is not an end. */
        static JobState of(int code) {
            return switch (code) {
                case 6 -> STOPPED;
                case 7 -> CANCELED;
                case 8 -> ABORTED;
                case 9 -> COMPLETED;
                default -> UNDER_WAY;
            };
        }
    }

    /**
     * One look at the job and then at the printer.
     *
     * @param pagesOut the pages reported to have come out; empty where the printer does not count
     * @param trouble what stops the printer
     * @param counted how far the printer's own counter has gone since before the job; empty where it has none
     */
    record Look(JobState state, Optional<Integer> pagesOut, Optional<Fault> trouble, Optional<Integer> counted) {
        Look(JobState state, Optional<Integer> pagesOut, Optional<Fault> trouble) {
            this(state, pagesOut, trouble, Optional.empty());
        }
    }

    /** What has newly happened by this look, in order. Nothing after an end. */
    List<PrintEvent> see(Look look) {
        List<PrintEvent> events = new ArrayList<>();
        if (ended) {
            return events;
        }
        boolean moves = look.state() == JobState.UNDER_WAY || look.state() == JobState.COMPLETED;
        if (waiting.isPresent() && moves && look.trouble().isEmpty()) {
            waiting = Optional.empty();
            events.add(new PrintEvent.GoingOn(pages));
        }
        int out = look.pagesOut().orElse(0);
        if (out > pages) {
            pages = out;
            events.add(new PrintEvent.PagesOut(pages));
        }
        switch (look.state()) {
            case UNDER_WAY -> look.trouble().ifPresent(fault -> waits(fault, events));
            case STOPPED -> waits(look.trouble().orElse(STOPPED), events);
            case CANCELED -> events.add(end(new PrintEvent.Cancelled(pages)));
            case ABORTED -> events.add(end(aborted(look.trouble().orElse(ABORTED))));
            case COMPLETED -> events.add(end(completed(look)));
        }
        return events;
    }

    private void waits(Fault fault, List<PrintEvent> events) {
        if (!waiting.equals(Optional.of(fault))) {
            waiting = Optional.of(fault);
            events.add(new PrintEvent.Waiting(fault, pages));
        }
    }

    /** Where all pages were reported and yet the job was given up, one of the two is not true. */
    private PrintEvent.End aborted(Fault fault) {
        return pages < expected ? new PrintEvent.Broken(fault, pages) : new PrintEvent.Uncertain(fault, pages);
    }

    private PrintEvent.End completed(Look look) {
        if (look.trouble().isPresent()) {
            return new PrintEvent.Uncertain(look.trouble().get(), pages);
        }
        boolean all = look.pagesOut().isPresent() && pages == expected;
        // More may be somebody else's pages; fewer are a second source that says no.
        int certain = Math.min(pages, look.counted().orElse(pages));
        return all && certain == expected
                ? new PrintEvent.Printed(pages)
                : new PrintEvent.Uncertain(UNCONFIRMED, certain);
    }

    /** The end of a job that nothing more can be learnt of; empty where it has ended already. */
    List<PrintEvent> lost(Fault fault) {
        return ended ? List.of() : List.of(end(new PrintEvent.Uncertain(fault, pages)));
    }

    /** The end of a job whose document the printer has not got; empty where it has ended already. */
    List<PrintEvent> neverSent(Fault fault) {
        return ended ? List.of() : List.of(end(new PrintEvent.Broken(fault, pages)));
    }

    boolean ended() {
        return ended;
    }

    private PrintEvent end(PrintEvent.End end) {
        ended = true;
        return end;
    }
}
