package banyan.cache;

import banyan.acceptance.Reckoning;
import banyan.acceptance.Sha256;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The journal's chain: each commit that puts a row in, changes it or takes it out adds a link, in the same commit. Whoever changes the
 * tables without the device's keys cannot make the link that belongs to it. Used by the journal's thread.
 */
final class Chain {
    /** Under which its end stands in the database. */
    static final String NAME = "chain";

    /** How long its end is, sealed. */
    static final int SEALED = Mark.SIZE + Gcm.OVERHEAD;

    private static final byte[] CONTEXT = "banyan chain".getBytes(StandardCharsets.US_ASCII);

    private final Vault vault;
    private @Nullable Links links;

    /** What one commit changes. */
    final class Change {
        private Mark.Sum entries = Mark.Sum.EMPTY;
        private Mark.Sum receipts = Mark.Sum.EMPTY;
        private long erasedBefore;
        private boolean any;

        void put(Rows.Place row) {
            any = true;
            entries = entries.with(links().entry(row));
        }

        void taken(Rows.Place row) {
            any = true;
            entries = entries.without(links().entry(row));
        }

        void received(long id, long number, long hour) {
            any = true;
            receipts = receipts.with(links().receipt(id, number, hour));
        }

        void erased(long before) {
            any = true;
            erasedBefore = before;
        }

        /**
         * Adds the link, as a part of the commit, and gives the chain's end with it. Where that is gone it stays so, until an examination
         * has said it.
         *
         * @param known the end, where it is known already
         */
        Optional<Mark> link(JournalDb db, Optional<Mark> known) throws SQLException {
            if (!any) {
                return known;
            }
            Optional<Mark> last = known.isPresent() ? known : end(db);
            Optional<Mark> next = last.map(mark -> mark.next(
                    links(),
                    mark.entries().with(entries),
                    mark.receipts().with(receipts),
                    Math.max(mark.erasedBefore(), erasedBefore)));
            if (next.isPresent()) {
                db.changeMeta(NAME, sealed(next.get()));
            }
            return next;
        }
    }

    Chain(Vault vault) {
        this.vault = vault;
    }

    /** Not before the journal is known to be this device's. */
    private Links links() {
        Links made = links;
        if (made == null) {
            made = vault.links();
            links = made;
        }
        return made;
    }

    Change change() {
        return new Change();
    }

    /** Begins it over what the tables hold, as a part of a commit: a new journal, or one of a form that had none. */
    void begin(JournalDb db) throws SQLException {
        Held held = held(db);
        store(db, Mark.FIRST.next(links(), held.entries(), held.receipts(), held.erasedBefore()));
    }

    /** Its end; empty where there is none, or none of this journal. */
    Optional<Mark> end(JournalDb db) throws SQLException {
        return db.meta(NAME).flatMap(this::opened);
    }

    Optional<Mark> opened(byte[] sealed) {
        return opened(sealed, vault::unwrap);
    }

    static Optional<Mark> opened(byte[] sealed, EntrySeal.Unwrapping by) {
        return by.unwrap(sealed, CONTEXT).flatMap(Mark::read);
    }

    private void store(JournalDb db, Mark mark) throws SQLException {
        db.setMeta(NAME, sealed(mark));
    }

    private byte[] sealed(Mark mark) {
        return vault.sealForGood(mark.bytes(), CONTEXT);
    }

    /** Lays it beside the tables. */
    ChainState examine(JournalDb db) throws SQLException {
        Held held = held(db);
        return end(db).map(mark -> ChainState.of(mark.entries(), held.entries())
                        .with(ChainState.of(mark.receipts(), held.receipts()))
                        .with(ChainState.of(0, held.erasedBefore() > mark.erasedBefore())))
                .orElseGet(() -> ChainState.of(0, true));
    }

    /** Goes on from what the tables hold, after what was found has been said, so that what comes after it is found too. */
    void goOn(JournalDb db, ChainState found) throws SQLException {
        Held held = held(db);
        Mark last = end(db).orElse(Mark.FIRST);
        long erased = Math.max(last.erasedBefore(), held.erasedBefore());
        db.together(() -> store(db, last.mended(links(), held.entries(), held.receipts(), erased, found.missing())));
    }

    /** What the centre is to keep of it, on the disk before it is told; the same again until the centre has said that it keeps it. */
    Optional<Reckoning.Chain> tell(JournalDb db) throws SQLException {
        Optional<Mark> end = end(db);
        if (end.isPresent() && end.get().telling().isEmpty()) {
            Mark telling = end.get().tell(links());
            db.together(() -> store(db, telling));
            end = Optional.of(telling);
        }
        return end.map(mark -> new Reckoning.Chain(
                mark.step(), mark.telling().orElseThrow(), mark.told(), mark.breaks(), mark.missing()));
    }

    /** The centre keeps this link; false where that is not what it was told last. */
    boolean told(JournalDb db, Sha256 link) throws SQLException {
        Optional<Mark> end = end(db).filter(mark -> mark.telling().filter(link::equals).isPresent());
        if (end.isPresent()) {
            db.together(() -> store(db, end.get().known(links())));
        }
        return end.isPresent();
    }

    /** What the tables hold; and before which hour there are erased receipts. */
    private record Held(Mark.Sum entries, Mark.Sum receipts, long erasedBefore) {}

    private Held held(JournalDb db) throws SQLException {
        Summing entries = new Summing();
        Summing receipts = new Summing();
        Rows rows = new Rows(db);
        rows.eachPlace(row -> entries.add(links().entry(row)));
        rows.eachReceipt((id, number, hour) -> receipts.add(links().receipt(id, number, hour)));
        return new Held(entries.sum, receipts.sum, rows.lastErasedHour().map(hour -> hour + 1).orElse(0L));
    }

    private static final class Summing {
        private Mark.Sum sum = Mark.Sum.EMPTY;

        void add(byte[] row) {
            sum = sum.with(row);
        }
    }
}
