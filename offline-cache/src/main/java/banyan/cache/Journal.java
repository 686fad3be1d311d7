package banyan.cache;

import banyan.acceptance.Assignment;
import banyan.acceptance.Paper;
import banyan.acceptance.Reckoning;
import banyan.acceptance.Request;
import banyan.acceptance.Sha256;
import banyan.acceptance.SubmissionId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The outbox: what a citizen was promised, on the disk before the promise is made, until the centre's receipt takes its place.
 * One thread of its own writes; any number may ask.
 */
public final class Journal implements AutoCloseable {
    /** Why nothing can be kept where the keys have been destroyed. */
    public static final String KEYS_DESTROYED = "KEYS-DESTROYED";

    /** What must be free on the disk before a visit may begin, unless the site says otherwise. */
    public static final long RESERVE = 256L << 20;

    private static final Duration OPENING = Duration.ofSeconds(60);
    static final Duration ASKING = Duration.ofSeconds(10);

    /** A citizen waits for this answer. */
    private static final Duration PROOF = Duration.ofSeconds(3);

    /** Nobody waits for this one. */
    static final Duration EXAMINING = Duration.ofMinutes(2);

    private final Settings settings;
    private final JournalThread thread;
    private final Outbox outbox;
    private final PendingIndex index;
    private final ProvisionalNumbers numbers;
    private final EntrySeal seal;
    private final Tags tags;
    private final SlipCodes slips;
    private final Examiner examiner;
    private final AtomicLong lastOrder = new AtomicLong();
    private final AtomicBoolean learning = new AtomicBoolean();
    private volatile boolean keysGone;
    private volatile Runnable whenKept = () -> {};
    private volatile Runnable whenRefused = () -> {};

    /** What became of opening the journal. */
    public sealed interface Opening {
        record Open(Journal journal) implements Opening {}

        /** It cannot be used, for a reason that staff must mend; nothing in it was changed. */
        record Refused(String code) implements Opening {}
    }

    /**
     * An entry that goes nowhere by itself: what staff must see.
     *
     * @param kind empty for what a citizen has handed in
     * @param number the provisional number; of a note its name
     * @param hour in which it was kept
     * @param code why it was set aside
     */
    public record Stuck(Optional<Note.Kind> kind, String number, Instant hour, String code) {}

    /**
     * How the journal stands, in numbers.
     *
     * @param kept submissions of which nothing has been sent
     * @param unanswered submissions that the centre may or may not have
     * @param notes evaluations, troubles and reports on their way
     * @param stuck submissions and notes that the centre refused or that are damaged in part
     * @param damaged entries that cannot be opened at all
     * @param salvaged damaged journals that lie aside because not all of them could perhaps be read
     */
    public record Report(int kept, int unanswered, int notes, List<Stuck> stuck, int damaged, int salvaged) {}

    /**
     * What an examination of the whole journal found.
     *
     * @param sound whether every page of the database is as it was written; else it is being mended
     * @param entries how many entries were opened, with all their papers
     * @param damaged those of them, or of their papers, that are not what was kept
     * @param chain whether somebody has taken rows out or changed them; empty where the database is being mended, and then the next
     *     examination says it
     */
    public record Examination(boolean sound, int entries, int damaged, Optional<ChainState> chain) {}

    record Settings(
            Path cache,
            Vault vault,
            String terminal,
            InstantSource clock,
            long reserve,
            long ballast,
            Disk disk,
            UnaryOperator<Connection> wrap) {}

    private Journal(Settings settings, JournalThread thread, Outbox outbox, Outbox.Equipment equipment) {
        this.settings = settings;
        this.thread = thread;
        this.outbox = outbox;
        this.index = equipment.index();
        this.tags = equipment.tags();
        this.seal = equipment.seal();
        this.numbers = new ProvisionalNumbers(settings.terminal());
        this.slips = new SlipCodes(settings.vault());
        this.examiner = new Examiner(thread, outbox, papers());
        thread.whenQuiet(() -> outbox.footing().tidy(free(), settings.reserve()), outbox.footing()::troubled);
        learn();
    }

    /** Opens the journal in the cache's folder; {@code terminal} is the first part of every provisional number. */
    public static Opening open(Path cache, Vault vault, String terminal, InstantSource clock) {
        return open(cache, vault, terminal, clock, RESERVE);
    }

    /** The same with another reserve, in bytes. */
    public static Opening open(Path cache, Vault vault, String terminal, InstantSource clock, long reserve) {
        long ballast = Math.min(8L << 20, reserve / 4);
        return open(
                new Settings(cache, vault, terminal, clock, reserve, ballast, new OsDisk(), UnaryOperator.identity()));
    }

    static Opening open(Settings settings) {
        JournalThread thread = new JournalThread();
        Opening opening = thread.ask(OPENING, () -> openOn(thread, settings))
                .done()
                .orElseGet(() -> new Opening.Refused("JOURNAL-SLOW"));
        if (opening instanceof Opening.Refused) {
            thread.close();
        }
        return opening;
    }

    private static Opening openOn(JournalThread thread, Settings settings) {
        Outbox.Equipment equipment = new Outbox.Equipment(
                new EntrySeal(settings.vault()),
                new Tags(settings.vault()),
                new Papers(settings.disk(), settings.cache()),
                new Ballast(settings.disk(), settings.cache(), settings.ballast()),
                new PendingIndex(),
                settings.clock());
        JournalFile file = new JournalFile(
                settings.disk(),
                settings.cache(),
                settings.vault(),
                equipment.seal(),
                equipment.tags(),
                settings.wrap());
        return switch (file.open()) {
            case JournalFile.Opened.Refused(var code) -> new Opening.Refused(code);
            case JournalFile.Opened.Ok(var db) -> {
                Outbox outbox = new Outbox(file, db, equipment);
                try {
                    outbox.load();
                    yield new Opening.Open(new Journal(settings, thread, outbox, equipment));
                } catch (SQLException failure) {
                    outbox.footing().close();
                    yield new Opening.Refused("JOURNAL-UNREADABLE");
                }
            }
        };
    }

    /** Has the journal learn what it holds, where it does not know yet, in portions between which others get their turn. */
    private void learn() {
        if (!outbox.hasToLearn() || learning.getAndSet(true)) {
            return;
        }
        Thread _ = Thread.ofVirtual().name("journal-learning").start(() -> {
            try {
                while (ask(outbox::learn).orElse(false)) {
                    Thread.yield();
                }
            } finally {
                learning.set(false);
            }
            whenKept.run();
        });
    }

    /** A provisional number that was never given before, such as {@code 0137-8K42}. */
    public String newNumber() {
        return numbers.next(number -> thread.ask(PROOF, () -> outbox.standings().numberTaken(number))
                .done()
                .orElse(false));
    }

    /**
     * Keeps a submission or a supplement with its papers, which are in {@code pages}. Returns after the flush, or at the deadline. Doing it again
     * with the same id and payload keeps it once.
     */
    public Appended append(Sealed sealed, PageStore pages, Duration deadline) {
        if (sealed.payload().length > Request.MAX_JSON_BYTES
                || sealed.papers().size() > Paper.MAX_COUNT
                || PageHandle.bytes(sealed.papers()) > Paper.MAX_TOTAL) {
            return new Appended.Failed("SUBMISSION-TOO-LARGE");
        }
        List<Head.KeptPaper> papers = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        for (PageHandle page : sealed.papers()) {
            Optional<byte[]> key = pages.prove(page);
            if (key.isEmpty()) {
                return new Appended.Failed("PAPER-DAMAGED");
            }
            papers.add(new Head.KeptPaper(Papers.newName(), page.size(), page.hash(), key.get()));
            files.add(pages.file(page));
        }
        numbers.given(sealed.number());
        Sha256 payload = Sha256.of(sealed.payload());
        Head head = new Head(sealed.what(), nextOrder(), sealed.id().toString(), sealed.number(), payload, papers);
        return keep(Optional.empty(), head, sealed.payload(), files, deadline);
    }

    /** Keeps a note. */
    public Appended append(Note note, Duration deadline) {
        if (note.body().length > Request.MAX_JSON_BYTES) {
            return new Appended.Failed("NOTE-TOO-LARGE");
        }
        Head head = new Head(Sealed.What.SUBMISSION, nextOrder(), note.name(), note.name(), Sha256.of(note.body()), List.of());
        return keep(Optional.of(note.kind()), head, note.body(), List.of(), deadline);
    }

    private long nextOrder() {
        return lastOrder.updateAndGet(
                last -> Math.max(Math.max(last, index.lastOrder()) + 1, settings.clock().millis()));
    }

    private Appended keep(Optional<Note.Kind> kind, Head head, byte[] payload, List<Path> files, Duration deadline) {
        long id = tags.entry(kind, head.name(), head.payload());
        Pending entry = new Pending(
                id,
                kind,
                head.what(),
                head.name(),
                head.number(),
                head.order(),
                settings.clock().instant().getEpochSecond() / 3600,
                Pending.State.KEPT,
                Pending.NO_CODE,
                head.payload(),
                head.papers().stream().map(Head.KeptPaper::file).toList());
        Outbox.Ready ready = new Outbox.Ready(entry, seal.seal(id, head, payload), files);
        Ticket.Outcome<Appended> outcome = thread.ask(deadline, () -> {
            // It may have been sealed under a key that was being overwritten.
            return keysGone ? new Appended.Failed(KEYS_DESTROYED) : outbox.keep(ready);
        });
        return switch (outcome) {
            case Ticket.Outcome.Done<Appended>(var appended) -> {
                if (appended instanceof Appended.Kept) {
                    whenKept.run();
                }
                yield appended;
            }
            case Ticket.Outcome.Withdrawn<Appended>() -> new Appended.Failed("JOURNAL-BUSY");
            case Ticket.Outcome.Running<Appended>() -> new Appended.Unsure();
        };
    }

    /** Whether a new visit may begin, shown by a small write that reaches the disk. */
    public Room room() {
        boolean writes = thread.ask(PROOF, outbox.footing()::writes).done().orElse(false);
        if (keysGone) {
            return new Room.Broken(KEYS_DESTROYED);
        }
        if (!outbox.footing().broken().isEmpty()) {
            return new Room.Broken(outbox.footing().broken());
        }
        if (isFull()) {
            // A quota or the inodes can be used up while there are bytes.
            return new Room.Full(Math.max(missing(), 1));
        }
        return writes ? new Room.Enough() : new Room.Broken("JOURNAL-SLOW");
    }

    /** Whether there is too little room, as far as is known without a write: a terminal at rest leaves its disk alone. */
    boolean isFull() {
        return !keysGone && outbox.footing().broken().isEmpty() && (missing() > 0 || outbox.footing().troubled());
    }

    /** Whether it waits for its disk; asks nothing of anybody. */
    boolean troubled() {
        return outbox.footing().troubled();
    }

    private long missing() {
        return settings.reserve() - free();
    }

    private long free() {
        try {
            return settings.disk().usable(settings.cache());
        } catch (IOException unknown) {
            return 0;
        }
    }

    /** How a submission stands; empty if it was never kept here, or if the journal cannot say in time. */
    public Optional<Standing> standing(SubmissionId id) {
        return ask(() -> outbox.standings().standing(id.toString())).flatMap(found -> found);
    }

    /** The lookup code that stands on the slip of this number. */
    public String slipCode(String number) {
        return slips.code(number);
    }

    /**
     * How a submission stands, for whoever holds its slip: as long as it waits here, and once the centre has it. Empty where this
     * terminal knows of none, and where the code is not the number's.
     */
    public Optional<Standing> standing(String number, String code) {
        return same(slips.code(number), code) ? ask(() -> outbox.standings().standingAs(number)).flatMap(found -> found) : Optional.empty();
    }

    /** How a submission that waits here stands, by the code of its slip alone; nothing where it could be more than one. */
    public Optional<Standing> waiting(String code) {
        List<Pending> fitting = new ArrayList<>();
        boolean _ = each(entry -> {
            if (entry.isFiled() && same(slips.code(entry.number()), code)) {
                fitting.add(entry);
            }
        });
        return fitting.size() == 1 ? Optional.of(fitting.getFirst().standing()) : Optional.empty();
    }

    /** Shows each entry that lies here, in no order, however many there are; false where not all could be read. */
    private boolean each(Consumer<Pending> entry) {
        if (index.whole()) {
            index.all().forEach(entry);
            return true;
        }
        for (long at = -1; at < Long.MAX_VALUE; ) {
            long after = at;
            Optional<Standings.Portion> portion = ask(() -> outbox.standings().after(after)).flatMap(found -> found);
            if (portion.isEmpty()) {
                return false;
            }
            portion.get().entries().forEach(entry);
            at = portion.get().last();
        }
        return true;
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    /** How the journal stands; waits until a large one has been gone through. */
    public Report report() {
        boolean _ = until(() -> !learning.get());
        PendingIndex.Counts counts = index.counts();
        return new Report(
                counts.kept(),
                counts.unanswered(),
                counts.notes(),
                index.aside().stream()
                        .map(entry -> new Stuck(entry.kind(), entry.number(), entry.hourStart(), entry.code()))
                        .toList(),
                outbox.damagedEntries(),
                Salvage.count(settings.disk(), settings.cache()));
    }

    /** Sends a stuck entry again, after staff have put right what was wrong; false where it is not there any more. */
    public boolean sendAgain(Stuck stuck) {
        boolean sent = index.aside().stream()
                .filter(entry ->
                        entry.kind().equals(stuck.kind()) && entry.number().equals(stuck.number()))
                .findFirst()
                .flatMap(entry -> ask(() -> outbox.again(entry)))
                .orElse(false);
        if (sent) {
            whenKept.run();
        }
        return sent;
    }

    /** Looks the whole database over, for the terminal's self-check; seconds where it is large. False too where it cannot say. */
    public boolean sound() {
        return ask(outbox.footing()::sound).orElse(false);
    }

    /**
     * Looks the whole journal over: the database a part at a time, then entry for entry whether it opens and whether its papers are
     * what was kept. For a quiet night: in between others get their turn. Empty where the journal cannot say.
     */
    public Optional<Examination> examine() {
        if (keysGone) {
            return Optional.empty();
        }
        return examiner.examine(this::each);
    }

    /**
     * Erases the receipts that are older than this, and destroys the epochs that nothing needs any more, so that what the disk still
     * has of them opens no more. For a quiet night; false where it could not be done, and then it is done in the next one.
     */
    public boolean erase(Duration retention) {
        if (keysGone) {
            return false;
        }
        long before = settings.clock().instant().minus(retention).getEpochSecond() / 3600;
        Optional<Set<Integer>> used =
                thread.ask(EXAMINING, () -> outbox.erase(before)).done().flatMap(found -> found);
        // What lies aside may be mended one day, and needs its epochs then.
        if (used.isPresent() && Salvage.count(settings.disk(), settings.cache()) == 0) {
            int _ = settings.vault().forgetEpochs(used.get(), retention);
        }
        return used.isPresent();
    }

    /**
     * Destroys the keys of all that is kept: from then on it can only be carried out, for the centre, and nothing is kept here any more.
     * False, and nothing was done, where the centre could not open it either, or where the disk does not let it.
     */
    public boolean destroyKeys() {
        keysGone = true;
        // After whatever is being kept or opened now, and before whatever comes next.
        keysGone = switch (thread.ask(EXAMINING, settings.vault()::destroy)) {
            case Ticket.Outcome.Done<Boolean>(var done) -> done;
            case Ticket.Outcome.Withdrawn<Boolean>() -> false;
            case Ticket.Outcome.Running<Boolean>() -> true;
        };
        return keysGone;
    }

    /** What is kept from now on is sealed under the key of a new epoch; false where the disk does not let it. */
    public boolean nextEpoch() {
        return !keysGone && settings.vault().nextEpoch();
    }

    private <T> Optional<T> ask(Supplier<T> work) {
        return thread.ask(ASKING, work).done();
    }

    /** Who takes care of the submission of this number, which was set aside, by the centre's word; empty where it has not said so yet. */
    public Optional<Assignment> assignment(String number) {
        return ask(() -> outbox.standings().assignment(number)).flatMap(found -> found);
    }

    // For the reports of what was set aside.

    void whenRefused(Runnable owed) {
        whenRefused = owed;
    }

    /** Whether nothing is owed for it; nothing is where the journal cannot say, for it will be asked again. */
    boolean isAssigned(String number) {
        return ask(() -> outbox.standings().isAssigned(number)).orElse(true);
    }

    Optional<byte[]> payload(Pending entry) {
        return ask(() -> outbox.standings().payload(entry)).flatMap(found -> found);
    }

    boolean assigned(Pending report, byte[] word) {
        return left(() -> outbox.assigned(report, word));
    }

    // For the book of days.

    /** What was filed in these hours since 1970; empty where the journal cannot say in time. */
    Optional<List<Filed>> filed(long from, long before) {
        return ask(() -> outbox.standings().filed(from, before)).flatMap(found -> found);
    }

    Optional<List<Filed>> filed(String name) {
        return ask(() -> outbox.standings().filed(name)).flatMap(found -> found);
    }

    Optional<Long> firstHour() {
        return ask(outbox.standings()::firstHour).flatMap(found -> found);
    }

    boolean receipted(String name, byte[] receipt) {
        return ask(() -> outbox.receipted(name, receipt)).orElse(false);
    }

    /** How many notes of each kind were kept in these hours and are still here. */
    SortedMap<String, Integer> notes(long from, long before) {
        return ask(() -> outbox.standings().notes(from, before)).flatMap(found -> found).orElseGet(TreeMap::new);
    }

    /** Where its chain ends, for the centre to keep; empty where it has none, or cannot say. */
    Optional<Reckoning.Chain> tell() {
        return ask(outbox.footing()::tell).flatMap(found -> found);
    }

    /** The centre keeps this link. */
    void told(Sha256 link) {
        boolean _ = ask(() -> outbox.footing().told(link)).isPresent();
    }

    // For the sender.

    void whenKept(Runnable wake) {
        whenKept = wake;
    }

    /** All that waits, oldest first; of more than {@link PendingIndex#MOST} the oldest. */
    List<Pending> pending() {
        boolean _ = until(() -> !learning.get());
        return index.all();
    }

    Optional<Pending> pending(String submission) {
        return index.whole()
                ? index.now(tags.submission(submission))
                : ask(() -> outbox.standings().entry(submission)).flatMap(found -> found);
    }

    /** The oldest that goes by itself and that {@code due} does not hold back. */
    Optional<Pending> next(Predicate<Pending> due) {
        return index.first(due);
    }

    /** What goes by itself, oldest first. */
    Stream<Pending> waiting() {
        return index.waiting();
    }

    /** Whether it is still as it was, as far as is known: a journal that cannot be asked has set nothing aside. */
    boolean stands(Pending entry) {
        return index.now(entry.id()).map(entry::equals).orElse(!index.whole());
    }

    Optional<Outgoing> read(Pending entry) {
        return ask(() -> opened(entry)).flatMap(found -> found);
    }

    /** Where the keys are gone nothing opens, and nothing of it is damaged. */
    private Optional<Outgoing> opened(Pending entry) {
        return keysGone ? Optional.empty() : outbox.read(entry);
    }

    void sent(Pending entry) {
        boolean _ = ask(() -> {
                    outbox.sent(entry);
                    return true;
                })
                .isPresent();
    }

    boolean settle(Pending entry, byte[] receipt) {
        return settle(List.of(new Outbox.Settlement(entry, receipt)));
    }

    /** Several at once, with one flush: all of them or none. */
    boolean settle(List<Outbox.Settlement> settlements) {
        return left(() -> outbox.settle(settlements));
    }

    boolean done(Pending entry) {
        return left(() -> outbox.done(entry));
    }

    boolean refuse(Pending entry, String code) {
        boolean refused = left(() -> outbox.refuse(entry, code));
        if (refused && entry.isFiled()) {
            whenRefused.run();
        }
        return refused;
    }

    /** Something has left what goes by itself. */
    private boolean left(Supplier<Boolean> work) {
        boolean done = ask(work).orElse(false);
        learn();
        return done;
    }

    private static boolean until(BooleanSupplier holds) {
        for (long end = System.nanoTime() + ASKING.toNanos(); !holds.getAsBoolean(); ) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(1_000_000);
        }
        return true;
    }

    void read(Head.KeptPaper paper, OutputStream clear) throws IOException {
        papers().read(paper, clear);
    }

    /** Opens a part of a paper, and nothing else of it, into the beginning of {@code clear}. */
    void read(Head.KeptPaper paper, long from, byte[] clear, int length) throws IOException {
        papers().read(paper, from, clear, length);
    }

    private Papers papers() {
        return new Papers(settings.disk(), settings.cache());
    }

    @Override
    public void close() {
        thread.close(outbox.footing()::close);
    }
}
