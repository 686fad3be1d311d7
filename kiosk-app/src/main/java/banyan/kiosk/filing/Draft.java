package banyan.kiosk.filing;

import banyan.item.Applicant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Everything a citizen has given in this visit and not yet confirmed. Immutable; held in one variable by the visit alone;
 * whatever changes makes a new one. The end of a visit puts {@link #EMPTY} in its place.
 *
 * @param applicant empty while nobody is identified
 * @param filings requests begun, by item
 */
public record Draft(Optional<Applicant> applicant, Map<String, Filing> filings) {
    public static final Draft EMPTY = new Draft(Optional.empty(), Map.of());

    public Draft {
        filings = Map.copyOf(filings);
    }

    /** Somebody's, with nothing begun. */
    public static Draft of(Applicant applicant) {
        return new Draft(Optional.of(applicant), Map.of());
    }

    public Optional<Filing> filing(String item) {
        return Optional.ofNullable(filings.get(item));
    }

    public Draft with(Filing filing) {
        var more = new HashMap<>(filings);
        more.put(filing.item(), filing);
        return new Draft(applicant, more);
    }

    /** The item's request has been sealed, or is given up. */
    public Draft without(String item) {
        var fewer = new HashMap<>(filings);
        fewer.remove(item);
        return new Draft(applicant, fewer);
    }

    @Override
    public String toString() {
        return "Draft";
    }
}
