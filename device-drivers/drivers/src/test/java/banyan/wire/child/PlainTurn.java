package banyan.wire.child;

import banyan.device.Deadline;
import banyan.device.DeviceThread;
import banyan.device.Fault;
import banyan.device.Outcome;
import banyan.device.Turn;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** A piece of work that nobody cancels. */
record PlainTurn(Deadline deadline) implements Turn {
    static PlainTurn ofSeconds(int seconds) {
        return new PlainTurn(Deadline.in(Duration.ofSeconds(seconds)));
    }

    @Override
    public Optional<Fault> over() {
        return deadline.passed() ? Optional.of(DeviceThread.LATE) : Optional.empty();
    }

    @Override
    public void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    @Override
    public <T> Outcome<T> await(CompletableFuture<Outcome<T>> elsewhere, Duration atMost, Fault late) {
        try {
            return elsewhere.get(
                    Math.min(atMost.toNanos(), deadline.left().toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            return Outcome.failed(late);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void busy() {}

    @Override
    public void heard() {}
}
