package banyan.conformance;

import banyan.device.Fault;
import banyan.device.Outcome;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A command on a thread of its own, after that thread has begun to wait. */
final class Call {
    private static final Duration BEGINNING = Duration.ofSeconds(1);

    private final CompletableFuture<Outcome<?>> outcome = new CompletableFuture<>();
    private final Thread caller;

    Call(Supplier<Outcome<?>> command) {
        caller = Thread.ofVirtual().start(() -> outcome.complete(command.get()));
        Patience.until(BEGINNING, "the caller waits", () -> caller.getState() == Thread.State.TIMED_WAITING);
    }

    void interrupt() {
        caller.interrupt();
    }

    boolean ended() {
        return outcome.isDone();
    }

    Fault fault() {
        return DeviceContract.fault(outcome.join());
    }
}
