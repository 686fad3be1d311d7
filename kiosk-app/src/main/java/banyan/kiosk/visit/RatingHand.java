package banyan.kiosk.visit;

import banyan.cache.Appended;
import banyan.cache.Note;
import banyan.kiosk.log.Code;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import banyan.kiosk.rating.Opinion;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Takes what the citizen thinks of the latest case, and has it kept for sending. */
final class RatingHand {
    private static final Duration ASK_AGAIN = Duration.ofSeconds(1);

    private final Session session;
    private final Supplier<Optional<SubmissionHand.Case>> latest;
    private Opinion opinion = Opinion.NONE;

    RatingHand(Session session, Supplier<Optional<SubmissionHand.Case>> latest) {
        this.session = session;
        this.latest = latest;
    }

    Opinion opinion() {
        return opinion;
    }

    void noteReason(String code, boolean on) {
        opinion = opinion.with(code, on);
        session.changed();
    }

    void sendEvaluation(int level) {
        Optional<SubmissionHand.Case> mine = latest.get().filter(one -> one.receipt().isPresent());
        if (mine.isEmpty()) {
            session.tell(new VisitEvent.EvaluationKept(false));
            return;
        }
        var evaluation = opinion.evaluation(
                level, session.clock().instant(), mine.get().phone(), mine.get().receipt().orElseThrow().lookupCode());
        keepEvaluation(level, Note.of(mine.get().id().value(), evaluation));
    }

    /** Also when the citizen has left meanwhile. */
    private void keepEvaluation(int level, Note note) {
        session.away(
                session.equipment().disk(),
                () -> session.equipment().outbox().append(note),
                answer -> {
                    // Nobody can say: the same note again finds out, and is kept once.
                    if (answer instanceof Appended.Unsure) {
                        session.mailbox().alarm(ASK_AGAIN, () -> keepEvaluation(level, note));
                    } else {
                        session.tell(new VisitEvent.EvaluationKept(evaluationKept(level, answer)));
                    }
                },
                answer -> evaluationKept(level, answer));
    }

    private boolean evaluationKept(int level, Appended answer) {
        boolean kept = answer instanceof Appended.Kept;
        session.log(
                kept
                        ? Event.of(EventKind.RATED).with(Key.COUNT, level)
                        : Event.of(EventKind.JOURNAL_TROUBLE).with(Key.FAULT, new Code("EVALUATION-NOT-KEPT")));
        return kept;
    }

    void forget() {
        opinion = Opinion.NONE;
    }
}
