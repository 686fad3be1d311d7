package banyan.cache;

/**
 * Whether the journal holds what its chain says, and nothing else.
 *
 * @param whole whether it does
 * @param missing how many rows are gone that nobody has lawfully taken out
 * @param altered whether, beside those, rows stand there that are not as they were put there; so too where the chain's own end is gone
 */
public record ChainState(boolean whole, int missing, boolean altered) {
    /** Nothing is missing. */
    public static final ChainState WHOLE = new ChainState(true, 0, false);

    static ChainState of(long missing, boolean altered) {
        return missing <= 0 && !altered ? WHOLE : new ChainState(false, (int) Math.clamp(missing, 0, Integer.MAX_VALUE), altered);
    }

    /** Of two parts together. */
    ChainState with(ChainState other) {
        return of((long) missing + other.missing, altered || other.altered);
    }

    /** What is there laid beside what should be. */
    static ChainState of(Mark.Sum said, Mark.Sum found) {
        if (said.is(found)) {
            return WHOLE;
        }
        long missing = said.count() - found.count();
        return of(missing, missing <= 0);
    }
}
