package banyan.item;

import java.util.Map;

/** A demand on one field's value, and what is said when it is not met. */
public sealed interface Check {
    /** One of the checks that the house knows; it brings its own sentences. */
    record BuiltIn(KnownCheck check) implements Check {}

    /**
     * A demand written as a schema.
     *
     * @param json a JSON Schema for the value as text
     */
    record BySchema(String json, Place place, Wording say) implements Check {}

    /**
     * A demand written as a rule.
     *
     * @param rule must hold; while it is unknown nothing is said and the centre decides
     * @param with numbers and words for the sentence's placeholders, computed only when it is said
     */
    record ByRule(Rule rule, Wording say, Map<String, Rule> with) implements Check {
        public ByRule {
            with = Map.copyOf(with);
        }
    }

    /** Checks that need more than a pattern. */
    enum KnownCheck {
        PHONE_CN("phone-cn"),
        ID_NUMBER_CN("id-number-cn"),
        BANK_CARD("bank-card");

        private final String word;

        KnownCheck(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
