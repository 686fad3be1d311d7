package banyan.device;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A command on its way from its caller to the device's thread and back. */
final class Work<T> implements Turn {
    private final Owner owner;
    private final Deadline deadline;
    private final DeviceThread.Command<T> command;
    private final boolean takesPlace;
    private final boolean forgettable;
    private final CompletableFuture<Outcome<T>> outcome = new CompletableFuture<>();
    private volatile boolean cancelled;

    /** What a command asks of the device's thread, and tells it. */
    interface Owner {
        /** Whether the device is being closed. */
        boolean closing();

        /** Takes back what still waits; false where it does not wait any more. */
        boolean withdrawn(Work<?> work);

        /** Wakes the thread out of this work, where it runs. */
        void interrupt(Work<?> work);

        /** A command has ended that took a place. */
        void leave();

        void busy();

        void heard();
    }

    /**
     * One that has not begun.
     *
     * @param takesPlace whether it is one of the commands that may wait, and needs the device open
     * @param forgettable whether {@link DeviceThread#forget} ends it
     */
    Work(Owner owner, Deadline deadline, DeviceThread.Command<T> command, boolean takesPlace, boolean forgettable) {
        this.owner = owner;
        this.deadline = deadline;
        this.command = command;
        this.takesPlace = takesPlace;
        this.forgettable = forgettable;
    }

    boolean takesPlace() {
        return takesPlace;
    }

    boolean forgettable() {
        return forgettable;
    }

    /** The device's side: does it. */
    Outcome<T> run() {
        return command.run(this);
    }

    /** The caller's side: waits, and gives up at the deadline or when interrupted. */
    Outcome<T> result() {
        try {
            return outcome.get(deadline.left().plus(DeviceThread.GRACE).toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            cancel();
            Thread.currentThread().interrupt();
            return Outcome.failed(DeviceThread.CANCELLED);
        } catch (TimeoutException _) {
            cancel();
            return Outcome.failed(DeviceThread.LATE);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a command's outcome is never an exception", e);
        }
    }

    void cancel() {
        cancelled = true;
        if (owner.withdrawn(this)) {
            finish(Outcome.failed(owner.closing() ? DeviceThread.CLOSED : DeviceThread.CANCELLED));
            return;
        }
        owner.interrupt(this);
    }

    void finish(Outcome<T> result) {
        if (takesPlace) {
            owner.leave();
        }
        boolean _ = outcome.complete(result);
    }

    @Override
    public Deadline deadline() {
        return deadline;
    }

    @Override
    public Optional<Fault> over() {
        if (owner.closing()) {
            return Optional.of(DeviceThread.CLOSED);
        }
        if (cancelled) {
            return Optional.of(DeviceThread.CANCELLED);
        }
        return deadline.passed() ? Optional.of(DeviceThread.LATE) : Optional.empty();
    }

    @Override
    public void pause(Duration time) {
        if (over().isPresent()) {
            return;
        }
        try {
            Thread.sleep(time.compareTo(deadline.left()) < 0 ? time : deadline.left());
        } catch (InterruptedException _) {
            // Cancelled: over() says so.
        }
    }

    @Override
    public <R> Outcome<R> await(CompletableFuture<Outcome<R>> elsewhere, Duration atMost, Fault late) {
        Deadline limit = Deadline.in(atMost);
        boolean caller = deadline.nanoTime() - limit.nanoTime() < 0;
        try {
            return elsewhere.get(
                    Math.max(0, (caller ? deadline : limit).left().toNanos()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            return Outcome.failed(over().orElse(DeviceThread.CANCELLED));
        } catch (TimeoutException _) {
            return Outcome.failed(caller ? DeviceThread.LATE : late);
        } catch (ExecutionException e) {
            throw new IllegalStateException("what is awaited elsewhere ends in an outcome", e);
        }
    }

    @Override
    public void busy() {
        owner.busy();
    }

    @Override
    public void heard() {
        owner.heard();
    }
}
