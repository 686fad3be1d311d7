package banyan.cache;

import banyan.acceptance.SubmissionId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one sender: brings what the journal keeps to the centre, any number of times with one effect, until the centre's receipt
 * is here. What fails waits its own time while others go; nothing is given up and nothing is dropped by age.
 */
public final class Sync implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sync.class);
    private static final Duration STATUS = Duration.ofSeconds(10);
    private static final Duration CLOSING = Duration.ofSeconds(5);

    /** The clock on the wall is looked at this often while there is nothing to do, and the room on the disk at most. */
    private static final Duration LOOK_AROUND = Duration.ofSeconds(1);

    private final Journal journal;
    private final CentreClient client;
    private final Courier courier;
    private final Pacing pacing;
    private final Link link;
    private final Heartbeat heartbeat;
    private final ClockLeap clock;
    private final Glance room;
    private final Thread sender;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    /** Keeps the steps in order for everyone who is told. Taken before the lock, never after it. */
    private final ReentrantLock telling = new ReentrantLock();

    private final List<Consumer<Delivery.End>> lateListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Note.End>> noteListeners = new CopyOnWriteArrayList<>();
    private final List<Watch> watches = new ArrayList<>();
    private final Turns turns;
    private final Gathered gathered = new Gathered();

    /** How often in a row the centre could not be found by asking for it. */
    private int missed;

    private boolean closed;
    private @Nullable Pending current;
    private @Nullable Delivery lastStep;

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
        this.client = client;
        this.courier = new Courier(journal, client);
        this.pacing = pacing;
        this.link = new Link(clock);
        this.clock = new ClockLeap(clock);
        this.room = new Glance(LOOK_AROUND, journal::isFull);
        this.turns = new Turns(pacing);
        this.heartbeat = new Heartbeat(pacing, this::probe);
        this.sender = Thread.ofVirtual().name("sync").unstarted(this::run);
    }

    /** Starts sending. */
    public void start() {
        client.onReply(this::hear);
        journal.whenKept(this::wake);
        sender.start();
        heartbeat.start();
    }

    /** How the terminal stands with the centre. */
    public SyncState state() {
        return link.state();
    }

    /** Tells {@code listener} the present state and then each change, one at a time; it must return quickly. */
    public void onState(Consumer<SyncState> listener) {
        link.onState(listener);
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
        heartbeat.now();
    }

    /**
     * Sends this submission before all others and waits for the end or for {@code deadline}, whichever is sooner; meanwhile tells
     * {@code steps} what has truly happened, on the sender's thread. Call it from a virtual thread. After the deadline the sending
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
                if (current != null && watch.isFor(current) && lastStep != null) {
                    missed.add(lastStep);
                }
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
                    case Task.Send(var entry) -> send(entry);
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
            link.room(isFull());
            if (clock.since()) {
                hurry();
            }
            lock.lockInterruptibly();
            try {
                if (closed) {
                    return new Task.Stop();
                }
                Optional<Task> task = ready();
                if (!gathered.isEmpty() && (task.isEmpty() || !watches.isEmpty() || gathered.due())) {
                    return new Task.Store();
                }
                if (task.isPresent()) {
                    return task.get();
                }
                long _ = changed.awaitNanos(Math.clamp(nanosToWait(), 1_000_000, LOOK_AROUND.toNanos()));
            } finally {
                lock.unlock();
            }
        }
    }

    /** A citizen who waits comes first and waits for nothing but the centre's own word; then the oldest whose time has come. */
    private Optional<Task> ready() {
        if (turns.heldFor() == 0) {
            Optional<Pending> awaited = watches.stream()
                    .filter(watch -> !watch.ended() && watch.pace().nanosLeft() == 0)
                    .flatMap(watch -> journal.pending(watch.name()).stream())
                    .filter(entry -> entry.state() != Pending.State.REFUSED)
                    .findFirst();
            if (awaited.isPresent()) {
                return awaited.map(Task.Send::new);
            }
        }
        return turns.next(journal.waiting().filter(entry -> !gathered.has(entry))::iterator)
                .map(Task.Send::new);
    }

    private long nanosToWait() {
        long watch = watches.stream()
                .filter(waiting -> !waiting.ended())
                .mapToLong(waiting -> Math.max(waiting.pace().nanosLeft(), turns.heldFor()))
                .min()
                .orElse(Long.MAX_VALUE);
        return Math.min(watch, turns.nanosLeft(journal.waiting()::iterator));
    }

    private void send(Pending entry) {
        locked(() -> {
            current = entry;
            lastStep = null;
        });
        try {
            Courier.Trip trip = courier.carry(entry, step -> tell(entry, step), () -> othersWait(entry));
            if (trip instanceof Courier.Trip.Proven(var receipt, var json)) {
                gathered.add(new Gathered.One(entry, receipt, json));
                if (!unwatched(entry)) {
                    store();
                }
            } else {
                ended(entry, trip);
            }
        } finally {
            locked(() -> current = null);
        }
    }

    /** With one flush; then whoever waits or listens is told. */
    private void store() {
        List<Gathered.One> all = gathered.take();
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
        noteEnd(entry, trip).ifPresent(last -> noteListeners.forEach(one -> one.accept(last)));
        end.filter(_ -> unwatched(entry)).ifPresent(last -> lateListeners.forEach(one -> one.accept(last)));
        locked(() -> {
            account(entry, trip);
            end.ifPresent(last -> watching(entry).forEach(watch -> watch.end(last)));
            changed.signalAll();
        });
    }

    private static Optional<Note.End> noteEnd(Pending entry, Courier.Trip trip) {
        return entry.kind().flatMap(kind -> switch (trip) {
            case Courier.Trip.Done _ -> Optional.of(new Note.End(kind, entry.name(), Optional.empty()));
            case Courier.Trip.Refused(var code) -> Optional.of(new Note.End(kind, entry.name(), Optional.of(code)));
            case Courier.Trip.Proven _, Courier.Trip.Receipted _, Courier.Trip.Later _, Courier.Trip.Yielded _ ->
                Optional.empty();
        });
    }

    private List<Watch> watching(Pending entry) {
        return watches.stream().filter(watch -> watch.isFor(entry)).toList();
    }

    private boolean unwatched(Pending entry) {
        lock.lock();
        try {
            return watching(entry).isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Not under the sender's lock: a listener may ask the journal, whose thread may be waking us. */
    private void tell(Pending entry, Delivery step) {
        telling.lock();
        try {
            List<Watch> told = new ArrayList<>();
            locked(() -> {
                if (current != null && current.id() == entry.id()) {
                    lastStep = step;
                }
                told.addAll(watching(entry));
            });
            told.forEach(watch -> watch.tell(step));
        } finally {
            telling.unlock();
        }
    }

    private boolean othersWait(Pending entry) {
        lock.lock();
        try {
            return unwatched(entry)
                    && watches.stream()
                            .anyMatch(watch -> !watch.ended() && watch.pace().nanosLeft() == 0);
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
                watching(entry).forEach(watch -> watch.failed(later.code()));
                turns.later(entry, later.why(), later.hold());
            }
            case Courier.Trip.Proven _, Courier.Trip.Yielded _ -> {}
        }
    }

    private void probe() {
        long began = System.nanoTime();
        Reply<?> reply = client.status(STATUS);
        boolean full = isFull();
        switch (reply) {
            case Reply.Answered<?> _ -> {
                heartbeat.heard();
                // The status is given to anyone. Whether this terminal is welcome only a signed request can show; where one
                // can go, it goes now and says so.
                if (link.away()) {
                    isBack();
                }
                if (link.away() ? !isAnyonesTurn() : !isAnythingToSend()) {
                    cameOnline(full);
                }
            }
            case Reply.Refused<?> no -> {
                heartbeat.heard();
                if (Verdicts.refused(Verdicts.Sent.QUESTION, no) == Verdict.CENTRE) {
                    locked(() -> turns.centre(no.retryAfter()));
                }
            }
            case Reply.Unreachable<?> _ -> {
                if (!heartbeat.heardSince(began)) {
                    locked(() -> missed++);
                    heartbeat.lost();
                    link.offline(full);
                }
            }
        }
    }

    private boolean isAnyonesTurn() {
        lock.lock();
        try {
            return turns.next(journal.waiting()::iterator).isPresent();
        } finally {
            lock.unlock();
        }
    }

    private boolean isAnythingToSend() {
        return journal.waiting().findAny().isPresent();
    }

    /** Every reply to a signed request, whoever made it, says how the terminal stands with the centre. */
    private void hear(Reply<?> reply) {
        boolean full = isFull();
        switch (reply) {
            case Reply.Answered<?> _ -> cameOnline(full);
            case Reply.Refused<?> no -> {
                if (Verdicts.refused(Verdicts.Sent.QUESTION, no) == Verdict.TERMINAL) {
                    link.refused(no.code(), full);
                } else {
                    cameOnline(full);
                }
            }
            case Reply.Unreachable<?>(var code) -> {
                if (Verdicts.unreachable(code) == Verdict.WAY) {
                    link.offline(full);
                    heartbeat.lost();
                }
            }
        }
    }

    private void cameOnline(boolean full) {
        heartbeat.heard();
        if (link.online(full)) {
            isBack();
        }
    }

    /** Who waited for the way goes now; after a single lost call each keeps its own wait, for it may be what was lost. */
    private void isBack() {
        locked(() -> {
            if (missed > 0) {
                turns.hurry();
            } else {
                turns.hurryCentre();
            }
            missed = 0;
            changed.signalAll();
        });
    }

    private boolean isFull() {
        return room.look();
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
        heartbeat.close();
        locked(() -> {
            closed = true;
            changed.signalAll();
        });
        if (sender.getState() == Thread.State.NEW) {
            return;
        }
        sender.interrupt();
        try {
            boolean ended = sender.join(CLOSING);
            if (!ended) {
                LOG.warn("SYNC-STUCK");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
