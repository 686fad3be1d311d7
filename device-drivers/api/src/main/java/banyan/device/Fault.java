package banyan.device;

/**
 * An expected failure of a device.
 *
 * @param kind what went wrong, in the words of XFS4IoT where it has one
 * @param remedy what helps, and therefore what the citizen or the staff is asked to do
 * @param code a fixed identifier such as {@code ID-CARD-MOVED}; never data of a person, so that it can be logged and shown
 */
public record Fault(Kind kind, Remedy remedy, String code) {
    /** What went wrong. */
    public enum Kind {
        /** The device does not answer because it is not there: unplugged, switched off, its port gone. */
        DISCONNECTED,
        /** The deadline passed. */
        TIMEOUT,
        /** What came over the wire is not the protocol. */
        PROTOCOL,
        /** The device or its queue is taken. */
        BUSY,
        /** This model cannot do that; its capabilities said so. */
        UNSUPPORTED,
        /** The device reports that it is broken. */
        HARDWARE,
        /** Card or paper: absent, moved, jammed, used up, not accepted. */
        MEDIA,
        /** The citizen did something else than asked. */
        USER,
        /** Somebody cancelled the command. */
        CANCELLED,
        /** The housing or the device was tampered with. */
        TAMPER
    }

    /** What helps. */
    public enum Remedy {
        /** Try the same once more. */
        RETRY,
        /** Reset or reopen the device, then retry. */
        RESET,
        /** Take out what is stuck. */
        CLEAR_PATH,
        /** Fill up paper or toner. */
        REFILL,
        /** Ask the citizen to do something: lift the card, lay the page flat. */
        ASK_CITIZEN,
        /** Somebody has to come. */
        CALL_STAFF,
        /** The device is out of service until repaired. */
        OUT_OF_SERVICE
    }
}
