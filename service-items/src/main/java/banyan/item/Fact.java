package banyan.item;

import java.time.LocalDate;

/** What the centre knows under one key. */
public sealed interface Fact {
    /**
     * The centre knows it.
     *
     * @param source who knows it
     * @param since the day from which the source has said so
     */
    record Known(Value value, Source source, LocalDate since) implements Fact {
        @Override
        public String toString() {
            return "Known[" + source + "]";
        }
    }

    /** It was asked, and there is nothing. */
    record Nothing() implements Fact {}

    /** It was not asked, or nobody answered. Never taken for nothing. */
    record Unknown() implements Fact {}
}
