package banyan.acceptance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a case is and what its citizen can do about it. Its words are a clerk's own, in Chinese, and for the citizen: whoever holds the
 * receipt reads them. {@link #toString} gives none of them.
 *
 * @param state the latest of {@link Progress#stages}
 * @param promise until when it is to be decided
 * @param asked what is asked for now; empty while nothing is
 * @param decision once there is one
 * @param result the document that can be collected, or has been
 * @param withdrawable whether the citizen may still withdraw
 * @param deciding until when the item's rules may decide it at once. Absent for items without rules, and once they have decided or have left it to a
 *     person. A moment that is over means the same as none: a person decides
 */
public record CaseStand(
        String state,
        Promise promise,
        Optional<Asked> asked,
        Optional<Decision> decision,
        Optional<Result> result,
        boolean withdrawable,
        Optional<Instant> deciding) {
    /** As a centre of before says it. */
    public CaseStand(
            String state,
            Promise promise,
            Optional<Asked> asked,
            Optional<Decision> decision,
            Optional<Result> result,
            boolean withdrawable) {
        this(state, promise, asked, decision, result, withdrawable, Optional.empty());
    }

    /**
     * The promised day.
     *
     * @param by the last day; empty while the clock stands, and where the holidays of that year are not announced yet
     * @param workingDays how many are left, counted from {@code from}; empty where nobody knows
     * @param from the day behind which they count
     * @param stoppedSince since when the clock stands because something is asked for
     */
    public record Promise(
            Optional<LocalDate> by, Optional<Integer> workingDays, LocalDate from, Optional<Instant> stoppedSince) {}

    /**
     * 补正: everything that is missing, said once.
     *
     * @param ask names it, for the answer
     * @param until the last day of the answer; empty where the holidays of that year are not announced yet
     * @param workingDays how many the citizen has, from the day of {@code at}
     * @param words plain words
     * @param things at least one
     */
    public record Asked(
            UUID ask, Instant at, Optional<LocalDate> until, int workingDays, String words, List<Thing> things) {
        public Asked {
            things = List.copyOf(things);
        }

        @Override
        public String toString() {
            return "Asked[" + ask + ", " + things.size() + "]";
        }
    }

    /**
     * A material to bring or a field to answer again.
     *
     * @param code of the material or the field, in the item's package
     * @param words what is wrong with it
     */
    public record Thing(Kind kind, String code, String words) {
        /** What it is. */
        public enum Kind {
            MATERIAL,
            FIELD
        }

        @Override
        public String toString() {
            return "Thing[" + kind + "]";
        }
    }

    /**
     * What was decided.
     *
     * @param grounds on which, each a sentence
     * @param words what the clerk adds, or the rules; may be empty
     * @param rules by which rules; empty where a person decided
     */
    public record Decision(
            Outcome outcome, Instant at, List<String> grounds, String words, Optional<ByRules> rules) {
        /** Which way. */
        public enum Outcome {
            GRANTED,
            REFUSED,
            /** 不予受理: it was not taken up at all. */
            NOT_ACCEPTED
        }

        public Decision {
            grounds = List.copyOf(grounds);
        }

        /** A person's. */
        public Decision(Outcome outcome, Instant at, List<String> grounds, String words) {
            this(outcome, at, grounds, words, Optional.empty());
        }

        @Override
        public String toString() {
            return "Decision[" + outcome + "]";
        }
    }

    /**
     * That no person decided, and what the rules say in English: they have words in both languages, where a clerk has only his own.
     *
     * @param version of the rules in the item's package
     * @param grounds the decision's, in the same order
     * @param words may be empty
     */
    public record ByRules(String version, List<String> grounds, String words) {
        public ByRules {
            grounds = List.copyOf(grounds);
        }

        @Override
        public String toString() {
            return "ByRules[" + version + "]";
        }
    }

    /**
     * The document of the decision.
     *
     * @param since when it has been there
     * @param collected whether it has been printed, or is being printed, somewhere; one printing is all there is
     */
    public record Result(Instant since, boolean collected) {}

    @Override
    public String toString() {
        return "CaseStand[" + state + "]";
    }
}
