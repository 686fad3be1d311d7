package banyan.cache;

import java.io.IOException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes through all heads of the journal, a portion at a time so that nobody waits for it: fills the index, counts what does not open,
 * and after an opening removes the papers that belong to nothing.
 */
final class Inventory {
    private static final Logger LOG = LoggerFactory.getLogger(Inventory.class);

    /** Some two milliseconds. A journal that is not larger is known when it is open. */
    static final int PORTION = 500;

    private final EntrySeal seal;
    private final Papers papers;
    private final PendingIndex index;
    private final Set<String> orphans = new HashSet<>();
    private boolean opening;
    private boolean under;
    private long at;
    private int entries;
    private int unreadable;
    private volatile int damaged;

    Inventory(EntrySeal seal, Papers papers, PendingIndex index) {
        this.seal = seal;
        this.papers = papers;
        this.index = index;
    }

    /** Begins; {@code opened} where the journal has just been opened and papers may belong to nothing. */
    void begin(boolean opened) {
        opening = opened;
        under = true;
        at = -1;
        entries = 0;
        unreadable = 0;
        orphans.clear();
        index.learn();
        if (opening) {
            try {
                // Those of now: what is kept from here on is none of them.
                orphans.addAll(papers.names());
            } catch (IOException nextTime) {
                LOG.warn("PAPERS-NOT-LISTED");
            }
        }
    }

    /** One portion; whether there is more. {@code lost} where entries may be missing whose papers must stay. */
    boolean portion(Rows rows, boolean lost) throws SQLException {
        if (!under) {
            return false;
        }
        List<Rows.Row> portion = rows.after(at, PORTION);
        for (Rows.Row row : portion) {
            at = row.id();
            met(row);
        }
        index.met(at);
        if (portion.size() == PORTION) {
            return true;
        }
        end(lost);
        return false;
    }

    private void met(Rows.Row row) {
        Optional<Pending> entry = pending(seal, row);
        if (entry.isEmpty()) {
            unreadable++;
            return;
        }
        entries++;
        orphans.removeAll(entry.get().files());
        index.met(entry.get());
    }

    private void end(boolean lost) {
        under = false;
        index.learnt();
        damaged = unreadable;
        if (!opening) {
            return;
        }
        LOG.info("JOURNAL-OPEN entries={} damaged={}", entries, damaged);
        // The papers of what could not be read are named nowhere; they stay for whoever can mend it.
        if (damaged == 0 && !lost && !orphans.isEmpty()) {
            LOG.info("PAPERS-WITHOUT-ENTRY-REMOVED count={}", orphans.size());
            papers.remove(List.copyOf(orphans));
        }
        orphans.clear();
    }

    /** Whether it is not at its end. */
    boolean under() {
        return under;
    }

    /** How many entries do not open, as far as it has been gone through. */
    int damaged() {
        return damaged;
    }

    /** What this row says; empty where it does not open, and where a newer program has written it, which must not go where a submission goes. */
    static Optional<Pending> pending(EntrySeal seal, Rows.Row row) {
        Optional<Note.Kind> kind = Note.Kind.of(row.kind());
        if (row.kind() != 0 && kind.isEmpty()) {
            return Optional.empty();
        }
        return seal.head(row.id(), row.head())
                .map(head -> new Pending(
                        row.id(),
                        kind,
                        head.what(),
                        head.name(),
                        head.number(),
                        head.order(),
                        row.hour(),
                        Pending.State.of(row.state()),
                        row.code(),
                        head.payload(),
                        head.papers().stream().map(Head.KeptPaper::file).toList()));
    }
}
