package banyan.kiosk.identity;

/** Why a card did not do. */
public enum CardFlaw {
    /** None came in time. */
    ABSENT,
    /** Lifted in the middle. */
    MOVED,
    /** Card and reader do not accept each other. */
    REFUSED,
    /** Not a record we know. */
    UNREADABLE,
    /** Its number contradicts itself, or the date of birth beside it. */
    CHECK_DIGIT,
    /** Its validity has ended. */
    EXPIRED,
    /** Its validity has not begun. */
    NOT_YET_VALID,
    /** A good card, but of a kind that no item of this terminal is made for. */
    NOT_SERVED,
    /** The reader itself is gone. */
    READER_GONE;

    /** Whether the card was read, and what it said found wanting. */
    public boolean wasRead() {
        return switch (this) {
            case CHECK_DIGIT, EXPIRED, NOT_YET_VALID, NOT_SERVED -> true;
            case ABSENT, MOVED, REFUSED, UNREADABLE, READER_GONE -> false;
        };
    }
}
