package banyan.kiosk.visit;

import banyan.acceptance.Certificate;
import banyan.acceptance.CertificateOrder;
import banyan.cache.Reply;
import banyan.item.Applicant;
import banyan.item.DocumentValues;
import banyan.item.Field;
import banyan.item.Filling;
import banyan.item.QueryAnswer;
import banyan.item.Step;
import banyan.item.Template;
import banyan.item.Values;
import banyan.kiosk.catalog.Offer;
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

/** Does what the dialogue asks about certificates: what is chosen, and the order; and about printing a guide. */
final class CertificateHand {
    private static final Duration ORDER = Duration.ofSeconds(10);

    private final Session session;
    private final Documents documents;
    private final PrintingHand printing;
    private final IssuedHand issued;
    /** Under which name an order was given: the same order again is the same certificate. */
    private final Map<CertificateOrder, UUID> names = new HashMap<>();

    /** A certificate, and what it was ordered by. */
    private final class Ordered implements Issued {
        private final Offer offer;
        private final Filing filing;
        private final Certificate certificate;
        private final CertificateOrder order;

        Ordered(Offer offer, Filing filing, Certificate certificate, CertificateOrder order) {
            this.offer = offer;
            this.filing = filing;
            this.certificate = certificate;
            this.order = order;
        }

        @Override
        public String item() {
            return offer.item().code();
        }

        @Override
        public Certificate certificate() {
            return certificate;
        }

        @Override
        public Optional<Filling> filling() {
            return fill(offer, filing, certificate);
        }

        @Override
        public boolean single() {
            return false;
        }

        /** Whoever wants another one gets another one: this number is on paper. */
        @Override
        public void used() {
            names.remove(order);
        }

        @Override
        public void declaredVoid() {
            names.remove(order);
        }
    }

    CertificateHand(Session session, Documents documents, PrintingHand printing, IssuedHand issued) {
        this.session = session;
        this.documents = documents;
        this.printing = printing;
        this.issued = issued;
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
        session.consent(name).ifPresent(issued::owe);
        session.away(
                () -> session.equipment().centre().certificate(name, order, ORDER),
                reply -> answered(offer, filing, order, reply));
    }

    private void answered(Offer offer, Filing filing, CertificateOrder order, Reply<Certificate> reply) {
        switch (reply) {
            case Reply.Answered<Certificate>(var certificate) -> {
                session.log(Event.of(EventKind.CERTIFICATE_ISSUED)
                        .with(Key.ITEM, new Code(offer.item().code())));
                issued.draw(new Ordered(offer, filing, certificate, order));
            }
            case Reply.Refused<Certificate> _ ->
                session.tell(new VisitEvent.CertificateFailed(PaperPage.TroubleKind.CENTRE_REFUSED));
            case Reply.Unreachable<Certificate> _ ->
                session.tell(new VisitEvent.CertificateFailed(PaperPage.TroubleKind.NETWORK_DOWN));
        }
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

    void forget() {
        names.clear();
    }
}
