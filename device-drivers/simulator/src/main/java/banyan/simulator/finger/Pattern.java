package banyan.simulator.finger;

/** The kinds of fingerprint that Galton and Henry told apart. */
public enum Pattern {
    /** Ridges enter on one side, rise and leave on the other. */
    ARCH,
    /** An arch with a spine. */
    TENTED_ARCH,
    /** Ridges enter from the left and return there. */
    LEFT_LOOP,
    /** Ridges enter from the right and return there. */
    RIGHT_LOOP,
    /** Ridges go round. */
    WHORL,
    /** Two loops, one around the other. */
    TWIN_LOOP;

    /** As common as on people's hands, for a finger of this number. */
    static Pattern of(long seed) {
        return switch ((int) Math.floorMod(seed * 37, 20L)) {
            case 0 -> ARCH;
            case 1 -> TENTED_ARCH;
            case 2, 3, 4, 5, 6, 7 -> LEFT_LOOP;
            case 8, 9, 10, 11, 12, 13 -> RIGHT_LOOP;
            case 14, 15, 16, 17, 18 -> WHORL;
            default -> TWIN_LOOP;
        };
    }
}
