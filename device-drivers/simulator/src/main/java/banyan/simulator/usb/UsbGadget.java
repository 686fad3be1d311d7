package banyan.simulator.usb;

import java.util.Optional;

/** What a USB device does with the transfers that reach it. Called on the connection's thread, one call at a time. */
public interface UsbGadget {
    int vendor();

    int product();

    /**
     * A control transfer.
     *
     * @param setup its eight bytes
     * @param data what the host sends with it
     * @return what is sent back; empty for a stall
     */
    Optional<byte[]> control(byte[] setup, byte[] data);

    /** What the host sent to a bulk endpoint such as {@code 0x02}. */
    void received(int endpoint, byte[] bytes);

    /** A host has taken the device, which begins anew. */
    default void taken() {}
}
