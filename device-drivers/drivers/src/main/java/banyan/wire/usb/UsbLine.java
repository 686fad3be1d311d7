package banyan.wire.usb;

import banyan.device.Fault;
import banyan.device.Outcome;
import banyan.device.Turn;
import java.time.Duration;
import java.util.Optional;

/**
 * An open USB device, used by one thread. Each transfer has a limit of time and of size; one that was given up leaves nothing that
 * a later one could take for its own. Once it is gone it stays gone: a replugged device is a new line.
 */
public interface UsbLine extends AutoCloseable {
    /** Whether the device went away: then its fault. */
    Optional<Fault> lost();

    /** Takes one transfer of at most so many bytes from an endpoint such as {@code 0x81}. */
    Outcome<byte[]> in(Turn turn, int endpoint, int most, Duration atMost);

    /** Sends all of it to an endpoint such as {@code 0x02}. */
    Outcome<Boolean> out(Turn turn, int endpoint, byte[] bytes, Duration atMost);

    @Override
    void close();
}
