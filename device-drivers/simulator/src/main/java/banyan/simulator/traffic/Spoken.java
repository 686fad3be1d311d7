package banyan.simulator.traffic;

/**
 * What a protocol calls a frame, and which of its bytes are somebody's.
 *
 * @param name in the protocol's own words; empty where they have none for it
 * @param from the first byte that is somebody's
 * @param to the byte after the last; as {@code from} where none is
 */
public record Spoken(String name, int from, int to) {
    /** A frame that says nothing of anybody. */
    public static Spoken open(String name) {
        return new Spoken(name, 0, 0);
    }

    /** A frame of which this is somebody's. */
    public static Spoken personal(String name, int from, int to) {
        return new Spoken(name, from, Math.max(from, to));
    }

    /** What nobody has a word for may be anybody's. */
    public static Spoken unknown(int length) {
        return new Spoken("", 0, length);
    }

    /** Whether this byte is somebody's. */
    public boolean covers(int at) {
        return at >= from && at < to;
    }
}
