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

/** The journal's own work, all of it on the journal's thread: what is kept, what becomes of it, and how it is destroyed. */
final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final Footing footing;
    private final Standings standings;
    private final EntrySeal seal;
    private final Tags tags;
    private final Papers papers;
    private final PendingIndex index;
    private final Inventory inventory;
    private final InstantSource clock;
    private final List<Pending> doubtful = new ArrayList<>();

    /** A submission or note ready to be kept: sealed, and its pages proven. */
    record Ready(Pending entry, EntrySeal.Parts parts, List<Path> pages) {}

    /** A receipt that is to take its entry's place. */
    record Settlement(Pending entry, byte[] receipt) {}

    /** With what an outbox works. */
    record Equipment(EntrySeal seal, Tags tags, Papers papers, Ballast ballast, PendingIndex index, InstantSource clock) {}

    Outbox(JournalFile file, JournalDb db, Equipment equipment) {
        this.seal = equipment.seal();
        this.tags = equipment.tags();
        this.papers = equipment.papers();
        this.index = equipment.index();
        this.inventory = new Inventory(seal, papers, index);
        this.clock = equipment.clock();
        this.footing = new Footing(file, db, equipment.ballast(), hearer());
        this.standings = new Standings(footing, seal, tags, index);
    }

    private Footing.Hearer hearer() {
        return new Footing.Hearer() {
            @Override
            public void opened() throws SQLException {
                load();
            }

            @Override
            public void mended(boolean anew) throws SQLException {
                known(anew);
            }
        };
    }

    Footing footing() {
        return footing;
    }

    Standings standings() {
        return standings;
    }

    /** Learns what the database holds, as far as it can be done at once; the rest by {@link #learn}. */
    void load() throws SQLException {
        inventory.begin(true);
        boolean _ = inventory.portion(footing.rows(), footing.lostSomething());
    }

    /** Learns more of what the database holds, and fetches what goes next where little of it is left; whether there is more to do. */
    boolean learn() {
        try {
            Rows rows = footing.mended();
            if (!inventory.under() && index.thin()) {
                inventory.begin(false);
            }
            return inventory.portion(rows, footing.lostSomething());
        } catch (SQLException failure) {
            footing.failed(failure);
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
        Rows rows;
        try {
            rows = footing.mended();
            Optional<Appended> before = already(rows, entry);
            if (before.isPresent()) {
                return before.get();
            }
        } catch (SQLException failure) {
            footing.failed(failure);
            return JournalDb.isFull(failure) ? new Appended.Full() : new Appended.Failed(footing.broken());
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
        return entry.isFiled() ? tags.number(entry.number()) : 0;
    }

    private Appended kept(Pending entry) {
        index.add(entry);
        return new Appended.Kept(entry.number(), clock.instant());
    }

    /** The answer where nothing needs to be done, or must not be. */
    private Optional<Appended> already(Rows rows, Pending entry) throws SQLException {
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
        footing.failed(failure);
        try {
            footing.fence();
            if (footing.rows().row(entry.id()).isPresent()) {
                return kept(entry);
            }
        } catch (SQLException again) {
            footing.failed(again);
            // A log that had no room for the whole change holds none of it. After any other failure only a fence could
            // say.
            if (!JournalDb.isFull(failure)) {
                doubtful.add(entry);
                return new Appended.Unsure();
            }
        }
        papers.remove(entry.files());
        return JournalDb.isFull(failure) ? new Appended.Full() : new Appended.Failed(Footing.BROKEN);
    }

    /** What was in doubt is known now. A journal that was opened anew has met it already. */
    private void known(boolean anew) throws SQLException {
        for (Pending entry : doubtful) {
            if (footing.rows().row(entry.id()).isEmpty()) {
                papers.remove(entry.files());
            } else if (!anew) {
                index.add(entry);
            }
        }
        doubtful.clear();
    }

    /** Opens an entry for sending; empty where it is damaged, and then it is set aside. */
    Optional<Outgoing> read(Pending entry) {
        try {
            Rows rows = footing.mended();
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
            footing.failed(failure);
        }
        return Optional.empty();
    }

    /** Before the first byte leaves: from now on the centre may have it without our knowing. */
    void sent(Pending entry) {
        boolean _ = state(entry, Pending.State.SENT, Pending.NO_CODE);
    }

    /** Sets an entry aside for staff. */
    boolean refuse(Pending entry, String code) {
        LOG.warn("ENTRY-REFUSED kind={} code={}", entry.called(), code);
        return state(entry, Pending.State.REFUSED, code);
    }

    /** Staff have put right what was wrong: it is sent again. */
    boolean again(Pending entry) {
        return state(entry, Pending.State.SENT, Pending.NO_CODE);
    }

    private boolean state(Pending entry, Pending.State state, String code) {
        try {
            footing.mended().state(entry.id(), state.ordinal(), code);
        } catch (SQLException failure) {
            footing.failed(failure);
            return false;
        }
        index.change(index.now(entry.id()).orElse(entry), entry.with(state, code));
        return true;
    }

    /** The centre holds them: each receipt takes its entry's place, its key is deleted, its papers are unlinked; with one flush. */
    boolean settle(List<Settlement> settlements) {
        List<Pending> entries = settlements.stream().map(Settlement::entry).toList();
        return destroyed(entries, rows -> {
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
        return destroyed(List.of(entry), rows -> rows.remove(entry.id()));
    }

    /** The centre's word about a report is kept beside the receipts, and the report goes. */
    boolean assigned(Pending report, byte[] word) {
        Optional<Pending> about = standings.entry(report.name());
        if (about.isEmpty()) {
            // It was received after all, and nobody needs to see to it.
            return done(report);
        }
        StoredReceipt kept = new StoredReceipt(
                Standings.ASSIGNED + report.name(), Standings.ASSIGNED + about.get().number(), word);
        return destroyed(List.of(report), rows -> {
            rows.put(kept.sealed(seal, tags, report.hour()));
            rows.remove(report.id());
        });
    }

    /** What takes entries out, with whatever takes their place. */
    private interface Destruction {
        void in(Rows rows) throws SQLException;
    }

    private boolean destroyed(List<Pending> entries, Destruction change) {
        try {
            Rows rows = footing.mended();
            rows.together(() -> change.in(rows));
        } catch (SQLException failure) {
            // On a full disk the ballast has now made room, and the sender comes again.
            footing.failed(failure);
            return false;
        }
        for (Pending entry : entries) {
            index.remove(index.now(entry.id()).orElse(entry));
            papers.remove(entry.files());
        }
        return true;
    }

    /** Erases the receipts of before this hour. Which epochs what remains needs; empty where the disk does not let it. */
    Optional<Set<Integer>> erase(long before) {
        return footing.asked(rows -> {
            int erased = rows.eraseReceipts(before);
            if (erased > 0) {
                LOG.info("RECEIPTS-ERASED count={}", erased);
            }
            return Optional.of(rows.beginnings().stream()
                    .flatMap(beginning -> EpochSeal.epochOf(beginning).stream())
                    .collect(Collectors.toSet()));
        });
    }

    /** A receipt that was missing here, or damaged, is had again. */
    boolean receipted(String name, byte[] receipt) {
        long id = tags.submission(name);
        Optional<Pending> pending = standings.entry(name);
        if (pending.isPresent()) {
            return settle(List.of(new Settlement(pending.get(), receipt)));
        }
        return footing.asked(rows -> {
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

    int damagedEntries() {
        return inventory.damaged();
    }
}
