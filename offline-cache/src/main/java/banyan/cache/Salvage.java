package banyan.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a sound journal out of a damaged one. The damaged files are put aside, never deleted: what could not be read may be
 * somebody's case, and staff are told.
 */
final class Salvage {
    private static final Logger LOG = LoggerFactory.getLogger(Salvage.class);
    private static final String MADE = "journal.salvaged";
    private static final String ASIDE = "damaged";
    private static final String LOG_SUFFIX = "-wal";

    private final Disk disk;
    private final Path cache;
    private final EntrySeal seal;
    private final Tags tags;
    private final Chain chain;

    Salvage(Disk disk, Path cache, EntrySeal seal, Tags tags, Chain chain) {
        this.disk = disk;
        this.cache = cache;
        this.seal = seal;
        this.tags = tags;
        this.chain = chain;
    }

    private Path journal() {
        return cache.resolve(JournalFile.NAME);
    }

    private Path log() {
        return cache.resolve(JournalFile.NAME + LOG_SUFFIX);
    }

    /** How many damaged journals lie aside. */
    static int count(Disk disk, Path cache) {
        try {
            return disk.list(cache.resolve(ASIDE)).size();
        } catch (IOException unreadable) {
            return 0;
        }
    }

    /** Reads all that can be read, writes it to a new journal, and puts that in the place of the old. */
    void run() throws IOException, SQLException {
        Path made = cache.resolve(MADE);
        clear(made);
        Carver carver = everywhere();
        Optional<byte[]> end = endOfChain();
        JournalFile.makeOwnersOnly(disk, made);
        try (JournalDb fresh = JournalDb.open(made, UnaryOperator.identity(), _ -> OptionalInt.empty())) {
            Rows rows = new Rows(fresh);
            fresh.together(() -> {
                for (Rows.Receipted receipt : carver.receipts()) {
                    rows.put(receipt);
                }
                for (Resealing.Entry entry : carver.entries()) {
                    rows.restore(entry.row(), entry.body());
                }
                if (end.isPresent()) {
                    // As it was: what could not be read is missing in the chain's eyes too, and the next examination says so.
                    fresh.setMeta(Chain.NAME, end.get());
                }
            });
            fresh.emptyLog();
        }
        LOG.error(
                "JOURNAL-SALVAGED entries={} receipts={}",
                carver.entries().size(),
                carver.receipts().size());
        exchange();
    }

    private Carver everywhere() throws IOException {
        try (Pages pages = Pages.open(journal(), log())) {
            Carver carver = new Carver(pages, seal, tags);
            carver.everywhere();
            return carver;
        }
    }

    private Optional<byte[]> endOfChain() throws IOException {
        try (Pages pages = Pages.open(journal(), log())) {
            return new ChainFinder(pages, chain).last();
        }
    }

    private void clear(Path made) throws IOException {
        boolean _ = disk.delete(made);
        boolean _ = disk.delete(made.resolveSibling(MADE + LOG_SUFFIX));
    }

    /** First the old database, then its log, then the new one in their place: {@link #finish} can tell how far it got. */
    private void exchange() throws IOException {
        Path aside = cache.resolve(ASIDE).resolve(HexFormat.of().formatHex(Randomness.bytes(8)));
        disk.makeFolder(aside);
        if (disk.exists(journal())) {
            disk.move(journal(), aside.resolve(JournalFile.NAME));
            disk.flushFolder(cache);
        }
        if (disk.exists(log())) {
            disk.move(log(), aside.resolve(JournalFile.NAME + LOG_SUFFIX));
        }
        disk.move(cache.resolve(MADE), journal());
        disk.flushFolder(cache);
        disk.flushFolder(aside);
    }

    /** Completes what a crash has interrupted. The new journal counts only once the old one has been put aside. */
    void finish() throws IOException {
        if (!disk.exists(cache.resolve(MADE))) {
            return;
        }
        if (disk.exists(journal())) {
            clear(cache.resolve(MADE));
        } else {
            exchange();
        }
    }

    /**
     * What the log holds that the database, just opened, does not know: a flipped bit makes SQLite end its reading of the log
     * there, silently. Look before opening, put back after.
     */
    Carver inLog() throws IOException {
        try (Pages pages = Pages.open(journal(), log())) {
            Carver carver = new Carver(pages, seal, tags);
            carver.inLog();
            return carver;
        }
    }

    static void putBack(Carver found, JournalDb db, Chain chain) throws SQLException {
        Rows rows = new Rows(db, chain);
        List<Resealing.Entry> lost = new ArrayList<>();
        for (Resealing.Entry entry : found.entries()) {
            long id = entry.row().id();
            if (rows.row(id).isEmpty() && rows.receipt(id).isEmpty()) {
                lost.add(entry);
            }
        }
        List<Rows.Receipted> receipts = new ArrayList<>();
        for (Rows.Receipted receipt : found.receipts()) {
            if (rows.receipt(receipt.id()).isEmpty()) {
                receipts.add(receipt);
            }
        }
        if (lost.isEmpty() && receipts.isEmpty()) {
            return;
        }
        rows.together(() -> {
            for (Rows.Receipted receipt : receipts) {
                rows.put(receipt);
                rows.remove(receipt.id());
            }
            for (Resealing.Entry entry : lost) {
                // The log may have the head alone, where only its state was changed last.
                byte[] body = entry.body().length > 0
                        ? entry.body()
                        : rows.body(entry.row().id()).orElse(entry.body());
                rows.restore(entry.row(), body);
            }
        });
        LOG.error("JOURNAL-LOG-SALVAGED entries={} receipts={}", lost.size(), receipts.size());
    }
}
