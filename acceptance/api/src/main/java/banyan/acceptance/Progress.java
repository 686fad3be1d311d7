package banyan.acceptance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How a case stands: no more than its receipt says, and what has happened since. Nobody's name and nothing of what was handed in.
 *
 * @param number 受理编号
 * @param item code of the item
 * @param receivedAt when the centre had all of it
 * @param filedAt the date from which the promise counts, where the receipt names one
 * @param answerBy the last day of the promised answer
 * @param stages what has truly happened, the earliest first; at least {@link Stage#RECEIVED}
 */
public record Progress(
        String number,
        String item,
        Instant receivedAt,
        Optional<Instant> filedAt,
        LocalDate answerBy,
        List<Stage> stages) {
    public Progress {
        stages = List.copyOf(stages);
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
    }

    @Override
    public String toString() {
        return "Progress[" + item + "]";
    }
}
