package banyan.kiosk.visit;

import banyan.acceptance.CaseStand;
import banyan.acceptance.Progress;
import banyan.acceptance.ProgressQuery;
import banyan.acceptance.Receipt;
import banyan.cache.Reply;
import banyan.item.Language;
import banyan.kiosk.log.Code;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import banyan.kiosk.visit.KeepingPage.Received.AtOnce;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Asks, once the receipt of an item with rules is in store, what they came to, as long as the citizen is here and the rules may still decide. The
 * receipt holds whatever is heard: nobody has to wait for this, and what is not heard in time is said to be not heard.
 */
final class DecisionHand {
    /** The centre's own bound, and the way there and back over a poor line. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final Duration ASKING = Duration.ofSeconds(3);
    private static final Duration AGAIN = Duration.ofMillis(400);

    private final Session session;
    private Optional<Waiting> waiting = Optional.empty();
    private Optional<Known> known = Optional.empty();
    private Optional<Progress> document = Optional.empty();

    /** For what is waited, since when. */
    private record Waiting(Receipt receipt, long since) {
        @Override
        public String toString() {
            return "Waiting[]";
        }
    }

    /** What is known of it. */
    private sealed interface Known {
        record Asking() implements Known {}

        record Decided(CaseStand.Decision decision) implements Known {}

        record Person() implements Known {}

        record Unheard() implements Known {}
    }

    DecisionHand(Session session) {
        this.session = session;
    }

    /** The receipt of this case is in store. */
    void begin(SubmissionHand.Case mine) {
        forget();
        if (mine.offer().item().instant().isEmpty() || mine.receipt().flatMap(Receipt::lookupCode).isEmpty()) {
            return;
        }
        Waiting one = new Waiting(mine.receipt().orElseThrow(), session.clock().nanos());
        waiting = Optional.of(one);
        known = Optional.of(new Known.Asking());
        ask(one);
    }

    private void ask(Waiting one) {
        ProgressQuery query = new ProgressQuery(
                one.receipt().acceptanceNumber(), one.receipt().lookupCode().orElseThrow());
        session.away(() -> session.equipment().centre().progress(query, ASKING), reply -> {
            if (waiting.equals(Optional.of(one))) {
                heard(one, reply);
            }
        });
    }

    private void heard(Waiting one, Reply<Progress> reply) {
        boolean over = session.clock().nanos() - one.since() > PATIENCE.toNanos();
        switch (reply) {
            case Reply.Answered<Progress>(var progress) -> {
                Optional<CaseStand> stand = progress.stand();
                Optional<CaseStand.Decision> decision = stand.flatMap(CaseStand::decision);
                boolean perhaps = stand.flatMap(CaseStand::deciding).isPresent() && !over;
                if (decision.isPresent()) {
                    document = Optional.of(progress).filter(this::prints);
                    end(new Known.Decided(decision.get()), decision.get().outcome().name());
                } else if (perhaps) {
                    again(one);
                } else {
                    end(new Known.Person(), "PERSON");
                }
            }
            case Reply.Refused<Progress> _ -> againUnless(over, one);
            case Reply.Unreachable<Progress> _ -> againUnless(over, one);
        }
    }

    private void againUnless(boolean over, Waiting one) {
        if (over) {
            end(new Known.Unheard(), "UNHEARD");
        } else {
            again(one);
        }
    }

    private void again(Waiting one) {
        session.mailbox().alarm(AGAIN, () -> {
            if (waiting.equals(Optional.of(one))) {
                ask(one);
            }
        });
    }

    private void end(Known now, String said) {
        waiting = Optional.empty();
        known = Optional.of(now);
        session.log(Event.of(EventKind.DECISION_TOLD).with(Key.PLACE, new Code(said)));
        session.changed();
    }

    /** Printed nowhere yet, and by a form that this terminal has. */
    private boolean prints(Progress progress) {
        return progress.stand().flatMap(CaseStand::result).filter(result -> !result.collected()).isPresent()
                && session.offer(progress.item()).filter(ResultHand::prints).isPresent();
    }

    /** The case, where its document can be had here. */
    Optional<Progress> document() {
        return document;
    }

    /** As it is shown; empty for an item that people decide. */
    Optional<AtOnce> shown(LocalDate answerBy) {
        return known.map(now -> switch (now) {
            case Known.Asking() -> AtOnce.without(AtOnce.State.ASKING, answerBy);
            case Known.Person() -> AtOnce.without(AtOnce.State.PERSON, answerBy);
            case Known.Unheard() -> AtOnce.without(AtOnce.State.UNHEARD, answerBy);
            case Known.Decided(var decision) -> decided(decision);
        });
    }

    private AtOnce decided(CaseStand.Decision decision) {
        ZoneId zone = session.clock().zone();
        // The centre's own words are Chinese; rules have them in English too.
        Optional<CaseStand.ByRules> english = decision.rules().filter(_ -> session.language() == Language.EN);
        List<String> grounds = english.map(CaseStand.ByRules::grounds).orElse(decision.grounds());
        String words = english.map(CaseStand.ByRules::words).orElse(decision.words());
        return new AtOnce(
                decision.outcome() == CaseStand.Decision.Outcome.GRANTED ? AtOnce.State.GRANTED : AtOnce.State.REFUSED,
                decision.at().atZone(zone).toLocalDate(),
                grounds,
                words,
                document.isPresent());
    }

    void forget() {
        waiting = Optional.empty();
        known = Optional.empty();
        document = Optional.empty();
    }
}
