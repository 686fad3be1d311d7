package banyan.item;

/** How a personal value is covered on screen; paper and the field being edited show it whole. */
public enum Mask {
    NONE,
    NAME,
    ID,
    PHONE,
    CARD,
    ADDRESS;

    /** The covered form, by {@link Masks}. */
    public String cover(String value, Language language) {
        return switch (this) {
            case NONE -> value;
            case NAME -> Masks.name(value);
            case ID -> Masks.id(value);
            case PHONE -> Masks.phone(value);
            case CARD -> Masks.card(value, language);
            case ADDRESS -> Masks.address(value);
        };
    }
}
