package banyan.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the journal's database is, how it is opened, and what is done when the file itself is damaged. */
final class JournalFile {
    static final String NAME = "journal.db";

    private static final Logger LOG = LoggerFactory.getLogger(JournalFile.class);

    /** What the journal's seal says. A later form says another number here, and not in the database's header alone. */
    private static final byte[] CHECK = "banyan journal 1".getBytes(StandardCharsets.US_ASCII);

    /** A journal of this size is looked over at each start, which takes some 30 ms. A larger one would hold up the start. */
    private static final long LOOKED_OVER = 8L << 20;

    private final Disk disk;
    private final Path cache;
    private final Vault vault;
    private final EntrySeal seal;
    private final UnaryOperator<Connection> wrap;

    /** Why it could not be opened when that was last tried: what goes on is said once. */
    private String refused = "";

    /** What became of opening it. */
    sealed interface Opened {
        record Ok(JournalDb db) implements Opened {}

        record Refused(String code) implements Opened {}
    }

    JournalFile(Disk disk, Path cache, Vault vault, EntrySeal seal, UnaryOperator<Connection> wrap) {
        this.disk = disk;
        this.cache = cache;
        this.vault = vault;
        this.seal = seal;
        this.wrap = wrap;
    }

    Opened open() {
        return open(false);
    }

    /** Opens it and looks it over whatever its size, because something was wrong with it. */
    Opened openDoubted() {
        return open(true);
    }

    private Opened open(boolean doubted) {
        try {
            disk.makeFolder(cache);
            Opened opened = openSound(doubted);
            refused = "";
            return opened;
        } catch (SQLException failure) {
            return refused(refusal(failure), failure.getErrorCode());
        } catch (IOException failure) {
            return refused(Disk.isFull(failure) ? "DISK-FULL" : "JOURNAL-FOLDER-UNWRITABLE", 0);
        }
    }

    private Opened refused(String code, int sqlite) {
        if (!code.equals(refused)) {
            LOG.error("JOURNAL-NOT-OPENED code={} sqlite={}", code, sqlite);
        }
        refused = code;
        return new Opened.Refused(code);
    }

    /** Whether entries may be missing that once were here. */
    boolean lostSomething() {
        return Salvage.count(disk, cache) > 0;
    }

    private static String refusal(SQLException failure) {
        if (failure instanceof JournalDb.Newer) {
            return "JOURNAL-NEWER";
        }
        if (JournalDb.isElsewhere(failure)) {
            return "JOURNAL-IN-USE";
        }
        return JournalDb.isFull(failure) ? "DISK-FULL" : "JOURNAL-UNREADABLE";
    }

    private Opened openSound(boolean doubted) throws SQLException, IOException {
        Path file = cache.resolve(NAME);
        Salvage salvage = new Salvage(disk, cache, seal);
        salvage.finish();
        Carver inLog = salvage.inLog();
        JournalDb db = null;
        try {
            makeOwnersOnly(disk, file);
            db = JournalDb.open(file, wrap, this::isOurs);
            if (!doubted && disk.size(file) > LOOKED_OVER || db.sound()) {
                Salvage.putBack(inLog, db);
                return checked(db);
            }
            LOG.error("JOURNAL-UNSOUND");
            db.close();
        } catch (SQLException failure) {
            if (db != null) {
                db.close();
            }
            if (!JournalDb.isDamage(failure)) {
                throw failure;
            }
            LOG.error("JOURNAL-DAMAGED sqlite={}", failure.getErrorCode());
        }
        salvage.run();
        return checked(JournalDb.open(file, wrap, this::isOurs));
    }

    /** SQLite would make a file that others can read. Its log takes over the rights of the database. */
    static void makeOwnersOnly(Disk disk, Path file) throws IOException {
        if (!disk.exists(file)) {
            disk.create(file).close();
            disk.flushFolder(file.resolveSibling("."));
        }
    }

    private boolean isOurs(byte[] check) {
        return vault.unwrap(check, CHECK)
                .filter(clear -> Arrays.equals(clear, CHECK))
                .isPresent();
    }

    /** Refuses where nothing opens under this device's key: it is another device's journal, or the key was lost. */
    private Opened checked(JournalDb db) throws SQLException {
        Optional<byte[]> check = db.meta("check");
        if (check.filter(this::isOurs).isEmpty()) {
            int[] rows = new int[2];
            db.rows(row -> rows[seal.head(row.id(), row.head()).isPresent() ? 1 : 0]++);
            if (rows[0] > 0 && rows[1] == 0) {
                db.close();
                return new Opened.Refused("DEVICE-KEY-IS-ANOTHER");
            }
            db.setMeta("check", vault.sealForGood(CHECK, CHECK));
        }
        // Only now: beside another device's journal nothing is to be written.
        Optional<String> unsealable = vault.begin();
        if (unsealable.isPresent()) {
            db.close();
            return new Opened.Refused(unsealable.get());
        }
        return new Opened.Ok(db);
    }
}
