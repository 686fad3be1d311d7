package banyan.server.register;

/**
 * How a provider stands.
 *
 * @param name its fixed name
 * @param circuit what is done with the next call
 * @param underWay calls that have not ended
 * @param atOnce so many may be under way
 * @param answered calls since the start that it answered, whatever it said
 * @param failed calls since the start that it did not answer, or not so that it can be understood
 * @param turnedAway calls since the start that were not made, to spare it or those who wait
 */
public record ProviderState(
        String name, Circuit circuit, int underWay, int atOnce, long answered, long failed, long turnedAway) {
    /** What is done with the next call. */
    public enum Circuit {
        /** It is made. */
        CLOSED,
        /** It is not made. */
        OPEN,
        /** A few are made, to see whether it has come back. */
        TRYING
    }
}
