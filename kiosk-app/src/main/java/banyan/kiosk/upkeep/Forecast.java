package banyan.kiosk.upkeep;

import banyan.cache.Counters.Level;
import java.util.List;
import java.util.OptionalInt;

/**
 * How long what is left will last, by what was used so far. A level that rises was filled up and says nothing of use; hours in
 * which nothing was used count, because a quiet day is a day.
 */
final class Forecast {
    /** Less than this says nothing of a day. */
    private static final long LEAST_HOURS = 24;

    private static final int HOURS_A_DAY = 24;

    private Forecast() {}

    /**
     * Whole days until it is used up; empty where too little is known, or nothing was used.
     *
     * @param levels in the order of time
     */
    static OptionalInt days(List<Level> levels) {
        if (levels.size() < 2) {
            return OptionalInt.empty();
        }
        long used = 0;
        for (int i = 1; i < levels.size(); i++) {
            used += Math.max(0, levels.get(i - 1).value() - levels.get(i).value());
        }
        long hours = levels.getLast().hour() - levels.getFirst().hour();
        if (used == 0 || hours < LEAST_HOURS) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Math.toIntExact(
                Math.min(Integer.MAX_VALUE, levels.getLast().value() * hours / (used * HOURS_A_DAY))));
    }
}
