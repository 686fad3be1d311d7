package banyan.kiosk.visit;

import banyan.device.Deadline;
import banyan.device.Fault;
import banyan.device.Outcome;
import banyan.device.Printer;
import banyan.device.Printer.Found;
import banyan.device.Printer.PrintEvent;
import banyan.device.Printer.PrintJob;
import banyan.device.Printer.PrintTask;
import banyan.kiosk.visit.PaperPage.TroubleKind;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Brings one document at a time to the printer and says truthfully how it goes. It sends a job once: whoever wants the paper again
 * asks again, knowing what became of the first.
 */
public final class PrintDesk {
    /** How long the printer may take to accept a document. */
    private static final Duration ACCEPT = Duration.ofSeconds(15);

    /** How long it may take to answer that it stops. */
    private static final Duration STOP = Duration.ofSeconds(5);

    private final Printer printer;
    private Optional<PrintTask> running = Optional.empty();
    private long latest;

    public PrintDesk(Printer printer) {
        this.printer = printer;
    }

    /**
     * Sends a document. Blocks until the printer has taken or refused it; what follows comes from the printer's thread. The job's
     * last event is exactly one of {@code Printed}, {@code PrintStopped}, {@code PrintBroken} and {@code PrintUncertain}.
     */
    public void print(PrintJob job, Consumer<VisitEvent> tell) {
        long mine;
        synchronized (this) {
            mine = ++latest;
        }
        tell.accept(new VisitEvent.PrintBegun(job.pages()));
        switch (printer.print(job, event -> pass(mine, event, tell), Deadline.in(ACCEPT))) {
            case Outcome.Done<PrintTask>(var task) -> {
                if (began(mine, task)) {
                    tell.accept(new VisitEvent.PrintTaken());
                }
            }
            case Outcome.Failed<PrintTask>(var fault) -> {
                finished(mine);
                tell.accept(refused(fault));
            }
        }
    }

    /**
     * How a job of an earlier program ended, by the printer's own word; empty where the printer does not know, is not there, or has not
     * ended it. Blocks until the printer has answered.
     */
    public Optional<VisitEvent> ended(String name, int pages, Deadline deadline) {
        return switch (printer.find(name, pages, deadline)) {
            case Outcome.Failed<Found> _ -> Optional.empty();
            case Outcome.Done<Found>(Found.UnderWay _) -> Optional.empty();
            case Outcome.Done<Found>(Found.NotKnown _) -> Optional.empty();
            case Outcome.Done<Found>(Found.Ended(var end)) ->
                switch (end) {
                    case PrintEvent.Printed _ -> Optional.of(new VisitEvent.Printed());
                    case PrintEvent.Cancelled(int out) -> Optional.of(new VisitEvent.PrintStopped(out));
                    case PrintEvent.Broken(var fault, int out) ->
                        Optional.of(new VisitEvent.PrintBroken(trouble(fault), out));
                    case PrintEvent.Uncertain _ -> Optional.empty();
                };
        };
    }

    /** Asks the printer to stop; pages may still come out. Nothing happens when nothing is printed. */
    public void stop() {
        Optional<PrintTask> task;
        synchronized (this) {
            task = running;
        }
        // Whether it stopped is told by the job's own end, not by this answer.
        task.ifPresent(one -> one.cancel(Deadline.in(STOP)));
    }

    /** Whether a job is under way. */
    public synchronized boolean busy() {
        return running.isPresent();
    }

    /** Whether the job is still under way. */
    private synchronized boolean began(long job, PrintTask task) {
        if (job == latest) {
            running = Optional.of(task);
        }
        return job == latest;
    }

    private synchronized void finished(long job) {
        if (job == latest) {
            running = Optional.empty();
            latest++;
        }
    }

    private void pass(long job, PrintEvent event, Consumer<VisitEvent> tell) {
        if (event instanceof PrintEvent.End) {
            finished(job);
        }
        tell.accept(
                switch (event) {
                    case PrintEvent.PagesOut(int pages) -> new VisitEvent.PagesOut(pages);
                    case PrintEvent.Waiting(var fault, int pages) -> new VisitEvent.PrintWaits(trouble(fault), pages);
                    case PrintEvent.GoingOn(int pages) -> new VisitEvent.PrintGoesOn(pages);
                    case PrintEvent.Printed _ -> new VisitEvent.Printed();
                    case PrintEvent.Cancelled(int pages) -> new VisitEvent.PrintStopped(pages);
                    case PrintEvent.Broken(var fault, int pages) -> new VisitEvent.PrintBroken(trouble(fault), pages);
                    case PrintEvent.Uncertain uncertain -> new VisitEvent.PrintUncertain(uncertain.atLeast());
                });
    }

    /** A printer that did not answer may have taken the document all the same. */
    private static VisitEvent refused(Fault fault) {
        return switch (fault.kind()) {
            case TIMEOUT, PROTOCOL -> new VisitEvent.PrintUncertain(0);
            case DISCONNECTED, BUSY, UNSUPPORTED, HARDWARE, MEDIA, USER, CANCELLED, TAMPER ->
                new VisitEvent.PrintBroken(trouble(fault), 0);
        };
    }

    /** Which sentences tell this fault. */
    public static TroubleKind trouble(Fault fault) {
        String code = fault.code();
        if (code.contains("PAPER-OUT") || code.contains("EMPTY")) {
            return TroubleKind.PAPER_OUT;
        }
        if (code.contains("JAM")) {
            return TroubleKind.PAPER_JAM;
        }
        if (code.contains("COVER") || code.contains("DOOR")) {
            return TroubleKind.COVER_OPEN;
        }
        if (code.contains("TONER") || code.contains("MARKER")) {
            return TroubleKind.TONER_OUT;
        }
        return fault.kind() == Fault.Kind.DISCONNECTED ? TroubleKind.PRINTER_GONE : TroubleKind.PRINTER_SILENT;
    }
}
