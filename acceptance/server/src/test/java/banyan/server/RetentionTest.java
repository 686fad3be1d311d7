package banyan.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Receipt;
import banyan.acceptance.Submission;
import banyan.acceptance.SubmissionId;
import banyan.server.retention.Erasure;
import banyan.server.retention.Rule;
import banyan.server.retention.Sweep;
import banyan.server.staff.Audit;
import banyan.server.staff.AuditWalk;
import banyan.server.store.CentreSecret;
import banyan.server.store.PaperStore;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept goes when its time is over, and nothing else does. */
class RetentionTest {
    private static final byte[] PAGE = TusAtTest.page(3_000);
    private static final byte[] OTHER_PAGE = TusAtTest.page(3_100);
    private static final Map<String, Long> NOTHING =
            Rule.usual().stream().collect(Collectors.toMap(Rule::name, _ -> 0L));

    @TempDir
    Path folder;

    private static InstantSource after(int days) {
        return () -> House.NOW.get().plus(Duration.ofDays(days));
    }

    @Test
    void eachClassGoesWhenItsTimeIsOverAndNothingBefore() throws IOException {
        CentreSettings settings = House.settings(folder, House.emptyDatabase("retention_each"));
        try (Centre centre = centre(settings)) {
            TerminalAtTest terminal = there(centre);
            Submission closed = Cases.with(PAGE, OTHER_PAGE);
            Submission open = Cases.with(PAGE);
            byte[] receipt = file(terminal, closed, PAGE, OTHER_PAGE);
            file(terminal, open, PAGE);
            SubmissionId nobody = SubmissionId.random();
            terminal.putPaper(nobody, OTHER_PAGE);
            Receipt told = terminal.put(Cases.path(closed), closed).as(Receipt.class);
            evaluate(centre.database().jdbi(), closed);
            centre.database().jdbi().useHandle(handle -> {
                handle.execute("UPDATE case_file SET open = false WHERE id = ?", closed.id().value());
                handle.execute("INSERT INTO lookup (terminal, item, citizen, at) VALUES ('0137', 'x', ?, ?)", new byte[32], now());
                handle.execute(
                        "INSERT INTO draft (citizen, id, item, sealed, agreed, words, saved_at, until) VALUES (?, ?, 'x', ?, 'x', ?, ?, ?)",
                        new byte[32], UUID.randomUUID(), new byte[1], new byte[1], now(), now());
            });

            assertEquals(with(Map.of("drafts", 1L)), counts(sweep(settings.withClock(after(1)), true)));
            assertEquals(with(Map.of("drafts", 1L)), counts(sweep(settings.withClock(after(1)), false)));
            Map<String, Long> late = with(Map.of(
                    "lookups", 1L, "evaluation-phones", 1L, "papers-of-closed-cases", 2L, "papers-of-nothing", 1L));
            assertEquals(late, counts(sweep(settings.withClock(after(2_000)), true)));
            assertEquals(4, files(settings.papers()).size(), "looking takes nothing away");
            assertEquals(late, counts(sweep(settings.withClock(after(2_000)), false)));
            assertEquals(with(Map.of()), counts(sweep(settings.withClock(after(2_000)), false)), "once is enough");

            List<Path> left = files(settings.papers());
            assertEquals(1, left.size());
            assertTrue(left.getFirst().toString().contains(open.id().toString()), "a case under way keeps its papers");
            assertArrayEquals(receipt, terminal.put(Cases.path(closed), closed).body(), "receipt and form stay");
            assertEquals(1, centre.records().evaluations(5).size());
            assertEquals(Optional.empty(), centre.records().evaluations(5).getFirst().phone());
            assertEquals(told.papers().size(), 2);
            byte[] secret = CentreSecret.in(settings.keys()).forUse(Foundation.AUDIT);
            assertInstanceOf(AuditWalk.Found.Whole.class, new AuditWalk(secret, centre.database().jdbi()).verify());
            assertEquals(
                    List.of("drafts 1", "evaluation-phones 1", "lookups 1", "papers-of-closed-cases 2", "papers-of-nothing 1"),
                    centre.database().jdbi().withHandle(handle -> handle.createQuery(
                                    "SELECT subject FROM staff_audit WHERE deed = 'RETENTION' ORDER BY subject")
                            .mapTo(String.class)
                            .list()));
            erased(settings, centre.database().jdbi());
        }
    }

    /** The same centre's citizen asks for erasure. */
    private void erased(CentreSettings settings, Jdbi rows) throws IOException {
        CentreSecret secret = CentreSecret.in(settings.keys());
        byte[] owner = CentreSecret.keyedHash(secret.forUse("owners of drafts"), Cases.CITIZEN);
        rows.useHandle(handle -> {
            for (byte[] whose : List.of(owner, new byte[32])) {
                handle.execute(
                        "INSERT INTO draft (citizen, id, item, sealed, agreed, words, saved_at, until) VALUES (?, ?, 'x', ?, 'x', ?, ?, ?)",
                        whose, UUID.randomUUID(), new byte[1], new byte[1], now(), Timestamp.from(House.NOW.get().plusSeconds(60)));
            }
            handle.execute("UPDATE evaluation SET phone = '13800000000'");
        });
        assertEquals(
                new Erasure.Erased(1, 1, 1, 1, Optional.empty(), 0), EraseMain.erase(settings, Cases.CITIZEN, "3302"));
        assertEquals(
                new Erasure.Erased(0, 0, 1, 1, Optional.empty(), 0), EraseMain.erase(settings, Cases.CITIZEN, "3302"));
        assertEquals(1, count(rows, "draft"), "another's draft stays");
        assertEquals(2, count(rows, "submission"), "files of an authority stay");
    }

    @Test
    void anEndInTheMiddleLeavesTheRestForTheNextTime() throws IOException {
        CentreSettings settings = House.settings(folder, House.emptyDatabase("retention_middle"));
        try (Centre centre = centre(settings.withClock(after(2_000)))) {
            Submission closed = Cases.with(PAGE, OTHER_PAGE);
            Jdbi rows = centre.database().jdbi();
            centre.introduce(House.TERMINAL, House.TERMINAL_KEYS.getPublic());
            TerminalAtTest terminal = new TerminalAtTest(centre, House.TERMINAL, House.TERMINAL_KEYS, after(2_000));
            file(terminal, closed, PAGE, OTHER_PAGE);
            rows.useHandle(handle -> {
                handle.execute("UPDATE case_file SET open = false");
                handle.execute("UPDATE case_event SET at = ?", now());
            });
            PaperStore real = settings.engine().readPapers(settings.papers());
            Audit audit = new Audit(CentreSecret.in(settings.keys()).forUse(Foundation.AUDIT), after(2_000));
            assertThrows(IOException.class, () -> new Sweep(rows, failingAtTheSecond(real), audit, after(2_000)).run(Rule.usual(), "-"));
            assertEquals(1, files(settings.papers()).size());
            // As if the program had ended after the bytes and before the row.
            Files.delete(files(settings.papers()).getFirst());
            assertEquals(1, count(rows, "paper"));
            centre.nightly().sweep();
            assertEquals(0, count(rows, "paper"));
            assertEquals(List.of(), files(settings.papers()));
        }
    }

    @Test
    void nobodyKeepsALogForLessThanTheLawAsksFor() throws IOException {
        Files.writeString(folder.resolve("centre.yaml"), "retain.lookups: 90\nretain.drafts: 3\n");
        CentreFile.Read.Wrong wrong = assertInstanceOf(
                CentreFile.Read.Wrong.class,
                CentreFile.read(folder.resolve("centre.yaml"), CentreSettings.in(folder)));
        assertEquals(
                List.of(folder.resolve("centre.yaml") + ":1: retain.lookups must be a number from 183 to 36500"),
                wrong.mistakes());
        Files.writeString(folder.resolve("centre.yaml"), "retain.lookups: 200\n");
        CentreFile.Read.Ready ready = assertInstanceOf(
                CentreFile.Read.Ready.class,
                CentreFile.read(folder.resolve("centre.yaml"), CentreSettings.in(folder)));
        assertEquals(
                Optional.of(200),
                ready.settings().engine().rules().stream()
                        .filter(rule -> rule.name().equals("lookups"))
                        .map(Rule::days)
                        .findFirst());
    }

    @Test
    void theNightIsHalfPastThree() {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        Instant evening = LocalDate.of(2026, 11, 20).atTime(20, 0).atZone(zone).toInstant();
        assertEquals(Duration.ofMinutes(7 * 60 + 30), Nightly.until(evening, zone));
        assertEquals(Duration.ofDays(1), Nightly.until(evening.plus(Duration.ofMinutes(7 * 60 + 30)), zone));
    }

    private static PaperStore failingAtTheSecond(PaperStore real) {
        AtomicInteger deleted = new AtomicInteger();
        return (PaperStore) Proxy.newProxyInstance(
                PaperStore.class.getClassLoader(), new Class<?>[] {PaperStore.class}, (_, method, arguments) -> {
                    if (method.getName().equals("delete") && deleted.incrementAndGet() == 2) {
                        throw new IOException("the disk is gone");
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    private static List<Sweep.Swept> sweep(CentreSettings settings, boolean onlyLook) throws IOException {
        return RetentionMain.sweep(settings, Rule.usual(), onlyLook);
    }

    private static Map<String, Long> counts(List<Sweep.Swept> swept) {
        return swept.stream().collect(Collectors.toMap(Sweep.Swept::name, Sweep.Swept::count));
    }

    private static Map<String, Long> with(Map<String, Long> some) {
        Map<String, Long> all = new java.util.HashMap<>(NOTHING);
        all.putAll(some);
        return all;
    }

    private static long count(Jdbi rows, String table) {
        return rows.withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + table).mapTo(Long.class).one());
    }

    private static Timestamp now() {
        return Timestamp.from(House.NOW.get());
    }

    private static void evaluate(Jdbi rows, Submission submission) {
        rows.useHandle(handle -> handle.execute(
                "INSERT INTO evaluation (case_id, terminal, hash, level, reasons, given_at, arrived_at, phone) VALUES (?, '0137', ?, 1, '{}', ?, ?, '13800000000')",
                submission.id().value(), new byte[32], now(), now()));
    }

    private static byte[] file(TerminalAtTest terminal, Submission submission, byte[]... pages) {
        terminal.put(Cases.path(submission), submission);
        for (byte[] page : pages) {
            assertEquals(204, terminal.putPaper(submission.id(), page).status());
        }
        TerminalAtTest.Heard received = terminal.put(Cases.path(submission), submission);
        assertEquals(201, received.status());
        return received.body();
    }

    private static List<Path> files(Path papers) throws IOException {
        try (Stream<Path> all = Files.walk(papers)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static Centre centre(CentreSettings settings) throws IOException {
        return Centre.start(settings, House.ITEMS);
    }

    private static TerminalAtTest there(Centre centre) throws IOException {
        centre.introduce(House.TERMINAL, House.TERMINAL_KEYS.getPublic());
        return new TerminalAtTest(centre, House.TERMINAL, House.TERMINAL_KEYS, House.CLOCK);
    }
}
