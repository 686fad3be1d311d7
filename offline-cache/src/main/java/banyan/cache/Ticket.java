package banyan.cache;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One piece of work for the journal's thread, and the place where its asker waits. It can be withdrawn until it has begun. */
final class Ticket<T> {
    private enum Stage {
        QUEUED,
        BEGUN,
        WITHDRAWN
    }

    private final Supplier<T> work;
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.QUEUED);
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile @Nullable T value;
    private volatile @Nullable RuntimeException bug;

    /** How the wait ended. */
    sealed interface Outcome<T> {
        record Done<T>(T value) implements Outcome<T> {}

        /** It was not begun in time and will never be done. */
        record Withdrawn<T>() implements Outcome<T> {}

        /** It was begun and had not ended in time; it goes on. */
        record Running<T>() implements Outcome<T> {}

        /** What it gave; empty where it had not ended in time, for whatever reason. */
        default Optional<T> done() {
            return this instanceof Done<T>(var value) ? Optional.of(value) : Optional.empty();
        }
    }

    Ticket(Supplier<T> work) {
        this.work = work;
    }

    /** On the journal's thread: does the work unless it was withdrawn. */
    void run() {
        if (!stage.compareAndSet(Stage.QUEUED, Stage.BEGUN)) {
            return;
        }
        try {
            value = work.get();
        } catch (RuntimeException thrown) {
            bug = thrown;
        } finally {
            done.countDown();
        }
    }

    void withdraw() {
        if (stage.compareAndSet(Stage.QUEUED, Stage.WITHDRAWN)) {
            done.countDown();
        }
    }

    /** On the asker's thread. */
    Outcome<T> await(Duration deadline) {
        boolean ended;
        try {
            ended = done.await(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            ended = false;
        }
        if (!ended) {
            withdraw();
        }
        if (stage.get() == Stage.WITHDRAWN) {
            return new Outcome.Withdrawn<>();
        }
        if (done.getCount() > 0) {
            return new Outcome.Running<>();
        }
        if (bug != null) {
            throw new IllegalStateException("the journal's work failed", bug);
        }
        T result = value;
        if (result == null) {
            throw new IllegalStateException("the journal's work gave nothing");
        }
        return new Outcome.Done<>(result);
    }
}
