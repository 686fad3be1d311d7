package banyan.device;

/** How deep a device is examined, as UnifiedPOS divides {@code checkHealth}. */
public enum Depth {
    /** What driver and machine can say without the device: its port is open, its thread answers. */
    INTERNAL,
    /** The device is asked, and answers for itself; nothing moves and nothing is printed. */
    EXTERNAL,
    /** A person judges: a page is printed, a picture taken. The device does it; whether it is good, the person says. */
    INTERACTIVE
}
