package banyan.kiosk.visit;

import banyan.acceptance.DraftCode;
import banyan.acceptance.PaperDraft;
import banyan.acceptance.Refusal;
import banyan.cache.Reply;
import banyan.kiosk.filing.TravellingDraft;
import banyan.kiosk.log.Code;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import banyan.kiosk.visit.ProgressPage.AskProgress.Flaw;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Asks the centre for the draft of a code that was held before this terminal, and opens it here, in memory alone. */
final class DraftCodeHand {
    private static final Duration ASKING = Duration.ofSeconds(8);

    private final Session session;
    private final AccountHand account;

    DraftCodeHand(Session session, AccountHand account) {
        this.session = session;
        this.account = account;
    }

    void open(DraftCode code) {
        PaperDraft.Query query = new PaperDraft.Query(code.lookup());
        session.away(() -> session.equipment().centre().paperDraft(query, ASKING), reply -> {
            switch (reply) {
                case Reply.Answered<PaperDraft.Found>(var found) -> found(code, found);
                case Reply.Refused<PaperDraft.Found>(_, var why, _) -> not(flaw(why), why);
                case Reply.Unreachable<PaperDraft.Found>(var why) -> not(Flaw.OFFLINE, why);
            }
        });
    }

    private void found(DraftCode code, PaperDraft.Found found) {
        Optional<TravellingDraft> draft =
                code.open(found.item(), found.version(), found.sealed()).flatMap(DraftCodeHand::read);
        boolean here = session.offer(found.item())
                .filter(offer -> offer.item().version().equals(found.version()))
                .isPresent();
        boolean itsOwn = draft.filter(one -> one.item().equals(found.item()) && one.version().equals(found.version()))
                .isPresent();
        if (!here || !itsOwn) {
            not(Flaw.DRAFT_NOT_HERE, here ? "DRAFT-NOT-OPENED" : "DRAFT-OTHER-VERSION");
            return;
        }
        // Only the first was written by a terminal, and signed for; what came after, whoever had the paper.
        TravellingDraft opened = found.revision() == 1 ? draft.get() : draft.get().unproven();
        account.opened(code.name(), opened, found.until());
        session.log(Event.of(EventKind.DRAFT_FOUND).with(Key.ITEM, new Code(found.item())));
        session.tell(new VisitEvent.DraftHere());
    }

    private static Optional<TravellingDraft> read(byte[] content) {
        Optional<TravellingDraft> read = TravellingDraft.read(content);
        Arrays.fill(content, (byte) 0);
        return read;
    }

    private static Flaw flaw(String refusal) {
        return switch (Refusal.ofCode(refusal).orElse(Refusal.CENTRE_FAULT)) {
            case DRAFT_UNKNOWN -> Flaw.DRAFT_UNKNOWN;
            case DRAFT_USED -> Flaw.DRAFT_USED;
            case DRAFT_EXPIRED -> Flaw.DRAFT_EXPIRED;
            case PROGRESS_TOO_MANY_TRIES -> Flaw.TOO_MANY;
            default -> Flaw.OFFLINE;
        };
    }

    private void not(Flaw why, String code) {
        session.log(Event.of(EventKind.PROGRESS_NOT_FOUND).with(Key.FAULT, new Code(code)));
        session.tell(new VisitEvent.NoProgress(why));
    }
}
