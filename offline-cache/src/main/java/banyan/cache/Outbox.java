package banyan.cache;

import banyan.acceptance.Assignment;
import banyan.acceptance.Reckoning;
import banyan.acceptance.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The journal's own work, all of it on the journal's thread: what is kept, how it stands, and how it is destroyed. */
final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final String DAMAGED = "JOURNAL-DAMAGED";
    private static final String BROKEN = "JOURNAL-WRITE-FAILED";

    /** Before the name and the number of what has no receipt but a clerk. */
    private static final String ASSIGNED = "unaccepted ";

    private final JournalFile file;
    private final EntrySeal seal;
    private final Tags tags;
    private final Papers papers;
    private final Ballast ballast;
    private final PendingIndex index;
    private final Inventory inventory;
    private final InstantSource clock;
    private final List<Pending> doubtful = new ArrayList<>();

    private JournalDb db;
    private Rows rows;
    private volatile String broken = "";
    private volatile boolean full;

    /** A submission or note ready to be kept: sealed, and its pages proven. */
    record Ready(Pending entry, EntrySeal.Parts parts, List<Path> pages) {}

    /** A receipt that is to take its entry's place. */
    record Settlement(Pending entry, byte[] receipt) {}

    /** With what an outbox works. */
    record Equipment(EntrySeal seal, Tags tags, Papers papers, Ballast ballast, PendingIndex index, InstantSource clock) {}

    Outbox(JournalFile file, JournalDb db, Equipment equipment) {
        this.file = file;
        this.db = db;
        this.rows = new Rows(db, file.chain());
        this.seal = equipment.seal();
        this.tags = equipment.tags();
        this.papers = equipment.papers();
        this.ballast = equipment.ballast();
        this.index = equipment.index();
        this.inventory = new Inventory(seal, papers, index);
        this.clock = equipment.clock();
    }

    /** Learns what the database holds, as far as it can be done at once; the rest by {@link #learn}. */
    void load() throws SQLException {
        inventory.begin(true);
        boolean _ = inventory.portion(rows, file.lostSomething());
    }

    /** Learns more of what the database holds, and fetches what goes next where little of it is left; whether there is more to do. */
    boolean learn() {
        try {
            mend();
            if (!inventory.under() && index.thin()) {
                inventory.begin(false);
            }
            return inventory.portion(rows, file.lostSomething());
        } catch (SQLException failure) {
            failed(failure);
            return false;
        }
    }

    /** Whether {@link #learn} has something to do. */
    boolean hasToLearn() {
        return inventory.under() || index.thin();
    }

    private static int stored(Optional<Note.Kind> kind) {
        return kind.map(Note.Kind::number).orElse(0);
    }

    /** Keeps it, with one flush of the database and, where there are papers, one of their folder before. */
    Appended keep(Ready ready) {
        Pending entry = ready.entry();
        try {
            mend();
            Optional<Appended> before = already(entry);
            if (before.isPresent()) {
                return before.get();
            }
        } catch (SQLException failure) {
            failed(failure);
            return JournalDb.isFull(failure) ? new Appended.Full() : new Appended.Failed(broken);
        }
        try {
            papers.take(ready.pages(), entry.files());
        } catch (IOException failure) {
            papers.remove(entry.files());
            return Disk.isFull(failure) ? new Appended.Full() : new Appended.Failed("PAPERS-UNWRITABLE");
        }
        try {
            rows.insert(row(ready), ready.parts().body());
            return kept(entry);
        } catch (SQLException failure) {
            return afterFailure(entry, failure);
        }
    }

    private Rows.Row row(Ready ready) {
        Pending entry = ready.entry();
        return new Rows.Row(
                entry.id(),
                stored(entry.kind()),
                entry.state().ordinal(),
                entry.hour(),
                entry.code(),
                number(entry),
                ready.parts().head());
    }

    private long number(Pending entry) {
        return entry.isSubmission() ? tags.number(entry.number()) : 0;
    }

    private Appended kept(Pending entry) {
        index.add(entry);
        return new Appended.Kept(entry.number(), clock.instant());
    }

    /** The answer where nothing needs to be done, or must not be. */
    private Optional<Appended> already(Pending entry) throws SQLException {
        if (!rows.known(entry.id(), number(entry))) {
            return Optional.empty();
        }
        Optional<Rows.Row> row = rows.row(entry.id());
        if (row.isPresent()) {
            return Optional.of(Inventory.pending(seal, row.get())
                    .map(there -> again(there.payload().equals(entry.payload()), there.number(), there.hour()))
                    .orElse(new Appended.Failed("ENTRY-DAMAGED")));
        }
        Optional<Rows.Receipted> receipted = rows.receipt(entry.id());
        if (receipted.isEmpty()) {
            return Optional.of(new Appended.Failed("NUMBER-TAKEN"));
        }
        return Optional.of(StoredReceipt.opened(seal, receipted.get())
                .map(stored -> again(
                        stored.receipt()
                                .filter(receipt -> receipt.payload().equals(entry.payload()))
                                .isPresent(),
                        stored.number(),
                        receipted.get().hour()))
                .orElse(new Appended.Failed("RECEIPT-DAMAGED")));
    }

    private static Appended again(boolean same, String number, long hour) {
        return same
                ? new Appended.Kept(number, Instant.ofEpochSecond(hour * 3600))
                : new Appended.Failed("SUBMISSION-DIFFERS");
    }

    /** A commit has failed: finds out whether it is on the disk all the same, so that nobody is told what may not be so. */
    private Appended afterFailure(Pending entry, SQLException failure) {
        failed(failure);
        try {
            db.fence();
            broken = "";
            if (rows.row(entry.id()).isPresent()) {
                return kept(entry);
            }
        } catch (SQLException again) {
            failed(again);
            // A log that had no room for the whole change holds none of it. After any other failure only a fence could
            // say.
            if (!JournalDb.isFull(failure)) {
                doubtful.add(entry);
                return new Appended.Unsure();
            }
        }
        papers.remove(entry.files());
        return JournalDb.isFull(failure) ? new Appended.Full() : new Appended.Failed(BROKEN);
    }

    /** What goes on is said once, however often it is met. */
    private void failed(SQLException failure) {
        boolean known = JournalDb.isFull(failure) ? full : !broken.isEmpty();
        if (!known) {
            LOG.error("JOURNAL-FAILED sqlite={}", failure.getErrorCode());
        }
        if (JournalDb.isFull(failure)) {
            full = true;
            boolean _ = ballast.drop();
        } else {
            // Damage is mended by opening anew, and until that succeeds by nothing less.
            broken = JournalDb.isDamage(failure) || broken.equals(DAMAGED) ? DAMAGED : BROKEN;
        }
    }

    /** After a failure: makes sure that the disk takes writes again and that what is in doubt is known. */
    private void mend() throws SQLException {
        if (broken.isEmpty()) {
            return;
        }
        boolean anew = broken.equals(DAMAGED) || db.isShut();
        if (anew) {
            reopen();
        }
        db.fence();
        mended(anew);
    }

    private void mended(boolean anew) throws SQLException {
        LOG.info("JOURNAL-MENDED");
        broken = "";
        full = false;
        for (Pending entry : doubtful) {
            if (rows.row(entry.id()).isEmpty()) {
                papers.remove(entry.files());
            } else if (!anew) {
                // A journal that was opened anew has met it already.
                index.add(entry);
            }
        }
        doubtful.clear();
    }

    private void reopen() throws SQLException {
        db.close();
        switch (broken.equals(DAMAGED) ? file.openDoubted() : file.open()) {
            case JournalFile.Opened.Ok(var opened) -> {
                db = opened;
                rows = new Rows(db, file.chain());
                load();
            }
            case JournalFile.Opened.Refused(var code) -> throw new SQLException(code);
        }
    }

    /** Opens an entry for sending; empty where it is damaged, and then it is set aside. */
    Optional<Outgoing> read(Pending entry) {
        try {
            mend();
            Optional<Rows.Row> row = rows.row(entry.id());
            Optional<byte[]> body = rows.body(entry.id());
            if (row.isPresent() && body.isPresent()) {
                Optional<EntrySeal.Opened> head =
                        seal.open(entry.id(), row.get().head());
                Optional<byte[]> payload = head.flatMap(opened -> EntrySeal.body(entry.id(), opened, body.get()));
                if (head.isPresent() && payload.isPresent()) {
                    return Optional.of(
                            new Outgoing(entry, payload.get(), head.get().head().papers()));
                }
            }
            boolean _ = refuse(entry, "ENTRY-DAMAGED");
        } catch (SQLException failure) {
            failed(failure);
        }
        return Optional.empty();
    }

    /** Before the first byte leaves: from now on the centre may have it without our knowing. */
    void sent(Pending entry) {
        boolean _ = state(entry, Pending.State.SENT, Pending.NO_CODE);
    }

    /** Sets an entry aside for staff. */
    boolean refuse(Pending entry, String code) {
        LOG.warn("ENTRY-REFUSED kind={} code={}", entry.kind().map(Enum::name).orElse("SUBMISSION"), code);
        return state(entry, Pending.State.REFUSED, code);
    }

    /** Staff have put right what was wrong: it is sent again. */
    boolean again(Pending entry) {
        return state(entry, Pending.State.SENT, Pending.NO_CODE);
    }

    private boolean state(Pending entry, Pending.State state, String code) {
        try {
            mend();
            rows.state(entry.id(), state.ordinal(), code);
        } catch (SQLException failure) {
            failed(failure);
            return false;
        }
        index.change(index.now(entry.id()).orElse(entry), entry.with(state, code));
        return true;
    }

    /** The centre holds them: each receipt takes its entry's place, its key is deleted, its papers are unlinked; with one flush. */
    boolean settle(List<Settlement> settlements) {
        List<Pending> entries = settlements.stream().map(Settlement::entry).toList();
        return destroyed(entries, () -> {
            for (Settlement settlement : settlements) {
                Pending entry = settlement.entry();
                StoredReceipt stored = new StoredReceipt(entry.name(), entry.number(), settlement.receipt());
                rows.put(stored.sealed(seal, tags, entry.hour()));
                rows.remove(entry.id());
            }
        });
    }

    /** The centre has the note: nothing of it is kept. */
    boolean done(Pending entry) {
        return destroyed(List.of(entry), () -> rows.remove(entry.id()));
    }

    /** The centre's word about a report is kept beside the receipts, and the report goes. */
    boolean assigned(Pending report, byte[] word) {
        Optional<Pending> about = entry(report.name());
        if (about.isEmpty()) {
            // It was received after all, and nobody needs to see to it.
            return done(report);
        }
        StoredReceipt kept = new StoredReceipt(ASSIGNED + report.name(), ASSIGNED + about.get().number(), word);
        return destroyed(List.of(report), () -> {
            rows.put(kept.sealed(seal, tags, report.hour()));
            rows.remove(report.id());
        });
    }

    /** Whether the centre has said, now or once, who takes care of the submission of this number. */
    boolean isAssigned(String number) {
        return asked(() -> rows.receiptOf(tags.number(ASSIGNED + number))).isPresent();
    }

    /** Who takes care of the submission of this number. */
    Optional<Assignment> assignment(String number) {
        return asked(() -> rows.receiptOf(tags.number(ASSIGNED + number)))
                .flatMap(row -> StoredReceipt.opened(seal, row))
                .flatMap(StoredReceipt::json)
                .flatMap(json -> Wire.read(json, Assignment.class));
    }

    /** What an entry says, also one that is set aside; empty where it cannot be read, which changes nothing of how it stands. */
    Optional<byte[]> payload(Pending entry) {
        return asked(() -> {
            Optional<byte[]> body = rows.body(entry.id());
            return rows.row(entry.id())
                    .flatMap(row -> seal.open(entry.id(), row.head()))
                    .flatMap(head -> body.flatMap(sealed -> seal.body(entry.id(), head, sealed)));
        });
    }

    private boolean destroyed(List<Pending> entries, JournalDb.Change change) {
        try {
            mend();
            rows.together(change);
        } catch (SQLException failure) {
            // On a full disk the ballast has now made room, and the sender comes again.
            failed(failure);
            return false;
        }
        for (Pending entry : entries) {
            index.remove(index.now(entry.id()).orElse(entry));
            papers.remove(entry.files());
        }
        return true;
    }

    /** The entry of this submission as it stands now; empty where there is none, or the centre holds it. */
    Optional<Pending> entry(String name) {
        return asked(() -> entry(tags.submission(name)));
    }

    /** The same entry as it stands now; empty where it has gone. */
    Optional<Pending> now(Pending entry) {
        return asked(() -> entry(entry.id()));
    }

    private Optional<Pending> entry(long id) throws SQLException {
        Optional<Pending> known = index.now(id);
        return known.isPresent() || index.whole()
                ? known
                : rows.row(id).flatMap(row -> Inventory.pending(seal, row));
    }

    Optional<Standing> standing(String name) {
        return asked(() -> {
            long id = tags.submission(name);
            Optional<Pending> pending = entry(id);
            return pending.isPresent()
                    ? pending.map(Pending::standing)
                    : rows.receipt(id).flatMap(receipted -> standing(receipted, "-"));
        });
    }

    /** The same, by the number that the citizen holds. */
    Optional<Standing> standingAs(String number) {
        return asked(() -> {
            long tag = tags.number(number);
            Optional<Pending> pending = rows.rowOf(tag).flatMap(row -> Inventory.pending(seal, row));
            return pending.isPresent()
                    ? pending.map(Pending::standing)
                    : rows.receiptOf(tag).flatMap(receipted -> standing(receipted, number));
        });
    }

    /** So many of what lies here, whose ids follow {@code after}; one that does not open is left out. */
    Optional<Portion> after(long after) {
        return asked(() -> {
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
        return asked(() -> Optional.of(rows.numberTaken(tags.number(number)))).orElse(false);
    }

    private interface Question<T> {
        Optional<T> asked() throws SQLException;
    }

    private <T> Optional<T> asked(Question<T> question) {
        try {
            mend();
            return question.asked();
        } catch (SQLException failure) {
            failed(failure);
            return Optional.empty();
        }
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

    /** Erases the receipts of before this hour. Which epochs what remains needs; empty where the disk does not let it. */
    Optional<Set<Integer>> erase(long before) {
        return asked(() -> {
            int erased = rows.eraseReceipts(before);
            if (erased > 0) {
                LOG.info("RECEIPTS-ERASED count={}", erased);
            }
            return Optional.of(rows.beginnings().stream()
                    .flatMap(beginning -> EpochSeal.epochOf(beginning).stream())
                    .collect(Collectors.toSet()));
        });
    }

    /** What was filed in these hours, as it stands now; empty where the journal cannot say. */
    Optional<List<Filed>> filed(long from, long before) {
        return asked(() -> {
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
        return asked(() -> {
            long id = tags.submission(name);
            Optional<Filed> pending = entry(id).map(Filed::of);
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
        return asked(rows::firstHour);
    }

    /** How many notes of each kind were kept in these hours and are still here. */
    Optional<SortedMap<String, Integer>> notes(long from, long before) {
        return asked(() -> {
            SortedMap<String, Integer> notes = new TreeMap<>();
            for (int kind : rows.notes(from, before)) {
                Note.Kind.of(kind).ifPresent(known -> notes.merge(known.name(), 1, Integer::sum));
            }
            return Optional.of(notes);
        });
    }

    /** A receipt that was missing here, or damaged, is had again. */
    boolean receipted(String name, byte[] receipt) {
        long id = tags.submission(name);
        Optional<Pending> pending = asked(() -> entry(id));
        if (pending.isPresent()) {
            return settle(List.of(new Settlement(pending.get(), receipt)));
        }
        return asked(() -> {
                    Optional<Rows.Receipted> row = rows.receipt(id);
                    Optional<StoredReceipt> stored = row.flatMap(found -> StoredReceipt.opened(seal, found));
                    if (stored.isEmpty()) {
                        return Optional.empty();
                    }
                    rows.mend(new StoredReceipt(name, stored.get().number(), receipt)
                            .sealed(seal, tags, row.get().hour()));
                    return Optional.of(true);
                })
                .orElse(false);
    }

    /** In a quiet moment, and again and again while something is wrong. */
    void tidy(long free, long reserve) {
        try {
            mend();
            db.emptyLog();
            db.beginLog();
            full = false;
        } catch (SQLException failure) {
            failed(failure);
            openAnew();
        }
        if (!troubled()) {
            ballast.take(free, reserve);
        }
    }

    /** A disk that was away and is back does not know the file that we hold open. */
    private void openAnew() {
        if (!broken.equals(BROKEN)) {
            return;
        }
        try {
            reopen();
            db.fence();
            mended(true);
        } catch (SQLException stillAway) {
            failed(stillAway);
        }
    }

    /** Whether the disk takes a write, shown by one: a disk that can only be read looks like any other until then. */
    boolean writes() {
        try {
            mend();
            db.beginLog();
            full = false;
            return true;
        } catch (SQLException failure) {
            failed(failure);
            return false;
        }
    }

    /** Whether it waits for the disk to take writes again. */
    boolean troubled() {
        return full || !broken.isEmpty();
    }

    /** Looks the whole database over. What is not as it was written is mended in the next quiet moment. */
    boolean sound() {
        return sound(() -> Optional.of(db.sound()));
    }

    /** The same for a part of it, of {@link JournalDb#parts}. */
    boolean sound(int part) {
        return sound(() -> Optional.of(db.sound(part)));
    }

    private boolean sound(Question<Boolean> question) {
        Optional<Boolean> sound = asked(question);
        if (sound.isPresent() && !sound.get()) {
            LOG.error("JOURNAL-UNSOUND");
            broken = DAMAGED;
        }
        return sound.orElse(false);
    }

    /** Whether the tables hold what the chain says. What does not is said, and the chain goes on from what there is. */
    Optional<ChainState> chain() {
        return asked(() -> {
            ChainState found = file.chain().examine(db);
            if (!found.whole()) {
                LOG.error("JOURNAL-CHAIN-BROKEN missing={} altered={}", found.missing(), found.altered());
                file.chain().goOn(db, found);
                // Its end is another than these have left.
                rows = new Rows(db, file.chain());
            }
            return Optional.of(found);
        });
    }

    /** Where the chain ends, for the centre to keep: the same again until it has said that it does. */
    Optional<Reckoning.Chain> tell() {
        return asked(() -> {
            Optional<Reckoning.Chain> told = file.chain().tell(db);
            rows = new Rows(db, file.chain());
            return told;
        });
    }

    /** The centre keeps this link; whether that is known here now. */
    Optional<Boolean> told(Sha256 link) {
        return asked(() -> {
            boolean known = file.chain().told(db, link);
            rows = new Rows(db, file.chain());
            return Optional.of(known);
        });
    }

    String broken() {
        return broken;
    }

    int damagedEntries() {
        return inventory.damaged();
    }

    void close() {
        // Shut in any case: what stays open keeps its lock, and whoever opens it next would find it in use.
        try (JournalDb closing = db) {
            closing.emptyLog();
        } catch (SQLException failure) {
            LOG.warn("JOURNAL-NOT-CLOSED sqlite={}", failure.getErrorCode());
        }
    }
}
