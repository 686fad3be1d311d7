package banyan.simulator.finger;

/** How the skin is, and how much of it lies on the glass. */
public enum Skin {
    NORMAL,
    /** Ridges break into grains. */
    DRY,
    /** Ridges run together. */
    WET,
    /** Only an edge of the finger lies there. */
    PARTIAL
}
