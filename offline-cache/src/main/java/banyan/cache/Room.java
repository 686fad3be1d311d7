package banyan.cache;

/** Whether a new visit may begin: asked before the citizen is asked for a card. */
public sealed interface Room {
    /** There is room for the largest visit. */
    record Enough() implements Room {}

    /** There is not; {@code missing} bytes must become free first. */
    record Full(long missing) implements Room {}

    /** The journal cannot write, for this reason; staff must look. */
    record Broken(String code) implements Room {}
}
