package banyan.acceptance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * 好差评: what the citizen thought of one case. Each case has one; the first stands.
 *
 * @param level 5 非常满意 · 4 满意 · 3 基本满意 · 2 不满意 · 1 非常不满意
 * @param reasons fixed codes of the reasons touched, such as {@code TOO-MANY-STEPS}; empty where none was
 * @param at when, by the terminal's clock
 * @param phone given on purpose by a citizen who wants to be called back
 * @param proof what only the citizen's own paper says: the lookup code of the case's receipt, or the certificate's verification code.
 *     A centre that knows of proofs takes no evaluation without
 */
public record Evaluation(
        int level, List<String> reasons, Instant at, Optional<String> phone, Optional<String> proof) {
    public Evaluation {
        reasons = List.copyOf(reasons);
    }

    @Override
    public String toString() {
        return "Evaluation[" + level + "]";
    }
}
