package banyan.device;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that owns a device. It opens the device, keeps it open, looks for it again when it is gone, runs the commands
 * one after the other, and tells each change of state once and in order. A driver brings only its {@link Wire}.
 *
 * <p>It is a platform thread, because native reads would hold a virtual thread's carrier.
 */
public final class DeviceThread implements AutoCloseable {
    /** Commands that may wait behind the running one; the next is answered {@link Fault.Kind#BUSY}. */
    public static final int WAITING_COMMANDS = 4;

    /** An opening, and a reset, is given up after this. */
    public static final Duration OPENING = Duration.ofSeconds(4);

    /** A device that is not there is looked for again after this, so that it is ready well within 2 s of being plugged in. */
    public static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(250);

    /** A caller waits this long beyond its deadline for the device's own word, which says more than "too late". */
    public static final Duration GRACE = Duration.ofMillis(150);

    /** Closing and forgetting wait this long for a thread that is inside native code. */
    static final Duration PATIENCE = Duration.ofMillis(900);

    /** The device was closed. */
    public static final Fault CLOSED = new Fault(Fault.Kind.CANCELLED, Fault.Remedy.RESET, "DEVICE-CLOSED");

    /** The caller was interrupted, or the device was told to forget or to reset. */
    public static final Fault CANCELLED = new Fault(Fault.Kind.CANCELLED, Fault.Remedy.RETRY, "COMMAND-CANCELLED");

    /** The command's deadline passed. */
    public static final Fault LATE = new Fault(Fault.Kind.TIMEOUT, Fault.Remedy.RETRY, "COMMAND-LATE");

    /** Too many commands wait already. */
    public static final Fault FULL = new Fault(Fault.Kind.BUSY, Fault.Remedy.RETRY, "COMMAND-QUEUE-FULL");

    /** A listener called back into its device and would have waited for itself. */
    public static final Fault OWN_THREAD = new Fault(Fault.Kind.BUSY, Fault.Remedy.RETRY, "COMMAND-FROM-LISTENER");

    /** The driver threw: a defect of the driver, told to the uncaught exception handler; the device is opened anew. */
    public static final Fault DEFECT = new Fault(Fault.Kind.HARDWARE, Fault.Remedy.RESET, "DRIVER-DEFECT");

    private static final Fault BY_A_PERSON =
            new Fault(Fault.Kind.UNSUPPORTED, Fault.Remedy.CALL_STAFF, "EXAMINED-BY-A-PERSON");

    private static final Fault NOT_OPEN = new Fault(Fault.Kind.DISCONNECTED, Fault.Remedy.RESET, "DEVICE-NOT-STARTED");

    private final String id;
    private final Wire wire;
    private final Duration calmAfter;
    private final Thread thread;
    private final LastWord word;
    private final WaitingWork waiting = new WaitingWork();
    private final AtomicBoolean started = new AtomicBoolean();
    private final Object switching = new Object();

    private volatile boolean closing;
    private @Nullable Work<?> running;
    private final Work.Owner owner = new Here();

    /** How it stands apart from a command that runs; only the device's thread touches it and what follows. */
    private DeviceState standing = new DeviceState.Opening();

    private boolean open;
    private long dueNanos = System.nanoTime();

    /** When it was last asked for something, or changed. */
    private long stirredNanos = System.nanoTime();

    /** A thread for the device with this id; it runs after {@link #start}. */
    public DeviceThread(String id, Wire wire) {
        this(id, wire, Pace.CALM_AFTER);
    }

    DeviceThread(String id, Wire wire, Duration calmAfter) {
        this.id = id;
        this.wire = wire;
        this.calmAfter = calmAfter;
        this.word = new LastWord(id, wire);
        this.thread = Thread.ofPlatform().name("device-" + id).daemon(true).unstarted(this::live);
    }

    /** A command: runs on the device's thread. */
    @FunctionalInterface
    public interface Command<T> {
        /** Does the work; ends soon after {@link Turn#over}. A {@link Fault.Kind#DISCONNECTED} fault has the device looked for again. */
        Outcome<T> run(Turn turn);
    }

    /** The device's {@link Device#id}. */
    public String id() {
        return id;
    }

    /** As {@link Device#start}. */
    public void start(Device.StateListener stateListener) {
        if (!started.compareAndSet(false, true)) {
            throw new IllegalStateException("started twice: " + id);
        }
        word.tellTo(stateListener);
        thread.start();
    }

    /** As {@link Device#state}: what was last reported, unless nothing has been heard of the device for too long. */
    public DeviceState state() {
        return word.state();
    }

    /** As {@link Device#nameplate}. */
    public Nameplate nameplate() {
        return word.nameplate();
    }

    /** As {@link Device#supplies}. */
    public List<Supply> supplies() {
        return word.supplies();
    }

    /** As {@link Device#parts}: what the wire said last, unless the device is in no state to say anything. */
    public List<DevicePart> parts() {
        return word.parts();
    }

    /** As {@link Device#tally}. */
    public Tally tally() {
        return word.tally();
    }

    /** As {@link Device#examine}. */
    public Outcome<DeviceState> examine(Depth depth, Deadline deadline) {
        return switch (depth) {
            case INTERNAL -> run(deadline, _ -> Outcome.done(standing));
            case EXTERNAL -> run(deadline, turn -> judged(turn, wire.examine(turn)));
            case INTERACTIVE -> Outcome.failed(BY_A_PERSON);
        };
    }

    /** Runs a command after those that wait already, and waits for it until its deadline. */
    public <T> Outcome<T> run(Deadline deadline, Command<T> command) {
        return submit(new Work<>(owner, deadline, command, true, true));
    }

    /** As {@link #run}, but {@link #forget} lets it end: half a document must not stay in a printer. */
    public <T> Outcome<T> runToItsEnd(Deadline deadline, Command<T> command) {
        return submit(new Work<>(owner, deadline, command, true, false));
    }

    /** As {@link Device#reset}: cancels what runs and waits, shuts the wire and opens it again. */
    public Outcome<DeviceState> reset(Deadline deadline) {
        cancelAll(true);
        Deadline limit = Deadline.in(OPENING).left().compareTo(deadline.left()) < 0 ? Deadline.in(OPENING) : deadline;
        return submit(new Work<>(owner, limit, this::reopen, false, true));
    }

    /** As {@link Device#forget}: cancels what runs and waits, and has the wire forget. */
    public void forget() {
        cancelAll(false);
        if (Thread.currentThread() == thread) {
            wire.forget();
            return;
        }
        var _ = submit(new Work<>(owner, Deadline.in(PATIENCE), this::forgetNow, false, true));
    }

    /** As {@link Device#close}. */
    @Override
    public void close() {
        synchronized (switching) {
            closing = true;
        }
        cancelAll(true);
        if (started.compareAndSet(false, true)) {
            // Its thread never ran, so there is nobody else to do it.
            wire.ended();
            report(new DeviceState.Closed());
            return;
        }
        if (Thread.currentThread() != thread) {
            join();
        }
    }

    private void join() {
        boolean interrupted = false;
        Deadline limit = Deadline.in(PATIENCE);
        while (thread.isAlive() && !limit.passed()) {
            try {
                // A thread that still does not end is inside native code: it is a daemon, and it frees its wire when it
                // comes back.
                boolean _ = thread.join(limit.left());
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> Outcome<T> submit(Work<T> work) {
        if (closing) {
            return Outcome.failed(CLOSED);
        }
        if (!started.get()) {
            return Outcome.failed(NOT_OPEN);
        }
        if (Thread.currentThread() == thread) {
            return Outcome.failed(OWN_THREAD);
        }
        return waiting.add(work) ? work.result() : Outcome.failed(FULL);
    }

    private void cancelAll(boolean evenToItsEnd) {
        waiting.cancel(evenToItsEnd);
        synchronized (switching) {
            if (running != null && (evenToItsEnd || running.forgettable())) {
                running.cancel();
            }
        }
    }

    // From here on: the device's own thread.

    private void live() {
        takeTurn(opening());
        while (!closing) {
            Work<?> work = next();
            if (work != null) {
                takeTurn(work);
            } else if (!closing && System.nanoTime() - dueNanos >= 0) {
                takeTurn(open ? new Work<>(owner, Deadline.in(OPENING), this::tend, false, true) : opening());
            }
        }
        guarded(() -> {
            wire.forget();
            wire.shut();
            wire.ended();
            return Outcome.done(true);
        });
        waiting.end();
        report(new DeviceState.Closed());
    }

    private Work<DeviceState> opening() {
        return new Work<>(owner, Deadline.in(OPENING), this::reopen, false, true);
    }

    private @Nullable Work<?> next() {
        try {
            return waiting.next(Math.max(0, dueNanos - System.nanoTime()));
        } catch (InterruptedException _) {
            // Only to wake this thread: closing is asked for right after.
            return null;
        }
    }

    private <T> void takeTurn(Work<T> work) {
        synchronized (switching) {
            running = work;
            if (closing) {
                work.cancel();
            }
        }
        Optional<Fault> not =
                work.over().or(() -> work.takesPlace() && !open ? Optional.of(absence()) : Optional.empty());
        Outcome<T> outcome = not.isPresent() ? Outcome.failed(not.get()) : guarded(() -> work.run());
        if (work.takesPlace()) {
            word.count(outcome);
            stirredNanos = System.nanoTime();
        }
        synchronized (switching) {
            running = null;
            // An interrupt meant for this work must not reach the next.
            boolean _ = Thread.interrupted();
        }
        if (open && outcome instanceof Outcome.Failed<T>(var fault)) {
            if (fault.kind() == Fault.Kind.DISCONNECTED || fault.equals(DEFECT)) {
                lose(fault);
            }
        }
        word.read();
        if (!closing) {
            report(standing);
        }
        if (open) {
            // What a command began, or a change that was just told, may want looking after sooner than what was before it.
            dueNanos = Math.min(dueNanos, System.nanoTime() + wire.rest(pace()).toNanos());
        }
        work.finish(outcome);
    }

    private Fault absence() {
        return standing instanceof DeviceState.Absent(var fault) ? fault : NOT_OPEN;
    }

    private <T> Outcome<T> guarded(Supplier<Outcome<T>> step) {
        try {
            return step.get();
        } catch (RuntimeException | LinkageError defect) {
            tellDefect(defect);
            return Outcome.failed(DEFECT);
        }
    }

    /** Tells a listener something. What it throws goes to the thread's uncaught exception handler and harms nobody. */
    public static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException defect) {
            tellDefect(defect);
        }
    }

    private static void tellDefect(Throwable defect) {
        Thread here = Thread.currentThread();
        try {
            here.getUncaughtExceptionHandler().uncaughtException(here, defect);
        } catch (RuntimeException _) {
            // A handler that throws cannot be told of it.
        }
    }

    private Outcome<DeviceState> tend(Turn turn) {
        return judged(turn, wire.tend(turn));
    }

    private Outcome<DeviceState> judged(Turn turn, DeviceState now) {
        if (turn.over().filter(CANCELLED::equals).isPresent()) {
            // What was interrupted says nothing about the device.
            return Outcome.failed(CANCELLED);
        }
        if (now instanceof DeviceState.Absent(var fault)) {
            lose(fault);
        } else {
            stands(now);
            dueIn(wire.rest(pace()));
        }
        return Outcome.done(now);
    }

    private Outcome<DeviceState> reopen(Turn turn) {
        wire.shut();
        open = false;
        dueIn(LOOK_AGAIN_AFTER);
        Outcome<DeviceState> opened = guarded(() -> wire.open(turn));
        switch (opened) {
            case Outcome.Done<DeviceState>(var state) -> {
                // Told only now: a device that is looked for in vain does not flicker between absent and opening.
                report(new DeviceState.Opening());
                open = true;
                stands(state);
                word.heard();
                dueIn(wire.rest(pace()));
            }
            case Outcome.Failed<DeviceState>(var fault) -> {
                wire.shut();
                if (!turn.over().filter(CANCELLED::equals).isPresent()) {
                    standing = new DeviceState.Absent(fault);
                } else if (!(standing instanceof DeviceState.Absent)) {
                    standing = new DeviceState.Opening();
                }
            }
        }
        return opened;
    }

    /** The parts are taken with the state that they bear out: what a command has seen of them since is for the next look. */
    private void stands(DeviceState now) {
        standing = now;
        word.readParts();
    }

    private void lose(Fault fault) {
        open = false;
        standing = new DeviceState.Absent(fault);
        wire.shut();
        dueIn(LOOK_AGAIN_AFTER);
    }

    private Outcome<Boolean> forgetNow(Turn turn) {
        wire.forget();
        return Outcome.done(true);
    }

    private Pace pace() {
        return System.nanoTime() - stirredNanos < calmAfter.toNanos() ? Pace.LIVELY : Pace.CALM;
    }

    private void dueIn(Duration time) {
        dueNanos = System.nanoTime() + time.toNanos();
    }

    private void report(DeviceState state) {
        if (word.becomes(state)) {
            stirredNanos = System.nanoTime();
            word.tell(state);
        }
    }

    /** This thread as each of its commands sees it. */
    private final class Here implements Work.Owner {
        @Override
        public boolean closing() {
            return closing;
        }

        @Override
        public boolean withdrawn(Work<?> work) {
            return waiting.withdrawn(work);
        }

        @Override
        public void interrupt(Work<?> work) {
            synchronized (switching) {
                if (running == work) {
                    thread.interrupt();
                }
            }
        }

        @Override
        public void leave() {
            waiting.leave();
        }

        @Override
        public void busy() {
            report(new DeviceState.Busy());
        }

        @Override
        public void heard() {
            word.heard();
        }
    }
}
