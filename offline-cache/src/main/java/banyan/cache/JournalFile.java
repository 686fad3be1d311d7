package banyan.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the journal's database is, how it is opened, and what is done when the file itself is damaged. */
final class JournalFile {
    static final String NAME = "journal.db";

    private static final Logger LOG = LoggerFactory.getLogger(JournalFile.class);

    /** What the journal's seal says, in front of its form: so that the form does not stand in the database's header alone. */
    private static final String CHECK = "banyan journal ";

    /** A journal of this size is looked over at each start, which takes some 30 ms. A larger one would hold up the start. */
    private static final long LOOKED_OVER = 8L << 20;

    /** So many entries show whether this is the key of those that lie here. */
    private static final int SOME = 1000;

    private final Disk disk;
    private final Path cache;
    private final Vault vault;
    private final EntrySeal seal;
    private final Tags tags;
    private final Chain chain;
    private final UnaryOperator<Connection> wrap;

    /** Why it could not be opened when that was last tried: what goes on is said once. */
    private String refused = "";

    /** What became of opening it. */
    sealed interface Opened {
        record Ok(JournalDb db) implements Opened {}

        record Refused(String code) implements Opened {}
    }

    JournalFile(Disk disk, Path cache, Vault vault, EntrySeal seal, Tags tags, UnaryOperator<Connection> wrap) {
        this.disk = disk;
        this.cache = cache;
        this.vault = vault;
        this.seal = seal;
        this.tags = tags;
        this.chain = new Chain(vault);
        this.wrap = wrap;
    }

    /** What links the journal's commits. */
    Chain chain() {
        return chain;
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
        Salvage salvage = new Salvage(disk, cache, seal, tags, chain);
        salvage.finish();
        Carver inLog = salvage.inLog();
        boolean first = !vault.hasBegun();
        JournalDb db = null;
        try {
            makeOwnersOnly(disk, file);
            db = JournalDb.open(file, wrap, this::sealedForm);
            if (!doubted && disk.size(file) > LOOKED_OVER || db.sound()) {
                return current(db, inLog, first);
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
        Optional<String> unsealable = vault.begin();
        if (unsealable.isPresent()) {
            return new Opened.Refused(unsealable.get());
        }
        salvage.run();
        return current(JournalDb.open(file, wrap, this::sealedForm), inLog, first);
    }

    /** SQLite would make a file that others can read. Its log takes over the rights of the database. */
    static void makeOwnersOnly(Disk disk, Path file) throws IOException {
        if (!disk.exists(file)) {
            disk.create(file).close();
            disk.flushFolder(file.resolveSibling("."));
        }
    }

    private static byte[] check(int form) {
        return (CHECK + form).getBytes(StandardCharsets.US_ASCII);
    }

    /** The form that the seal vouches for, if it is this device's. */
    private OptionalInt sealedForm(byte[] seen) {
        return IntStream.rangeClosed(1, JournalDb.FORM)
                .filter(form -> vault.unwrap(seen, check(form))
                        .filter(clear -> Arrays.equals(clear, check(form)))
                        .isPresent())
                .findFirst();
    }

    private void seal(JournalDb db) throws SQLException {
        db.setMeta("check", vault.sealForGood(check(JournalDb.FORM), check(JournalDb.FORM)));
    }

    /** Brings what was opened to the present form and puts back what only its log has. {@code first}: the terminal never had a journal with epochs. */
    private Opened current(JournalDb db, Carver inLog, boolean first) throws SQLException {
        Optional<String> refused = refusedKey(db);
        if (refused.isPresent()) {
            db.close();
            return new Opened.Refused(refused.get());
        }
        // Without either, somebody may have taken the seal and the chain out: then the chain stays missing, and is missed in the night.
        boolean vouched = first || isSealed(db);
        if (db.form() < JournalDb.FORM) {
            carryOver(db, vouched);
            LOG.info("JOURNAL-CARRIED-OVER form={}", JournalDb.FORM);
        } else if (!isSealed(db)) {
            db.together(() -> {
                seal(db);
                if (vouched) {
                    chain.begin(db);
                }
            });
        }
        Salvage.putBack(inLog, db, chain);
        return new Opened.Ok(db);
    }

    private void carryOver(JournalDb db, boolean vouched) throws SQLException {
        JournalDb.Change last = () -> {
            seal(db);
            if (vouched) {
                chain.begin(db);
            }
        };
        if (db.form() < JournalDb.OUR_TABLES) {
            new FirstForm(db, seal, tags).carry(last);
        } else {
            db.take(last);
        }
    }

    private boolean isSealed(JournalDb db) throws SQLException {
        return db.meta("check").filter(check -> sealedForm(check).isPresent()).isPresent();
    }

    /** Refuses where nothing opens under this device's key: it is another device's journal, or the key was lost. */
    private Optional<String> refusedKey(JournalDb db) throws SQLException {
        if (!isSealed(db)) {
            List<Rows.Row> some = db.form() < JournalDb.OUR_TABLES ? FirstForm.some(db, SOME) : new Rows(db).after(-1, SOME);
            if (!some.isEmpty()
                    && some.stream()
                            .noneMatch(row -> seal.head(row.id(), row.head()).isPresent())) {
                return Optional.of("DEVICE-KEY-IS-ANOTHER");
            }
        }
        // Only now: beside another device's journal nothing is to be written.
        return vault.begin();
    }
}
