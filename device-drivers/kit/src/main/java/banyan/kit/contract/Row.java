package banyan.kit.contract;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of one row of a contract.
 *
 * @param promise its number, such as {@code C3}; empty for a row of the class alone
 * @param test the name of its test
 * @param reason why not, where it was not kept
 */
public record Row(Optional<String> promise, String test, Verdict verdict, Optional<String> reason, Duration took) {
    /** Kept, broken, or nothing that could be shown here. */
    public enum Verdict {
        /** The promise was kept. */
        PASSED,
        /** It was broken. */
        FAILED,
        /** It could not be shown at this far end, for a reason. */
        NOT_APPLICABLE;

        /** In plain words. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** The test's name as a sentence. */
    public String sentence() {
        return test.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT).replaceAll("\\(.*\\)", "");
    }
}
