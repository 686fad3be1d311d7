package banyan.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The citizens who wait at the screen, each for one submission. Guarded by the sender's lock. */
final class Watches {
    private final List<Watch> all = new ArrayList<>();

    void add(Watch watch) {
        all.add(watch);
    }

    void remove(Watch watch) {
        boolean _ = all.remove(watch);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Those for this entry. */
    List<Watch> of(Pending entry) {
        return all.stream().filter(watch -> watch.isFor(entry)).toList();
    }

    boolean has(Pending entry) {
        return all.stream().anyMatch(watch -> watch.isFor(entry));
    }

    /** Whether somebody waits whose time has come. */
    boolean isAnyDue() {
        return all.stream().anyMatch(Watches::isDue);
    }

    /** What the first whose time has come waits for, of what may go. */
    Optional<Pending> due(Function<String, Optional<Pending>> entry, Predicate<Pending> mayGo) {
        return all.stream()
                .filter(Watches::isDue)
                .flatMap(watch -> entry.apply(watch.name()).stream())
                .filter(mayGo)
                .findFirst();
    }

    private static boolean isDue(Watch watch) {
        return !watch.ended() && watch.pace().nanosLeft() == 0;
    }

    /**
     * How long until somebody's time comes.
     *
     * @param but who waits for nothing of ours any more
     */
    long nanosLeft(Predicate<Watch> but) {
        return all.stream()
                .filter(watch -> !watch.ended() && !but.test(watch))
                .mapToLong(watch -> watch.pace().nanosLeft())
                .min()
                .orElse(Long.MAX_VALUE);
    }
}
