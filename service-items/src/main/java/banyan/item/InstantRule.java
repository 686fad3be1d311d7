package banyan.item;

import java.util.List;
import java.util.Optional;

/**
 * One of them.
 *
 * @param grounds what was found where it holds, each a sentence
 * @param then what follows
 * @param words what the document says besides; of a grant or a refusal only
 */
public record InstantRule(String code, Rule rule, List<Wording> grounds, Then then, Optional<Wording> words) {
    /** What follows. */
    public enum Then {
        GRANT,
        REFUSE,
        /** A person decides. */
        PERSON
    }

    public InstantRule {
        grounds = List.copyOf(grounds);
    }
}
