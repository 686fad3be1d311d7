package banyan.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.KeyFiles;
import banyan.acceptance.Paper;
import banyan.acceptance.Sha256;
import banyan.acceptance.Submission;
import banyan.acceptance.SubmissionId;
import banyan.acceptance.Trouble;
import banyan.cache.Appended;
import banyan.cache.CarryOut;
import banyan.cache.CentreClient;
import banyan.cache.DeviceKey;
import banyan.cache.Escrow;
import banyan.cache.Journal;
import banyan.cache.Note;
import banyan.cache.PageHandle;
import banyan.cache.PageStore;
import banyan.cache.Sealed;
import banyan.cache.Standing;
import banyan.cache.Sync;
import banyan.cache.Terminal;
import banyan.cache.Vault;
import banyan.cache.VisitKey;
import banyan.server.intake.CarryIn.Line;
import banyan.server.intake.CarryIn.Outcome;
import banyan.server.records.CentreRecords.HeldSubmission;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of a dead terminal, with a journal that a real one has written, is carried out without its key and carried in here. */
class CarryInTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final KeyPair ESCROW = KeyFiles.newEscrowPair();

    @TempDir
    Path folder;

    private Path cache() {
        return folder.resolve("data/cache");
    }

    private Path deviceKey() {
        return folder.resolve("data/device.key");
    }

    private Path carried() {
        return folder.resolve("carried");
    }

    private Journal journal(Optional<KeyPair> escrow) {
        Terminal terminal = new Terminal(House.TERMINAL, House.TERMINAL_KEYS.getPrivate());
        Vault.Place place =
                new Vault.Place(cache(), escrow.map(pair -> new Escrow(pair.getPublic(), terminal)), House.CLOCK);
        Vault vault = assertInstanceOf(
                        Vault.Opening.Open.class, Vault.open(new DeviceKey.Development(deviceKey()), place))
                .vault();
        return assertInstanceOf(
                        Journal.Opening.Open.class, Journal.open(cache(), vault, House.TERMINAL, House.CLOCK, 0))
                .journal();
    }

    private Sealed kept(Journal journal, String item, byte[]... papers) {
        PageStore store = PageStore.open(cache(), VisitKey.random());
        List<PageHandle> pages = new ArrayList<>();
        List<Paper> listed = new ArrayList<>();
        for (byte[] paper : papers) {
            PageHandle page = assertInstanceOf(PageStore.Put.Stored.class, store.put(paper)).page();
            pages.add(page);
            listed.add(new Paper("proof", pages.size(), "image/jpeg", page.size(), page.hash()));
        }
        Submission submission = Cases.of(SubmissionId.random(), item, "13850192671", listed, journal.newNumber());
        Sealed sealed = Sealed.of(submission, pages);
        assertInstanceOf(Appended.Kept.class, journal.append(sealed, store, SOON));
        return sealed;
    }

    private static byte[] random(int size, int seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private Map<String, Line> carryIn() throws IOException {
        Map<String, Line> lines = new HashMap<>();
        for (Line line : House.centre().carryIn(carried(), ESCROW.getPrivate(), House.TERMINAL, "3302")) {
            lines.put(line.subject(), line);
        }
        return lines;
    }

    private static Outcome outcome(Map<String, Line> lines, Sealed sealed) {
        return Optional.ofNullable(lines.get(sealed.id().toString())).orElseThrow().outcome();
    }

    private static HeldSubmission held(Sealed sealed) {
        return House.centre().records().submission(sealed.id()).orElseThrow();
    }

    @Test
    void whatWaitedOnADeadTerminalIsReceivedOnceAndTheTerminalHearsOfItWhenItLivesAgain() throws IOException {
        byte[] first = random(100, 1);
        byte[] large = random(3_000_000, 2);
        Sealed had;
        Sealed papers;
        Sealed halfSent;
        Sealed refused;
        try (Journal journal = journal(Optional.of(ESCROW))) {
            had = kept(journal, TestItems.FILING);
            papers = kept(journal, TestItems.FILING, first, large);
            assertTrue(journal.nextEpoch());
            halfSent = kept(journal, TestItems.FILING, first, random(50, 3));
            refused = kept(journal, "no-such-item");
            Trouble trouble = new Trouble(Optional.empty(), "MATERIALS", "NONE", Instant.EPOCH, Optional.empty());
            assertInstanceOf(Appended.Kept.class, journal.append(Note.of("0137-TC1", trouble), SOON));
        }
        House.terminal().put("/api/v1/submissions/" + had.id(), had.payload());
        House.terminal().put("/api/v1/submissions/" + halfSent.id(), halfSent.payload());
        House.terminal().putPaper(halfSent.id(), first);
        byte[] key = Files.readAllBytes(deviceKey());
        Files.delete(deviceKey());
        Map<Path, Sha256> before = files();
        assertEquals(new CarryOut.Carried(5, 4, List.of(), false), CarryOut.to(folder.resolve("data"), carried()));
        assertEquals(before, files(), "the dead terminal's disk was written to");

        Map<String, Line> lines = carryIn();
        assertEquals(Outcome.HAD, outcome(lines, had));
        assertEquals(Outcome.RECEIVED, outcome(lines, papers));
        assertEquals(Outcome.RECEIVED, outcome(lines, halfSent));
        assertEquals(new Line("SUBMISSION", refused.id().toString(), Outcome.REFUSED, "ITEM-UNKNOWN"), lines.get(refused.id().toString()));
        assertEquals(new Line("TROUBLE", "0137-TC1", Outcome.RECEIVED, "-"), lines.get("0137-TC1"));
        HeldSubmission held = held(papers);
        assertArrayEquals(papers.payload(), held.payload());
        for (var paper : held.papers()) {
            byte[] right = paper.size() == large.length ? large : first;
            assertArrayEquals(right, House.centre().records().bytes(paper));
        }
        assertEquals(List.of(Sha256.of(first), Sha256.of(large)), held.receipt().orElseThrow().papers());

        lines = carryIn();
        assertEquals(Outcome.HAD, outcome(lines, papers));
        assertEquals(Outcome.HAD, outcome(lines, halfSent));
        assertEquals(2, acts());

        Files.write(deviceKey(), key);
        Files.setPosixFilePermissions(deviceKey(), PosixFilePermissions.fromString("rw-------"));
        try (Journal journal = journal(Optional.of(ESCROW));
                CentreClient client = new CentreClient(
                        banyan.cache.Centre.of(House.centre().address(), House.centre().key()),
                        new Terminal(House.TERMINAL, House.TERMINAL_KEYS.getPrivate()),
                        House.CLOCK);
                Sync sync = new Sync(journal, client, House.CLOCK)) {
            sync.start();
            for (Sealed sealed : List.of(had, papers, halfSent)) {
                var _ = sync.deliver(sealed.id(), SOON, _ -> {});
                Standing.Received received = assertInstanceOf(
                        Standing.Received.class, journal.standing(sealed.id()).orElseThrow());
                assertEquals(
                        held(sealed).receipt().orElseThrow().acceptanceNumber(),
                        received.receipt().acceptanceNumber());
            }
        }
    }

    private Map<Path, Sha256> files() throws IOException {
        Map<Path, Sha256> files = new HashMap<>();
        for (Path under : List.of(cache(), cache().resolve("papers"))) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(under, Files::isRegularFile)) {
                for (Path file : all) {
                    files.put(file, Sha256.of(Files.readAllBytes(file)));
                }
            }
        }
        return files;
    }

    private long acts() throws IOException {
        byte[] hash = HexFormat.of().parseHex(Sha256.of(Files.readAllBytes(carried())).hex());
        return House.database().jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT count(*) FROM carried_in WHERE file_hash = :hash AND by_staff = '3302' AND ended_at IS NOT NULL")
                .bind("hash", hash)
                .mapTo(Long.class)
                .one());
    }

    @Test
    void whatWaitsBehindDestroyedKeysIsReceivedAllTheSame() throws IOException {
        Sealed sealed;
        try (Journal journal = journal(Optional.of(ESCROW))) {
            sealed = kept(journal, TestItems.FILING, random(70_000, 5));
            assertTrue(journal.destroyKeys());
        }
        assertEquals(new CarryOut.Carried(1, 1, List.of(), false), CarryOut.to(cache(), carried()));
        assertEquals(Outcome.RECEIVED, outcome(carryIn(), sealed));
    }

    @Test
    void aPaperThatIsGoneLeavesItsRequestIncompleteAndNoOther() throws IOException {
        Sealed lacking;
        Sealed whole;
        try (Journal journal = journal(Optional.of(ESCROW))) {
            lacking = kept(journal, TestItems.FILING, random(70_000, 4));
            whole = kept(journal, TestItems.FILING);
        }
        try (DirectoryStream<Path> papers = Files.newDirectoryStream(cache().resolve("papers"))) {
            for (Path paper : papers) {
                byte[] bytes = Files.readAllBytes(paper);
                bytes[bytes.length - 1] ^= 1;
                Files.write(paper, bytes);
            }
        }
        CarryOut.Carried _ = CarryOut.to(cache(), carried());
        Map<String, Line> lines = carryIn();
        assertEquals(Outcome.INCOMPLETE, outcome(lines, lacking));
        assertEquals(Outcome.RECEIVED, outcome(lines, whole));
        assertTrue(held(lacking).receipt().isEmpty());
    }

    @Test
    void whatNoCopyOfAKeyWasMadeForIsNamedOnBothSides() throws IOException {
        Sealed open;
        try (Journal journal = journal(Optional.of(ESCROW))) {
            open = kept(journal, TestItems.FILING);
            assertTrue(journal.nextEpoch());
            Sealed _ = kept(journal, TestItems.FILING);
        }
        // The newest record is the last of each file.
        for (String copy : List.of("epochs.1", "epochs.2")) {
            byte[] records = Files.readAllBytes(cache().resolve(copy));
            Files.write(cache().resolve(copy), Arrays.copyOf(records, records.length - 10));
        }
        CarryOut.Carried out = CarryOut.to(cache(), carried());
        assertEquals(2, out.entries());
        assertEquals(1, out.closed().size());
        Map<String, Line> lines = carryIn();
        assertEquals(Outcome.RECEIVED, outcome(lines, open));
        assertEquals(new Line("ROW", out.closed().getFirst(), Outcome.CLOSED, "-"), lines.get(out.closed().getFirst()));
    }

    private void edit(String command) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + cache().resolve("journal.db"));
                Statement statement = connection.createStatement()) {
            boolean _ = statement.execute(command);
        }
    }

    @Test
    void whatSomebodyHasTakenOutOfTheDiskIsMissedAndTheRestIsReceived() throws IOException, SQLException {
        List<Sealed> all = new ArrayList<>();
        try (Journal journal = journal(Optional.of(ESCROW))) {
            for (int at = 0; at < 3; at++) {
                all.add(kept(journal, TestItems.FILING));
            }
        }
        edit("DELETE FROM head WHERE id=(SELECT max(id) FROM head)");
        CarryOut.Carried _ = CarryOut.to(cache(), carried());
        Map<String, Line> lines = carryIn();
        assertEquals(new Line("CHAIN", "-", Outcome.BROKEN, "ROWS-MISSING-1"), lines.get("-"));
        assertEquals(3, lines.size());
        assertEquals(2, all.stream().filter(sealed -> lines.containsKey(sealed.id().toString())).count());
    }

    @Test
    void whatSomebodyHasChangedOnTheDiskIsFound() throws IOException, SQLException {
        try (Journal journal = journal(Optional.of(ESCROW))) {
            Sealed _ = kept(journal, TestItems.FILING);
        }
        CarryOut.Carried _ = CarryOut.to(cache(), carried());
        assertFalse(carryIn().containsKey("-"));
        Files.delete(carried());
        edit("UPDATE head SET hour=hour+1");
        CarryOut.Carried _ = CarryOut.to(cache(), carried());
        assertEquals(new Line("CHAIN", "-", Outcome.BROKEN, "ROWS-ALTERED"), carryIn().get("-"));
        Files.delete(carried());
        edit("DELETE FROM meta");
        CarryOut.Carried _ = CarryOut.to(cache(), carried());
        assertEquals(new Line("CHAIN", "-", Outcome.BROKEN, "ROWS-ALTERED"), carryIn().get("-"));
    }

    @Test
    void aJournalWithoutTheCentresCopyIsCarriedButNotOpened() throws IOException {
        try (Journal journal = journal(Optional.empty())) {
            Sealed _ = kept(journal, TestItems.FILING);
        }
        assertEquals(1, CarryOut.to(cache(), carried()).closed().size());
        assertThrows(IOException.class, this::carryIn);
    }

    @Test
    void onlyWhatThisTerminalHasSealedToThisKeyCounts() throws IOException {
        Sealed sealed;
        try (Journal journal = journal(Optional.of(ESCROW))) {
            sealed = kept(journal, TestItems.FILING);
        }
        CarryOut.Carried _ = CarryOut.to(cache(), carried());
        KeyPair other = KeyFiles.newPair();
        House.centre().introduce("0144", other.getPublic());
        assertThrows(
                IOException.class, () -> House.centre().carryIn(carried(), ESCROW.getPrivate(), "0144", "3302"));
        assertThrows(
                IOException.class,
                () -> House.centre()
                        .carryIn(carried(), KeyFiles.newEscrowPair().getPrivate(), House.TERMINAL, "3302"));
        assertThrows(
                IOException.class, () -> House.centre().carryIn(carried(), ESCROW.getPrivate(), "4712", "3302"));
        assertTrue(House.centre().records().submission(sealed.id()).isEmpty());
        assertFalse(Files.readString(carried(), StandardCharsets.ISO_8859_1).contains(Cases.CITIZEN));
    }
}
