package banyan.server.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One task, as those who see to it read it.
 *
 * @param subject the case, or the trace number
 * @param due the last day
 * @param overdue whether that day is over and it is not closed, or was closed after it
 * @param said what the citizen touched: reasons of a rating, step and fault of a trouble
 * @param level of a rating
 * @param mayCall whether the citizen has given a telephone number for this
 */
public record Task(
        String terminal,
        FollowUps.Kind kind,
        String subject,
        Optional<String> item,
        String owner,
        Instant openedAt,
        LocalDate due,
        boolean overdue,
        Optional<Integer> level,
        List<String> said,
        boolean mayCall,
        Optional<String> heldBy,
        Optional<Closing> closing) {
    public Task {
        said = List.copyOf(said);
    }

    /** What became of the call. */
    public enum Call {
        REACHED,
        NOT_REACHED,
        /** The citizen has left no number, or did not want to be called. */
        NOT_WANTED
    }

    /**
     * How it ended.
     *
     * @param rectified 整改: what was put right, in words; says so where nothing was wrong
     * @param words to the citizen
     */
    public record Closing(Call call, String rectified, String words, String by, Instant at) {}

    @Override
    public String toString() {
        return "Task[" + kind + "]";
    }
}
