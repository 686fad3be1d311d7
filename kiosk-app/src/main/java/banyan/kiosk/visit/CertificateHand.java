package banyan.kiosk.visit;

import banyan.acceptance.Certificate;
import banyan.acceptance.CertificateOrder;
import banyan.acceptance.PrintReport;
import banyan.cache.Appended;
import banyan.cache.Note;
import banyan.cache.Reply;
import banyan.device.Printer.Stock;
import banyan.item.Applicant;
import banyan.item.DocumentValues;
import banyan.item.Field;
import banyan.item.Filling;
import banyan.item.QueryAnswer;
import banyan.item.Step;
import banyan.item.Template;
import banyan.item.Values;
import banyan.kiosk.catalog.Offer;
import banyan.kiosk.documents.PrintLedger;
import banyan.kiosk.filing.Filing;
import banyan.kiosk.filing.FormDesk;
import banyan.kiosk.log.Code;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Does what the dialogue asks about certificates: order, show, print, void; and about printing a guide. */
final class CertificateHand {
    private static final Duration ORDER = Duration.ofSeconds(10);

    private final Session session;
    private final Documents documents;
    private final PrintingHand printing;
    private final LeftPapers left;
    /** Under which name an order was given: the same order again is the same certificate. */
    private final Map<CertificateOrder, UUID> names = new HashMap<>();

    private Optional<Held> held = Optional.empty();

    /** A certificate as it is shown. */
    record Held(Offer offer, Filing filing, Certificate certificate, CertificateOrder order, DrawnPaper paper) {
        @Override
        public String toString() {
            return "Held[" + offer.item().code() + "]";
        }
    }

    CertificateHand(Session session, Documents documents, PrintingHand printing) {
        this.session = session;
        this.documents = documents;
        this.printing = printing;
        this.left = new LeftPapers(session);
    }

    Optional<DrawnPaper> paper() {
        return held.map(Held::paper);
    }

    /** What can be chosen beside the preview, and what is. */
    List<FilingPage.Form.Choice> choices(Plan plan) {
        Offer offer = session.offerOf(plan);
        Filing filing = answered(offer);
        return offer.choiceBesidePreview()
                .map(field -> {
                    String chosen = filing.values().getOrDefault(field.code(), "");
                    FormDesk desk = session.desk(offer);
                    return desk.options(field, filing, session.language()).stream()
                            .map(option -> new FilingPage.Form.Choice(
                                    option.value(),
                                    option.label(),
                                    option.value().equals(chosen)))
                            .toList();
                })
                .orElse(List.of());
    }

    private Filing answered(Offer offer) {
        return session.desk(offer).prefill(session.filing(offer.item().code()));
    }

    void choose(Plan plan, String value) {
        Offer offer = session.offerOf(plan);
        Optional<Field> field = offer.choiceBesidePreview();
        if (field.isPresent()) {
            session.draft(
                    session.draft().with(answered(offer).answering(field.get().code(), value)));
        }
    }

    void query(Plan plan) {
        Offer offer = session.offerOf(plan);
        Filing filing = answered(offer);
        session.draft(session.draft().with(filing));
        Optional<SortedMap<String, String>> parameters =
                offer.rules().query(session.desk(offer).situation(filing)).map(TreeMap::new);
        Optional<Applicant> applicant = session.applicant();
        if (parameters.isEmpty() || applicant.isEmpty()) {
            session.log(Event.of(EventKind.BUG)
                    .with(Key.PLACE, new Code("QUERY"))
                    .with(Key.FAULT, new Code("NO-PARAMETERS")));
            session.tell(new VisitEvent.CertificateFailed(PaperPage.TroubleKind.CENTRE_REFUSED));
            return;
        }
        var order = new CertificateOrder(
                plan.item(), applicant.get().name(), applicant.get().number(), parameters.get());
        UUID name = names.computeIfAbsent(order, _ -> UUID.randomUUID());
        session.consent(name).ifPresent(this::owe);
        session.away(
                () -> session.equipment().centre().certificate(name, order, ORDER),
                reply -> answered(offer, filing, order, reply));
    }

    private void answered(Offer offer, Filing filing, CertificateOrder order, Reply<Certificate> reply) {
        switch (reply) {
            case Reply.Answered<Certificate>(var certificate) -> {
                session.log(Event.of(EventKind.CERTIFICATE_ISSUED)
                        .with(Key.ITEM, new Code(offer.item().code())));
                draw(offer, filing, order, certificate);
            }
            case Reply.Refused<Certificate> _ ->
                session.tell(new VisitEvent.CertificateFailed(PaperPage.TroubleKind.CENTRE_REFUSED));
            case Reply.Unreachable<Certificate> _ ->
                session.tell(new VisitEvent.CertificateFailed(PaperPage.TroubleKind.NETWORK_DOWN));
        }
    }

    private void draw(Offer offer, Filing filing, CertificateOrder order, Certificate certificate) {
        Optional<Filling> filling = fill(offer, filing, certificate);
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
                            held = Optional.of(new Held(offer, filing, certificate, order, paper));
                            session.tell(new VisitEvent.CertificateHere(paper.pages()));
                        },
                        () -> session.tell(new VisitEvent.CertificateFailed(PaperPage.TroubleKind.NAME_NOT_PRINTABLE))),
                late -> late.ifPresent(DrawnPaper::wipe));
    }

    /** Nothing is printed from an answer that is not wholly understood. */
    private Optional<Filling> fill(Offer offer, Filing filing, Certificate certificate) {
        Map<String, List<Map<String, String>>> tables = new HashMap<>();
        certificate.tables().forEach((name, rows) -> tables.put(name, List.copyOf(rows)));
        return switch (QueryAnswer.read(offer.item(), certificate.values(), tables)) {
            case QueryAnswer.NotUnderstood _ -> Optional.empty();
            case QueryAnswer.Understood(Values result) -> {
                LocalDateTime issued = LocalDateTime.ofInstant(
                        certificate.issuedAt(), session.clock().zone());
                String url = session.equipment()
                        .site()
                        .centre()
                        .resolve(certificate.verifyPath())
                        .toString();
                Values values = documents
                        .values(offer, filing, issued)
                        .with(DocumentValues.certificate(
                                certificate.number(), certificate.verificationCode(), url, issued))
                        .with(result);
                yield Optional.of(Documents.fill(template(offer), values, session.language()));
            }
        };
    }

    private static Optional<Template> template(Offer offer) {
        return offer.item().steps().stream()
                .filter(Step.Print.class::isInstance)
                .map(step -> ((Step.Print) step).template())
                .flatMap(code -> offer.item().template(code).stream())
                .filter(template -> template.purpose() == Template.Purpose.CERTIFICATE)
                .findFirst();
    }

    /** The same certificate in the language now chosen. */
    void drawAgain() {
        held.ifPresent(now -> draw(now.offer(), now.filing(), now.order(), now.certificate()));
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
        String number = mine.certificate().number();
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
                        case Entry.Before() -> session.tell(new VisitEvent.PrintUncertain(0));
                        case Entry.Refused() ->
                            session.tell(new VisitEvent.PrintBroken(PaperPage.TroubleKind.STORE_BROKEN, 0));
                    }
                },
                _ -> {});
    }

    /** What the ledger says to a print. */
    private sealed interface Entry {
        record Begun(long job) implements Entry {}

        /** Some of it, or all, may have come out before. */
        record Before() implements Entry {}

        record Refused() implements Entry {}
    }

    private static Entry begin(PrintLedger ledger, String number, int pages) {
        if (ledger.mayPrint(number) != PrintLedger.MayPrint.YES) {
            return new Entry.Before();
        }
        return switch (ledger.begin(number, pages)) {
            case PrintLedger.Written.Safe(long job) -> new Entry.Begun(job);
            case PrintLedger.Written.Failed _ -> new Entry.Refused();
        };
    }

    private void print(Held mine, long job) {
        // Whoever wants another one gets another one: this number is on paper.
        names.remove(mine.order());
        if (held.filter(now -> now == mine).isEmpty()) {
            end(job, mine.certificate().request(), new PrintReport(0, PrintReport.Outcome.PARTLY));
            return;
        }
        // A name of its own, so that the printer can be asked for it after a power cut.
        String name = session.equipment()
                .ledger()
                .flatMap(ledger -> ledger.asked(job))
                .map(left::name)
                .orElse("certificate");
        printing.print(
                name,
                mine.paper().paper(),
                Stock.CERTIFICATE,
                end -> end(
                        job, mine.certificate().request(), report(mine.paper().pages(), end)));
    }

    /** The end of a job is written down here and owed to the centre. */
    private void end(long job, UUID request, PrintReport report) {
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
        owe(Note.of(request, report));
        tellCentre();
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
        held.ifPresent(now -> {
            names.remove(now.order());
            String number = now.certificate().number();
            session.equipment()
                    .disk()
                    .execute(() -> session.equipment().ledger().ifPresent(ledger -> {
                        if (ledger.voidLast(number) instanceof PrintLedger.Written.Failed) {
                            session.log(Event.of(EventKind.JOURNAL_TROUBLE)
                                    .with(Key.FAULT, new Code("LEDGER-NOT-WRITTEN")));
                        }
                    }));
            owe(Note.voided(now.certificate().request()));
            tellCentre();
            session.log(Event.of(EventKind.CERTIFICATE_VOIDED)
                    .with(Key.ITEM, new Code(now.offer().item().code())));
        });
    }

    /** Has the centre told what it is owed about printed paper, also of an earlier run. */
    void tellCentre() {
        session.equipment()
                .ledger()
                .ifPresent(ledger -> session.equipment()
                        .disk()
                        .execute(() -> PaperNotes.send(ledger, session.equipment().outbox())));
    }

    private void owe(Note note) {
        session.equipment().disk().execute(() -> {
            if (!(session.equipment().outbox().append(note) instanceof Appended.Kept)) {
                session.log(Event.of(EventKind.JOURNAL_TROUBLE).with(Key.FAULT, new Code("NOTE-NOT-KEPT")));
            }
        });
    }

    void printGuide(String item) {
        Optional<Offer> offer = session.offer(item);
        if (offer.isEmpty()) {
            session.tell(new VisitEvent.PrintBroken(PaperPage.TroubleKind.PRINTER_SILENT, 0));
            return;
        }
        Values values = DocumentValues.guide(offer.get().item())
                .with(DocumentValues.terminal(
                        session.equipment().site().terminal(),
                        session.equipment().site().hall()))
                .with(DocumentValues.at(session.clock().now()));
        var filling = Documents.fill(offer.get().item().template(Template.Purpose.GUIDE), values, session.language());
        session.away(
                session.equipment().work(),
                () -> documents.draw(filling),
                drawn -> drawn.ifPresentOrElse(
                        paper -> printing.print("guide", paper, _ -> {}),
                        () -> session.tell(new VisitEvent.PrintBroken(PaperPage.TroubleKind.PRINTER_SILENT, 0))),
                _ -> {});
    }

    private void forgetPaper() {
        held.ifPresent(now -> now.paper().wipe());
        held = Optional.empty();
    }

    /** The certificate is no longer shown. */
    void forgetShown() {
        forgetPaper();
    }

    void forget() {
        forgetPaper();
        names.clear();
    }
}
