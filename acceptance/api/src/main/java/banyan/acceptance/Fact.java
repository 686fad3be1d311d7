package banyan.acceptance;

import java.time.LocalDate;

/**
 * One thing the centre knows of a citizen, with where it comes from; a value without a source is not prefilled.
 *
 * @param name what it is: the field code or the fact's name in the item's package, such as {@code phone}
 * @param value in canonical form: dates {@code 2026-11-20}, months {@code 2026-11}, numbers {@code 1234.50}
 * @param source who says so
 * @param since the day from which the source has said so
 */
public record Fact(String name, String value, Source source, LocalDate since) {
    /** Where a fact comes from. */
    public enum Source {
        /** The library of electronic licences, 电子证照. */
        LICENCE,
        /** What the citizen filed last time; to be checked by the citizen. */
        LAST_FILING,
        /** The social-security card's own record. */
        SOCIAL_CARD,
        /** A register of another department. */
        REGISTER
    }

    @Override
    public String toString() {
        return "Fact[" + name + ", " + source + "]";
    }
}
