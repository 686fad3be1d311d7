package banyan.driver.samv;

/**
 * Requests to the module: {@code AA AA AA 96 69}, length (2, big-endian), command, parameter, XOR of all after the preamble.
 * The length counts command, parameter and XOR.
 */
enum Commands {
    /** How the module is. */
    STATUS(0x11, 0xFF),
    /** Which module it is. */
    MODULE_ID(0x12, 0xFF),
    /** Look for a card. A card answers only once, until it is lifted. */
    FIND(0x20, 0x01),
    /** Take the card that was found. */
    SELECT(0x20, 0x02),
    /** Text and photo of the selected card. */
    READ_BASE(0x30, 0x01),
    /** The same and the fingerprints. */
    READ_WITH_FINGERPRINTS(0x30, 0x10),
    /** The address that was stored after the card was issued. */
    READ_NEWEST_ADDRESS(0x30, 0x03);

    /** A selected card answers with its serial number, which is much shorter than a record. */
    private static final int SERIAL_AT_MOST = 32;

    /** 35 characters of UTF-16; a record begins with more than that. */
    private static final int ADDRESS = 70;

    /** Two lengths, text and photo of the usual sizes. */
    private static final int BASE = 4 + 256 + 1024;

    /** With a third length; the fingerprints follow. */
    private static final int BASE_BEFORE_FINGERPRINTS = 6 + 256 + 1024;

    private static final int FINGERPRINT = 512;

    private final int command;
    private final int parameter;

    Commands(int command, int parameter) {
        this.command = command;
        this.parameter = parameter;
    }

    /**
     * Whether an answer can be one to this request. Answers carry no number: after a pause on the line the answer to an earlier
     * request may arrive in the place of this one's.
     */
    boolean answeredBy(Status status, int data) {
        if (status.is(Status.OK)) {
            return switch (this) {
                case STATUS -> data == 0;
                case MODULE_ID -> data == ModuleId.LENGTH;
                case FIND -> false;
                case SELECT -> data > 0 && data <= SERIAL_AT_MOST;
                case READ_BASE -> data > ADDRESS && !isBaseWithFingerprints(data);
                case READ_WITH_FINGERPRINTS -> data > ADDRESS && data != BASE;
                case READ_NEWEST_ADDRESS -> data > SERIAL_AT_MOST && data <= ADDRESS;
            };
        }
        boolean ofFinding = status.is(Status.CARD_FOUND) || status.is(Status.NO_CARD);
        return !ofFinding || this == FIND;
    }

    private static boolean isBaseWithFingerprints(int data) {
        int fingerprints = data - BASE_BEFORE_FINGERPRINTS;
        return fingerprints >= 0 && fingerprints % FINGERPRINT == 0;
    }

    /** The bytes to send. */
    byte[] request() {
        int length = 3;
        int xor = length ^ command ^ parameter;
        return new byte[] {
            (byte) 0xAA,
            (byte) 0xAA,
            (byte) 0xAA,
            (byte) 0x96,
            0x69,
            0,
            (byte) length,
            (byte) command,
            (byte) parameter,
            (byte) xor
        };
    }
}
