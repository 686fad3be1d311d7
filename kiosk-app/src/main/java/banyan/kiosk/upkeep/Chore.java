package banyan.kiosk.upkeep;

/** What staff do at a terminal, as its report counts it. */
public enum Chore {
    /** Paper was filled up. */
    CHANGE_PAPER,
    /** Paper that was stuck was taken out. */
    CLEAR_JAM,
    /** Something that a visitor had left was put away. */
    LEFT_BEHIND,
    /** A person found the test page good. */
    TEST_PAGE_GOOD,
    /** A person found that it is not. */
    TEST_PAGE_BAD,
    /** A person found a test picture sharp, straight and whole. */
    TEST_SCAN_GOOD,
    /** A person found that it is not. */
    TEST_SCAN_BAD,
    /** What the centre had not taken was sent again. */
    SENT_AGAIN;

    /** What somebody was led through. */
    public static Chore of(Guidance through) {
        return switch (through) {
            case CHANGE_PAPER -> CHANGE_PAPER;
            case CLEAR_JAM -> CLEAR_JAM;
            case LEFT_BEHIND -> LEFT_BEHIND;
        };
    }
}
