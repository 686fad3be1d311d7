package banyan.cache;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the terminal stands with the centre, and who is told when that changes. */
final class Link {
    private static final Logger LOG = LoggerFactory.getLogger(Link.class);

    private final InstantSource clock;
    private final List<Consumer<SyncState>> listeners = new CopyOnWriteArrayList<>();
    private SyncState way;
    private SyncState told;

    Link(InstantSource clock) {
        this.clock = clock;
        this.way = new SyncState.Offline(clock.instant());
        this.told = way;
    }

    synchronized SyncState state() {
        return told;
    }

    /** Tells it the present state, then each change. */
    synchronized void onState(Consumer<SyncState> listener) {
        listeners.add(listener);
        tell(listener, told);
    }

    /** Whether no answer of the centre's can be had; {@link #state} may say that the disk is full instead. */
    synchronized boolean away() {
        return way instanceof SyncState.Offline;
    }

    /** Whether it was not online before. */
    synchronized boolean online(boolean full) {
        boolean already = way instanceof SyncState.Online;
        change(already ? way : new SyncState.Online(now()), full);
        return !already;
    }

    synchronized void offline(boolean full) {
        change(way instanceof SyncState.Offline ? way : new SyncState.Offline(now()), full);
    }

    synchronized void refused(String code, boolean full) {
        boolean same = way instanceof SyncState.Refused was && was.code().equals(code);
        change(same ? way : new SyncState.Refused(code, now()), full);
    }

    /** Only the room has been looked at. */
    synchronized void room(boolean full) {
        change(way, full);
    }

    private synchronized void change(SyncState now, boolean full) {
        way = now;
        SyncState shown = !full ? way : told instanceof SyncState.Full ? told : new SyncState.Full(now());
        if (!shown.equals(told)) {
            told = shown;
            LOG.info("SYNC-{}", shown.getClass().getSimpleName().toUpperCase(Locale.ROOT));
            listeners.forEach(listener -> tell(listener, shown));
        }
    }

    private Instant now() {
        return clock.instant();
    }

    private static void tell(Consumer<SyncState> listener, SyncState state) {
        try {
            listener.accept(state);
        } catch (RuntimeException bug) {
            // A listener that fails must harm neither the sending nor the other listeners.
            LOG.error("SYNC-LISTENER-BUG", bug);
        }
    }
}
