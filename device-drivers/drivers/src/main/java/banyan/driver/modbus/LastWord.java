package banyan.driver.modbus;

import banyan.device.Deadline;
import banyan.device.DeviceThread;
import banyan.device.Fault;
import banyan.device.Outcome;
import banyan.device.Turn;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The moment after a turn that is over, for what must not be left as it is: a lock that is held, a lamp that blinks. It is short,
 * and nothing but its own end ends it.
 */
final class LastWord implements Turn {

    private final Deadline deadline;

    private LastWord(Duration time) {
        this.deadline = Deadline.in(time);
    }

    static LastWord lasting(Duration time) {
        // The interrupt was for the turn before, which has seen it.
        boolean _ = Thread.interrupted();
        return new LastWord(time);
    }

    @Override
    public Deadline deadline() {
        return deadline;
    }

    @Override
    public Optional<Fault> over() {
        return deadline.passed() ? Optional.of(DeviceThread.LATE) : Optional.empty();
    }

    @Override
    public void pause(Duration time) {
        LockSupport.parkNanos(Math.min(time.toNanos(), deadline.left().toNanos()));
    }

    @Override
    public <T> Outcome<T> await(CompletableFuture<Outcome<T>> elsewhere, Duration atMost, Fault late) {
        return elsewhere.completeOnTimeout(
                        Outcome.failed(late), atMost.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    @Override
    public void busy() {
        // It says nothing about the device.
    }

    @Override
    public void heard() {
        // Likewise.
    }
}
