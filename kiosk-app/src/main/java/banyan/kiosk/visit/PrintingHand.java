package banyan.kiosk.visit;

import banyan.device.Device;
import banyan.device.Printer.PrintJob;
import banyan.device.Printer.Sides;
import banyan.device.Printer.Stock;
import banyan.device.ReceiptPrinter.Receipt;
import banyan.kiosk.documents.Rendering;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import banyan.kiosk.visit.KeepingPage.PaperState.Outlet;
import banyan.kiosk.visit.PaperPage.TroubleKind;
import java.util.Optional;
import java.util.function.Consumer;

/** Brings papers to the printers, one job at a time, and passes on what the printer says of the present one. */
final class PrintingHand {
    private final Session session;
    private final Optional<PrintDesk> desk;
    private final Optional<RollDesk> roll;
    private Job job = new Job(0, Outlet.SHEETS, _ -> {});
    private int printed;
    private boolean running;
    private Optional<TroubleKind> why = Optional.empty();

    /** One paper, and who is told its last event, also when the dialogue has gone elsewhere. */
    private record Job(long number, Outlet outlet, Consumer<VisitEvent> ended) {}

    PrintingHand(Session session) {
        this.session = session;
        this.desk = session.equipment().printer().map(PrintDesk::new);
        this.roll = session.equipment().roll().map(RollDesk::new);
    }

    /** Whether a job of this visit is under way. */
    boolean running() {
        return running;
    }

    /** How many papers of this visit went to a printer. */
    int jobs() {
        return printed;
    }

    /** Where the latest paper of this visit comes out. */
    Outlet outlet() {
        return job.outlet();
    }

    /** Why that paper did not come out, where it is known that it did not. */
    Optional<TroubleKind> why() {
        return why;
    }

    /**
     * Where a receipt would come out now: of the receipt printer, where the site has one that can be used, else of the page
     * printer. Where neither can be used, the receipt printer says why.
     */
    Outlet forReceipt() {
        boolean onRoll = roll.isPresent()
                && (usable(session.equipment().roll()) || !usable(session.equipment().printer()));
        return onRoll ? Outlet.ROLL : Outlet.SHEETS;
    }

    /** Whether anything could print a receipt now. */
    boolean usable() {
        return usable(session.equipment().roll()) || usable(session.equipment().printer());
    }

    private static boolean usable(Optional<? extends Device> device) {
        return device.filter(there -> there.state().usable()).isPresent();
    }

    /**
     * Sends a paper to the page printer, to be printed on plain paper.
     *
     * @param name what stands in the printer's list, without personal data
     * @param ended is told the job's last event, also when the dialogue has gone elsewhere
     */
    void print(String name, Rendering.Rendered paper, Consumer<VisitEvent> ended) {
        print(name, paper, Stock.PLAIN, ended);
    }

    /** The same, on this paper. */
    void print(String name, Rendering.Rendered paper, Stock stock, Consumer<VisitEvent> ended) {
        Job mine = begin(Outlet.SHEETS, ended);
        session.log(Event.of(EventKind.PRINT_BEGAN).with(Key.PAGES, paper.pages()));
        if (desk.isEmpty()) {
            happened(mine, new VisitEvent.PrintBroken(TroubleKind.PRINTER_GONE, 0));
            return;
        }
        // A copy: what is shown may be wiped while the printer still takes the paper over.
        PrintJob document = new PrintJob(name, paper.pdf().clone(), paper.pages(), Sides.ONE_SIDED, stock);
        session.equipment().threads().execute(() -> desk.get().print(document, teller(mine)));
    }

    /** Sends a receipt to the receipt printer. */
    void print(Receipt receipt) {
        Job mine = begin(Outlet.ROLL, _ -> {});
        session.log(Event.of(EventKind.RECEIPT_BEGAN));
        if (roll.isEmpty()) {
            happened(mine, new VisitEvent.PrintBroken(TroubleKind.PRINTER_GONE, 0));
            return;
        }
        session.equipment().threads().execute(() -> roll.get().print(receipt, teller(mine)));
    }

    private Job begin(Outlet outlet, Consumer<VisitEvent> ended) {
        job = new Job(job.number() + 1, outlet, ended);
        printed++;
        running = true;
        why = Optional.empty();
        return job;
    }

    private Consumer<VisitEvent> teller(Job mine) {
        return event -> session.mailbox().put(() -> happened(mine, event));
    }

    private void happened(Job mine, VisitEvent event) {
        if (isEnd(event)) {
            log(mine.outlet(), event);
            mine.ended().accept(event);
        }
        if (event instanceof VisitEvent.PrintWaits(var reason, int out)) {
            session.log(
                    Event.of(EventKind.PRINT_WAITS).with(Key.FAULT, reason).with(Key.PAGES, out));
        }
        if (mine.number() == job.number()) {
            running = running && !isEnd(event);
            if (event instanceof VisitEvent.PrintBroken broken) {
                why = Optional.of(broken.why());
            }
            session.tell(event);
        }
    }

    private void log(Outlet outlet, VisitEvent event) {
        Event ended = Event.of(
                switch (outlet) {
                    case SHEETS -> EventKind.PRINT_ENDED;
                    case ROLL -> EventKind.RECEIPT_ENDED;
                });
        session.log(
                switch (event) {
                    case VisitEvent.PrintBroken(var reason, int out) ->
                        pages(outlet, ended.with(Key.PLACE, End.BROKEN).with(Key.FAULT, reason), out);
                    case VisitEvent.PrintUncertain(int out) ->
                        pages(outlet, ended.with(Key.PLACE, End.UNCERTAIN), out);
                    case VisitEvent.PrintStopped(int out) -> pages(outlet, ended.with(Key.PLACE, End.STOPPED), out);
                    default -> ended.with(Key.PLACE, End.PRINTED);
                });
    }

    /** A roll has no pages. */
    private static Event pages(Outlet outlet, Event ended, int out) {
        return switch (outlet) {
            case SHEETS -> ended.with(Key.PAGES, out);
            case ROLL -> ended;
        };
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
        session.equipment().threads().execute(this::halt);
    }

    /** Asks the printers to stop, and waits for their answer. */
    void halt() {
        desk.ifPresent(PrintDesk::stop);
        roll.ifPresent(RollDesk::stop);
    }

    Optional<PrintDesk> desk() {
        return desk;
    }

    void forget() {
        job = new Job(job.number() + 1, Outlet.SHEETS, _ -> {});
        printed = 0;
        running = false;
        why = Optional.empty();
    }
}
