package banyan.server.wire;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The requests that are inside, so that an end can wait for them. */
final class UnderWay {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition fewer = lock.newCondition();
    private int inside;
    private boolean ending;

    /** Counts one in; false if nobody is let in any more. */
    boolean enter() {
        lock.lock();
        try {
            inside += ending ? 0 : 1;
            return !ending;
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            inside--;
            fewer.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets nobody in any more and waits for those inside; says how many of them were left in the end. */
    int end(Duration most) {
        lock.lock();
        try {
            ending = true;
            long left = most.toNanos();
            while (inside > 0 && left > 0) {
                left = fewer.awaitNanos(left);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return left();
    }

    private int left() {
        lock.lock();
        try {
            return inside;
        } finally {
            lock.unlock();
        }
    }
}
