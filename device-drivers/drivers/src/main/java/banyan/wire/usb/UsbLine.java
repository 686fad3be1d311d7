package banyan.wire.usb;

import banyan.device.Fault;
import banyan.device.Outcome;
import banyan.device.Turn;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * An open USB device, used by one thread. Each transfer has a limit of its size. Once it is gone it stays gone: a replugged device is a new line.
 */
public interface UsbLine extends AutoCloseable {
    /** Whether the device went away: then its fault. */
    Optional<Fault> lost();

    /**
     * Asks an endpoint such as {@code 0x81} for its next transfer of at most so many bytes, whenever that comes. Whoever stops waiting
     * for it keeps it and waits again: what the device has said is not lost.
     */
    CompletableFuture<Outcome<byte[]>> next(int endpoint, int most);

    /** Sends all of it to an endpoint such as {@code 0x02}. */
    Outcome<Boolean> out(Turn turn, int endpoint, byte[] bytes, Duration atMost);

    @Override
    void close();
}
