package banyan.kiosk.visit;

import banyan.device.Printer.PrintJob;
import banyan.kiosk.documents.Rendering;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import java.util.Optional;
import java.util.function.Consumer;

/** Brings papers to the printer, one job at a time, and passes on what the printer says of the present one. */
final class PrintingHand {
    private final Session session;
    private final Optional<PrintDesk> desk;
    private long job;
    private int printed;
    private boolean running;

    PrintingHand(Session session) {
        this.session = session;
        this.desk = session.equipment().printer().map(PrintDesk::new);
    }

    /** Whether a job of this visit is under way. */
    boolean running() {
        return running;
    }

    /** How many papers of this visit went to the printer. */
    int jobs() {
        return printed;
    }

    /**
     * Sends a paper.
     *
     * @param name what stands in the printer's list, without personal data
     * @param ended is told the job's last event, also when the dialogue has gone elsewhere
     */
    void print(String name, Rendering.Rendered paper, Consumer<VisitEvent> ended) {
        long mine = ++job;
        printed++;
        running = true;
        session.log(Event.of(EventKind.PRINT_BEGAN).with(Key.PAGES, paper.pages()));
        if (desk.isEmpty()) {
            happened(mine, new VisitEvent.PrintBroken(Page.TroubleKind.PRINTER_GONE, 0), ended);
            return;
        }
        // A copy: what is shown may be wiped while the printer still takes the paper over.
        PrintJob document = new PrintJob(name, paper.pdf().clone(), paper.pages());
        session.equipment()
                .threads()
                .execute(() ->
                        desk.get().print(document, event -> session.mailbox().put(() -> happened(mine, event, ended))));
    }

    private void happened(long mine, VisitEvent event, Consumer<VisitEvent> ended) {
        if (isEnd(event)) {
            log(event);
            ended.accept(event);
        }
        if (event instanceof VisitEvent.PrintWaits(var why, int out)) {
            session.log(Event.of(EventKind.PRINT_WAITS).with(Key.FAULT, why).with(Key.PAGES, out));
        }
        if (mine == job) {
            running = running && !isEnd(event);
            session.tell(event);
        }
    }

    private void log(VisitEvent event) {
        Event ended = Event.of(EventKind.PRINT_ENDED);
        session.log(
                switch (event) {
                    case VisitEvent.PrintBroken(var why, int out) ->
                        ended.with(Key.PLACE, End.BROKEN).with(Key.FAULT, why).with(Key.PAGES, out);
                    case VisitEvent.PrintUncertain(int out) ->
                        ended.with(Key.PLACE, End.UNCERTAIN).with(Key.PAGES, out);
                    case VisitEvent.PrintStopped(int out) ->
                        ended.with(Key.PLACE, End.STOPPED).with(Key.PAGES, out);
                    default -> ended.with(Key.PLACE, End.PRINTED);
                });
    }

    private enum End {
        PRINTED,
        STOPPED,
        BROKEN,
        UNCERTAIN
    }

    static boolean isEnd(VisitEvent event) {
        return event instanceof VisitEvent.Printed
                || event instanceof VisitEvent.PrintStopped
                || event instanceof VisitEvent.PrintBroken
                || event instanceof VisitEvent.PrintUncertain;
    }

    /** Asks the printer to stop. */
    void stop() {
        desk.ifPresent(there -> session.equipment().threads().execute(there::stop));
    }

    Optional<PrintDesk> desk() {
        return desk;
    }

    void forget() {
        job++;
        printed = 0;
        running = false;
    }
}
