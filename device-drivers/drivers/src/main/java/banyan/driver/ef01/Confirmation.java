package banyan.driver.ef01;

import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;

/** The confirmation code that an answer begins with. */
record Confirmation(int code) {
    private static final int DONE = 0x00;
    private static final int PACKET_WRONG = 0x01;
    private static final int NO_FINGER = 0x02;
    private static final int NOT_COLLECTED = 0x03;
    private static final int PASSWORD_WRONG = 0x13;
    private static final int PASSWORD_WANTED = 0x21;

    static final Fault MOVED = new Fault(Kind.MEDIA, Remedy.ASK_CITIZEN, "FINGER-MOVED");
    static final Fault ABSENT = new Fault(Kind.MEDIA, Remedy.ASK_CITIZEN, "FINGER-ABSENT");
    static final Fault GARBLED = new Fault(Kind.PROTOCOL, Remedy.RETRY, "FINGER-GARBLED");

    boolean done() {
        return code == DONE;
    }

    /** The module says that our request did not reach it whole. */
    boolean notUnderstood() {
        return code == PACKET_WRONG;
    }

    boolean noFinger() {
        return code == NO_FINGER;
    }

    /** A finger lies there and no picture of it came about: it is still being laid, or it moves. */
    boolean notCollected() {
        return code == NOT_COLLECTED;
    }

    /** The fault that anything but {@link #done} means. */
    Fault fault() {
        return switch (code) {
            case PACKET_WRONG -> GARBLED;
            case NO_FINGER -> ABSENT;
            case NOT_COLLECTED -> MOVED;
            case PASSWORD_WRONG, PASSWORD_WANTED ->
                new Fault(Kind.HARDWARE, Remedy.CALL_STAFF, "FINGER-LOCKED");
            default -> new Fault(Kind.HARDWARE, Remedy.CALL_STAFF, "FINGER-STATUS-%02X".formatted(code));
        };
    }
}
