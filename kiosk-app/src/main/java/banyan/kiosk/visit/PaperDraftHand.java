package banyan.kiosk.visit;

import banyan.acceptance.DraftCode;
import banyan.acceptance.PaperDraft;
import banyan.cache.Appended;
import banyan.cache.Note;
import banyan.item.DocumentValues;
import banyan.item.Filling;
import banyan.item.Template;
import banyan.item.Values;
import banyan.kiosk.catalog.Offer;
import banyan.kiosk.filing.Filing;
import banyan.kiosk.filing.TravellingDraft;
import banyan.kiosk.log.Code;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import banyan.kiosk.visit.KeepingPage.PaperState.Outlet;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps an unfinished form under a code that stands on its citizen's paper and nowhere else: durable first, then printed. Where the paper
 * is not surely out, what was kept is given up under its name, and nobody has the code that would open it.
 */
final class PaperDraftHand {
    private static final Duration ASK_AGAIN = Duration.ofSeconds(1);

    private final Session session;
    private final Documents documents;
    private final PrintingHand printing;
    private final Consumer<String> isOut;
    private Optional<Pending> pending = Optional.empty();
    private boolean kept;

    /** A draft whose paper is not out yet. */
    private record Pending(DraftCode code, Offer offer, LocalDateTime at) {
        @Override
        public String toString() {
            return "Pending[" + offer.item().code() + "]";
        }
    }

    /** @param isOut is told of the item whose paper the citizen has */
    PaperDraftHand(Session session, Documents documents, PrintingHand printing, Consumer<String> isOut) {
        this.session = session;
        this.documents = documents;
        this.printing = printing;
        this.isOut = isOut;
    }

    /** Whether there is a paper for it, and something that prints. */
    boolean can(String item) {
        return session.offer(item)
                        .flatMap(offer -> offer.item().template(Template.Purpose.DRAFT))
                        .isPresent()
                && printing.usable();
    }

    /** Whether a draft of this visit stays here, sealed, until the centre has it. */
    boolean kept() {
        return kept;
    }

    /** Keeps a request that was left at this place, and prints its code. */
    void print(Place.Filing at) {
        String item = at.plan().item();
        Optional<Filing> now = session.draft().filing(item);
        Optional<Offer> offer = session.offer(item);
        if (now.isEmpty() || offer.isEmpty()) {
            notKept("DRAFT-NOTHING");
            return;
        }
        byte[] content =
                TravellingDraft.bytes(now.get(), at.stage(), at instanceof Place.Form form ? form.group() : 0);
        if (content.length > DraftCode.MAX_CONTENT) {
            notKept("DRAFT-TOO-LARGE");
            return;
        }
        DraftCode code = DraftCode.random();
        String version = now.get().version();
        PaperDraft draft =
                new PaperDraft(item, version, code.seal(item, version, content), session.clock().instant());
        Arrays.fill(content, (byte) 0);
        Pending mine = new Pending(code, offer.get(), session.clock().now());
        pending = Optional.of(mine);
        append(mine, Note.of(code, draft));
    }

    private void append(Pending mine, Note note) {
        session.away(
                session.equipment().disk(),
                () -> session.equipment().outbox().append(note),
                answer -> {
                    if (!pending.equals(Optional.of(mine))) {
                        giveUp(mine.code());
                        return;
                    }
                    switch (answer) {
                        case Appended.Kept _ -> draw(mine);
                        case Appended.Full _ -> notKept("STORE-FULL");
                        case Appended.Failed _ -> notKept("STORE-BROKEN");
                        // Nobody can say: the same name again finds out, and is kept once.
                        case Appended.Unsure _ -> session.mailbox().alarm(ASK_AGAIN, () -> append(mine, note));
                    }
                },
                _ -> giveUp(mine.code()));
    }

    private void draw(Pending mine) {
        Values values = DocumentValues.of(mine.offer().item())
                .with(DocumentValues.terminal(
                        session.equipment().site().terminal(),
                        session.equipment().site().hall()))
                .with(DocumentValues.at(session.clock().now()))
                .with(DocumentValues.draft(
                        mine.code().letters(),
                        mine.code().inQr(Optional.of(session.equipment().site().centre().toString())),
                        mine.at()));
        Filling filling =
                Documents.fill(mine.offer().item().template(Template.Purpose.DRAFT), values, session.language());
        Runnable cannotSet = () -> {
            giveUp(mine.code());
            notKept("DRAFT-NOT-DRAWN");
        };
        if (printing.forReceipt() == Outlet.ROLL) {
            documents.onRoll(filling).ifPresentOrElse(printing::print, cannotSet);
            return;
        }
        session.away(
                session.equipment().work(),
                () -> documents.draw(filling),
                drawn -> {
                    if (pending.equals(Optional.of(mine))) {
                        drawn.ifPresentOrElse(paper -> printing.print("draft", paper, _ -> {}), cannotSet);
                    }
                },
                _ -> {});
    }

    /** There is nothing, or nothing any more, that would have to be given up when the page says so. */
    private void notKept(String code) {
        pending = Optional.empty();
        session.log(Event.of(EventKind.DRAFT_NOT_ON_PAPER).with(Key.FAULT, new Code(code)));
        session.tell(new VisitEvent.DraftNotKept());
    }

    /** The citizen has it. */
    void out() {
        pending.ifPresent(mine -> {
            kept = true;
            session.log(Event.of(EventKind.DRAFT_ON_PAPER)
                    .with(Key.ITEM, new Code(mine.offer().item().code())));
            isOut.accept(mine.offer().item().code());
        });
        pending = Optional.empty();
    }

    /** Nothing is under the code any more. */
    void abandon() {
        pending.ifPresent(mine -> {
            session.log(Event.of(EventKind.DRAFT_NOT_ON_PAPER).with(Key.FAULT, new Code("PAPER-NOT-OUT")));
            giveUp(mine.code());
        });
        pending = Optional.empty();
    }

    /** What cannot be noted stays sealed at the centre until its time is over, and nobody can open it. */
    private void giveUp(DraftCode code) {
        Note used = Note.paperDraftUsed(code.name());
        session.equipment().disk().execute(() -> {
            Appended _ = session.equipment().outbox().append(used);
        });
    }

    void forget() {
        abandon();
        kept = false;
    }
}
