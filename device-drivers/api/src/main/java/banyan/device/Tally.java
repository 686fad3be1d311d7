package banyan.device;

import java.util.HashMap;
import java.util.Map;

/**
 * What a device has done since it was made, counted by its thread; for whoever keeps counters that outlast it.
 *
 * @param done commands that went well, examinations among them
 * @param failed commands that did not, by the fault's code; what was cancelled is neither
 */
public record Tally(long done, Map<String, Long> failed) {
    /** Nothing yet. */
    public static final Tally NONE = new Tally(0, Map.of());

    public Tally {
        failed = Map.copyOf(failed);
    }

    /** The same after a command that ended so. */
    Tally after(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> new Tally(done + 1, failed);
            case Outcome.Failed<?>(var fault) when fault.kind() == Fault.Kind.CANCELLED -> this;
            case Outcome.Failed<?>(var fault) -> {
                var more = new HashMap<>(failed);
                more.merge(fault.code(), 1L, Long::sum);
                yield new Tally(done, more);
            }
        };
    }
}
