package banyan.server.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that somebody must see to at a terminal, and what became of it.
 *
 * @param code why there is one
 * @param cleared since when it is no longer so
 * @param heldBy number of who sees to it
 * @param directive what the terminal was told because of it, the last of them
 * @param reason why it was closed
 */
public record Alarm(
        UUID id,
        String terminal,
        AlarmKind kind,
        String code,
        Optional<String> device,
        Instant raised,
        Optional<Instant> cleared,
        Optional<String> heldBy,
        Optional<Instant> held,
        Optional<UUID> directive,
        List<Feedback> feedback,
        Optional<String> closedBy,
        Optional<Instant> closed,
        Optional<Reason> reason) {
    public Alarm {
        feedback = List.copyOf(feedback);
    }

    /** What was said about it by whoever sees to it. */
    public record Feedback(Instant at, String staff, String words) {}

    /** Why one is closed. */
    public enum Reason {
        /** It was put right. */
        MENDED,
        /** There was nothing. */
        FALSE_ALARM,
        /** It was meant to be so, as when a housing is opened for cleaning. */
        EXPECTED,
        /** It was over before anybody took it. */
        WENT_AWAY
    }
}
