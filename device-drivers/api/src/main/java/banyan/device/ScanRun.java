package banyan.device;

import banyan.device.Scanner.ScanEvent;
import banyan.device.Scanner.ScanListener;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A running scan: pages on their way from the thread that reads them to the device's thread, which tells them. It sees to what
 * every scanner promises, whatever its protocol: pages in order, progress that only grows, exactly one end, and nothing after it. A
 * driver brings the {@link Reader} and calls {@link #tell} whenever its {@link Wire} is tended.
 *
 * <p>{@link #begun}, {@link #reading}, {@link #page}, {@link #pages}, {@link #stopping} and {@link #turn} are for the reader; all other
 * methods are for the device's thread.
 */
public final class ScanRun {
    /** So many pages may wait to be told; then the reader waits. */
    private static final int WAITING = 2;

    /** A scanner that was asked to stop and does not is left alone after this. */
    private static final Duration STOPPING = Duration.ofSeconds(3);

    private static final Outcome<Boolean> YES = Outcome.done(true);
    private static final ScanListener NOBODY = _ -> {};

    private final Reader reader;
    private final Thread thread;
    private final CompletableFuture<Outcome<Boolean>> begun = new CompletableFuture<>();
    private final Turn turn = new ReaderTurn();

    // Guarded by this.
    private final Deque<ScanEvent.Page> waiting = new ArrayDeque<>();
    private CompletableFuture<Outcome<Boolean>> news = new CompletableFuture<>();
    private ScanEvent.@Nullable Reading progress;
    private ScanEvent.@Nullable End end;
    private int pages;
    private boolean left;

    private volatile boolean stopping;
    private ScanListener listener;
    private Deadline stopped = new Deadline(0);
    private int told;
    private double toldPart;
    private boolean over;

    /** What reads the pages from the scanner. */
    public interface Reader {
        /**
         * Reads until the end and says which it was. Runs on a virtual thread of its own and may block at sockets: when the run is
         * given up it is interrupted, which closes the socket it waits at. Calls {@link ScanRun#begun} when the scanner has begun;
         * a {@link ScanEvent.Broken} before that is a refusal.
         */
        ScanEvent.End read(ScanRun run);

        /** Asks the scanner to stop, so that {@link #read} comes to its end soon. Called once, from the device's thread; must not block. */
        void stop();
    }

    private ScanRun(String id, ScanListener listener, Reader reader) {
        this.listener = listener;
        this.reader = reader;
        this.thread = Thread.ofVirtual().name("scan-" + id).unstarted(this::read);
    }

    /** Begins to read for the device with this id. */
    public static ScanRun start(String id, ScanListener listener, Reader reader) {
        ScanRun run = new ScanRun(id, listener, reader);
        run.thread.start();
        return run;
    }

    private void read() {
        ScanEvent.End last;
        try {
            last = reader.read(this);
        } catch (RuntimeException defect) {
            DeviceThread.tell(() -> {
                throw defect;
            });
            last = new ScanEvent.Broken(DeviceThread.DEFECT, pages());
        }
        synchronized (this) {
            end = last;
            boolean _ = begun.complete(
                    last instanceof ScanEvent.Broken(var fault, var _) ? Outcome.failed(fault) : YES);
            boolean _ = news.complete(YES);
        }
    }

    /** The scanner has begun. */
    public void begun() {
        boolean _ = begun.complete(YES);
    }

    /** So much of the next page has been read, 0 to 1. Cheap: what nobody has been told yet is replaced. */
    public synchronized void reading(double part) {
        progress = new ScanEvent.Reading(pages + 1, part);
        boolean _ = news.complete(YES);
    }

    /** The next page, whole; waits while too many wait to be told. False: nobody wants it any more, and it was overwritten. */
    public synchronized boolean page(int resolution, byte[] image) {
        try {
            while (waiting.size() >= WAITING && !left) {
                wait();
            }
        } catch (InterruptedException _) {
            left = true;
        }
        if (left) {
            Arrays.fill(image, (byte) 0);
            return false;
        }
        pages++;
        progress = null;
        waiting.add(new ScanEvent.Page(pages, resolution, image));
        boolean _ = news.complete(YES);
        return true;
    }

    /** How many pages there were so far. */
    public synchronized int pages() {
        return pages;
    }

    /** Whether the scan was cancelled. */
    public boolean stopping() {
        return stopping;
    }

    /** For commands of the reader's own: it has no deadline, and is over when the scan was cancelled. */
    public Turn turn() {
        return turn;
    }

    /** Waits until the scanner has begun, or refused. On any other fault {@link #leave} is to follow. */
    public Outcome<Boolean> awaitBegun(Turn caller, Duration atMost, Fault late) {
        Outcome<Boolean> outcome = caller.await(begun, atMost, late);
        if (outcome instanceof Outcome.Failed<Boolean>) {
            // Nobody was told that it began, so nobody is told that it ended.
            leave();
            listener = NOBODY;
        }
        return outcome;
    }

    /** Tells what has happened, after waiting for it at most that long. True: the end was told. */
    public boolean tell(Turn caller, Duration atMost) {
        if (over) {
            return true;
        }
        CompletableFuture<Outcome<Boolean>> next;
        synchronized (this) {
            next = news;
        }
        Outcome<Boolean> _ = caller.await(next, atMost, DeviceThread.LATE);
        Deque<ScanEvent.Page> come;
        ScanEvent.Reading now;
        ScanEvent.End last;
        synchronized (this) {
            come = new ArrayDeque<>(waiting);
            waiting.clear();
            now = progress;
            progress = null;
            last = end;
            news = new CompletableFuture<>();
            notifyAll();
        }
        come.forEach(this::tellPage);
        if (last != null) {
            over(last);
        } else if (now != null && (now.page() > told + 1 || now.part() > toldPart)) {
            toldPart = now.part();
            tellEvent(now);
        }
        if (!over && stopping && stopped.passed()) {
            endNow(new ScanEvent.Cancelled(told));
        }
        return over;
    }

    private void tellPage(ScanEvent.Page page) {
        told = page.page();
        toldPart = 0;
        tellEvent(page);
    }

    private void over(ScanEvent.End last) {
        over = true;
        tellEvent(last);
        // Whoever listened may keep the pages, and this run is kept until its reader has ended.
        listener = NOBODY;
    }

    private void tellEvent(ScanEvent event) {
        ScanListener hearing = listener;
        DeviceThread.tell(() -> hearing.happened(event));
    }

    /** Cancels it; the end is told later. False: it is over already. */
    public boolean cancel() {
        if (over) {
            return false;
        }
        if (!stopping) {
            stopped = Deadline.in(STOPPING);
            stopping = true;
            reader.stop();
        }
        return true;
    }

    /** Ends it here and now, for this reason; what was read and not told is overwritten. */
    public void breakOff(Fault why) {
        endNow(new ScanEvent.Broken(why, told));
    }

    /** As {@link #breakOff}, because somebody wanted it so. */
    public void giveUp() {
        endNow(new ScanEvent.Cancelled(told));
    }

    private void endNow(ScanEvent.End last) {
        leave();
        if (!over) {
            over(last);
        }
    }

    /** Lets the reader end by itself, and tells nothing any more. */
    public void leave() {
        stopping = true;
        synchronized (this) {
            left = true;
            waiting.forEach(page -> Arrays.fill(page.image(), (byte) 0));
            waiting.clear();
            notifyAll();
        }
        thread.interrupt();
    }

    /** Whether the reader's thread has ended, so that what it used is free. */
    public boolean ended() {
        return !thread.isAlive();
    }

    /** The reader's side of what a device's thread has for its commands. */
    private final class ReaderTurn implements Turn {
        private static final Duration LONG = Duration.ofDays(1);

        @Override
        public Deadline deadline() {
            return Deadline.in(LONG);
        }

        @Override
        public Optional<Fault> over() {
            return stopping ? Optional.of(DeviceThread.CANCELLED) : Optional.empty();
        }

        @Override
        public void pause(Duration time) {
            try {
                Thread.sleep(time);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public <T> Outcome<T> await(CompletableFuture<Outcome<T>> elsewhere, Duration atMost, Fault late) {
            try {
                return elsewhere.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return Outcome.failed(DeviceThread.CANCELLED);
            } catch (TimeoutException _) {
                return Outcome.failed(late);
            } catch (ExecutionException e) {
                throw new IllegalStateException("what is awaited elsewhere ends in an outcome", e);
            }
        }

        @Override
        public void busy() {
            // The device's own thread says so.
        }

        @Override
        public void heard() {
            // What is heard reaches the device's thread as pages and progress.
        }
    }
}
