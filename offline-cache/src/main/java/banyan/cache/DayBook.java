package banyan.cache;

import banyan.acceptance.Reckoning;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * 对账: once a day, each day that is over is laid beside the centre's own book; after a time offline each day that was missed. A day
 * with something under way, or with a gap, is looked at again on the next.
 */
public final class DayBook implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DayBook.class);

    /** What is kept at the end of a day may be on its way to the disk when the day is over. */
    private static final Duration AFTER_MIDNIGHT = Duration.ofMinutes(5);

    private static final Duration LOOK = Duration.ofMinutes(1);

    /** A centre that says no says so again a minute later. */
    private static final Duration AFTER_A_NO = Duration.ofHours(1);

    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final Journal journal;
    private final Sync sync;
    private final Reckoner reckoner;
    private final DayFile file;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Consumer<DayResult>> listeners = new CopyOnWriteArrayList<>();
    private final Set<LocalDate> gaps = ConcurrentHashMap.newKeySet();
    private @Nullable LocalDate looked;
    private long notBefore;
    private boolean closed;

    /** @param zone in which a day begins and ends */
    public DayBook(Journal journal, CentreClient client, Sync sync, Path folder, InstantSource clock, ZoneId zone) {
        this(journal, client, sync, new DayFile(new OsDisk(), folder), clock, zone, Reckoning.MAX_LINES);
    }

    DayBook(
            Journal journal,
            CentreClient client,
            Sync sync,
            DayFile file,
            InstantSource clock,
            ZoneId zone,
            int pageSize) {
        this.journal = journal;
        this.sync = sync;
        this.reckoner = new Reckoner(journal, client, clock, zone, pageSize);
        this.file = file;
        this.clock = clock;
        this.zone = zone;
        this.notBefore = System.nanoTime();
        this.thread = Thread.ofVirtual().name("days").unstarted(this::run);
    }

    /** Starts looking. */
    public void start() {
        sync.onState(_ -> wake());
        thread.start();
    }

    /** Tells {@code listener} what came of each day; it must return quickly. */
    public void onDay(Consumer<DayResult> listener) {
        listeners.add(listener);
    }

    private void run() {
        while (true) {
            try {
                if (sync.state() instanceof SyncState.Online) {
                    look();
                }
                if (!waited()) {
                    return;
                }
            } catch (InterruptedException closing) {
                return;
            } catch (RuntimeException bug) {
                // The last resort: the next look comes at its time.
                LOG.error("DAYS-BUG", bug);
                notBefore = System.nanoTime() + AFTER_A_NO.toNanos();
            }
        }
    }

    private boolean waited() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (!closed) {
                boolean _ = changed.await(LOOK.toNanos(), TimeUnit.NANOSECONDS);
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /** Reckons what is due, oldest first, as far as the centre answers. */
    void look() {
        LocalDate yesterday =
                LocalDate.ofInstant(clock.instant().minus(AFTER_MIDNIGHT), zone).minusDays(1);
        if (yesterday.equals(looked) || System.nanoTime() - notBefore < 0) {
            return;
        }
        Optional<DayFile.Said> before = file.read();
        DayFile.Said said = before.orElseGet(() -> new DayFile.Said(first(yesterday).minusDays(1), new TreeSet<>()));
        SortedSet<LocalDate> due = new TreeSet<>(said.open());
        for (LocalDate day = said.through().plusDays(1); !day.isAfter(yesterday); day = day.plusDays(1)) {
            boolean _ = due.add(day);
        }
        for (LocalDate day : due) {
            switch (reckoner.reckon(day)) {
                case Reckoner.Reckoned.Done(var result) -> {
                    said = said.with(day, result.closed());
                    told(result);
                    if (!file.write(said)) {
                        return;
                    }
                }
                case Reckoner.Reckoned.Later(var code, var refused) -> {
                    LOG.info("DAYS-LATER code={}", code);
                    if (refused) {
                        notBefore = System.nanoTime() + AFTER_A_NO.toNanos();
                    }
                    return;
                }
            }
        }
        looked = yesterday;
    }

    /** Where nothing says how far it was: the first day of which the journal knows anything. */
    private LocalDate first(LocalDate yesterday) {
        return journal.firstHour()
                .map(hour -> LocalDate.ofInstant(Instant.ofEpochSecond(hour * 3600), zone))
                .filter(day -> day.isBefore(yesterday))
                .orElse(yesterday);
    }

    /** On how many days something is missing, as far as they have been looked at since the start. */
    public int gaps() {
        return gaps.size();
    }

    private void told(DayResult result) {
        boolean _ = result.missing() ? gaps.add(result.day()) : gaps.remove(result.day());
        if (result.waiting() > 0) {
            // What the centre lacks and we have goes now, and not when its turn comes.
            sync.hurry();
        }
        listeners.forEach(one -> one.accept(result));
    }

    private void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        thread.interrupt();
        try {
            boolean ended = thread.join(CLOSING);
            if (!ended) {
                LOG.warn("DAYS-STUCK");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
