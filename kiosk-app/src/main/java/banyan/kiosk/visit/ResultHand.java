package banyan.kiosk.visit;

import banyan.acceptance.Certificate;
import banyan.acceptance.Progress;
import banyan.acceptance.Refusal;
import banyan.acceptance.ResultOrder;
import banyan.cache.Reply;
import banyan.item.Applicant;
import banyan.item.DocumentValues;
import banyan.item.Filling;
import banyan.item.Template;
import banyan.item.Values;
import banyan.kiosk.catalog.Offer;
import banyan.kiosk.filing.Filing;
import banyan.kiosk.log.Code;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Orders the document of a decided case for the citizen whose card was read, under a name that this terminal finds again after a power cut. */
final class ResultHand {
    private static final Duration ORDER = Duration.ofSeconds(8);
    private static final Duration VOID = Duration.ofSeconds(4);

    /** So many of one case have come out badly at one terminal: then somebody has to look. */
    private static final int MOST = 20;

    private final Session session;
    private final Documents documents;
    private final IssuedHand issued;
    private Optional<Decided> mine = Optional.empty();

    /** Under these names nothing holds any more; the centre is told before it is asked for another. */
    private final Set<UUID> declaredVoid = new HashSet<>();

    /** The case whose document is wanted. */
    private record Decided(String number, Offer offer) {
        @Override
        public String toString() {
            return "Decided[" + offer.item().code() + "]";
        }
    }

    /** What the centre said, and under which name it was asked. */
    private record Heard(UUID name, Reply<Certificate> reply) {}

    ResultHand(Session session, Documents documents, IssuedHand issued) {
        this.session = session;
        this.documents = documents;
        this.issued = issued;
    }

    /** Whether this terminal knows how the document of such an item is printed. */
    static boolean prints(Offer offer) {
        return offer.item().template(Template.Purpose.RESULT).isPresent();
    }

    /** The document of this case is wanted. */
    void collect(Optional<Progress> progress, boolean nameFits) {
        mine = progress.flatMap(there ->
                session.offer(there.item()).filter(ResultHand::prints).map(offer -> new Decided(there.number(), offer)));
        mine.ifPresentOrElse(
                one -> session.tell(new VisitEvent.Collects(Plans.ofResult(one.offer()), nameFits)),
                () -> failed(PaperPage.TroubleKind.CENTRE_REFUSED, "CASE-NOT-KNOWN"));
    }

    void query() {
        Optional<Applicant> applicant = session.applicant();
        if (mine.isEmpty() || applicant.isEmpty()) {
            failed(PaperPage.TroubleKind.CENTRE_REFUSED, "CASE-NOT-KNOWN");
            return;
        }
        Decided one = mine.get();
        ResultOrder order = new ResultOrder(one.number(), applicant.get().number());
        Set<UUID> before = Set.copyOf(declaredVoid);
        session.away(() -> order(order, before), heard -> answered(one, heard));
    }

    /** What did not hold is void at the centre before another is asked for, or the other would be refused. */
    private Heard order(ResultOrder order, Set<UUID> before) {
        CentreDesk centre = session.equipment().centre();
        UUID first = name(order.number(), 0);
        if (!before.stream().allMatch(name -> centre.declareVoid(name, VOID))) {
            return new Heard(first, new Reply.Unreachable<>("VOID-NOT-TOLD"));
        }
        Heard heard = new Heard(first, new Reply.Refused<>(409, Refusal.CERTIFICATE_VOID.code(), Optional.empty()));
        for (int which = 0; which < MOST && isVoid(heard.reply()); which++) {
            UUID name = name(order.number(), which);
            if (!before.contains(name)) {
                heard = new Heard(name, centre.result(name, order, ORDER));
            }
        }
        return heard;
    }

    private static boolean isVoid(Reply<Certificate> reply) {
        return reply instanceof Reply.Refused<Certificate>(_, var why, _) && why.equals(Refusal.CERTIFICATE_VOID.code());
    }

    /** The same for the same case as long as the one before holds: whoever asks again, also after a power cut, gets the same document. */
    private UUID name(String number, int which) {
        String said = "result " + session.equipment().site().terminal() + " " + number + " " + which;
        return UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8));
    }

    private void answered(Decided one, Heard heard) {
        switch (heard.reply()) {
            case Reply.Answered<Certificate>(var certificate) -> {
                session.log(Event.of(EventKind.RESULT_ISSUED)
                        .with(Key.ITEM, new Code(one.offer().item().code())));
                issued.draw(new Document(one, certificate));
            }
            case Reply.Refused<Certificate>(_, var why, _) -> failed(
                    why.equals(Refusal.RESULT_TAKEN.code()) || why.equals(Refusal.CERTIFICATE_VOID.code())
                            ? PaperPage.TroubleKind.RESULT_TAKEN
                            : PaperPage.TroubleKind.CENTRE_REFUSED,
                    why);
            case Reply.Unreachable<Certificate>(var why) -> failed(PaperPage.TroubleKind.NETWORK_DOWN, why);
        }
    }

    private void failed(PaperPage.TroubleKind kind, String code) {
        session.log(Event.of(EventKind.RESULT_NOT_ISSUED).with(Key.FAULT, new Code(code)));
        session.tell(new VisitEvent.CertificateFailed(kind));
    }

    /** The document of a case. */
    private final class Document implements Issued {
        private final Decided decided;
        private final Certificate certificate;

        Document(Decided decided, Certificate certificate) {
            this.decided = decided;
            this.certificate = certificate;
        }

        @Override
        public String item() {
            return decided.offer().item().code();
        }

        @Override
        public Certificate certificate() {
            return certificate;
        }

        @Override
        public boolean single() {
            return true;
        }

        @Override
        public void used() {
            // Its name is its case's: until it is void there is no other.
        }

        @Override
        public void declaredVoid() {
            declaredVoid.add(certificate.request());
        }

        @Override
        public Optional<Filling> filling() {
            Offer offer = decided.offer();
            LocalDateTime at = LocalDateTime.ofInstant(certificate.issuedAt(), session.clock().zone());
            String url = session.equipment().site().centre().resolve(certificate.verifyPath()).toString();
            Filing blank = Filing.blank(item(), offer.item().version());
            return decision(decided.number(), certificate).map(decision -> {
                Values values = documents
                        .values(offer, blank, at)
                        .with(DocumentValues.certificate(certificate.number(), certificate.verificationCode(), url, at))
                        .with(decision);
                return Documents.fill(offer.item().template(Template.Purpose.RESULT), values, session.language());
            });
        }
    }

    /** Nothing is printed from an answer that is not wholly understood, or is about another case. */
    private static Optional<Values> decision(String number, Certificate certificate) {
        var said = certificate.values();
        String outcome = said.getOrDefault("outcome", "");
        Optional<DocumentValues.Decided> how = Stream.of(DocumentValues.Decided.values())
                .filter(one -> one.name().equals(outcome))
                .findFirst();
        Optional<LocalDate> on = day(said.getOrDefault("decidedOn", ""));
        String office = said.getOrDefault("office", "");
        if (how.isEmpty() || on.isEmpty() || office.isBlank() || !number.equals(said.get("case"))) {
            return Optional.empty();
        }
        return Optional.of(DocumentValues.decision(
                number,
                how.get(),
                on.get(),
                office,
                said.getOrDefault("grounds", ""),
                said.getOrDefault("words", ""),
                Optional.ofNullable(said.get("rules"))));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException no) {
            return Optional.empty();
        }
    }

    void forget() {
        mine = Optional.empty();
        declaredVoid.clear();
    }
}
