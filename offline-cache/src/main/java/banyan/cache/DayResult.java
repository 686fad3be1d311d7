package banyan.cache;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of laying one day's book beside the centre's.
 *
 * @param named how many submissions this terminal filed on that day, by its own book
 * @param waiting how many of them the centre has not received yet; they are on their way
 * @param healed how many receipts were missing here and are stored now
 * @param gaps what stays
 */
public record DayResult(LocalDate day, int named, int waiting, int healed, List<Gap> gaps) {
    public DayResult {
        gaps = List.copyOf(gaps);
    }

    /** Something that a person must look at, in the hope that a restored copy or another terminal's book explains it. */
    public enum Gap {
        /** There is a receipt here, and the centre holds nothing of it. */
        LOST,
        /** Both hold something under one name, and not the same. */
        DIFFERENT,
        /** The centre holds it, and this journal has never known of it. */
        UNNAMED,
        /** The centre has a receipt for it, which could not be had or is not its receipt. */
        RECEIPT_MISSING,
        /** The journal does not go on from what the centre was last told of it: it, or the centre's database, is an older copy or a new one. */
        JOURNAL_DIFFERS
    }

    /** The same, where the centre knew another journal than this. */
    DayResult with(boolean differs) {
        List<Gap> more = new ArrayList<>(gaps);
        if (differs) {
            more.add(Gap.JOURNAL_DIFFERS);
        }
        return new DayResult(day, named, waiting, healed, more);
    }

    /** Whether nothing is under way and nothing is missing: the day need not be looked at again. What the centre has besides is not missing. */
    public boolean closed() {
        return waiting == 0 && !missing();
    }

    /** Whether a person must look. */
    public boolean missing() {
        return gaps.stream().anyMatch(gap -> gap != Gap.UNNAMED);
    }
}
