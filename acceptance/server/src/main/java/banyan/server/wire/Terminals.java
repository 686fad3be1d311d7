package banyan.server.wire;

import banyan.acceptance.Sha256;
import java.io.IOException;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The terminals this centre knows. They stand in the database; here is what was read of them, never older than a second when
 * somebody is judged by it, so that a stranger's guessing costs the database one question a second and not one each.
 */
public final class Terminals {
    /** Who stands at a terminal that was introduced by a file. */
    private static final String BY_FILE = "-";

    private static final Logger LOG = LoggerFactory.getLogger(Terminals.class);
    private static final Duration FRESH = Duration.ofSeconds(1);
    /** While there is no database nothing has an effect here, so that it does not matter who is let in; asked again after this. */
    private static final Duration AWAY = Duration.ofSeconds(5);

    private final Jdbi rows;
    private final TerminalFiles files;
    private final InstantSource clock;
    private final Map<String, Standing> known = new ConcurrentHashMap<>();
    private final ReentrantLock reading = new ReentrantLock();
    private Instant until = Instant.EPOCH;
    /** By the monotonic clock. */
    private volatile long due;

    /** How a terminal stands. */
    public sealed interface Standing {
        /** It may speak, under this key. */
        record Known(PublicKey key) implements Standing {}

        /** It may not any more; what it had signed before was signed by this key. */
        record Revoked(PublicKey key) implements Standing {}

        record Unknown() implements Standing {}
    }

    /** Takes over what lies in the folder and is not known yet. */
    public Terminals(Jdbi rows, TerminalFiles files, InstantSource clock) throws IOException {
        this.rows = rows;
        this.files = files;
        this.clock = clock;
        read();
        for (String number : files.numbers()) {
            Optional<PublicKey> key = files.read(number);
            if (key.isPresent() && !key.equals(key(number)) && !take(number, key.get())) {
                LOG.warn("TERMINAL-KEY-GONE terminal={}", number);
            }
        }
    }

    /**
     * Makes a terminal known, now and after the next start; a new key takes the place of an older one.
     *
     * @throws IOException if this key was replaced or revoked before, or the file cannot be written
     */
    public void introduce(String number, PublicKey key) throws IOException {
        files.write(number, key);
        if (!take(number, key)) {
            throw new IOException("this key of terminal " + number + " was replaced or revoked: it needs a new one");
        }
    }

    /** How it stands. A file that was put there while the centre runs is found too. */
    public Standing standing(String number) {
        if (!Names.isTerminal(number)) {
            return new Standing.Unknown();
        }
        readWhereDue();
        Standing standing = known.get(number);
        if (standing != null) {
            return standing;
        }
        Optional<PublicKey> put = files.read(number);
        return put.isPresent() && take(number, put.get()) ? new Standing.Known(put.get()) : new Standing.Unknown();
    }

    /** Its key, where it may speak. */
    public Optional<PublicKey> key(String number) {
        return standing(number) instanceof Standing.Known(PublicKey key) ? Optional.of(key) : Optional.empty();
    }

    /**
     * Every key it ever had, the one in force or last in force first: what it had signed before another took its place, or before it was
     * shut out, it has signed.
     */
    public List<PublicKey> keysEver(String number) {
        return standing(number) instanceof Standing.Unknown
                ? List.of()
                : rows.withHandle(handle -> TerminalRows.keys(handle, number));
    }

    /**
     * Takes the key of one that was given a code, in the transaction of that code; {@link #changed} after it.
     *
     * @param by number of who gave the code
     * @return false where this key was replaced or revoked before
     */
    public boolean enrol(Handle handle, String number, PublicKey key, String by) {
        return TerminalRows.introduce(handle, number, TerminalRows.How.ENROLLED, key, by, clock.instant());
    }

    /** Takes another key in the place of the one of that hash; {@link #changed} after the transaction. */
    public Renewal renew(Handle handle, String number, Sha256 replaces, PublicKey next) {
        return TerminalRows.renew(handle, number, replaces, next, clock.instant());
    }

    /** Shuts it out; {@link #changed} after the transaction. False where there is no such terminal. */
    public boolean revoke(Handle handle, String number, String by) {
        return TerminalRows.revoke(handle, number, by, clock.instant());
    }

    /** The next who is judged is judged by what then stands in the database. After a change was committed. */
    public void changed() {
        // A reading under way may have begun before the commit; it does not put off the next.
        reading.lock();
        try {
            due = System.nanoTime();
        } finally {
            reading.unlock();
        }
    }

    /** The numbers of all that may speak. */
    public Set<String> numbers() {
        readWhereDue();
        return known.entrySet().stream()
                .filter(one -> one.getValue() instanceof Standing.Known)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean take(String number, PublicKey key) {
        boolean taken = rows.inTransaction(
                handle -> TerminalRows.introduce(
                handle, number, TerminalRows.How.INTRODUCED, key, BY_FILE, clock.instant()));
        read();
        return taken;
    }

    private void readWhereDue() {
        if (System.nanoTime() - due < 0) {
            return;
        }
        reading.lock();
        try {
            if (System.nanoTime() - due >= 0) {
                read();
            }
        } catch (JdbiException away) {
            LOG.warn("TERMINALS-UNREAD");
            due = System.nanoTime() + AWAY.toNanos();
        } finally {
            reading.unlock();
        }
    }

    private void read() {
        reading.lock();
        try {
            // From before the question: what changes while it is answered is asked for in time.
            long next = System.nanoTime() + FRESH.toNanos();
            TerminalRows.Changes changes = rows.inTransaction(handle -> TerminalRows.since(handle, until));
            for (TerminalRows.Row row : changes.rows()) {
                known.put(row.number(), row.revoked() ? new Standing.Revoked(row.key()) : new Standing.Known(row.key()));
            }
            until = changes.until();
            due = next;
        } finally {
            reading.unlock();
        }
    }
}
