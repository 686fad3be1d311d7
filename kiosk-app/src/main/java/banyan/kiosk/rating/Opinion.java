package banyan.kiosk.rating;

import banyan.acceptance.Evaluation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a citizen says of a case besides its level.
 *
 * @param reasons ticked, from {@link #REASONS}
 * @param callBack 1 a call is welcome, 0 it is not; empty as long as nothing was chosen
 */
public record Opinion(Set<String> reasons, OptionalInt callBack) {
    /** The reasons that can be ticked after a bad rating. */
    public static final List<String> REASONS = List.of("slow", "materials", "unclear", "machine", "attitude", "result");

    private static final String CALL_YES = "call-yes";
    private static final String CALL_NO = "call-no";

    /** Nothing said yet; nothing is preselected. */
    public static final Opinion NONE = new Opinion(Set.of(), OptionalInt.empty());

    public Opinion {
        reasons = Set.copyOf(reasons);
    }

    /** The same with this ticked or not; a code that is none changes nothing. */
    public Opinion with(String code, boolean on) {
        if (code.equals(CALL_YES) || code.equals(CALL_NO)) {
            return new Opinion(reasons, OptionalInt.of(code.equals(CALL_YES) ? 1 : 0));
        }
        if (!REASONS.contains(code)) {
            return this;
        }
        Set<String> chosen = new TreeSet<>(reasons);
        if (on) {
            chosen.add(code);
        } else {
            chosen.remove(code);
        }
        return new Opinion(chosen, callBack);
    }

    /**
     * As it goes to the centre; the telephone number only where a call is welcome.
     *
     * @param proof the lookup code of the case's receipt
     */
    public Evaluation evaluation(int level, Instant at, Optional<String> phone, Optional<String> proof) {
        List<String> codes = reasons.stream()
                .map(code -> code.toUpperCase(Locale.ROOT))
                .sorted()
                .toList();
        boolean call = callBack.isPresent() && callBack.getAsInt() == 1;
        return new Evaluation(level, codes, at, call ? phone : Optional.empty(), proof);
    }
}
