package banyan.kiosk.visit;

import banyan.acceptance.PrintReport;
import banyan.cache.Appended;
import banyan.cache.Note;
import banyan.device.Printer.Stock;
import banyan.item.Filling;
import banyan.kiosk.documents.PrintLedger;
import banyan.kiosk.log.Code;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Shows what the centre has issued as the page that will be printed, and prints it once: by the ledger, and never again without being asked. */
final class IssuedHand {
    private final Session session;
    private final Documents documents;
    private final PrintingHand printing;
    private final LeftPapers left;
    private Optional<Held> held = Optional.empty();

    /** Of single ones, so that each is declared once. */
    private final Set<UUID> declaredVoid = new HashSet<>();

    /** A document as it is shown. */
    private record Held(Issued issued, DrawnPaper paper) {
        UUID request() {
            return issued.certificate().request();
        }

        @Override
        public String toString() {
            return "Held[" + issued.item() + "]";
        }
    }

    IssuedHand(Session session, Documents documents, PrintingHand printing) {
        this.session = session;
        this.documents = documents;
        this.printing = printing;
        this.left = new LeftPapers(session);
    }

    Optional<DrawnPaper> paper() {
        return held.map(Held::paper);
    }

    /** It has come from the centre, and is what is shown from now on. */
    void draw(Issued issued) {
        Optional<Filling> filling = issued.filling();
        if (filling.isEmpty()) {
            session.tell(new VisitEvent.CertificateFailed(PaperPage.TroubleKind.CENTRE_REFUSED));
            return;
        }
        session.away(
                session.equipment().work(),
                () -> documents.show(filling.get()),
                drawn -> drawn.ifPresentOrElse(
                        paper -> {
                            forgetPaper();
                            held = Optional.of(new Held(issued, paper));
                            session.tell(new VisitEvent.CertificateHere(paper.pages()));
                        },
                        () -> session.tell(new VisitEvent.CertificateFailed(PaperPage.TroubleKind.NAME_NOT_PRINTABLE))),
                late -> late.ifPresent(DrawnPaper::wipe));
    }

    /** The same in the language now chosen. */
    void drawAgain() {
        held.ifPresent(now -> draw(now.issued()));
    }

    /** It goes to the printer only when the ledger has it in writing, and never a second time without being asked for. */
    void print() {
        if (held.isEmpty()) {
            session.tell(new VisitEvent.PrintBroken(PaperPage.TroubleKind.PRINTER_SILENT, 0));
            return;
        }
        Held mine = held.get();
        Optional<PrintDesk> desk = printing.desk();
        if (desk.isEmpty() || !left.any()) {
            begin(mine);
            return;
        }
        session.away(
                () -> {
                    left.settle(desk.get());
                    return mine;
                },
                this::begin);
    }

    private void begin(Held mine) {
        String number = mine.issued().certificate().number();
        int pages = mine.paper().pages();
        session.away(
                session.equipment().disk(),
                () -> session.equipment()
                        .ledger()
                        .map(ledger -> begin(ledger, number, pages))
                        .orElse(new Entry.Refused()),
                entry -> {
                    switch (entry) {
                        case Entry.Begun(long job) -> print(mine, job);
                        case Entry.Before(boolean surely) when surely && mine.issued().single() ->
                            session.tell(new VisitEvent.CertificateFailed(PaperPage.TroubleKind.RESULT_TAKEN));
                        case Entry.Before _ -> session.tell(new VisitEvent.PrintUncertain(0));
                        case Entry.Refused() ->
                            session.tell(new VisitEvent.PrintBroken(PaperPage.TroubleKind.STORE_BROKEN, 0));
                    }
                },
                _ -> {});
    }

    /** What the ledger says to a print. */
    private sealed interface Entry {
        record Begun(long job) implements Entry {}

        /** All of it came out before, or else some of it may have. */
        record Before(boolean surely) implements Entry {}

        record Refused() implements Entry {}
    }

    private static Entry begin(PrintLedger ledger, String number, int pages) {
        PrintLedger.MayPrint may = ledger.mayPrint(number);
        if (may != PrintLedger.MayPrint.YES) {
            return new Entry.Before(may == PrintLedger.MayPrint.NO);
        }
        return switch (ledger.begin(number, pages)) {
            case PrintLedger.Written.Safe(long job) -> new Entry.Begun(job);
            case PrintLedger.Written.Failed _ -> new Entry.Refused();
        };
    }

    private void print(Held mine, long job) {
        mine.issued().used();
        if (held.filter(now -> now == mine).isEmpty()) {
            end(mine, job, new PrintReport(0, PrintReport.Outcome.PARTLY));
            return;
        }
        // A name of its own, so that the printer can be asked for it after a power cut.
        String name = session.equipment()
                .ledger()
                .flatMap(ledger -> ledger.asked(job))
                .map(left::name)
                .orElse("certificate");
        int pages = mine.paper().pages();
        printing.print(name, mine.paper().paper(), Stock.CERTIFICATE, end -> end(mine, job, report(pages, end)));
    }

    /** The end of a job is written down here and owed to the centre. */
    private void end(Held mine, long job, PrintReport report) {
        PrintLedger.Ending ending = switch (report.outcome()) {
            case PRINTED -> PrintLedger.Ending.PRINTED;
            case PARTLY -> PrintLedger.Ending.PARTLY;
            case UNKNOWN -> PrintLedger.Ending.UNKNOWN;
        };
        session.equipment().disk().execute(() -> {
            boolean written = session.equipment()
                    .ledger()
                    .map(ledger -> ledger.end(job, report.pages(), ending))
                    .map(PrintLedger.Written.Safe.class::isInstance)
                    .orElse(false);
            if (!written) {
                session.log(Event.of(EventKind.JOURNAL_TROUBLE).with(Key.FAULT, new Code("LEDGER-NOT-WRITTEN")));
            }
        });
        owe(Note.of(mine.request(), report));
        tellCentre();
        // Its citizen may leave now, and have it printed at any terminal.
        if (mine.issued().single() && report.outcome() == PrintReport.Outcome.PARTLY) {
            voidIt(mine.issued());
        }
    }

    private static PrintReport report(int pages, VisitEvent end) {
        return switch (end) {
            case VisitEvent.Printed() -> new PrintReport(pages, PrintReport.Outcome.PRINTED);
            case VisitEvent.PrintStopped(int out) -> partly(out);
            case VisitEvent.PrintBroken broken -> partly(broken.pagesOut());
            case VisitEvent.PrintUncertain(int out) -> new PrintReport(out, PrintReport.Outcome.UNKNOWN);
            default -> throw new IllegalStateException("not the end of a print job");
        };
    }

    private static PrintReport partly(int out) {
        return new PrintReport(out, PrintReport.Outcome.PARTLY);
    }

    void voidIt() {
        held.ifPresent(now -> voidIt(now.issued()));
    }

    private void voidIt(Issued issued) {
        if (issued.single() && !declaredVoid.add(issued.certificate().request())) {
            return;
        }
        issued.used();
        issued.declaredVoid();
        String number = issued.certificate().number();
        session.equipment()
                .disk()
                .execute(() -> session.equipment().ledger().ifPresent(ledger -> {
                    if (ledger.voidLast(number) instanceof PrintLedger.Written.Failed) {
                        session.log(Event.of(EventKind.JOURNAL_TROUBLE).with(Key.FAULT, new Code("LEDGER-NOT-WRITTEN")));
                    }
                }));
        owe(Note.voided(issued.certificate().request()));
        tellCentre();
        session.log(Event.of(EventKind.CERTIFICATE_VOIDED).with(Key.ITEM, new Code(issued.item())));
    }

    /** Has the centre told what it is owed about printed paper, also of an earlier run. */
    void tellCentre() {
        session.equipment()
                .ledger()
                .ifPresent(ledger -> session.equipment()
                        .disk()
                        .execute(() -> PaperNotes.send(ledger, session.equipment().outbox())));
    }

    /** Keeps for the centre what it is owed about a document. */
    void owe(Note note) {
        session.equipment().disk().execute(() -> {
            if (!(session.equipment().outbox().append(note) instanceof Appended.Kept)) {
                session.log(Event.of(EventKind.JOURNAL_TROUBLE).with(Key.FAULT, new Code("NOTE-NOT-KEPT")));
            }
        });
    }

    private void forgetPaper() {
        held.ifPresent(now -> now.paper().wipe());
        held = Optional.empty();
    }

    /** It is no longer shown. */
    void forget() {
        forgetPaper();
    }
}
