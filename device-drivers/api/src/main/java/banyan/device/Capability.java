package banyan.device;

/** What a device may be able to do. A command that its {@link Device#capabilities} leave out answers {@link Fault.Kind#UNSUPPORTED}. */
public enum Capability {
    /** {@link IdCardReader#awaitCard}. */
    FIND_CARD,
    /** {@link IdCardReader#read}. */
    READ_CARD,
    /** {@link IdCardReader#readWithFingerprints}. */
    READ_CARD_FINGERPRINTS,
    /** {@link DocumentCamera#live}. */
    LIVE_PICTURE,
    /** {@link DocumentCamera#still}. */
    STILL,
    /** {@link SignaturePad#capture}. */
    INK,
    /** {@link Printer#print}. */
    PRINT,
    /** {@link ReceiptPrinter#print}. */
    PRINT_RECEIPT,
    /** {@link Scanner#scan}. */
    SCAN,
    /** {@link SmartCardTerminal#awaitCard}, {@link SmartCardTerminal#awaitRemoval}. */
    FIND_SMART_CARD,
    /** {@link SmartCardTerminal#read}. */
    READ_SMART_CARD,
    /** {@link FingerprintPad#capture}, {@link FingerprintPad#awaitLifted}. */
    CAPTURE_FINGER,
    /** {@link CodeScanner#listen}. */
    SCAN_CODE,
    /** {@link DocumentCabinet#open}, {@link DocumentCabinet#awaitClosed}. */
    OPEN_DOOR,
    /** {@link Auxiliaries#readings}. */
    SENSE,
    /** {@link Auxiliaries#light}. */
    LIGHT
}
