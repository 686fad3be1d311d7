package banyan.item;

/** A value filled in for the citizen, and who said so. */
public record Prefilled(String value, Source source) {
    @Override
    public String toString() {
        return "Prefilled[" + source + "]";
    }
}
