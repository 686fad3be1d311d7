package banyan.kiosk.visit;

import banyan.cache.PageHandle;
import banyan.cache.PageStore;
import banyan.cache.VisitKey;
import banyan.device.Deadline;
import banyan.device.Fault;
import banyan.device.Outcome;
import banyan.device.SignaturePad;
import banyan.device.SignaturePad.Capture;
import banyan.device.SignaturePad.PenPoint;
import banyan.item.Step;
import banyan.kiosk.documents.Signature;
import banyan.kiosk.documents.SignatureJudge;
import banyan.kiosk.filing.InkSheet;
import banyan.kiosk.filing.SignedDocument;
import banyan.kiosk.filing.StrokeRecord;
import banyan.kiosk.log.Code;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import banyan.kiosk.visit.FilingPage.Signing.InkTrouble;
import banyan.kiosk.visit.FilingPage.Signing.PadState;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Does what the dialogue asks about signing: the document, the ink, and the evidence that binds the two. */
final class SigningHand {
    private static final Duration PAD = Duration.ofSeconds(3);

    /** Width by height of the writing field on the screen. */
    static final double SCREEN_ASPECT = 3;

    private final Session session;
    private final Documents documents;
    private final InkSheet ink = new InkSheet(SCREEN_ASPECT);
    private Optional<Capture> capture = Optional.empty();
    private Optional<Pen> pen = Optional.empty();
    private Optional<Shown> shown = Optional.empty();

    /** What is shown to be signed: the documents of one step, with the moment that stands on them. */
    record Shown(List<String> templates, List<DrawnPaper> papers, LocalDateTime at) {
        int pages() {
            return papers.stream().mapToInt(DrawnPaper::pages).sum();
        }

        /** The document on which this page, counted over all, lies; and its page there. */
        Leaf leaf(int page) {
            int left = page;
            for (DrawnPaper paper : papers) {
                if (left < paper.pages()) {
                    return new Leaf(paper, left);
                }
                left -= paper.pages();
            }
            return new Leaf(papers.getLast(), papers.getLast().pages() - 1);
        }
    }

    record Leaf(DrawnPaper paper, int page) {}

    SigningHand(Session session, Documents documents) {
        this.session = session;
        this.documents = documents;
    }

    Optional<Shown> shown() {
        return shown;
    }

    InkSheet ink() {
        return ink;
    }

    private static List<String> templates(Plan plan, Session session, int stage) {
        return session.offerOf(plan).item().steps().get(stage) instanceof Step.Sign(var codes) ? codes : List.of();
    }

    void draw(Plan plan, int stage) {
        forgetShown();
        clear();
        LocalDateTime at = session.clock().now().truncatedTo(ChronoUnit.MINUTES);
        List<String> codes = templates(plan, session, stage);
        var fillings = codes.stream()
                .map(code -> documents.toSign(plan, code, at, session.language(), Optional.empty()))
                .toList();
        session.away(
                session.equipment().work(),
                () -> fillings.stream().map(documents::show).toList(),
                drawn -> {
                    if (drawn.isEmpty() || drawn.stream().anyMatch(Optional::isEmpty)) {
                        session.log(Event.of(EventKind.NAME_NOT_PRINTABLE).with(Key.COUNT, 1));
                        session.tell(new VisitEvent.PageNotKept(PaperPage.TroubleKind.NAME_NOT_PRINTABLE));
                        return;
                    }
                    shown = Optional.of(new Shown(
                            codes, drawn.stream().map(Optional::orElseThrow).toList(), at));
                    session.tell(new VisitEvent.DocumentDrawn(shown.get().pages()));
                },
                late -> late.forEach(paper -> paper.ifPresent(DrawnPaper::wipe)));
    }

    void usePad() {
        Optional<SignaturePad> pad =
                session.equipment().pad().filter(there -> there.state().usable());
        if (pad.isEmpty()) {
            session.tell(new VisitEvent.InkFrom(PadState.SCREEN));
            return;
        }
        Pen mine = new Pen(session.teller());
        session.away(
                session.equipment().threads(),
                () -> pad.get().capture(mine, Deadline.in(PAD)),
                begun -> {
                    switch (begun) {
                        case Outcome.Done<Capture>(var running) -> {
                            // Whoever has begun to write on the screen goes on there.
                            if (capture.isEmpty() && !ink.strokes().isEmpty()) {
                                close(begun);
                                return;
                            }
                            leavePad();
                            capture = Optional.of(running);
                            pen = Optional.of(mine);
                            ink.clear(running.aspect());
                            session.tell(new VisitEvent.InkFrom(PadState.PAD));
                        }
                        case Outcome.Failed<Capture> _ -> session.tell(new VisitEvent.InkFrom(PadState.SCREEN));
                    }
                },
                SigningHand::close);
    }

    /** The pad's pen, from the device's thread. */
    private final class Pen implements SignaturePad.InkListener {
        private final java.util.function.Consumer<VisitEvent> tell;

        Pen(java.util.function.Consumer<VisitEvent> tell) {
            this.tell = tell;
        }

        @Override
        public void point(PenPoint point) {
            session.mailbox().put(() -> {
                if (capture.isPresent()) {
                    ink.add(point.x(), point.y(), point.pressure(), point.touching(), point.nanos());
                }
            });
            session.mailbox().glimpse();
        }

        @Override
        public void stopped(Fault fault) {
            session.mailbox().put(() -> padStopped(this));
            tell.accept(new VisitEvent.InkFrom(PadState.SCREEN));
        }
    }

    /** Half a name from the pad and half from the screen would be nobody's signature: it is written anew. */
    private void padStopped(Pen which) {
        if (pen.filter(one -> one == which).isPresent()) {
            leavePad();
            clear();
        }
    }

    private static void close(Outcome<Capture> begun) {
        if (begun instanceof Outcome.Done<Capture>(var running)) {
            running.close();
        }
    }

    void leavePad() {
        Optional<Capture> was = capture;
        capture = Optional.empty();
        pen = Optional.empty();
        was.ifPresent(running -> session.equipment().threads().execute(running::close));
    }

    void touch(Wish.Touched touch) {
        ink.add(
                touch.x(),
                touch.y(),
                touch.pressure(),
                touch.touching(),
                session.clock().nanos());
        session.mailbox().glimpse();
    }

    void clear() {
        ink.clear(capture.map(Capture::aspect).orElse(SCREEN_ASPECT));
        capture.ifPresent(running -> session.equipment().threads().execute(running::clear));
        session.changed();
    }

    void judge() {
        switch (SignatureJudge.judge(ink.signature())) {
            case SIGNED -> session.tell(new VisitEvent.InkGood());
            case EMPTY -> poor(InkTrouble.EMPTY);
            case TAP_ONLY -> poor(InkTrouble.TAP_ONLY);
            case TOO_SHORT -> poor(InkTrouble.TOO_SHORT);
        }
    }

    private void poor(InkTrouble why) {
        session.log(Event.of(EventKind.SIGNATURE_REFUSED).with(Key.FAULT, why));
        session.tell(new VisitEvent.InkPoor(why));
    }

    /** One signature covers every document of the step. */
    void sign(Plan plan, int stage) {
        if (shown.isEmpty()) {
            session.tell(new VisitEvent.DocumentDrawn(1));
            return;
        }
        Shown signed = shown.get();
        Signature signature = ink.signature();
        var language = session.language();
        var fillings = signed.templates().stream()
                .map(code -> documents.toSign(plan, code, signed.at(), language, Optional.of(signature.ink())))
                .toList();
        PageStore store = session.pages();
        VisitKey key = session.key();
        session.away(
                session.equipment().work(),
                () -> fillings.stream().map(documents::draw).toList(),
                drawn -> {
                    var evidence = new ArrayList<Evidence>();
                    for (int at = 0; at < drawn.size(); at++) {
                        var paper = signed.papers().get(at).paper();
                        if (drawn.get(at).isEmpty()) {
                            session.tell(new VisitEvent.PageNotKept(PaperPage.TroubleKind.NAME_NOT_PRINTABLE));
                            return;
                        }
                        evidence.add(new Evidence(
                                signed.templates().get(at),
                                paper.pdf().clone(),
                                drawn.get(at).get().pdf(),
                                StrokeRecord.json(paper.hash(), signature)));
                    }
                    session.away(
                            session.equipment().disk(),
                            () -> evidence.stream()
                                    .map(one -> one.keep(store, key))
                                    .toList(),
                            kept -> kept(plan, signed, language, evidence, kept),
                            _ -> {});
                },
                _ -> {});
    }

    /** The three papers of a signed document: as it was shown, with the ink, and the strokes. */
    private record Evidence(String template, byte[] shown, byte[] withInk, byte[] strokes) {
        List<PageStore.Put> keep(PageStore store, VisitKey key) {
            return List.of(
                    Keeping.put(store, key, shown), Keeping.put(store, key, withInk), Keeping.put(store, key, strokes));
        }
    }

    private void kept(
            Plan plan,
            Shown signed,
            banyan.item.Language language,
            List<Evidence> evidence,
            List<List<PageStore.Put>> kept) {
        for (int at = 0; at < kept.size(); at++) {
            var handles = new ArrayList<PageHandle>();
            for (PageStore.Put put : kept.get(at)) {
                switch (put) {
                    case PageStore.Put.Stored(var handle) -> handles.add(handle);
                    case PageStore.Put.Full _ -> {
                        session.tell(new VisitEvent.PageNotKept(PaperPage.TroubleKind.STORE_FULL));
                        return;
                    }
                    case PageStore.Put.Failed _ -> {
                        session.tell(new VisitEvent.PageNotKept(PaperPage.TroubleKind.STORE_BROKEN));
                        return;
                    }
                }
            }
            String template = evidence.get(at).template();
            var document = new SignedDocument(
                    template,
                    language,
                    signed.at(),
                    signed.papers().get(at).paper().hash(),
                    handles);
            dropEarlier(plan, template);
            session.draft(session.draft().with(session.filing(plan).signing(document)));
            session.log(Event.of(EventKind.SIGNED).with(Key.ITEM, new Code(plan.item())));
        }
        ink.wipe();
        forgetShown();
        session.tell(new VisitEvent.Signed());
    }

    private void dropEarlier(Plan plan, String template) {
        var earlier = session.filing(plan).signed().get(template);
        if (earlier != null) {
            PageStore store = session.pages();
            session.equipment().disk().execute(() -> earlier.papers().forEach(store::drop));
        }
    }

    /** What was changed may have changed what was signed: the document is drawn again as it was, and compared. */
    void check(Plan plan, int stage) {
        var filing = session.filing(plan);
        List<String> codes = templates(plan, session, stage);
        if (!filing.signed().keySet().containsAll(codes)) {
            session.tell(new VisitEvent.SignatureStale());
            return;
        }
        var signed = codes.stream().map(code -> filing.signed().get(code)).toList();
        var fillings = signed.stream()
                .map(document -> documents.toSign(
                        plan, document.template(), document.at(), document.language(), Optional.empty()))
                .toList();
        session.away(
                session.equipment().work(),
                () -> {
                    for (int at = 0; at < signed.size(); at++) {
                        var again = documents.draw(fillings.get(at));
                        if (again.isEmpty()
                                || !again.get().hash().equals(signed.get(at).shown())) {
                            return false;
                        }
                    }
                    return true;
                },
                holds -> session.tell(holds ? new VisitEvent.SignatureHolds() : new VisitEvent.SignatureStale()),
                _ -> {});
    }

    private void forgetShown() {
        shown.ifPresent(was -> was.papers().forEach(DrawnPaper::wipe));
        shown = Optional.empty();
    }

    void forget() {
        leavePad();
        ink.wipe();
        forgetShown();
    }
}
