package banyan.driver.ipp;

import banyan.device.Deadline;
import banyan.device.DeviceThread;
import banyan.device.Fault;
import banyan.device.Printer.PrintEvent;
import banyan.device.Printer.PrintJob;
import banyan.device.Printer.PrintListener;
import banyan.device.Printer.Sides;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The job the printer has, and who is told of it. Of the document it keeps its name and the number of pages, nothing else. */
final class Job {
    /** A printer that says nothing of the job for so long will not say how it ended either. */
    private static final Duration LOST_AFTER = Duration.ofSeconds(10);

    private final int id;
    private final String name;
    private final boolean oneSided;
    private final int pages;
    private final Optional<Integer> before;
    private final Progress progress;
    private final PrintListener listener;
    private Deadline lost = Deadline.in(LOST_AFTER);
    private Optional<Fault> notSent = Optional.empty();

    /** @param before how far the printer's own counter had gone; empty where it has none */
    Job(int id, PrintJob document, PrintListener listener, Optional<Integer> before) {
        this.id = id;
        this.before = before;
        this.name = document.name();
        this.oneSided = document.sides() == Sides.ONE_SIDED;
        this.pages = document.pages();
        this.progress = new Progress(document.pages());
        this.listener = listener;
    }

    int id() {
        return id;
    }

    /** Its name in the printer's list. */
    String name() {
        return name;
    }

    /** How many impressions the printer has counted since before the job; a counter that ran backwards says nothing. */
    Optional<Integer> counted(Optional<Integer> now) {
        return before.flatMap(then -> now.map(at -> at - then)).filter(since -> since >= 0);
    }

    /** How many pages it has. */
    int pages() {
        return pages;
    }

    /** Whether a sheet is a page. */
    boolean oneSided() {
        return oneSided;
    }

    /** That it is not known whether the printer got the document, and why. */
    void unsure(Fault fault) {
        notSent = Optional.of(fault);
    }

    /** Why it is not known whether the printer got the document; empty where that is known. */
    Optional<Fault> unsure() {
        return notSent;
    }

    void seen(Progress.Look look) {
        lost = Deadline.in(LOST_AFTER);
        // A job that was asked back because its document had not arrived was never printed.
        boolean cameToNothing = notSent.isPresent() && look.state() == Progress.JobState.CANCELED;
        tell(cameToNothing ? progress.neverSent(notSent.get()) : progress.see(look));
    }

    /** That the printer could not be asked: after some time the job is given up. */
    void unseen(Fault fault) {
        if (lost.passed()) {
            lost(fault);
        }
    }

    void lost(Fault fault) {
        tell(progress.lost(fault));
    }

    boolean ended() {
        return progress.ended();
    }

    private void tell(List<PrintEvent> events) {
        events.forEach(event -> DeviceThread.tell(() -> listener.happened(event)));
    }
}
