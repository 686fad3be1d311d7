package banyan.simulator.traffic;

/** What a protocol calls its frames. Pure, and never throws: any bytes may be on a wire. */
@FunctionalInterface
public interface Words {
    /**
     * Names one frame.
     *
     * @param way which way it went
     * @param bytes the frame as it was on the wire
     * @param asked what the terminal sent last before it; empty at first
     */
    Spoken of(Way way, byte[] bytes, byte[] asked);
}
