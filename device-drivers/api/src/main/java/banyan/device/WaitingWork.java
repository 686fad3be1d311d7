package banyan.device;

import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The work that waits for a device's thread: no more commands than have a place, and before them what needs none. */
final class WaitingWork {
    private final LinkedBlockingDeque<Work<?>> queue = new LinkedBlockingDeque<>();
    private final Semaphore places = new Semaphore(DeviceThread.WAITING_COMMANDS + 1);
    private volatile boolean ended;

    /** False where no place is left. What comes after the end is answered at once. */
    boolean add(Work<?> work) {
        if (!work.takesPlace()) {
            queue.addFirst(work);
        } else if (places.tryAcquire()) {
            queue.addLast(work);
        } else {
            return false;
        }
        // Closed in between: nobody would take it from the queue any more.
        if (ended && queue.remove(work)) {
            work.finish(Outcome.failed(DeviceThread.CLOSED));
        }
        return true;
    }

    /** Cancels what waits; what is to run to its end only where that is said. */
    void cancel(boolean evenToItsEnd) {
        queue.forEach(work -> {
            if (evenToItsEnd || work.forgettable()) {
                work.cancel();
            }
        });
    }

    /** What is to be done next, or null where nothing comes for so long. */
    @Nullable Work<?> next(long nanos) throws InterruptedException {
        return queue.poll(nanos, TimeUnit.NANOSECONDS);
    }

    /** Takes back what still waits; false where it does not wait any more. */
    boolean withdrawn(Work<?> work) {
        return queue.remove(work);
    }

    /** A command has ended that took a place. */
    void leave() {
        places.release();
    }

    /** Nobody takes anything from here any more. */
    void end() {
        ended = true;
        for (Work<?> left = queue.poll(); left != null; left = queue.poll()) {
            left.finish(Outcome.failed(DeviceThread.CLOSED));
        }
    }
}
