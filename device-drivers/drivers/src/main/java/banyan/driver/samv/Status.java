package banyan.driver.samv;

import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;

/** The three status bytes of an answer; what the module has to say is in the last. */
record Status(int sw1, int sw2, int sw3) {
    static final int OK = 0x90;
    static final int CARD_FOUND = 0x9F;
    static final int NO_CARD = 0x80;

    private static final int NOT_ON_CARD = 0x91;
    private static final int COMMAND_UNKNOWN = 0x21;
    private static final int NOT_PERMITTED = 0x23;

    /** Whether the whole status is this one. */
    boolean is(int word) {
        return sw1 == 0 && sw2 == 0 && sw3 == word;
    }

    /** Whether there is no such item: the card has none, or the module is older than the item. */
    boolean noSuchItem() {
        return is(NOT_ON_CARD) || is(COMMAND_UNKNOWN) || is(NOT_PERMITTED);
    }

    /** Checksum or length of the request wrong. */
    boolean notUnderstood() {
        return sw3 == 0x10 || sw3 == 0x11;
    }

    /** The fault that a status other than {@link #OK} and {@link #CARD_FOUND} means. */
    Fault fault() {
        return switch (sw3) {
            case NO_CARD -> new Fault(Kind.MEDIA, Remedy.ASK_CITIZEN, "ID-CARD-ABSENT");
            // Select failed, read failed, random number failed: the card is no longer where it was.
            case 0x81, 0x41, 0x47 -> new Fault(Kind.MEDIA, Remedy.ASK_CITIZEN, "ID-CARD-MOVED");
            // Card rejected module, module rejected card, information check failed.
            case 0x31, 0x32, 0x33 -> new Fault(Kind.MEDIA, Remedy.ASK_CITIZEN, "ID-CARD-REFUSED");
            case 0x40 -> new Fault(Kind.MEDIA, Remedy.CALL_STAFF, "ID-CARD-UNREADABLE");
            case 0x10, 0x11 -> new Fault(Kind.PROTOCOL, Remedy.RETRY, "READER-GARBLED");
            case 0x60 -> new Fault(Kind.HARDWARE, Remedy.OUT_OF_SERVICE, "READER-SELF-TEST-FAILED");
            case 0x66 -> new Fault(Kind.HARDWARE, Remedy.OUT_OF_SERVICE, "READER-NOT-AUTHORISED");
            default -> new Fault(Kind.PROTOCOL, Remedy.RESET, "READER-STATUS-%02X".formatted(sw3));
        };
    }
}
