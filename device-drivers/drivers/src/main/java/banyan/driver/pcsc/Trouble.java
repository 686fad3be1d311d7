package banyan.driver.pcsc;

import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;

/** What PC/SC may say instead of doing what it was asked, as far as it makes a difference to anybody. */
enum Trouble {
    /** libpcsclite is not installed. */
    NO_LIBRARY(Kind.UNSUPPORTED, Remedy.OUT_OF_SERVICE, "SMART-CARD-LIBRARY-MISSING"),
    /** pcscd does not run, or has just ended. */
    NO_SERVICE(Kind.DISCONNECTED, Remedy.CALL_STAFF, "SMART-CARD-NO-SERVICE"),
    /** pcscd runs and has no such reader. */
    NO_READER(Kind.DISCONNECTED, Remedy.CALL_STAFF, "SMART-CARD-UNPLUGGED"),
    /** This user may not use pcscd. */
    FORBIDDEN(Kind.DISCONNECTED, Remedy.CALL_STAFF, "SMART-CARD-PORT-FORBIDDEN"),
    /** Another program holds the card. */
    TAKEN(Kind.BUSY, Remedy.CALL_STAFF, "SMART-CARD-PORT-TAKEN"),
    /** No card, or it went away. */
    CARD_GONE(Kind.MEDIA, Remedy.ASK_CITIZEN, "SMART-CARD-MOVED"),
    /** A card that does not answer to reset. */
    MUTE(Kind.MEDIA, Remedy.ASK_CITIZEN, "SMART-CARD-MUTE"),
    /** What came is not an answer of a card. */
    NO_ANSWER(Kind.MEDIA, Remedy.CALL_STAFF, "SMART-CARD-UNREADABLE"),
    /** Anything else. */
    FAILED(Kind.HARDWARE, Remedy.RESET, "SMART-CARD-FAILED");

    /** What fault codes begin with. */
    static final String DEVICE = "SMART-CARD";

    private final Fault fault;

    Trouble(Kind kind, Remedy remedy, String code) {
        fault = new Fault(kind, remedy, code);
    }

    Fault fault() {
        return fault;
    }

    /** By the error numbers of pcsc-lite's {@code pcsclite.h}. */
    static Trouble of(long number) {
        return switch ((int) number) {
            case 0x8010001D, 0x8010001E, 0x80100013, 0x80100003, 0x80100001 -> NO_SERVICE;
            case 0x80100009, 0x80100017, 0x8010002E -> NO_READER;
            case 0x80100027, 0x8010006A -> FORBIDDEN;
            case 0x8010000B -> TAKEN;
            case 0x8010000C, 0x80100016, 0x80100068, 0x80100069 -> CARD_GONE;
            case 0x8010000F, 0x80100065, 0x80100066, 0x80100067 -> MUTE;
            default -> FAILED;
        };
    }
}
