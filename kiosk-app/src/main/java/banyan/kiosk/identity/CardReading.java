package banyan.kiosk.identity;

import banyan.item.Applicant;

/** What came of reading and judging a card. */
public sealed interface CardReading {
    /** The card holds good today. */
    record Holds(Applicant holder) implements CardReading {}

    /** It does not, or it could not be read. */
    record Flawed(CardFlaw flaw) implements CardReading {}
}
