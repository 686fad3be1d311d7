package banyan.kiosk.visit;

import banyan.acceptance.CaseProof;
import banyan.acceptance.Receipt;
import banyan.acceptance.SubmissionId;
import banyan.cache.Appended;
import banyan.cache.Cleared;
import banyan.cache.Delivery;
import banyan.cache.DraftRefuge;
import banyan.cache.Note;
import banyan.cache.PageStore;
import banyan.cache.Sealed;
import banyan.cache.VisitKey;
import banyan.item.Applicant;
import banyan.item.DocumentValues;
import banyan.item.DocumentValues.How;
import banyan.item.DocumentValues.PaperLine;
import banyan.item.FieldKind;
import banyan.item.Values;
import banyan.kiosk.catalog.Offer;
import banyan.kiosk.filing.Checklist;
import banyan.kiosk.filing.Filing;
import banyan.kiosk.filing.Filing.Name;
import banyan.kiosk.filing.FormDesk;
import banyan.kiosk.filing.SavedDraft;
import banyan.kiosk.filing.Sealing;
import banyan.kiosk.filing.Supplementing;
import banyan.kiosk.log.Code;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Does what the dialogue asks from 确认提交 on: name, seal, keep and bring to the centre. */
final class SubmissionHand {
    private static final Duration LATER = Duration.ofSeconds(60);
    private static final Duration ASK_AGAIN = Duration.ofSeconds(1);

    private final Session session;
    private final Documents documents;
    private final RatingHand rating;
    private final DecisionHand decision;
    private Optional<Case> latest = Optional.empty();
    private Optional<Sealed> sealed = Optional.empty();
    private boolean refused;

    /**
     * A submission that is durable here.
     *
     * @param values what its papers can name, but for the moment and the receipt
     * @param inCabinet codes of the materials whose originals go into the cabinet
     * @param proof by what its citizen is entitled to a case; only where this is what was asked for in one
     */
    record Case(
            Offer offer,
            SubmissionId id,
            String number,
            LocalDateTime at,
            Values values,
            List<String> inCabinet,
            Optional<String> phone,
            long keptNanos,
            Optional<Receipt> receipt,
            Optional<CaseProof> proof) {
        Case with(Receipt held) {
            return new Case(offer, id, number, at, values, inCabinet, phone, keptNanos, Optional.of(held), proof);
        }

        /** Whether it is what was asked for in a case. */
        boolean supplement() {
            return proof.isPresent();
        }

        /** The lookup code of the case: a supplement's receipt has none, but its citizen came with the first one's. */
        Optional<String> lookupCode() {
            return receipt.flatMap(Receipt::lookupCode).or(() -> proof.flatMap(CaseProof::code));
        }

        @Override
        public String toString() {
            return "Case[" + offer.item().code() + "]";
        }
    }

    /**
     * @param rating what was thought of an earlier case is not said of the next
     * @param decision hears what the rules of the latest case come to
     */
    SubmissionHand(Session session, Documents documents, RatingHand rating, DecisionHand decision) {
        this.session = session;
        this.documents = documents;
        this.rating = rating;
        this.decision = decision;
    }

    Optional<Case> latest() {
        return latest;
    }

    /** What the seal needs of the visit, taken over once so that the disk's thread touches nothing else. */
    private record Request(
            Offer offer,
            Optional<Supplementing> asked,
            FormDesk desk,
            Applicant applicant,
            Filing filing,
            int stage,
            VisitKey key,
            PageStore pages) {}

    void seal(Plan plan, int stage) {
        if (sealed.isPresent()) {
            session.tell(new VisitEvent.Sealed());
            append(plan, sealed.get(), session.filing(plan));
            return;
        }
        Offer offer = session.offerOf(plan);
        Request request = new Request(
                offer,
                session.supplementing(plan.item()),
                session.desk(offer),
                session.applicant().orElseThrow(() -> new IllegalStateException("nobody was identified")),
                session.filing(plan),
                stage,
                session.key(),
                session.pages());
        Instant now = session.clock().instant();
        session.away(
                session.equipment().disk(),
                () -> named(request, now),
                named -> {
                    if (named.isEmpty()) {
                        session.tell(new VisitEvent.NotAppended(PaperPage.TroubleKind.STORE_BROKEN));
                        return;
                    }
                    session.draft(session.draft().with(named.get()));
                    sealed = Optional.of(sealed(request, named.get(), now));
                    session.tell(new VisitEvent.Sealed());
                    append(plan, sealed.get(), named.get());
                },
                _ -> {});
    }

    /**
     * Gives the request its name for ever and saves the draft with it. Only a draft that knows the name may still be there once
     * the journal has the submission: a draft that could not be saved so is destroyed instead. Empty if neither was possible.
     */
    private Optional<Filing> named(Request request, Instant now) {
        Filing named = request.filing().name().isPresent()
                ? request.filing()
                : request.filing()
                        .named(new Name(
                                SubmissionId.random(),
                                session.equipment().outbox().newNumber()));
        byte[] draft = SavedDraft.bytes(named, request.stage(), 0, now);
        char[] card = request.applicant().number().toCharArray();
        DraftRefuge refuge = session.equipment().refuge();
        return switch (refuge.save(draft, request.key(), card, now.plus(DraftRefuge.LONGEST))) {
            case DraftRefuge.Saved.Safe _ -> Optional.of(named);
            case DraftRefuge.Saved.Full _, DraftRefuge.Saved.Failed _ ->
                refuge.destroy(request.key()) instanceof Cleared.Gone ? Optional.of(named) : Optional.empty();
        };
    }

    private Sealed sealed(Request request, Filing named, Instant now) {
        Name name = named.name().orElseThrow(() -> new IllegalStateException("the request has no name"));
        Sealing.Seal seal = new Sealing.Seal(
                session.equipment().site().terminal(),
                session.language(),
                now,
                session.equipment().outbox().slipCode(name.number()));
        return request.asked()
                .map(asked -> Sealing.seal(asked, request.desk(), named, name, seal))
                .orElseGet(() -> Sealing.seal(
                        request.offer(), request.desk(), request.applicant(), named, name, seal));
    }

    private void append(Plan plan, Sealed submission, Filing filing) {
        PageStore pages = session.pages();
        Offer offer = session.offerOf(plan);
        Optional<Note> consent = session.consent(submission.id().value());
        session.away(
                session.equipment().disk(),
                () -> keep(session.equipment().outbox(), consent, submission, pages),
                answer -> {
                    switch (answer) {
                        case Appended.Kept kept -> kept(offer, submission, filing, kept);
                        case Appended.Full _ -> notKept(PaperPage.TroubleKind.STORE_FULL);
                        case Appended.Failed _ -> notKept(PaperPage.TroubleKind.STORE_BROKEN);
                        // Nobody can say: the same id again finds out, and is kept once.
                        case Appended.Unsure _ ->
                            session.mailbox().alarm(ASK_AGAIN, () -> append(plan, submission, filing));
                    }
                },
                _ -> {});
    }

    /** The consent first: no request is kept without the consent from which it came. */
    private static Appended keep(Outbox outbox, Optional<Note> consent, Sealed submission, PageStore pages) {
        Optional<Appended> unkept =
                consent.<Appended>map(outbox::append).filter(answer -> !(answer instanceof Appended.Kept));
        return unkept.orElseGet(() -> outbox.append(submission, pages));
    }

    private void notKept(PaperPage.TroubleKind why) {
        // Nothing of it is kept: what is sealed next may be something else, under the same name.
        sealed = Optional.empty();
        session.log(Event.of(EventKind.JOURNAL_TROUBLE).with(Key.FAULT, why));
        session.tell(new VisitEvent.NotAppended(why));
    }

    private void kept(Offer offer, Sealed submission, Filing filing, Appended.Kept kept) {
        LocalDateTime at = LocalDateTime.ofInstant(kept.at(), session.clock().zone());
        Values values = documents.values(offer, filing, at).with(DocumentValues.papers(papers(offer, filing)));
        refused = false;
        latest = Optional.of(new Case(
                offer,
                submission.id(),
                kept.number(),
                session.clock().now(),
                values,
                Checklist.of(offer, filing).inCabinet(),
                phone(offer, filing),
                session.clock().nanos(),
                Optional.empty(),
                session.supplementing(offer.item().code()).map(Supplementing::proof)));
        sealed = Optional.empty();
        rating.forget();
        decision.forget();
        session.log(Event.of(EventKind.SUBMISSION_KEPT)
                .with(Key.ITEM, new Code(offer.item().code())));
        if (!latest.get().inCabinet().isEmpty()) {
            session.tell(new VisitEvent.OriginalsWait());
        }
        session.tell(new VisitEvent.Appended());
        deliver(submission.id(), Patience.NO_RECEIPT);
    }

    private static Optional<String> phone(Offer offer, Filing filing) {
        return offer.item()
                .fields()
                .filter(field -> field.kind() instanceof FieldKind.Phone)
                .flatMap(field -> Optional.ofNullable(filing.answers().get(field.code())).stream())
                .map(answer -> answer.value())
                .findFirst();
    }

    /** The papers as the receipt lists them. */
    private static List<PaperLine> papers(Offer offer, Filing filing) {
        var lines = new ArrayList<PaperLine>();
        for (var line : Checklist.of(offer, filing).lines()) {
            switch (line.way()) {
                case CARD -> lines.add(new PaperLine(line.material().title(), How.ID_CARD, Optional.empty()));
                case HELD -> lines.add(new PaperLine(line.material().title(), How.HELD, Optional.empty()));
                case DEPARTMENT ->
                    lines.add(new PaperLine(line.material().title(), How.DEPARTMENT_LOOKS, Optional.empty()));
                case SCAN -> {
                    if (line.inCabinet()) {
                        lines.add(new PaperLine(line.material().title(), How.CABINET, Optional.empty()));
                    } else if (line.pages() > 0) {
                        lines.add(new PaperLine(line.material().title(), How.SCANNED, Optional.of(line.pages())));
                    }
                }
            }
        }
        for (String document : Sealing.documents(offer)) {
            offer.item()
                    .template(document)
                    .filter(_ -> filing.signed().containsKey(document))
                    .ifPresent(template -> lines.add(new PaperLine(template.title(), How.SIGNED, Optional.empty())));
        }
        return lines;
    }

    /** Follows the delivery as long as the citizen is here; the sending itself goes on without anybody. */
    private void deliver(SubmissionId id, Duration deadline) {
        var tell = session.teller();
        session.away(
                session.equipment().threads(),
                () -> session.equipment().outbox().deliver(id, deadline, step -> {
                    if (step instanceof Delivery.PapersHeld held && held.all()) {
                        tell.accept(new VisitEvent.PapersAtCentre());
                    }
                }),
                end -> delivered(id, end),
                this::afterwards);
    }

    /** The citizen went before it ended; the staff's log has the end all the same. */
    private void afterwards(Delivery.End end) {
        if (!(end instanceof Delivery.StillHere)) {
            session.log(LateEnd.event(end));
        }
    }

    private void deliverAgain(SubmissionId id) {
        if (latest.map(Case::id).equals(Optional.of(id))) {
            deliver(id, LATER);
        }
    }

    private void delivered(SubmissionId id, Delivery.End end) {
        Optional<Case> mine = latest.filter(one -> one.id().equals(id));
        if (mine.isEmpty()) {
            session.log(LateEnd.event(end));
            return;
        }
        Code item = new Code(mine.get().offer().item().code());
        switch (end) {
            case Delivery.Received(var receipt) -> {
                latest = Optional.of(mine.get().with(receipt));
                session.log(Event.of(EventKind.SUBMISSION_RECEIVED)
                        .with(Key.ITEM, item)
                        .with(Key.MILLIS, (session.clock().nanos() - mine.get().keptNanos()) / 1_000_000));
                decision.begin(latest.get());
                session.tell(new VisitEvent.ReceiptHeld());
            }
            case Delivery.Refused(var code) -> {
                refused = true;
                session.log(Event.of(EventKind.SUBMISSION_REFUSED)
                        .with(Key.ITEM, item)
                        .with(Key.FAULT, new Code(code)));
                session.tell(new VisitEvent.CentreRefused());
            }
            case Delivery.StillHere _ -> {
                session.log(Event.of(EventKind.SUBMISSION_UNANSWERED).with(Key.ITEM, item));
                session.mailbox().alarm(ASK_AGAIN, () -> deliverAgain(id));
            }
        }
    }

    /** The draft has become a submission: its copy for crashes and its small pictures go. */
    void forgetFiling(String item) {
        session.draft().filing(item).ifPresent(Filing::wipePictures);
        session.draft(session.draft().without(item));
        VisitKey key = session.key();
        session.equipment().disk().execute(() -> {
            if (session.equipment().refuge().destroy(key) instanceof Cleared.Left left) {
                session.log(Event.of(EventKind.WIPE_FAILED).with(Key.PLACE, left.part()));
            }
        });
    }

    /** Whether the centre has said that it does not take the latest case as it is. */
    boolean refused() {
        return refused;
    }

    void forget() {
        refused = false;
        latest = Optional.empty();
        sealed = Optional.empty();
    }
}
