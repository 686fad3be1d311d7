package banyan.simulator.idcard;

/** The third status byte of a SAM_V answer; the first two are always zero. */
final class SamStatus {
    static final int DONE = 0x90;
    static final int CARD_FOUND = 0x9F;
    static final int CHECKSUM_WRONG = 0x10;
    static final int LENGTH_WRONG = 0x11;
    static final int COMMAND_WRONG = 0x21;
    static final int READ_FAILED = 0x41;
    static final int SELF_TEST_FAILED = 0x60;
    static final int FIND_FAILED = 0x80;
    static final int SELECT_FAILED = 0x81;
    static final int NOT_ON_CARD = 0x91;

    private SamStatus() {}
}
