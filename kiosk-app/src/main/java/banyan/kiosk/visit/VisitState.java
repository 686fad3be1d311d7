package banyan.kiosk.visit;

import java.util.Map;
import java.util.Optional;

/**
 * How the terminal stands between citizens and with one. Small, immutable, comparable; no personal data, so that a state can be
 * named in a log and walked through in a test.
 */
public sealed interface VisitState {
    /** Nobody is here. */
    record Attract(Card card) implements VisitState {
        /** What the reader has seen. */
        public enum Card {
            NONE,
            /** One lies there, unread. */
            LIES,
            /** One was left lying, unread, when the last visit ended; it begins a new visit only after it was lifted. */
            FORGOTTEN
        }
    }

    /** A visit. */
    record Open(Place place, Visitor visitor, Optional<Over> over) implements VisitState {
        Open at(Place next) {
            return new Open(next, visitor, over);
        }

        Open with(Visitor next) {
            return new Open(place, next, over);
        }

        Open under(Over sheet) {
            return new Open(place, visitor, Optional.of(sheet));
        }

        Open uncovered() {
            return new Open(place, visitor, Optional.empty());
        }
    }

    /**
     * The visit is over; its end is shown for a moment.
     *
     * @param wiped the wipe receipt is there
     * @param cardForgotten a card still lies there that was never read
     */
    record Ended(boolean wiped, boolean cardForgotten) implements VisitState {}

    /** The terminal is in the hands of its staff; nothing of any citizen is there. */
    record Upkeep(UpkeepPost post) implements VisitState {}

    /**
     * What holds all through a visit.
     *
     * @param identified somebody has been identified
     * @param slow 我办得慢 was asked for
     * @param done what has been submitted
     * @param parked filings left for the home page, by item
     */
    record Visitor(boolean identified, boolean slow, Outcome done, Map<String, Place.Filing> parked) {
        static final Visitor UNKNOWN = new Visitor(false, false, Outcome.NOTHING, Map.of());

        public Visitor {
            parked = Map.copyOf(parked);
        }

        /** What has been submitted in this visit, the weakest last. */
        public enum Outcome {
            NOTHING,
            SUBMITTED,
            KEPT
        }

        Visitor known() {
            return new Visitor(true, slow, done, parked);
        }

        Visitor slower() {
            return new Visitor(identified, true, done, parked);
        }

        Visitor having(Outcome outcome) {
            return new Visitor(identified, slow, outcome, parked);
        }

        Visitor parking(Place.Filing filing) {
            var more = new java.util.HashMap<>(parked);
            more.put(filing.plan().item(), filing);
            return new Visitor(identified, slow, done, more);
        }

        Visitor without(String item) {
            var fewer = new java.util.HashMap<>(parked);
            fewer.remove(item);
            return new Visitor(identified, slow, done, fewer);
        }
    }

    /** What lies over the page. */
    sealed interface Over {
        /** Are you still here? */
        record IdleWarning() implements Over {}

        /** End although something would be lost, or although the sealed case is still on its way. */
        record ConfirmEnd(boolean sealedGoesOn) implements Over {}

        /** The languages. */
        record Languages() implements Over {}

        /** The consent in full. */
        record ConsentText() implements Over {}

        /** A paper larger. */
        record Zoom() implements Over {}

        /** 办不成事 was asked for; {@code kept} once it is durable. */
        record CannotDo(boolean kept) implements Over {}

        /** Staff want to see to the terminal; the citizen may refuse. */
        record StaffAsk() implements Over {}

        /** Why not satisfied. */
        record Reasons(int level) implements Over {}
    }
}
