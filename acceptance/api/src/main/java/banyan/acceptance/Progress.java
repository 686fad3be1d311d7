package banyan.acceptance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How a case stands: no more than its receipt says, what has happened since, and what a clerk says to its citizen. Nobody's name and nothing of
 * what was handed in.
 *
 * @param number 受理编号
 * @param item code of the item
 * @param receivedAt when the centre had all of it
 * @param filedAt the date from which the promise counts, where the receipt names one
 * @param answerBy the last day of the promised answer; it moves by the time that a supplement took. While the clock stands, or where the new
 *     day cannot be known, the last one that was: {@link CaseStand.Promise} says what is true
 * @param stages what has truly happened, the earliest first; at least {@link Stage#RECEIVED}
 * @param stand where it is now, and what its citizen can do; a centre of before does not say
 */
public record Progress(
        String number,
        String item,
        Instant receivedAt,
        Optional<Instant> filedAt,
        LocalDate answerBy,
        List<Stage> stages,
        Optional<CaseStand> stand) {
    public Progress {
        stages = List.copyOf(stages);
    }

    /** As a centre of before says it. */
    public Progress(
            String number,
            String item,
            Instant receivedAt,
            Optional<Instant> filedAt,
            LocalDate answerBy,
            List<Stage> stages) {
        this(number, item, receivedAt, filedAt, answerBy, stages, Optional.empty());
    }

    /**
     * Something that has happened to a case.
     *
     * @param stage its fixed name, in lower case with hyphens; an item says in its own words what it means, and a newer centre knows more of them
     * @param at when
     */
    public record Stage(String stage, Instant at) {
        /** The centre holds all of it. */
        public static final String RECEIVED = "received";
        /** 受理: it is taken up. */
        public static final String ACCEPTED = "accepted";
        /** 不予受理, with the reason. */
        public static final String NOT_ACCEPTED = "not-accepted";
        /** Somebody is looking at it. */
        public static final String IN_REVIEW = "in-review";
        /** 补正: something is asked of the citizen, and the clock stands. */
        public static final String SUPPLEMENT_ASKED = "supplement-asked";
        /** The centre holds the answer, and the clock goes on. */
        public static final String ANSWERED = "answered";
        /** Decided as it was asked for; its document is being made. */
        public static final String GRANTED = "granted";
        /** Decided against; final. */
        public static final String REFUSED = "refused";
        /** The document can be collected; final. */
        public static final String ISSUED = "issued";
        /** Taken back by the citizen; final. */
        public static final String WITHDRAWN = "withdrawn";
    }

    @Override
    public String toString() {
        return "Progress[" + item + "]";
    }
}
