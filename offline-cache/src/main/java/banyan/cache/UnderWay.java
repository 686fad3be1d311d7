package banyan.cache;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is being carried to the centre, or is back with a receipt that the journal does not hold yet: nobody else takes it meanwhile.
 * Guarded by the sender's lock.
 */
final class UnderWay {
    private final Map<Long, Carried> all = new HashMap<>();

    private static final class Carried {
        private final Pending entry;
        private @Nullable Delivery lastStep;
        private boolean back;

        Carried(Pending entry) {
            this.entry = entry;
        }
    }

    void begins(Pending entry) {
        all.put(entry.id(), new Carried(entry));
    }

    boolean has(Pending entry) {
        return all.containsKey(entry.id());
    }

    /** What was last told of it. */
    void told(Pending entry, Delivery step) {
        Carried carried = all.get(entry.id());
        if (carried != null) {
            carried.lastStep = step;
        }
    }

    /** What somebody who comes to wait for it only now has missed. */
    Optional<Delivery> missed(Watch watch) {
        return all.values().stream()
                .filter(carried -> watch.isFor(carried.entry))
                .findFirst()
                .flatMap(carried -> Optional.ofNullable(carried.lastStep));
    }

    /** It is back, and has only to be stored. */
    void isBack(Pending entry) {
        Carried carried = all.get(entry.id());
        if (carried != null) {
            carried.back = true;
        }
    }

    /** How many of these are being carried at this moment. */
    int carried(Predicate<Pending> of) {
        return (int) all.values().stream()
                .filter(carried -> !carried.back && of.test(carried.entry))
                .count();
    }

    void ended(Pending entry) {
        Carried _ = all.remove(entry.id());
    }
}
