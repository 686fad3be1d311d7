package banyan.cache;

import banyan.acceptance.SubmissionId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one sender: brings what the journal keeps to the centre, any number of times with one effect, until the centre's receipt
 * is here. What fails waits its own time while others go; nothing is given up and nothing is dropped by age. A citizen who waits is
 * served at once, whatever else is under way.
 */
public final class Sync implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sync.class);
    private static final Duration CLOSING = Duration.ofSeconds(5);

    /** The clock on the wall is looked at this often while there is nothing to do, and the room on the disk at most. */
    private static final Duration LOOK_AROUND = Duration.ofSeconds(1);

    /** What nobody waits for is carried two at a time as long as it goes well, so that one is prepared while the centre is busy with the other. */
    private static final int LANES = 2;

    private final Journal journal;
    private final Courier courier;
    private final Pacing pacing;
    private final Presence presence;
    private final ClockLeap clock;
    private final Thread sender;
    private final ExecutorService carriers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("sync-carrier-", 0).factory());

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    /** Keeps the steps in order for everyone who is told. Taken before the lock, never after it. */
    private final ReentrantLock telling = new ReentrantLock();

    private final List<Consumer<Delivery.End>> lateListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Note.End>> noteListeners = new CopyOnWriteArrayList<>();
    private final Watches watches = new Watches();
    private final Turns turns;
    private final Gathered gathered = new Gathered();
    private final UnderWay underWay = new UnderWay();

    private boolean closed;

    /**
     * How soon to try again, and how often to ask the centre whether it is there.
     *
     * @param whileAway how often at least, as long as it does not answer
     */
    record Pacing(Duration first, Duration longest, Duration heartbeat, Duration whileAway) {
        static final Pacing USUAL = new Pacing(
                Duration.ofSeconds(1), Duration.ofSeconds(60), Duration.ofSeconds(30), Duration.ofSeconds(4));
    }

    /** What to do next. */
    private sealed interface Task {
        record Send(Pending entry) implements Task {}

        /** Puts the receipts that were gathered into the journal. */
        record Store() implements Task {}

        record Stop() implements Task {}
    }

    public Sync(Journal journal, CentreClient client, InstantSource clock) {
        this(journal, client, clock, Pacing.USUAL);
    }

    Sync(Journal journal, CentreClient client, InstantSource clock, Pacing pacing) {
        this.journal = journal;
        this.courier = new Courier(journal, client);
        this.pacing = pacing;
        this.clock = new ClockLeap(clock);
        this.turns = new Turns(pacing);
        this.presence = new Presence(client, queue(), clock, pacing, LOOK_AROUND, journal::isFull);
        this.sender = Thread.ofVirtual().name("sync").unstarted(this::run);
    }

    /** Starts sending. */
    public void start() {
        journal.whenKept(this::wake);
        sender.start();
        presence.start();
    }

    /** How the terminal stands with the centre. */
    public SyncState state() {
        return presence.state();
    }

    /** Tells {@code listener} the present state and then each change, one at a time; it must return quickly. */
    public void onState(Consumer<SyncState> listener) {
        presence.onState(listener);
    }

    /** Tells {@code listener} each end of a submission that nobody waits for any more; it must return quickly. */
    public void onLateEnd(Consumer<Delivery.End> listener) {
        lateListeners.add(listener);
    }

    /** Tells {@code listener} each note that the centre has taken or will never take; it must return quickly. */
    public void onNote(Consumer<Note.End> listener) {
        noteListeners.add(listener);
    }

    /** The network is back, the machine slept, or somebody wants to know now: forgets the waits, except one the centre has asked for. */
    public void hurry() {
        locked(() -> {
            turns.hurry();
            changed.signalAll();
        });
        presence.now();
    }

    /**
     * Sends this submission before all others and waits for the end or for {@code deadline}, whichever is sooner; meanwhile tells
     * {@code steps} what has truly happened, on a thread of the sender's. Call it from a virtual thread. After the deadline the sending
     * goes on by itself.
     */
    public Delivery.End deliver(SubmissionId id, Duration deadline, Consumer<Delivery> steps) {
        long until = System.nanoTime() + deadline.toNanos();
        Watch watch = new Watch(id.toString(), steps, pacing.first().dividedBy(2));
        join(watch);
        // Only now, so that an end between the question and the waiting is not missed.
        Optional<Delivery.End> before = alreadyEnded(id);
        lock.lock();
        try {
            changed.signalAll();
            while (before.isEmpty() && !watch.ended() && !closed && System.nanoTime() - until < 0) {
                long _ = changed.awaitNanos(until - System.nanoTime());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            watches.remove(watch);
            lock.unlock();
        }
        return before.orElseGet(watch::outcome);
    }

    private void join(Watch watch) {
        telling.lock();
        try {
            List<Delivery> missed = new ArrayList<>();
            locked(() -> {
                watches.add(watch);
                underWay.missed(watch).ifPresent(missed::add);
            });
            missed.forEach(watch::tell);
        } finally {
            telling.unlock();
        }
    }

    private Optional<Delivery.End> alreadyEnded(SubmissionId id) {
        return journal.standing(id).flatMap(standing -> switch (standing) {
            case Standing.Kept _, Standing.Unanswered _ -> Optional.empty();
            case Standing.Received received -> Optional.of(new Delivery.Received(received.receipt()));
            case Standing.Refused refused -> Optional.of(new Delivery.Refused(refused.code()));
        });
    }

    private void run() {
        while (true) {
            try {
                switch (next()) {
                    case Task.Send(var entry) -> {
                        Future<?> _ = carriers.submit(() -> carry(entry));
                    }
                    case Task.Store() -> store();
                    case Task.Stop() -> {
                        store();
                        return;
                    }
                }
            } catch (InterruptedException closing) {
                return;
            } catch (RuntimeException bug) {
                // The last resort: one bug must not end all sending. It comes again at the pace of a failure.
                LOG.error("SYNC-BUG", bug);
                locked(() -> turns.centre(Optional.empty()));
            }
        }
    }

    private Task next() throws InterruptedException {
        while (true) {
            // Not under the lock: the journal, which is asked, may just be waking us.
            presence.lookAtRoom();
            if (clock.since()) {
                hurry();
            }
            lock.lockInterruptibly();
            try {
                if (closed) {
                    return new Task.Stop();
                }
                Optional<Task.Send> task = ready();
                boolean nothingElse = task.isEmpty() && underWay.carried(_ -> true) == 0;
                if (!gathered.isEmpty() && (nothingElse || !watches.isEmpty() || gathered.nanosLeft() == 0)) {
                    return new Task.Store();
                }
                if (task.isPresent()) {
                    underWay.begins(task.get().entry());
                    return task.get();
                }
                long _ = changed.awaitNanos(Math.clamp(nanosToWait(), 1_000_000, LOOK_AROUND.toNanos()));
            } finally {
                lock.unlock();
            }
        }
    }

    /** A citizen who waits comes first and waits for nothing but the centre's own word; then the oldest whose time has come. */
    private Optional<Task.Send> ready() {
        if (turns.heldFor() == 0) {
            Optional<Pending> awaited = watches.due(
                    journal::pending, entry -> entry.state() != Pending.State.REFUSED && !underWay.has(entry));
            if (awaited.isPresent()) {
                return awaited.map(Task.Send::new);
            }
        }
        return laneFree() ? turns.next(journal.waiting()::iterator, underWay::has).map(Task.Send::new) : Optional.empty();
    }

    /** Whether what nobody waits for may go: not beside a citizen's, which has the line for itself. */
    private boolean laneFree() {
        int all = underWay.carried(_ -> true);
        return all < (turns.goesWell() ? LANES : 1) && underWay.carried(watches::has) == 0;
    }

    private long nanosToWait() {
        long watch = Math.max(watches.nanosLeft(one -> underWay.carried(one::isFor) > 0), turns.heldFor());
        // Where no lane is free, whoever comes back says so.
        long others = laneFree() ? turns.nanosLeft(journal.waiting()::iterator, underWay::has) : Long.MAX_VALUE;
        return Math.min(Math.min(watch, others), gathered.nanosLeft());
    }

    private void carry(Pending entry) {
        try {
            Courier.Trip trip = courier.carry(entry, step -> tell(entry, step), () -> othersWait(entry));
            if (trip instanceof Courier.Trip.Proven(var receipt, var json)) {
                locked(() -> {
                    gathered.add(new Gathered.One(entry, receipt, json));
                    underWay.isBack(entry);
                    changed.signalAll();
                });
            } else {
                ended(entry, trip);
            }
        } catch (RuntimeException bug) {
            // It comes again at the pace of a failure.
            LOG.error("SYNC-BUG", bug);
            locked(() -> {
                underWay.ended(entry);
                turns.centre(Optional.empty());
                changed.signalAll();
            });
        }
    }

    /** With one flush; then whoever waits or listens is told. */
    private void store() {
        List<Gathered.One> all = new ArrayList<>();
        locked(() -> all.addAll(gathered.take()));
        if (all.isEmpty()) {
            return;
        }
        boolean stored = journal.settle(all.stream().map(Gathered.One::settlement).toList());
        for (Gathered.One one : all) {
            if (stored) {
                int papers = one.receipt().papers().size();
                tell(one.entry(), new Delivery.PapersHeld(papers, papers));
            }
            ended(one.entry(), stored ? new Courier.Trip.Receipted(one.receipt()) : Courier.journalLater());
        }
    }

    private void ended(Pending entry, Courier.Trip trip) {
        Optional<Delivery.End> end = switch (trip) {
            case Courier.Trip.Receipted(var receipt) -> Optional.of(new Delivery.Received(receipt));
            case Courier.Trip.Refused(var code) -> Optional.of(new Delivery.Refused(code));
            case Courier.Trip.Done _, Courier.Trip.Proven _, Courier.Trip.Later _, Courier.Trip.Yielded _ ->
                Optional.empty();
        };
        end.ifPresent(last -> tell(entry, last));
        tellListeners(entry, end, noteEnd(entry, trip));
        locked(() -> {
            account(entry, trip);
            underWay.ended(entry);
            end.ifPresent(last -> watches.of(entry).forEach(watch -> watch.end(last)));
            changed.signalAll();
        });
    }

    /** One at a time, as they were promised. */
    private void tellListeners(Pending entry, Optional<Delivery.End> end, Optional<Note.End> note) {
        telling.lock();
        try {
            note.ifPresent(last -> noteListeners.forEach(one -> one.accept(last)));
            end.filter(_ -> !isAwaited(entry)).ifPresent(last -> lateListeners.forEach(one -> one.accept(last)));
        } finally {
            telling.unlock();
        }
    }

    private static Optional<Note.End> noteEnd(Pending entry, Courier.Trip trip) {
        return entry.kind().flatMap(kind -> switch (trip) {
            case Courier.Trip.Done _ -> Optional.of(new Note.End(kind, entry.name(), Optional.empty()));
            case Courier.Trip.Refused(var code) -> Optional.of(new Note.End(kind, entry.name(), Optional.of(code)));
            case Courier.Trip.Proven _, Courier.Trip.Receipted _, Courier.Trip.Later _, Courier.Trip.Yielded _ ->
                Optional.empty();
        });
    }

    /** Not under the sender's lock: a listener may ask the journal, whose thread may be waking us. */
    private void tell(Pending entry, Delivery step) {
        telling.lock();
        try {
            List<Watch> told = new ArrayList<>();
            locked(() -> {
                underWay.told(entry, step);
                told.addAll(watches.of(entry));
            });
            told.forEach(watch -> watch.tell(step));
        } finally {
            telling.unlock();
        }
    }

    private boolean isAwaited(Pending entry) {
        lock.lock();
        try {
            return watches.has(entry);
        } finally {
            lock.unlock();
        }
    }

    /** Whether this entry, which nobody waits for, has to leave the line to one that somebody waits for. */
    private boolean othersWait(Pending entry) {
        lock.lock();
        try {
            return !watches.has(entry) && watches.isAnyDue();
        } finally {
            lock.unlock();
        }
    }

    private void account(Pending entry, Courier.Trip trip) {
        switch (trip) {
            case Courier.Trip.Done _, Courier.Trip.Receipted _ -> turns.taken(entry);
            case Courier.Trip.Refused _ -> turns.aside(entry);
            case Courier.Trip.Later later -> {
                LOG.info("SYNC-LATER code={} whose={}", later.code(), later.why());
                watches.of(entry).forEach(watch -> watch.failed(later.code()));
                turns.later(entry, later.why(), later.hold());
            }
            case Courier.Trip.Proven _, Courier.Trip.Yielded _ -> {}
        }
    }

    private Presence.Queue queue() {
        return new Presence.Queue() {
            @Override
            public boolean isAnyonesTurn() {
                lock.lock();
                try {
                    return turns.next(journal.waiting()::iterator, _ -> false).isPresent();
                } finally {
                    lock.unlock();
                }
            }

            @Override
            public boolean isAnythingToSend() {
                return journal.waiting().findAny().isPresent();
            }

            @Override
            public void held(Optional<Duration> hold) {
                locked(() -> turns.centre(hold));
            }

            @Override
            public void back(boolean outage) {
                locked(() -> {
                    if (outage) {
                        turns.hurry();
                    } else {
                        turns.hurryCentre();
                    }
                    changed.signalAll();
                });
            }
        };
    }

    private void wake() {
        locked(changed::signalAll);
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
        presence.close();
        locked(() -> {
            closed = true;
            changed.signalAll();
        });
        sender.interrupt();
        try {
            // A thread that was never started has no end to wait for.
            boolean ended = sender.getState() == Thread.State.NEW || sender.join(CLOSING);
            List<Runnable> _ = carriers.shutdownNow();
            if (!carriers.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS) || !ended) {
                LOG.warn("SYNC-STUCK");
            }
        } catch (InterruptedException interrupted) {
            List<Runnable> _ = carriers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
