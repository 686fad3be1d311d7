package banyan.cache;

import banyan.acceptance.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long the centre has said that it does not offer an item. It may have it tomorrow, so that is waited for; after days a citizen is
 * told by a person, and not by waiting. Used by several carriers at a time, each with another entry.
 */
final class Unoffered {
    /** Whoever put a new item to the terminals has had time to put it to the centre. */
    static final Duration KEPT = Duration.ofDays(3);

    /** So that a long backlog does not go to the clerks because of one bad morning. */
    static final Duration SAID = Duration.ofHours(1);

    private static final Set<String> CODES = Set.of(Refusal.ITEM_UNKNOWN.code(), Refusal.ITEM_VERSION_UNKNOWN.code());

    private final InstantSource clock;
    private final Map<Long, Instant> first = new ConcurrentHashMap<>();

    Unoffered(InstantSource clock) {
        this.clock = clock;
    }

    /** Takes note of an answer; whether this entry has waited long enough for another. */
    boolean forGood(Pending entry, String code) {
        if (!entry.isFiled() || !CODES.contains(code)) {
            first.remove(entry.id());
            return false;
        }
        Instant now = clock.instant();
        Instant since = first.computeIfAbsent(entry.id(), _ -> now);
        return !now.isBefore(since.plus(SAID)) && !now.isBefore(entry.hourStart().plus(KEPT));
    }
}
