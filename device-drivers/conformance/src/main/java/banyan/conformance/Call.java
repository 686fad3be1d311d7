package banyan.conformance;

import banyan.device.Fault;
import banyan.device.Outcome;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A command on a thread of its own, after that thread has begun to wait. */
final class Call {
    private final CompletableFuture<Outcome<?>> outcome = new CompletableFuture<>();
    private final Thread caller;

    Call(Supplier<Outcome<?>> command) {
        caller = Thread.ofVirtual().start(() -> outcome.complete(command.get()));
        Patience.until(Bench.NOTICED, "the caller waits", () -> caller.getState() == Thread.State.TIMED_WAITING);
    }

    void interrupt() {
        caller.interrupt();
    }

    boolean isOver() {
        return outcome.isDone();
    }

    /** What it yielded, where it went well. */
    Object value() {
        return Bench.value(outcome.join());
    }

    Fault fault() {
        return Bench.fault(outcome.join());
    }
}
