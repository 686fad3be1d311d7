package banyan.item;

/** What the centre knows under one key. */
public sealed interface Fact {
    /** @param source who knows it */
    record Known(Value value, Source source) implements Fact {}

    /** It was asked, and there is nothing. */
    record Nothing() implements Fact {}

    /** It was not asked, or nobody answered. Never taken for nothing. */
    record Unknown() implements Fact {}
}
