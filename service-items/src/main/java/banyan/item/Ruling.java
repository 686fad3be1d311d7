package banyan.item;

import java.util.List;
import java.util.Optional;

/** What the rules come to. */
public sealed interface Ruling {
    /**
     * Decided, by this rule alone.
     *
     * @param grounds what was found, each a sentence; at least one
     * @param words what the document says besides
     */
    record Decided(String rule, boolean granted, List<LocalText> grounds, Optional<LocalText> words)
            implements Ruling {
        public Decided {
            grounds = List.copyOf(grounds);
        }

        @Override
        public String toString() {
            return "Decided[" + rule + "]";
        }
    }

    /**
     * A person decides.
     *
     * @param rule at which it ended; empty where none holds
     * @param grounds what that rule found; empty where it came to nothing
     */
    record Person(Why why, Optional<String> rule, List<LocalText> grounds) implements Ruling {
        public Person {
            grounds = List.copyOf(grounds);
        }

        @Override
        public String toString() {
            return "Person[" + why + "]";
        }
    }

    /** Why a person. */
    enum Why {
        /** A rule says so. */
        RULE,
        /** Something a rule needs is not known, or it cannot be computed. */
        UNKNOWN,
        /** No rule holds. */
        NONE
    }
}
