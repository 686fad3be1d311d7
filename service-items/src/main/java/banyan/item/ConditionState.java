package banyan.item;

/** How a condition stands for one citizen. */
public sealed interface ConditionState {
    /**
     * The rule holds.
     *
     * @param text what was found, in the citizen's language
     */
    record Found(String text) implements ConditionState {
        @Override
        public String toString() {
            return "Found";
        }
    }

    /** Everything was asked and the rule does not hold: the citizen may explain. */
    record NotFound() implements ConditionState {}

    /** Somebody has not been asked or has not answered. */
    record Unknown() implements ConditionState {}
}
