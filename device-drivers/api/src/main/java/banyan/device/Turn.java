package banyan.device;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One piece of work on a device's own thread: how long it may take, and whether it is still wanted. A driver asks {@link #over}
 * in each of its loops, and waits only by {@link #pause} and {@link #await}: both end at once when the work is cancelled.
 */
public interface Turn {
    /** When this work must have ended. */
    Deadline deadline();

    /** Why this work must end now: its deadline passed, it was cancelled, or the device is being closed. Empty: go on. */
    Optional<Fault> over();

    /** Waits that long, or shorter where the work is over. */
    void pause(Duration time);

    /** Waits for what happens elsewhere, at most that long; {@code late} is the fault if it does not happen in time. */
    <T> Outcome<T> await(CompletableFuture<Outcome<T>> elsewhere, Duration atMost, Fault late);

    /** Says that the device is {@link DeviceState.Busy} until this work ends. */
    void busy();

    /** The device has just said something that can be relied on. */
    void heard();
}
