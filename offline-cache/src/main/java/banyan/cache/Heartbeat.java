package banyan.cache;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Asks on a schedule of its own whether the centre is there: seldom while it is heard, every few seconds while it is not, whatever
 * waits or has just been written. A question that hangs holds up neither the next one nor the sender.
 */
final class Heartbeat implements AutoCloseable {
    private final Sync.Pacing pacing;
    private final Runnable question;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean away = true;
    private boolean closed;
    private long heard;
    private long due = System.nanoTime();

    /** @param question asks, and says what it has learnt by {@link #heard} or {@link #lost} */
    Heartbeat(Sync.Pacing pacing, Runnable question) {
        this.pacing = pacing;
        this.question = question;
    }

    void start() {
        Thread.ofVirtual().name("heartbeat").start(this::run);
    }

    private void run() {
        lock.lock();
        try {
            while (!closed) {
                long left = due - System.nanoTime();
                if (left > 0) {
                    long _ = changed.awaitNanos(left);
                    continue;
                }
                due = System.nanoTime() + (away ? aWhile() : pacing.heartbeat().toNanos());
                Thread.ofVirtual().name("heartbeat-question").start(question);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** Different for each terminal and each time, and never longer than the pacing says. */
    private long aWhile() {
        long half = pacing.whileAway().toNanos() / 2;
        return half + Pace.some(half);
    }

    /** The centre has been heard. */
    void heard() {
        locked(() -> {
            away = false;
            heard = System.nanoTime();
            due = heard + pacing.heartbeat().toNanos();
        });
    }

    /** A call was lost: whether that was more than one is asked soon, and then again and again. */
    void lost() {
        locked(() -> {
            long soon = away ? aWhile() : Pace.some(pacing.first().toNanos());
            away = true;
            due = Math.min(due, System.nanoTime() + soon);
            changed.signalAll();
        });
    }

    /** Asks at once. */
    void now() {
        locked(() -> {
            due = System.nanoTime();
            changed.signalAll();
        });
    }

    /** Whether the centre has been heard since this moment, so that a loss that began before it says nothing more. */
    boolean heardSince(long nanoTime) {
        lock.lock();
        try {
            return !away && heard - nanoTime > 0;
        } finally {
            lock.unlock();
        }
    }

    private void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        locked(() -> {
            closed = true;
            changed.signalAll();
        });
    }
}
