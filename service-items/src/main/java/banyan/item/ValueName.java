package banyan.item;

/** The dotted name of a value, such as {@code applicant.name} or {@code facts.bankCard}. */
public record ValueName(String name) {
    private static final String FACTS = "facts.";

    public static ValueName ofFact(String key) {
        return new ValueName(FACTS + key);
    }

    public boolean isFact() {
        return name.startsWith(FACTS);
    }

    /** The part after {@code facts.} or {@code answers.}. */
    public String key() {
        return name.substring(name.indexOf('.') + 1);
    }

    @Override
    public String toString() {
        return name;
    }
}
