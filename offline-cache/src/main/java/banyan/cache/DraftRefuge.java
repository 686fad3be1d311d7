package banyan.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a draft survives a crash: for ten minutes, for the same card only. The visit's key is wrapped under a key derived from
 * the device key and the card's salted number; neither the number nor a hash of it is stored. With the draft go the pages of
 * its visit.
 *
 * <p>Time is measured twice, by the clock and by how long this program has run, and whichever says "over" first is right; a
 * clock set back while the terminal was off ends every draft. So no change of the clock makes a draft live longer.
 */
public final class DraftRefuge implements AutoCloseable {
    /** The longest a draft is kept, whatever {@code save} is asked for. */
    public static final Duration LONGEST = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(DraftRefuge.class);
    private static final String FOLDER = "refuge";
    private static final String CLOCK = "clock";
    private static final String UNFINISHED = ".part";
    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final Duration MARK = Duration.ofSeconds(15);

    /** So far may the clock be corrected backwards between two programs without ending the drafts. */
    private static final Duration CORRECTION = Duration.ofSeconds(2);

    private final Disk disk;
    private final Path cache;
    private final Path folder;
    private final DraftFile form;
    private final InstantSource clock;
    private final Map<String, Limit> limits = new HashMap<>();
    private final Set<String> ours = new HashSet<>();
    private final Thread sweeper;

    private Optional<Runnable> told = Optional.empty();
    private int untold;

    /** The latest time this terminal is known to have seen. */
    private Instant marked = Instant.EPOCH;

    /** What became of saving. */
    public sealed interface Saved {
        /** On the disk, flushed. */
        record Safe() implements Saved {}

        /** No room; what was saved before is still there. */
        record Full() implements Saved {}

        record Failed(String code) implements Saved {}
    }

    /** What a card finds. */
    public sealed interface Reopening {
        /** The draft as last saved, and the key of its visit. */
        record Reopened(byte[] draft, VisitKey key) implements Reopening {
            @Override
            public String toString() {
                return "Reopened";
            }
        }

        record Nothing() implements Reopening {}
    }

    /** When a draft ends, by the clock and by the running of this program. */
    private record Limit(Instant expires, long nanoTime) {}

    private DraftRefuge(Disk disk, Path cache, Vault vault, InstantSource clock) {
        this.disk = disk;
        this.cache = cache;
        this.folder = cache.resolve(FOLDER);
        this.form = new DraftFile(vault);
        this.clock = clock;
        this.sweeper = Thread.ofVirtual().name("draft-refuge").unstarted(this::sweepForEver);
    }

    /** Opens the refuge before the first visit: what has expired is destroyed, and so are pages of visits without a draft. */
    public static DraftRefuge open(Path cache, Vault vault, InstantSource clock) {
        return open(cache, vault, clock, new OsDisk());
    }

    static DraftRefuge open(Path cache, Vault vault, InstantSource clock, Disk disk) {
        DraftRefuge refuge = new DraftRefuge(disk, cache, vault, clock);
        refuge.find();
        refuge.sweeper.start();
        return refuge;
    }

    /** The key of a new visit, whose pages are sealed with the cipher of this site. */
    public VisitKey newVisit() {
        return VisitKey.random(form.suite());
    }

    private synchronized void find() {
        Instant now = clock.instant();
        marked = form.mark(disk, folder.resolve(CLOCK)).orElse(now);
        boolean setBack = isSetBack(now);
        for (String name : names(folder)) {
            if (name.equals(CLOCK)) {
                continue;
            }
            Optional<DraftFile.Times> times = form.times(disk, folder.resolve(name));
            boolean lives = times.map(found -> !setBack
                            && !now.isBefore(found.saved().minus(CORRECTION))
                            && now.isBefore(found.expires())
                            && Duration.between(found.saved(), found.expires()).compareTo(LONGEST) <= 0)
                    .orElse(false);
            if (lives) {
                limits.put(name, limit(now, times.orElseThrow().expires()));
            } else {
                boolean gone = destroy(name);
                if (gone && times.isPresent()) {
                    untold++;
                }
            }
        }
        for (String visit : names(cache.resolve(PageStore.VISITS))) {
            if (!limits.containsKey(visit)) {
                Cleared _ =
                        PageStore.unlink(disk, cache.resolve(PageStore.VISITS).resolve(visit));
            }
        }
        if (setBack) {
            mark(now);
        }
        LOG.info("REFUGE-OPEN drafts={}", limits.size());
    }

    private boolean isSetBack(Instant now) {
        return now.isBefore(marked.minus(CORRECTION));
    }

    private List<String> names(Path where) {
        try {
            return disk.list(where).stream()
                    .map(file -> String.valueOf(file.getFileName()))
                    .toList();
        } catch (IOException unreadable) {
            LOG.error("REFUGE-NOT-LISTED");
            return List.of();
        }
    }

    private static Limit limit(Instant now, Instant expires) {
        return new Limit(
                expires, System.nanoTime() + Duration.between(now, expires).toNanos());
    }

    /** Puts the draft in place of what was saved of this visit before. The number is neither kept nor changed. */
    public synchronized Saved save(byte[] draft, VisitKey key, char[] cardNumber, Instant expires) {
        Instant now = clock.instant();
        Instant latest = now.plus(LONGEST);
        Instant end = expires.isBefore(latest) ? expires : latest;
        Path part = folder.resolve(key.visit() + UNFINISHED);
        try {
            disk.makeFolder(folder);
            boolean _ = disk.delete(part);
            byte[] file = form.seal(draft, key, cardNumber, new DraftFile.Times(now, end));
            try (Disk.Output output = disk.create(part)) {
                Disk.writeAll(output, file, 0, file.length);
                output.force();
            }
            disk.move(part, folder.resolve(key.visit()));
            disk.flushFolder(folder);
        } catch (IOException failure) {
            return Disk.isFull(failure) ? new Saved.Full() : new Saved.Failed("DRAFT-UNWRITABLE");
        }
        limits.put(key.visit(), limit(now, end));
        ours.add(key.visit());
        return new Saved.Safe();
    }

    /** The draft of the visit that this card began and a crash ended, if its time is not over. */
    public synchronized Reopening reopen(char[] cardNumber) {
        sweep();
        for (String visit : List.copyOf(limits.keySet())) {
            if (ours.contains(visit)) {
                continue;
            }
            Optional<Reopening.Reopened> found = form.open(disk, folder.resolve(visit), visit, cardNumber);
            if (found.isPresent()) {
                ours.add(visit);
                return found.get();
            }
        }
        return new Reopening.Nothing();
    }

    /** Destroys what was saved of this visit, at once. Its pages are the {@link PageStore}'s to end. */
    public synchronized Cleared destroy(VisitKey key) {
        boolean had = limits.remove(key.visit()) != null;
        ours.remove(key.visit());
        return destroy(key.visit())
                ? new Cleared.Gone(Cleared.Part.DRAFT, had ? 1 : 0)
                : new Cleared.Left(Cleared.Part.DRAFT, "DRAFT-NOT-REMOVED");
    }

    /** Overwrites the file before it is unlinked: its key is derived, so that it can be forgotten only here. */
    private boolean destroy(String name) {
        try {
            form.overwrite(disk, folder.resolve(name));
            if (disk.delete(folder.resolve(name))) {
                disk.flushFolder(folder);
            }
            return true;
        } catch (IOException failure) {
            LOG.error("DRAFT-NOT-REMOVED");
            return false;
        }
    }

    /** Destroys what has expired; done by itself every second. */
    public synchronized void sweep() {
        Instant now = clock.instant();
        boolean setBack = isSetBack(now);
        for (Map.Entry<String, Limit> draft : List.copyOf(limits.entrySet())) {
            Limit limit = draft.getValue();
            boolean over = !now.isBefore(limit.expires()) || System.nanoTime() - limit.nanoTime() >= 0;
            if (over || setBack && !ours.contains(draft.getKey())) {
                expire(draft.getKey());
            }
        }
        if (setBack || !limits.isEmpty() && now.isAfter(marked.plus(MARK))) {
            mark(now);
        }
    }

    private void mark(Instant now) {
        form.writeMark(disk, folder.resolve(CLOCK), now);
        marked = now;
    }

    private void expire(String visit) {
        limits.remove(visit);
        boolean gone = destroy(visit);
        // A visit that is going on keeps its pages until its own end.
        if (!ours.contains(visit)) {
            Cleared _ = PageStore.unlink(disk, cache.resolve(PageStore.VISITS).resolve(visit));
        }
        LOG.info("DRAFT-EXPIRED gone={}", gone);
        if (gone) {
            untold++;
            tell();
        }
    }

    /** Is run once for each draft that was destroyed because its time was over, also for those of the time before this call. */
    public synchronized void onExpiry(Runnable listener) {
        told = Optional.of(listener);
        tell();
    }

    private void tell() {
        if (told.isPresent()) {
            for (; untold > 0; untold--) {
                told.get().run();
            }
        }
    }

    private void sweepForEver() {
        try {
            while (true) {
                Thread.sleep(SWEEP);
                sweep();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        sweeper.interrupt();
    }
}
