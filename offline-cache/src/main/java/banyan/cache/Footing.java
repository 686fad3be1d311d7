package banyan.cache;

import banyan.acceptance.Reckoning;
import banyan.acceptance.Sha256;
import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database that the journal stands on: sound, full, or broken and mended as soon as its disk lets it. What goes wrong with it is
 * found out here and said once. Used by the journal's thread, but for what is asked of how it stands.
 */
final class Footing {
    private static final Logger LOG = LoggerFactory.getLogger(Footing.class);
    private static final String DAMAGED = "JOURNAL-DAMAGED";

    /** The disk does not take what is written. */
    static final String BROKEN = "JOURNAL-WRITE-FAILED";

    private final JournalFile file;
    private final Ballast ballast;
    private final Hearer hearer;
    private JournalDb db;
    private Rows rows;
    private volatile String broken = "";
    private volatile boolean full;

    /** Who has to know when it is opened anew and when it holds again. */
    interface Hearer {
        /** Another database is there, of which nothing is known yet. */
        void opened() throws SQLException;

        /**
         * It takes writes again.
         *
         * @param anew whether it was opened anew
         */
        void mended(boolean anew) throws SQLException;
    }

    /** Asked of the rows, once they hold. */
    interface Question<T> {
        Optional<T> of(Rows rows) throws SQLException;
    }

    Footing(JournalFile file, JournalDb db, Ballast ballast, Hearer hearer) {
        this.file = file;
        this.db = db;
        this.rows = new Rows(db, file.chain());
        this.ballast = ballast;
        this.hearer = hearer;
    }

    /** The rows as they are, without mending anything. */
    Rows rows() {
        return rows;
    }

    /** Whether an opening has found that entries may be missing. */
    boolean lostSomething() {
        return file.lostSomething();
    }

    /** Empty too where the database cannot answer, and then that is known. */
    <T> Optional<T> asked(Question<T> question) {
        try {
            return question.of(mended());
        } catch (SQLException failure) {
            failed(failure);
            return Optional.empty();
        }
    }

    /** The rows; after a failure only once the disk takes writes again and what was in doubt is known. */
    Rows mended() throws SQLException {
        if (!broken.isEmpty()) {
            boolean anew = broken.equals(DAMAGED) || db.isShut();
            if (anew) {
                reopen();
            }
            db.fence();
            holds(anew);
        }
        return rows;
    }

    private void holds(boolean anew) throws SQLException {
        LOG.info("JOURNAL-MENDED");
        broken = "";
        full = false;
        hearer.mended(anew);
    }

    private void reopen() throws SQLException {
        db.close();
        switch (broken.equals(DAMAGED) ? file.openDoubted() : file.open()) {
            case JournalFile.Opened.Ok(var opened) -> {
                db = opened;
                readAnew();
                hearer.opened();
            }
            case JournalFile.Opened.Refused(var code) -> throw new SQLException(code);
        }
    }

    /** The chain's end is another than the rows remember. */
    private void readAnew() {
        rows = new Rows(db, file.chain());
    }

    /** Makes certain what became of a commit that failed. */
    void fence() throws SQLException {
        db.fence();
        broken = "";
    }

    /** What goes on is said once, however often it is met. */
    void failed(SQLException failure) {
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

    /** In a quiet moment, and again and again while something is wrong. */
    void tidy(long free, long reserve) {
        try {
            Rows _ = mended();
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
            holds(true);
        } catch (SQLException stillAway) {
            failed(stillAway);
        }
    }

    /** Whether the disk takes a write, shown by one: a disk that can only be read looks like any other until then. */
    boolean writes() {
        try {
            Rows _ = mended();
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

    /** Why nothing can be kept; empty where it can. */
    String broken() {
        return broken;
    }

    /** Looks the whole database over. What is not as it was written is mended in the next quiet moment. */
    boolean sound() {
        return sound(_ -> Optional.of(db.sound()));
    }

    /** The same for a part of it, of {@link JournalDb#parts}. */
    boolean sound(int part) {
        return sound(_ -> Optional.of(db.sound(part)));
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
        return asked(_ -> {
            ChainState found = file.chain().examine(db);
            if (!found.whole()) {
                LOG.error("JOURNAL-CHAIN-BROKEN missing={} altered={}", found.missing(), found.altered());
                file.chain().goOn(db, found);
                readAnew();
            }
            return Optional.of(found);
        });
    }

    /** Where the chain ends, for the centre to keep: the same again until it has said that it does. */
    Optional<Reckoning.Chain> tell() {
        return asked(_ -> {
            Optional<Reckoning.Chain> told = file.chain().tell(db);
            readAnew();
            return told;
        });
    }

    /** The centre keeps this link; whether that is known here now. */
    Optional<Boolean> told(Sha256 link) {
        return asked(_ -> {
            boolean known = file.chain().told(db, link);
            readAnew();
            return Optional.of(known);
        });
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
