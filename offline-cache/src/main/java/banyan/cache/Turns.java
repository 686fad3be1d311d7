package banyan.cache;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whose turn it is: of those whose time has come who failed least, and of these the oldest, so that nothing waits behind another's
 * trouble. What is about one thing goes in its order. Guarded by the sender's lock.
 */
final class Turns {
    /** What the way has lost need not wait long itself, for whether the way is there is asked apart. */
    private static final int SHORTLY = 8;

    private final Sync.Pacing pacing;
    private final Pace centre;
    private final Map<Long, Pace> entries = new HashMap<>();

    Turns(Sync.Pacing pacing) {
        this.pacing = pacing;
        this.centre = new Pace(pacing.first(), pacing.longest());
    }

    /**
     * Whose turn it is now; empty where everyone has to wait.
     *
     * @param busy what is under way already, and with it all that is about the same thing
     */
    Optional<Pending> next(Iterable<Pending> waiting, Predicate<Pending> busy) {
        if (centre.nanosLeft() > 0) {
            return Optional.empty();
        }
        Pending best = null;
        int least = Integer.MAX_VALUE;
        Set<String> before = new HashSet<>();
        for (Pending entry : waiting) {
            if (entry.state() == Pending.State.REFUSED) {
                continue;
            }
            // A certificate's prints, a deposit and its end, a case and its evaluation: by their one name, oldest first.
            boolean first = before.add(entry.name());
            Pace pace = entries.get(entry.id());
            int failures = pace == null ? 0 : pace.failures();
            if (first && !busy.test(entry) && failures < least && (pace == null || pace.nanosLeft() == 0)) {
                best = entry;
                least = failures;
            }
            if (least == 0) {
                break;
            }
        }
        return Optional.ofNullable(best);
    }

    /** How long until it may be the turn of somebody who is not under way. */
    long nanosLeft(Iterable<Pending> waiting, Predicate<Pending> busy) {
        long entry = Long.MAX_VALUE;
        Set<String> before = new HashSet<>();
        for (Pending pending : waiting) {
            if (pending.state() != Pending.State.REFUSED && before.add(pending.name()) && !busy.test(pending)) {
                Pace pace = entries.get(pending.id());
                entry = Math.min(entry, pace == null ? 0 : pace.nanosLeft());
            }
            if (entry == 0) {
                break;
            }
        }
        return Math.max(entry, centre.nanosLeft());
    }

    /** Whether the last that came to the centre was answered. */
    boolean goesWell() {
        return centre.failures() == 0;
    }

    /** How long the centre has asked everyone to stay away, even for a citizen who waits. */
    long heldFor() {
        return centre.held() ? centre.nanosLeft() : 0;
    }

    void taken(Pending entry) {
        entries.remove(entry.id());
        centre.succeeded();
    }

    void aside(Pending entry) {
        entries.remove(entry.id());
    }

    /** It comes again; {@code hold} is the time that the centre has named. */
    void later(Pending entry, Verdict why, Optional<Duration> hold) {
        Pace own = entries.computeIfAbsent(entry.id(), _ -> new Pace(pacing.first(), pacing.longest()));
        switch (why) {
            case SOON, ENTRY, TAKEN, LACKING, ANEW, ASIDE -> {
                hold.ifPresentOrElse(own::hold, own::failed);
                centre.succeeded();
            }
            // Its own failure too: should it be this very entry that breaks the way, others get their turn first.
            case WAY, TERMINAL -> {
                own.failed(pacing.first().multipliedBy(SHORTLY));
                centre.failed();
            }
            case CENTRE -> hold.ifPresentOrElse(centre::hold, centre::failed);
        }
    }

    /** Everyone waits so long, or as after a failure. */
    void centre(Optional<Duration> hold) {
        hold.ifPresentOrElse(centre::hold, centre::failed);
    }

    /** The centre is there: whoever waits only for the way may go. */
    void hurryCentre() {
        centre.hurry();
    }

    /** Forgets every wait of our own making. */
    void hurry() {
        centre.hurry();
        entries.values().forEach(Pace::hurry);
    }
}
