package banyan.item;

/** How sure one must be who is there, from least to most. */
public enum IdentityLevel {
    /** Nobody needs to say who they are. */
    NONE,
    /** The identity card was read. */
    CARD,
    /** The card was read and the face compared. */
    CARD_AND_FACE;

    public boolean suffices(IdentityLevel needed) {
        return compareTo(needed) >= 0;
    }
}
