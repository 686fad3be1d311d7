package banyan.driver.samv;

/**
 * Requests to the module: {@code AA AA AA 96 69}, length (2, big-endian), command, parameter, XOR of all after the preamble.
 * The length counts command, parameter and XOR.
 */
enum Commands {
    /** How the module is. */
    STATUS(0x11, 0xFF),
    /** Look for a card. A card answers only once, until it is lifted. */
    FIND(0x20, 0x01),
    /** Take the card that was found. */
    SELECT(0x20, 0x02),
    /** Text and photo of the selected card. */
    READ_BASE(0x30, 0x01);

    private final int command;
    private final int parameter;

    Commands(int command, int parameter) {
        this.command = command;
        this.parameter = parameter;
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
