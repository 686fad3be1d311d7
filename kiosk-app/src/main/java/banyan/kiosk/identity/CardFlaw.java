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
    /** The reader itself is gone. */
    READER_GONE
}
