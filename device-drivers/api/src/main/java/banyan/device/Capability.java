package banyan.device;

/** What a device may be able to do. A command that its {@link Device#capabilities} leave out answers {@link Fault.Kind#UNSUPPORTED}. */
public enum Capability {
    /** {@link IdCardReader#awaitCard}. */
    FIND_CARD,
    /** {@link IdCardReader#read}. */
    READ_CARD,
    /** {@link DocumentCamera#live}. */
    LIVE_PICTURE,
    /** {@link DocumentCamera#still}. */
    STILL,
    /** {@link SignaturePad#capture}. */
    INK,
    /** {@link Printer#print}. */
    PRINT
}
