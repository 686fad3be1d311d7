package banyan.kiosk.visit;

import banyan.acceptance.CaseStand;
import banyan.acceptance.Progress;
import banyan.acceptance.Refusal;
import banyan.acceptance.Withdrawal;
import banyan.cache.Reply;
import banyan.kiosk.log.Code;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import java.time.Duration;
import java.util.Optional;

/** Tells the centre that a citizen takes a case back, and believes it done only where the centre's own stand says so. */
final class WithdrawalHand {
    private static final Duration ASKING = Duration.ofSeconds(8);

    private final Session session;
    private final ProgressHand progress;

    /** @param progress knows the case, and by what its citizen is entitled to it */
    WithdrawalHand(Session session, ProgressHand progress) {
        this.session = session;
        this.progress = progress;
    }

    void send() {
        Optional<ProgressHand.Known.AtCentre> known = progress.atCentre().filter(ProgressHand.Known.AtCentre::withdrawable);
        if (known.isEmpty()) {
            not(false, "CASE-NOT-KNOWN");
            return;
        }
        ProgressHand.Known.AtCentre mine = known.get();
        var withdrawal = new Withdrawal(mine.proof().orElseThrow(), session.clock().instant());
        session.away(
                () -> session.equipment().centre().withdraw(mine.progress().number(), withdrawal, ASKING),
                reply -> {
                    // Another case may be asked about by now.
                    if (progress.atCentre().filter(now -> now == mine).isPresent()) {
                        answered(reply);
                    }
                });
    }

    private void answered(Reply<Progress> reply) {
        switch (reply) {
            case Reply.Answered<Progress>(var now) when isWithdrawn(now) -> {
                session.log(Event.of(EventKind.CASE_WITHDRAWN));
                session.tell(new VisitEvent.Withdrawn(progress.changed(now)));
            }
            case Reply.Answered<Progress> _ -> not(false, "ANSWER-NOT-UNDERSTOOD");
            case Reply.Refused<Progress>(_, var why, _) -> not(why.equals(Refusal.CASE_STATE.code()), why);
            case Reply.Unreachable<Progress>(var why) -> not(false, why);
        }
    }

    private static boolean isWithdrawn(Progress now) {
        return now.stand().map(CaseStand::state).filter(Progress.Stage.WITHDRAWN::equals).isPresent();
    }

    private void not(boolean late, String code) {
        session.log(Event.of(EventKind.CASE_NOT_WITHDRAWN).with(Key.FAULT, new Code(code)));
        session.tell(new VisitEvent.NotWithdrawn(late));
    }
}
