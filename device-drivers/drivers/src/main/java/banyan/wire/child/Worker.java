package banyan.wire.child;

import banyan.device.Deadline;
import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import banyan.device.Outcome;
import banyan.device.Turn;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whoever does a {@link ChildWork}, as a driver's wire sees it: asked from the device's own thread, and never waited for longer
 * than told. Requests are done one after the other, in the order in which they were made.
 */
public abstract sealed class Worker implements AutoCloseable permits ChildProcess, ThreadWorker {
    /** So many requests may be unanswered; more are not made of one that hangs, so that no pipe fills up. */
    static final int UNANSWERED = 12;

    /** One that was asked and says nothing for so long is taken for hung, and replaced when it is needed again. */
    private static final Duration HUNG = Duration.ofSeconds(10);

    /** What was asked before may still be answered in this time. */
    private static final Duration DRAINING = Duration.ofMillis(1500);

    private static final Duration STEP = Duration.ofMillis(5);

    /** The work ended on its own. */
    protected final Fault ended;

    /** It ended more often than its budget allows. */
    protected final Fault keepsEnding;

    /** It does not answer. */
    protected final Fault silent;

    private final Map<Integer, CompletableFuture<Outcome<byte[]>>> asked = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();
    private volatile long heardNanos = System.nanoTime();

    /** @param device the word that the fault codes begin with, such as {@code SMART-CARD} */
    protected Worker(String device) {
        ended = new Fault(Kind.DISCONNECTED, Remedy.RESET, device + "-CHILD-ENDED");
        keepsEnding = new Fault(Kind.HARDWARE, Remedy.CALL_STAFF, device + "-CHILD-KEEPS-ENDING");
        silent = new Fault(Kind.TIMEOUT, Remedy.RESET, device + "-SILENT");
    }

    /**
     * Has somebody there who can be asked: starts one where none is, and replaces one that has hung for too long.
     *
     * <p>Faults: {@code …-CHILD-KEEPS-ENDING} of kind {@link Kind#HARDWARE}, {@code …-CHILD-ENDED}, {@code …-SILENT}.
     */
    public final Outcome<Boolean> ready(Turn turn) {
        // One that was only slow, or whose library waited for something that has come back, is as good as new.
        Deadline limit = Deadline.in(DRAINING);
        while (!asked.isEmpty() && !limit.passed() && turn.over().isEmpty()) {
            turn.pause(STEP);
        }
        if (!asked.isEmpty()) {
            if (System.nanoTime() - heardNanos < HUNG.toNanos()) {
                return Outcome.failed(turn.over().orElse(silent));
            }
            abandon();
        }
        return started();
    }

    /** One is there, or is started now. */
    abstract Outcome<Boolean> started();

    /** The one that is there has hung. */
    abstract void abandon();

    /** Asks, and waits for the answer at most that long. An answer that comes later is overwritten and forgotten. */
    public final Outcome<byte[]> ask(Turn turn, byte[] request, Duration atMost) {
        if (asked.size() >= UNANSWERED) {
            turn.pause(atMost);
            return Outcome.failed(turn.over().orElse(silent));
        }
        CompletableFuture<Outcome<byte[]>> answer = new CompletableFuture<>();
        send(request, answer);
        Outcome<byte[]> outcome = turn.await(answer, atMost, silent);
        if (outcome instanceof Outcome.Failed) {
            discard(answer);
        }
        return outcome;
    }

    /** Has something done without waiting for it. */
    public final void tell(byte[] request) {
        if (asked.size() < UNANSWERED) {
            CompletableFuture<Outcome<byte[]>> answer = new CompletableFuture<>();
            discard(answer);
            send(request, answer);
        }
    }

    private void send(byte[] request, CompletableFuture<Outcome<byte[]>> answer) {
        int id = number.updateAndGet(last -> last == Integer.MAX_VALUE ? 1 : last + 1);
        if (asked.isEmpty()) {
            heardNanos = System.nanoTime();
        }
        asked.put(id, answer);
        pass(id, request);
    }

    /** Taken by nobody: overwritten as soon as it is there. */
    private static void discard(CompletableFuture<Outcome<byte[]>> answer) {
        var _ = answer.thenAccept(outcome -> {
            if (outcome instanceof Outcome.Done<byte[]>(var bytes)) {
                Arrays.fill(bytes, (byte) 0);
            }
        });
    }

    /** Whether some request has no answer yet. */
    final boolean waiting() {
        return !asked.isEmpty();
    }

    /** Hands a request on; where there is nobody, {@link #gone} answers it. */
    abstract void pass(int id, byte[] request);

    /** From any thread: this is the answer to that request. */
    final void answered(int id, byte[] answer) {
        heardNanos = System.nanoTime();
        CompletableFuture<Outcome<byte[]>> waiting = asked.remove(id);
        if (waiting == null || !waiting.complete(Outcome.done(answer))) {
            Arrays.fill(answer, (byte) 0);
        }
    }

    /** From any thread: what was asked will not be answered any more. */
    final void gone(Fault why) {
        for (Integer id : asked.keySet()) {
            CompletableFuture<Outcome<byte[]>> waiting = asked.remove(id);
            if (waiting != null) {
                boolean _ = waiting.complete(Outcome.failed(why));
            }
        }
    }

    /** Overwrites what of earlier answers still lies between here and there. */
    public abstract void forget();

    /** Ends it at once, whatever it does. */
    @Override
    public abstract void close();
}
