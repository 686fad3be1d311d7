package banyan.cache;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/** What the centre does not hold yet, in the order of keeping. Changed by the journal's thread, read by any. */
final class PendingIndex {
    private final ConcurrentSkipListMap<Long, Pending> byOrder = new ConcurrentSkipListMap<>();
    private final ConcurrentHashMap<String, Pending> byKey = new ConcurrentHashMap<>();
    private final Set<String> numbers = ConcurrentHashMap.newKeySet();

    /** A submission has one entry for ever; a note with another content is another note. */
    static String key(Optional<Note.Kind> kind, String name, String payload) {
        return kind.map(note -> note + " " + name + " " + payload).orElse(name);
    }

    private static String key(Pending entry) {
        return key(entry.kind(), entry.name(), entry.payload().hex());
    }

    void put(Pending entry) {
        byKey.put(key(entry), entry);
        byOrder.put(entry.order(), entry);
        if (entry.isSubmission()) {
            numbers.add(entry.number());
        }
    }

    void remove(Pending entry) {
        byKey.remove(key(entry));
        byOrder.remove(entry.order());
        numbers.remove(entry.number());
    }

    void clear() {
        byKey.clear();
        byOrder.clear();
        numbers.clear();
    }

    Optional<Pending> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** The entry as it stands now; empty where it has gone. */
    Optional<Pending> now(Pending entry) {
        return Optional.ofNullable(byOrder.get(entry.order()));
    }

    boolean numberTaken(String number) {
        return numbers.contains(number);
    }

    /** Oldest first; a snapshot. */
    List<Pending> all() {
        return List.copyOf(byOrder.values());
    }

    long lastOrder() {
        return byOrder.isEmpty() ? 0 : byOrder.lastKey();
    }

    Set<String> files() {
        return byOrder.values().stream()
                .flatMap(entry -> entry.files().stream())
                .collect(Collectors.toSet());
    }
}
