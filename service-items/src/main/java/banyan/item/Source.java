package banyan.item;

/** Where a value came from. Every prefilled value has one; the citizen sees it as a badge. */
public enum Source {
    ID_CARD(true),
    SOCIAL_CARD(true),
    /** Read off the bank card itself, which was put in for it. */
    BANK_CARD(true),
    /** An electronic licence, its seal verified by the centre. */
    LICENCE(true),
    /** A department's register, asked by the centre. */
    REGISTER(true),
    /** What the citizen once filled in; it may be out of date and is marked to be looked at. */
    LAST_FILING(false),
    /** Filled in now. */
    CITIZEN(true);

    private final boolean settled;

    Source(boolean settled) {
        this.settled = settled;
    }

    /** False where the badge asks the citizen to check the value. */
    public boolean settled() {
        return settled;
    }
}
