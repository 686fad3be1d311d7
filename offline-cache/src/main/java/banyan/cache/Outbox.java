package banyan.cache;

import banyan.acceptance.Assignment;
import banyan.acceptance.Receipt;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
    private final Papers papers;
    private final Ballast ballast;
    private final PendingIndex index;
    private final ProvisionalNumbers numbers;
    private final InstantSource clock;
    private final Settlements settlements = new Settlements();
    private final List<Pending> doubtful = new ArrayList<>();

    private JournalDb db;
    private volatile int damagedEntries;
    private volatile String broken = "";
    private volatile boolean full;

    /** A submission or note ready to be kept: sealed, and its pages proven. */
    record Ready(Pending entry, EntrySeal.Parts parts, List<Path> pages) {}

    Outbox(
            JournalFile file,
            JournalDb db,
            EntrySeal seal,
            Papers papers,
            Ballast ballast,
            PendingIndex index,
            ProvisionalNumbers numbers,
            InstantSource clock) {
        this.file = file;
        this.db = db;
        this.seal = seal;
        this.papers = papers;
        this.ballast = ballast;
        this.index = index;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** Learns what the database holds, and removes papers that belong to nothing in it. */
    void load() throws SQLException {
        index.clear();
        damagedEntries = 0;
        db.rows(row -> Optional.of(row)
                .filter(Outbox::known)
                .flatMap(known -> seal.head(known.id(), known.head()))
                .map(head -> pending(row, head))
                .ifPresentOrElse(index::put, () -> damagedEntries++));
        for (Pending entry : index.all()) {
            numbers.given(entry.number());
            // Only a salvaged journal can hold both; the receipt is the later word.
            if (entry.isSubmission() && db.settled(entry.name()).isPresent()) {
                db.delete(entry.id());
                index.remove(entry);
            }
        }
        settlements.clear();
        db.settledNames((name, number) -> {
            numbers.given(number);
            settlements.add(name, number);
        });
        LOG.info("JOURNAL-OPEN entries={} damaged={}", index.all().size(), damagedEntries);
        if (damagedEntries > 0 || file.lostSomething()) {
            // The papers of what could not be read are named nowhere; they stay for whoever can mend it.
            return;
        }
        try {
            papers.removeAllBut(index.files());
        } catch (IOException nextTime) {
            LOG.warn("PAPERS-NOT-LISTED");
        }
    }

    /** What a newer program has written is left as it is; it must not go where a submission goes. */
    private static boolean known(JournalDb.Row row) {
        return row.kind() == 0 || Note.Kind.of(row.kind()).isPresent();
    }

    private static Pending pending(JournalDb.Row row, Head head) {
        return new Pending(
                row.id(),
                Note.Kind.of(row.kind()),
                head.name(),
                head.number(),
                head.order(),
                row.hour(),
                Pending.State.of(row.state()),
                row.code(),
                head.payload(),
                head.papers().stream().map(Head.KeptPaper::file).toList());
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
            db.insert(row(ready), ready.parts().body());
            return kept(entry);
        } catch (SQLException failure) {
            return afterFailure(entry, failure);
        }
    }

    private static JournalDb.Row row(Ready ready) {
        Pending entry = ready.entry();
        return new JournalDb.Row(
                entry.id(),
                stored(entry.kind()),
                entry.state().ordinal(),
                entry.hour(),
                entry.code(),
                ready.parts().head());
    }

    private Appended kept(Pending entry) {
        index.put(entry);
        return new Appended.Kept(entry.number(), clock.instant());
    }

    /** The answer where nothing needs to be done, or must not be. */
    private Optional<Appended> already(Pending entry) throws SQLException {
        Optional<Pending> pending = index.find(
                PendingIndex.key(entry.kind(), entry.name(), entry.payload().hex()));
        if (pending.isPresent()) {
            return Optional.of(again(
                    pending.get().payload().equals(entry.payload()),
                    pending.get().number(),
                    pending.get().hour()));
        }
        if (!entry.isSubmission()) {
            return Optional.empty();
        }
        Optional<JournalDb.Settled> settled =
                settlements.perhaps(entry.name()) ? db.settled(entry.name()) : Optional.empty();
        if (settled.isPresent()) {
            boolean same = receipt(settled.get())
                    .filter(receipt -> receipt.payload().equals(entry.payload()))
                    .isPresent();
            return Optional.of(again(same, settled.get().number(), settled.get().hour()));
        }
        if (index.numberTaken(entry.number())
                || settlements.perhapsAs(entry.number())
                        && db.settledAs(entry.number()).isPresent()) {
            return Optional.of(new Appended.Failed("NUMBER-TAKEN"));
        }
        return Optional.empty();
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
            if (db.row(entry.id()).isPresent()) {
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
        if (broken.equals(DAMAGED) || db.isShut()) {
            reopen();
        }
        db.fence();
        mended();
    }

    private void mended() throws SQLException {
        LOG.info("JOURNAL-MENDED");
        broken = "";
        full = false;
        for (Pending entry : doubtful) {
            if (db.row(entry.id()).isPresent()) {
                index.put(entry);
            } else {
                papers.remove(entry.files());
            }
        }
        doubtful.clear();
    }

    private void reopen() throws SQLException {
        db.close();
        switch (broken.equals(DAMAGED) ? file.openDoubted() : file.open()) {
            case JournalFile.Opened.Ok(var opened) -> {
                db = opened;
                load();
            }
            case JournalFile.Opened.Refused(var code) -> throw new SQLException(code);
        }
    }

    /** Opens an entry for sending; empty where it is damaged, and then it is set aside. */
    Optional<Outgoing> read(Pending entry) {
        try {
            mend();
            Optional<JournalDb.Row> row = db.row(entry.id());
            Optional<byte[]> body = db.body(entry.id());
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
            db.state(entry.id(), state.ordinal(), code);
        } catch (SQLException failure) {
            failed(failure);
            return false;
        }
        index.put(entry.with(state, code));
        return true;
    }

    /** The centre holds it: its receipt takes its place, its key is deleted, its papers are unlinked. */
    boolean settle(Pending entry, byte[] receipt) {
        JournalDb.Settled settled = new JournalDb.Settled(
                Randomness.id(), entry.name(), entry.number(), entry.hour(), seal.sealReceipt(entry.name(), receipt));
        settlements.add(entry.name(), entry.number());
        return destroyed(entry, () -> db.settle(entry.id(), settled));
    }

    /** The centre has the note: nothing of it is kept. */
    boolean done(Pending entry) {
        return destroyed(entry, () -> db.delete(entry.id()));
    }

    /** The centre's word about a report is kept beside the receipts, and the report goes. */
    boolean assigned(Pending report, byte[] word) {
        Optional<Pending> about = index.find(report.name());
        if (about.isEmpty()) {
            // It was received after all, and nobody needs to see to it.
            return done(report);
        }
        String name = ASSIGNED + report.name();
        String number = ASSIGNED + about.get().number();
        JournalDb.Settled settled =
                new JournalDb.Settled(Randomness.id(), name, number, report.hour(), seal.sealReceipt(name, word));
        settlements.add(name, number);
        return destroyed(report, () -> db.settle(report.id(), settled));
    }

    /** Whether the centre has said, now or once, who takes care of the submission of this number. */
    boolean isAssigned(String number) {
        try {
            mend();
            return settlements.perhapsAs(ASSIGNED + number) && db.settledAs(ASSIGNED + number).isPresent();
        } catch (SQLException failure) {
            failed(failure);
            return false;
        }
    }

    /** Who takes care of the submission of this number. */
    Optional<Assignment> assignment(String number) {
        try {
            mend();
            Optional<JournalDb.Settled> kept =
                    settlements.perhapsAs(ASSIGNED + number) ? db.settledAs(ASSIGNED + number) : Optional.empty();
            return kept.flatMap(settled -> seal.receipt(settled.name(), settled.receipt()))
                    .flatMap(json -> Wire.read(json, Assignment.class));
        } catch (SQLException failure) {
            failed(failure);
            return Optional.empty();
        }
    }

    /** What an entry says, also one that is set aside; empty where it cannot be read, which changes nothing of how it stands. */
    Optional<byte[]> payload(Pending entry) {
        try {
            mend();
            Optional<byte[]> body = db.body(entry.id());
            return db.row(entry.id())
                    .flatMap(row -> seal.open(entry.id(), row.head()))
                    .flatMap(head -> body.flatMap(sealed -> seal.body(entry.id(), head, sealed)));
        } catch (SQLException failure) {
            failed(failure);
            return Optional.empty();
        }
    }

    private interface Change {
        void make() throws SQLException;
    }

    private boolean destroyed(Pending entry, Change change) {
        try {
            mend();
            change.make();
        } catch (SQLException failure) {
            // On a full disk the ballast has now made room, and the sender comes again.
            failed(failure);
            return false;
        }
        index.remove(entry);
        papers.remove(entry.files());
        return true;
    }

    Optional<Standing> standing(String name) {
        Optional<Pending> pending = index.find(name);
        if (pending.isPresent()) {
            return pending.map(Pending::standing);
        }
        try {
            mend();
            return db.settled(name).flatMap(this::standing);
        } catch (SQLException failure) {
            failed(failure);
            return Optional.empty();
        }
    }

    /** The same, by the number that the citizen holds. */
    Optional<Standing> standingAs(String number) {
        Optional<Pending> pending = index.all().stream()
                .filter(entry -> entry.isSubmission() && entry.number().equals(number))
                .findFirst();
        if (pending.isPresent()) {
            return pending.map(Pending::standing);
        }
        try {
            mend();
            return settlements.perhapsAs(number) ? db.settledAs(number).flatMap(this::standing) : Optional.empty();
        } catch (SQLException failure) {
            failed(failure);
            return Optional.empty();
        }
    }

    /** Empty where the receipt has been erased: then only the centre knows. */
    private Optional<Standing> standing(JournalDb.Settled settled) {
        if (settled.isErased()) {
            return Optional.empty();
        }
        Instant hour = Instant.ofEpochSecond(settled.hour() * 3600);
        return Optional.of(receipt(settled)
                .<Standing>map(receipt -> new Standing.Received(settled.number(), hour, receipt))
                .orElseGet(() -> new Standing.Refused(settled.number(), hour, "RECEIPT-DAMAGED")));
    }

    /** Erases the receipts of before this hour. Which epochs what remains needs; empty where the disk does not let it. */
    Optional<Set<Integer>> erase(long before) {
        try {
            mend();
            int erased = db.eraseReceipts(before);
            Set<Integer> used = new HashSet<>();
            db.beginnings(beginning -> EpochSeal.epochOf(beginning).ifPresent(used::add));
            if (erased > 0) {
                LOG.info("RECEIPTS-ERASED count={}", erased);
            }
            return Optional.of(used);
        } catch (SQLException failure) {
            failed(failure);
            return Optional.empty();
        }
    }

    private Optional<Receipt> receipt(JournalDb.Settled settled) {
        return seal.receipt(settled.name(), settled.receipt()).flatMap(json -> Wire.read(json, Receipt.class));
    }

    /** What was filed in these hours, as it stands now; empty where the journal cannot say. */
    Optional<List<Filed>> filed(long from, long before) {
        List<Filed> filed = new ArrayList<>();
        index.all().stream()
                .filter(entry -> entry.isSubmission() && entry.hour() >= from && entry.hour() < before)
                .map(Filed::of)
                .forEach(filed::add);
        try {
            mend();
            db.settled(from, before, settled -> {
                if (!settled.name().startsWith(ASSIGNED)) {
                    filed.add(Filed.of(settled, receipt(settled)));
                }
            });
            return Optional.of(filed);
        } catch (SQLException failure) {
            failed(failure);
            return Optional.empty();
        }
    }

    /** The same for one of this name; none where there is none, empty where the journal cannot say. */
    Optional<List<Filed>> filed(String name) {
        Optional<Filed> pending = index.find(name).map(Filed::of);
        try {
            mend();
            Optional<Filed> found = pending.isPresent()
                    ? pending
                    : db.settled(name).map(settled -> Filed.of(settled, receipt(settled)));
            return Optional.of(found.stream().toList());
        } catch (SQLException failure) {
            failed(failure);
            return Optional.empty();
        }
    }

    /** The hour of the oldest thing that is known here. */
    Optional<Long> firstHour() {
        try {
            mend();
            return Stream.concat(
                            index.all().stream().map(Pending::hour), db.firstSettledHour().stream())
                    .min(Long::compare);
        } catch (SQLException failure) {
            failed(failure);
            return Optional.empty();
        }
    }

    /** A receipt that was missing here, or damaged, is had again. */
    boolean receipted(String name, byte[] receipt) {
        Optional<Pending> pending = index.find(name);
        if (pending.isPresent()) {
            return settle(pending.get(), receipt);
        }
        try {
            mend();
            db.mend(name, seal.sealReceipt(name, receipt));
            return true;
        } catch (SQLException failure) {
            failed(failure);
            return false;
        }
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
            mended();
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
        try {
            mend();
            boolean sound = db.sound();
            if (!sound) {
                LOG.error("JOURNAL-UNSOUND");
                broken = DAMAGED;
            }
            return sound;
        } catch (SQLException failure) {
            failed(failure);
            return false;
        }
    }

    String broken() {
        return broken;
    }

    int damagedEntries() {
        return damagedEntries;
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
