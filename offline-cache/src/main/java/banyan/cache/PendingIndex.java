package banyan.cache;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the centre does not hold yet, in the order of keeping: all of it up to {@link #MOST}, else the oldest of it; and always what
 * staff must see, and how many there are. Learnt from the database a portion at a time. Changed by the journal's thread, read by
 * any.
 */
final class PendingIndex {
    static final int MOST = 10_000;

    private final int most;
    private volatile Shelf shown;
    private @Nullable Shelf learning;
    private long learnt;

    PendingIndex() {
        this(MOST);
    }

    PendingIndex(int most) {
        this.most = most;
        this.shown = new Shelf(most);
    }

    /** Where an entry stands in the order of keeping. */
    private record Place(long order, long id) implements Comparable<Place> {
        static Place of(Pending entry) {
            return new Place(entry.order(), entry.id());
        }

        @Override
        public int compareTo(Place other) {
            return Comparator.comparingLong(Place::order)
                    .thenComparingLong(Place::id)
                    .compare(this, other);
        }
    }

    /** How many wait: submissions of which nothing was sent, those that the centre may have, and notes. */
    record Counts(int kept, int unanswered, int notes) {
        private Counts changed(Pending entry, int by) {
            if (entry.state() == Pending.State.REFUSED) {
                return this;
            }
            if (!entry.isFiled()) {
                return new Counts(kept, unanswered, notes + by);
            }
            return entry.state() == Pending.State.KEPT
                    ? new Counts(kept + by, unanswered, notes)
                    : new Counts(kept, unanswered + by, notes);
        }
    }

    private static final class Shelf {
        private final int most;
        private final ConcurrentSkipListMap<Place, Pending> waiting = new ConcurrentSkipListMap<>();
        private final ConcurrentHashMap<Long, Pending> byId = new ConcurrentHashMap<>();
        private final ConcurrentHashMap<Long, Pending> aside = new ConcurrentHashMap<>();
        private volatile Counts counts = new Counts(0, 0, 0);
        private volatile boolean whole = true;
        private volatile int size;
        private long lastOrder;

        Shelf(int most) {
            this.most = most;
        }

        void add(Pending entry) {
            counts = counts.changed(entry, 1);
            lastOrder = Math.max(lastOrder, entry.order());
            if (entry.state() == Pending.State.REFUSED) {
                aside.put(entry.id(), entry);
                return;
            }
            Place place = Place.of(entry);
            if (!whole && (size == 0 || place.compareTo(waiting.lastKey()) > 0)) {
                return;
            }
            byId.put(entry.id(), entry);
            size += waiting.put(place, entry) == null ? 1 : 0;
            if (size > most) {
                whole = false;
                Pending last = waiting.pollLastEntry().getValue();
                byId.remove(last.id());
                size--;
            }
        }

        /** Whoever looks meanwhile finds it in one place at least. */
        void change(Pending was, Pending now) {
            add(now);
            counts = counts.changed(was, -1);
            if (now.state() != Pending.State.REFUSED) {
                aside.remove(was.id());
            } else {
                byId.remove(was.id());
                size -= waiting.remove(Place.of(was)) == null ? 0 : 1;
            }
        }

        void remove(Pending entry) {
            counts = counts.changed(entry, -1);
            aside.remove(entry.id());
            byId.remove(entry.id());
            size -= waiting.remove(Place.of(entry)) == null ? 0 : 1;
        }
    }

    /** From now on it is learnt anew; until {@link #learnt} what was known before is shown. */
    void learn() {
        learning = new Shelf(most);
        learnt = -1;
    }

    /** The database has it. */
    void met(Pending entry) {
        if (learning != null) {
            learning.add(entry);
        }
    }

    /** Everything up to this row has been met: what changes there from now on must be learnt here. */
    void met(long row) {
        learnt = row;
    }

    void learnt() {
        if (learning != null) {
            shown = learning;
            learning = null;
        }
    }

    void add(Pending entry) {
        shown.add(entry);
        if (learning != null && entry.id() <= learnt) {
            learning.add(entry);
        }
    }

    void remove(Pending entry) {
        shown.remove(entry);
        if (learning != null && entry.id() <= learnt) {
            learning.remove(entry);
        }
    }

    void change(Pending was, Pending now) {
        shown.change(was, now);
        if (learning != null && was.id() <= learnt) {
            learning.change(was, now);
        }
    }

    /** Whether nothing waits that is not in here. */
    boolean whole() {
        return shown.whole && learning == null;
    }

    /** Whether so much has gone that the next ones should be fetched. */
    boolean thin() {
        return !shown.whole && shown.size < most / 2;
    }

    /** The entry as it stands now; empty where it has gone, or waits behind all that are in here. */
    Optional<Pending> now(long id) {
        Shelf shelf = shown;
        Pending waiting = shelf.byId.get(id);
        return Optional.ofNullable(waiting != null ? waiting : shelf.aside.get(id));
    }

    /** The oldest that goes by itself and of which this holds. */
    Optional<Pending> first(Predicate<Pending> which) {
        return shown.waiting.values().stream().filter(which).findFirst();
    }

    /** Those that go by themselves, oldest first. */
    Stream<Pending> waiting() {
        return shown.waiting.values().stream();
    }

    /** Those that go nowhere by themselves, oldest first. */
    List<Pending> aside() {
        return shown.aside.values().stream()
                .sorted(Comparator.comparing(Place::of))
                .toList();
    }

    /** All that are in here, oldest first. */
    List<Pending> all() {
        Shelf shelf = shown;
        return Stream.concat(shelf.waiting.values().stream(), shelf.aside.values().stream())
                .sorted(Comparator.comparing(Place::of))
                .toList();
    }

    Counts counts() {
        return shown.counts;
    }

    long lastOrder() {
        return shown.lastOrder;
    }
}
