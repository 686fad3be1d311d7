package banyan.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Callers who come one after the other as quickly as they are answered, or at a rate of their own whatever the answers do. */
final class Load {
    private Load() {}

    /** One thing done again and again on a connection of its own. */
    interface Step extends AutoCloseable {
        void take() throws Exception;

        @Override
        void close() throws Exception;
    }

    private record One(int status, long nanos) {}

    /** The answers that came, and in what time. */
    static final class Result {
        private final Collection<One> answers;
        private final double seconds;

        private Result(Collection<One> answers, double seconds) {
            this.answers = answers;
            this.seconds = seconds;
        }

        int count(int status) {
            return (int) answers.stream().filter(one -> one.status() == status).count();
        }

        double perSecond(int status) {
            return count(status) / seconds;
        }

        /** So many of all were answered within this time. */
        double millis(double share) {
            long[] sorted = answers.stream().mapToLong(One::nanos).sorted().toArray();
            return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))] / 1e6;
        }
    }

    /** Each caller sends the next request as soon as it has the answer to its last. */
    static Result closed(URI to, List<byte[]> requests, int callers, Duration time)
            throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger();
        Collection<One> answers = new ConcurrentLinkedQueue<>();
        long began = System.nanoTime();
        together(callers, () -> {
            try (HttpLine line = new HttpLine(to)) {
                while (System.nanoTime() - began < time.toNanos()) {
                    int mine = next.getAndIncrement();
                    if (mine >= requests.size()) {
                        throw new IOException("there are too few requests for this time");
                    }
                    long sent = System.nanoTime();
                    answers.add(new One(line.send(requests.get(mine)).status(), System.nanoTime() - sent));
                }
            }
            return true;
        });
        return new Result(answers, (System.nanoTime() - began) / 1e9);
    }

    /** One comes every so often. Who finds all callers busy waits, and that is counted. */
    static Result open(URI to, List<byte[]> requests, int callers, int perSecond)
            throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger();
        Collection<One> answers = new ConcurrentLinkedQueue<>();
        long began = System.nanoTime();
        together(callers, () -> {
            try (HttpLine line = new HttpLine(to)) {
                for (int mine = next.getAndIncrement(); mine < requests.size(); mine = next.getAndIncrement()) {
                    long due = began + mine * 1_000_000_000L / perSecond;
                    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                        LockSupport.parkNanos(left);
                    }
                    answers.add(new One(line.send(requests.get(mine)).status(), System.nanoTime() - due));
                }
            }
            return true;
        });
        return new Result(answers, (System.nanoTime() - began) / 1e9);
    }

    /** How many steps a second so many take side by side. */
    static double inTurn(int callers, Duration time, Callable<Step> made) throws InterruptedException, ExecutionException {
        AtomicInteger done = new AtomicInteger();
        long began = System.nanoTime();
        together(callers, () -> {
            try (Step step = made.call()) {
                while (System.nanoTime() - began < time.toNanos()) {
                    step.take();
                    done.incrementAndGet();
                }
            }
            return true;
        });
        return done.get() * 1e9 / (System.nanoTime() - began);
    }

    private static void together(int callers, Callable<Boolean> each) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                all.add(threads.submit(each));
            }
            for (Future<Boolean> one : all) {
                one.get();
            }
        }
    }
}
