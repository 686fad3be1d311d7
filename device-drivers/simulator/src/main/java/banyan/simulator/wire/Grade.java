package banyan.simulator.wire;

/** How good a serial line and the device behind it are. */
public enum Grade {
    /** Bytes at line speed, answers at once. */
    IDEAL,
    /** As ideal, but every answer is thought over for 40 to 250 ms. */
    SLOW,
    /** Short portions, pauses up to 15 ms inside a frame, stray bytes before one frame in four. */
    FLAKY,
    /**
     * One to three bytes at a time, stray bytes with false beginnings before every frame, and one frame in five damaged
     * where the protocol has a checksum to show it.
     */
    HOSTILE
}
