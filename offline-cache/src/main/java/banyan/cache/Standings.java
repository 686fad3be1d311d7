package banyan.cache;

import banyan.acceptance.Assignment;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the journal says of what was filed, by its name, its number or its hours; changes nothing. Used by the journal's thread. */
final class Standings {
    /** Before the name and the number of what has no receipt but a clerk. */
    static final String ASSIGNED = "unaccepted ";

    private final Footing footing;
    private final EntrySeal seal;
    private final Tags tags;
    private final PendingIndex index;

    Standings(Footing footing, EntrySeal seal, Tags tags, PendingIndex index) {
        this.footing = footing;
        this.seal = seal;
        this.tags = tags;
        this.index = index;
    }

    /** Whether the centre has said, now or once, who takes care of the submission of this number. */
    boolean isAssigned(String number) {
        return footing.asked(rows -> rows.receiptOf(tags.number(ASSIGNED + number))).isPresent();
    }

    /** Who takes care of the submission of this number. */
    Optional<Assignment> assignment(String number) {
        return footing.asked(rows -> rows.receiptOf(tags.number(ASSIGNED + number)))
                .flatMap(row -> StoredReceipt.opened(seal, row))
                .flatMap(StoredReceipt::json)
                .flatMap(json -> Wire.read(json, Assignment.class));
    }

    /** What an entry says, also one that is set aside; empty where it cannot be read, which changes nothing of how it stands. */
    Optional<byte[]> payload(Pending entry) {
        return footing.asked(rows -> {
            Optional<byte[]> body = rows.body(entry.id());
            return rows.row(entry.id())
                    .flatMap(row -> seal.open(entry.id(), row.head()))
                    .flatMap(head -> body.flatMap(sealed -> seal.body(entry.id(), head, sealed)));
        });
    }

    /** The entry of this submission as it stands now; empty where there is none, or the centre holds it. */
    Optional<Pending> entry(String name) {
        return footing.asked(rows -> entry(rows, tags.submission(name)));
    }

    /** The same entry as it stands now; empty where it has gone. */
    Optional<Pending> now(Pending entry) {
        return footing.asked(rows -> entry(rows, entry.id()));
    }

    private Optional<Pending> entry(Rows rows, long id) throws SQLException {
        Optional<Pending> known = index.now(id);
        return known.isPresent() || index.whole()
                ? known
                : rows.row(id).flatMap(row -> Inventory.pending(seal, row));
    }

    Optional<Standing> standing(String name) {
        return footing.asked(rows -> {
            long id = tags.submission(name);
            Optional<Pending> pending = entry(rows, id);
            return pending.isPresent()
                    ? pending.map(Pending::standing)
                    : rows.receipt(id).flatMap(receipted -> standing(receipted, "-"));
        });
    }

    /** The same, by the number that the citizen holds. */
    Optional<Standing> standingAs(String number) {
        return footing.asked(rows -> {
            long tag = tags.number(number);
            Optional<Pending> pending = rows.rowOf(tag).flatMap(row -> Inventory.pending(seal, row));
            return pending.isPresent()
                    ? pending.map(Pending::standing)
                    : rows.receiptOf(tag).flatMap(receipted -> standing(receipted, number));
        });
    }

    /** So many of what lies here, whose ids follow {@code after}; one that does not open is left out. */
    Optional<Portion> after(long after) {
        return footing.asked(rows -> {
            List<Rows.Row> found = rows.after(after, Inventory.PORTION);
            List<Pending> entries = found.stream()
                    .flatMap(row -> Inventory.pending(seal, row).stream())
                    .toList();
            return Optional.of(new Portion(
                    entries, found.size() < Inventory.PORTION ? Long.MAX_VALUE : found.getLast().id()));
        });
    }

    /** Some entries, and behind which id the next ones are. */
    record Portion(List<Pending> entries, long last) {}

    boolean numberTaken(String number) {
        return footing.asked(rows -> Optional.of(rows.numberTaken(tags.number(number)))).orElse(false);
    }

    /** Empty where the receipt has been erased: then only the centre knows. */
    private Optional<Standing> standing(Rows.Receipted receipted, String number) {
        if (receipted.isErased()) {
            return Optional.empty();
        }
        Instant hour = Instant.ofEpochSecond(receipted.hour() * 3600);
        Optional<StoredReceipt> stored = StoredReceipt.opened(seal, receipted);
        String known = stored.map(StoredReceipt::number).orElse(number);
        return Optional.of(stored.flatMap(StoredReceipt::receipt)
                .<Standing>map(receipt -> new Standing.Received(known, hour, receipt))
                .orElseGet(() -> new Standing.Refused(known, hour, "RECEIPT-DAMAGED")));
    }

    /** What was filed in these hours, as it stands now; empty where the journal cannot say. */
    Optional<List<Filed>> filed(long from, long before) {
        return footing.asked(rows -> {
            List<Filed> filed = new ArrayList<>();
            for (Rows.Row row : rows.submissions(from, before)) {
                Inventory.pending(seal, row).map(Filed::of).ifPresent(filed::add);
            }
            for (Rows.Receipted row : rows.receipts(from, before)) {
                filed(row).filter(one -> !one.name().startsWith(ASSIGNED)).ifPresent(filed::add);
            }
            return Optional.of(filed);
        });
    }

    /** The same for one of this name; none where there is none, empty where the journal cannot say. */
    Optional<List<Filed>> filed(String name) {
        return footing.asked(rows -> {
            long id = tags.submission(name);
            Optional<Filed> pending = entry(rows, id).map(Filed::of);
            Optional<Filed> found = pending.isPresent()
                    ? pending
                    : rows.receipt(id).flatMap(this::filed);
            return Optional.of(found.stream().toList());
        });
    }

    private Optional<Filed> filed(Rows.Receipted row) {
        return StoredReceipt.opened(seal, row).map(stored -> Filed.of(stored, row.isErased()));
    }

    /** The hour of the oldest thing that is known here. */
    Optional<Long> firstHour() {
        return footing.asked(Rows::firstHour);
    }

    /** How many notes of each kind were kept in these hours and are still here. */
    Optional<SortedMap<String, Integer>> notes(long from, long before) {
        return footing.asked(rows -> {
            SortedMap<String, Integer> notes = new TreeMap<>();
            for (int kind : rows.notes(from, before)) {
                Note.Kind.of(kind).ifPresent(known -> notes.merge(known.name(), 1, Integer::sum));
            }
            return Optional.of(notes);
        });
    }
}
