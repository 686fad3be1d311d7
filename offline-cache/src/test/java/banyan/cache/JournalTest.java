package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.SubmissionId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    Path folder;

    private final VisitKey key = VisitKey.random();

    private PageStore pages() {
        return PageStore.open(folder, key);
    }

    @Test
    void whatWasKeptIsThereAfterRestartByteForByte() throws IOException {
        Sealed sealed;
        try (Journal journal = Given.journal(folder)) {
            sealed = Given.sealed(journal, Given.pages(pages(), 70_000, 0, 65_536));
            assertInstanceOf(Appended.Kept.class, journal.append(sealed, pages(), Given.SOON));
        }
        pages().abandon();
        try (Journal journal = Given.journal(folder)) {
            Outgoing out = journal.read(journal.pending().getFirst()).orElseThrow();
            assertArrayEquals(sealed.payload(), out.payload());
            for (int at = 0; at < 3; at++) {
                ByteArrayOutputStream paper = new ByteArrayOutputStream();
                journal.read(out.papers().get(at), paper);
                assertArrayEquals(Given.bytes((int) sealed.papers().get(at).size(), at), paper.toByteArray());
            }
        }
    }

    @Test
    void anExaminationOpensEveryEntryAndReadsItsPapers() throws IOException {
        try (Journal journal = Given.journal(folder)) {
            assertInstanceOf(
                    Appended.Kept.class,
                    journal.append(Given.sealed(journal, Given.pages(pages(), 70_000, 10)), pages(), Given.SOON));
            assertInstanceOf(Appended.Kept.class, journal.append(Given.trouble(1), Given.SOON));
            assertEquals(Optional.of(new Journal.Examination(true, 2, 0, Optional.of(ChainState.WHOLE))), journal.examine());
            Path paper = list(folder.resolve("papers")).getFirst();
            byte[] bytes = Files.readAllBytes(paper);
            bytes[bytes.length - 1] ^= 1;
            Files.write(paper, bytes);
            assertEquals(Optional.of(new Journal.Examination(true, 2, 1, Optional.of(ChainState.WHOLE))), journal.examine());
        }
    }

    @Test
    void anUnsoundDatabaseIsFoundInTheNightAndMended() throws IOException {
        try (Journal journal = Given.journal(folder)) {
            for (int seed = 0; seed < 40; seed++) {
                assertInstanceOf(Appended.Kept.class, journal.append(Given.trouble(seed), Given.SOON));
            }
            Path database = folder.resolve(JournalFile.NAME);
            Until.holds(() -> Files.size(folder.resolve(JournalFile.NAME + "-wal")) < 100_000);
            assertTrue(journal.sound());
            // Where the first leaf of the entries' table says how many cells it has.
            try (RandomAccessFile file = new RandomAccessFile(database.toFile(), "rw")) {
                for (long page = 2 * Pages.SIZE; page < file.length(); page += Pages.SIZE) {
                    file.seek(page);
                    file.write(new byte[8]);
                }
            }
            Journal.Examination found = journal.examine().orElseThrow();
            assertFalse(found.sound());
            Until.holds(() -> journal.report().salvaged() == 1);
            assertTrue(journal.sound());
        }
    }

    @Test
    void theSameSubmissionTwiceIsKeptOnceUnderItsFirstNumber() {
        try (Journal journal = Given.journal(folder)) {
            Sealed sealed = Given.sealed(journal, List.of());
            Appended.Kept first = assertInstanceOf(Appended.Kept.class, journal.append(sealed, pages(), Given.SOON));
            Appended.Kept second = assertInstanceOf(Appended.Kept.class, journal.append(sealed, pages(), Given.SOON));
            assertEquals(sealed.number(), first.number());
            assertEquals(first.number(), second.number());
            assertEquals(1, journal.report().kept());
        }
    }

    @Test
    void anotherPayloadUnderAKeptIdIsNotTaken() {
        try (Journal journal = Given.journal(folder)) {
            Sealed sealed = Given.sealed(journal, List.of());
            assertInstanceOf(Appended.Kept.class, journal.append(sealed, pages(), Given.SOON));
            Sealed other = new Sealed(sealed.what(), sealed.id(), journal.newNumber(), new byte[] {'{', '}'}, List.of());
            assertEquals(new Appended.Failed("SUBMISSION-DIFFERS"), journal.append(other, pages(), Given.SOON));
        }
    }

    @Test
    void aNumberThatSomebodyHoldsIsNotGivenToAnother() {
        try (Journal journal = Given.journal(folder)) {
            Sealed sealed = Given.sealed(journal, List.of());
            assertInstanceOf(Appended.Kept.class, journal.append(sealed, pages(), Given.SOON));
            Sealed other = new Sealed(sealed.what(), SubmissionId.random(), sealed.number(), sealed.payload(), List.of());
            assertEquals(new Appended.Failed("NUMBER-TAKEN"), journal.append(other, pages(), Given.SOON));
        }
    }

    @Test
    void fiveCallersAtOnceAreAllKept() throws InterruptedException {
        Set<String> numbers = ConcurrentHashMap.newKeySet();
        try (Journal journal = Given.journal(folder)) {
            CountDownLatch go = new CountDownLatch(1);
            List<Thread> callers = IntStream.range(0, 5)
                    .mapToObj(caller -> Thread.ofVirtual().start(() -> {
                        try {
                            go.await();
                        } catch (InterruptedException stop) {
                            return;
                        }
                        VisitKey own = VisitKey.random();
                        PageStore store = PageStore.open(folder, own);
                        for (int round = 0; round < 10; round++) {
                            Sealed sealed = Given.sealed(journal, Given.pages(store, 100 + caller));
                            if (journal.append(sealed, store, Given.SOON) instanceof Appended.Kept kept) {
                                numbers.add(kept.number());
                            }
                        }
                    }))
                    .toList();
            go.countDown();
            for (Thread caller : callers) {
                assertTrue(caller.join(Given.SOON));
            }
        }
        try (Journal journal = Given.journal(folder)) {
            assertEquals(50, numbers.size());
            assertEquals(50, journal.report().kept());
        }
    }

    @Test
    void aDamagedPaperIsNoticedBeforeThePromise() throws IOException {
        try (Journal journal = Given.journal(folder)) {
            PageStore pages = pages();
            Sealed sealed = Given.sealed(journal, Given.pages(pages, 100_000));
            flip(pages.file(sealed.papers().getFirst()), 90_000);
            assertEquals(new Appended.Failed("PAPER-DAMAGED"), journal.append(sealed, pages, Given.SOON));
            assertEquals(0, journal.report().kept());
        }
    }

    @Test
    void endingTheVisitLeavesWhatWasTakenOver() throws IOException {
        try (Journal journal = Given.journal(folder)) {
            PageStore pages = pages();
            Sealed sealed = Given.sealed(journal, Given.pages(pages, 5000));
            assertInstanceOf(Appended.Kept.class, journal.append(sealed, pages, Given.SOON));
            assertEquals(
                    new Cleared.Gone(Cleared.Part.PAGES, 1), pages.abandon().get(1));
            Outgoing out = journal.read(journal.pending().getFirst()).orElseThrow();
            ByteArrayOutputStream paper = new ByteArrayOutputStream();
            journal.read(out.papers().getFirst(), paper);
            assertArrayEquals(Given.bytes(5000, 0), paper.toByteArray());
        }
    }

    @Test
    void whatTheCentreHoldsIsDestroyedHereButForItsReceipt() throws IOException {
        try (Journal journal = Given.journal(folder)) {
            PageStore pages = pages();
            Sealed sealed = Given.sealed(journal, Given.pages(pages, 5000));
            assertInstanceOf(Appended.Kept.class, journal.append(sealed, pages, Given.SOON));
            assertTrue(journal.settle(journal.pending().getFirst(), Receipts.json(sealed)));
            assertEquals(List.of(), list(folder.resolve("papers")));
            Standing.Received received = assertInstanceOf(
                    Standing.Received.class, journal.standing(sealed.id()).orElseThrow());
            assertEquals("350126084193", received.receipt().acceptanceNumber());
            assertEquals(sealed.number(), received.number());
        }
    }

    @Test
    void whoHoldsTheSlipIsToldHowItStandsAndNobodyElse() {
        try (Journal journal = Given.journal(folder)) {
            Sealed sealed = Given.sealed(journal, List.of());
            assertInstanceOf(Appended.Kept.class, journal.append(sealed, pages(), Given.SOON));
            String code = journal.slipCode(sealed.number());
            assertTrue(code.matches("[0-9]{8}"), code);
            assertInstanceOf(
                    Standing.Kept.class, journal.standing(sealed.number(), code).orElseThrow());
            assertInstanceOf(Standing.Kept.class, journal.waiting(code).orElseThrow());
            String other = (code.charAt(0) == '9' ? "0" : "9") + code.substring(1);
            assertEquals(Optional.empty(), journal.standing(sealed.number(), other));
            assertEquals(Optional.empty(), journal.waiting(other));
            assertEquals(Optional.empty(), journal.standing("0137-2222", code));
            assertTrue(journal.settle(journal.pending().getFirst(), Receipts.json(sealed)));
            assertInstanceOf(
                    Standing.Received.class,
                    journal.standing(sealed.number(), code).orElseThrow());
            assertEquals(Optional.empty(), journal.waiting(code));
        }
    }

    @Test
    void aSlipsCodeIsTheSameAfterRestartAndAnotherOnAnotherDevice(@TempDir Path elsewhere) {
        String code;
        try (Journal journal = Given.journal(folder)) {
            code = journal.slipCode("0137-8K42");
        }
        try (Journal again = Given.journal(folder);
                Journal other = Given.journal(elsewhere)) {
            assertEquals(code, again.slipCode("0137-8K42"));
            assertNotEquals(code, other.slipCode("0137-8K42"));
        }
    }

    @Test
    void aSubmissionTheCentreHoldsIsNotKeptAgain() {
        Sealed sealed;
        try (Journal journal = Given.journal(folder)) {
            sealed = Given.sealed(journal, List.of());
            assertInstanceOf(Appended.Kept.class, journal.append(sealed, pages(), Given.SOON));
            assertTrue(journal.settle(journal.pending().getFirst(), Receipts.json(sealed)));
        }
        try (Journal journal = Given.journal(folder)) {
            assertInstanceOf(Appended.Kept.class, journal.append(sealed, pages(), Given.SOON));
            assertEquals(List.of(), journal.pending());
        }
    }

    @Test
    void papersThatBelongToNothingAreGoneAfterStart() throws IOException {
        Given.journal(folder).close();
        Files.createDirectories(folder.resolve("papers"));
        Files.write(folder.resolve("papers/0123456789abcdef0123456789abcdef"), new byte[10]);
        Given.journal(folder).close();
        assertEquals(List.of(), list(folder.resolve("papers")));
    }

    @Test
    void aRefusedEntryStaysForStaffAndGoesAgainWhenTheySaySo() {
        try (Journal journal = Given.journal(folder)) {
            Sealed sealed = Given.sealed(journal, List.of());
            assertInstanceOf(Appended.Kept.class, journal.append(sealed, pages(), Given.SOON));
            assertTrue(journal.refuse(journal.pending().getFirst(), "ANSWERS-INVALID"));
        }
        try (Journal journal = Given.journal(folder)) {
            Journal.Stuck stuck = journal.report().stuck().getFirst();
            assertEquals("ANSWERS-INVALID", stuck.code());
            assertTrue(journal.sendAgain(stuck));
            assertEquals(1, journal.report().unanswered());
        }
    }

    @Test
    void sentButUnansweredIsStillUnansweredAfterRestart() {
        Sealed sealed;
        try (Journal journal = Given.journal(folder)) {
            sealed = Given.sealed(journal, List.of());
            assertInstanceOf(Appended.Kept.class, journal.append(sealed, pages(), Given.SOON));
            journal.sent(journal.pending().getFirst());
        }
        try (Journal journal = Given.journal(folder)) {
            assertInstanceOf(
                    Standing.Unanswered.class, journal.standing(sealed.id()).orElseThrow());
        }
    }

    @Test
    void outsideTheSealATimeIsKnownToTheHourOnly() {
        try (Journal journal = Given.journal(folder)) {
            Sealed sealed = Given.sealed(journal, List.of());
            assertInstanceOf(Appended.Kept.class, journal.append(sealed, pages(), Given.SOON));
            Standing standing = journal.standing(sealed.id()).orElseThrow();
            assertEquals(Instant.parse("2026-11-21T04:00:00Z"), standing.hour());
        }
    }

    @Test
    void entriesComeInTheOrderOfKeepingThoughTheirRowsTellNone() {
        List<String> numbers = new ArrayList<>();
        try (Journal journal = Given.journal(folder)) {
            for (int round = 0; round < 20; round++) {
                Sealed sealed = Given.sealed(journal, List.of());
                numbers.add(sealed.number());
                assertInstanceOf(Appended.Kept.class, journal.append(sealed, pages(), Given.SOON));
            }
        }
        try (Journal journal = Given.journal(folder)) {
            assertEquals(
                    numbers, journal.pending().stream().map(Pending::number).toList());
            List<Long> rows = journal.pending().stream().map(Pending::id).toList();
            assertFalse(rows.equals(rows.stream().sorted().toList()), "rows in the order of coming");
        }
    }

    @Test
    void aSecondProgramIsRefused() {
        try (Journal _ = Given.journal(folder)) {
            Journal.Opening second = Journal.open(folder, Given.vault(folder), "0137", InstantSource.system());
            assertEquals(new Journal.Opening.Refused("JOURNAL-IN-USE"), second);
        }
    }

    @Test
    void anotherDevicesJournalIsRefusedAndLeftAsItIs() throws IOException {
        try (Journal journal = Given.journal(folder)) {
            Sealed sealed = Given.sealed(journal, List.of());
            assertInstanceOf(Appended.Kept.class, journal.append(sealed, pages(), Given.SOON));
        }
        Files.move(folder.resolve("keys/device.key"), folder.resolve("keys/right.key"));
        DeviceKey another = new DeviceKey.Development(folder.resolve("keys/device.key"));
        assertEquals(
                new Vault.Opening.Refused("DEVICE-KEY-IS-ANOTHER"), Vault.open(another, Vault.Place.in(folder)));
        Files.delete(folder.resolve("keys/device.key"));
        Files.move(folder.resolve("keys/right.key"), folder.resolve("keys/device.key"));
        try (Journal journal = Given.journal(folder)) {
            assertEquals(1, journal.report().kept());
        }
    }

    @Test
    void noNumberIsGivenTwiceAcrossRestarts() {
        Set<String> numbers = new HashSet<>();
        for (int start = 0; start < 3; start++) {
            try (Journal journal = Given.journal(folder)) {
                for (int round = 0; round < 10; round++) {
                    Sealed sealed = Given.sealed(journal, List.of());
                    assertTrue(numbers.add(sealed.number()));
                    assertInstanceOf(Appended.Kept.class, journal.append(sealed, pages(), Given.SOON));
                }
            }
        }
    }

    @Test
    void theSameNoteTwiceIsOneEntryAndALaterReportAnother() {
        try (Journal journal = Given.journal(folder)) {
            Note unknown = new Note(Note.Kind.PRINTED, "a", "{\"pages\":0}".getBytes(StandardCharsets.US_ASCII));
            Note printed = new Note(Note.Kind.PRINTED, "a", "{\"pages\":2}".getBytes(StandardCharsets.US_ASCII));
            for (Note note : List.of(unknown, printed, unknown)) {
                assertInstanceOf(Appended.Kept.class, journal.append(note, Given.SOON));
            }
            assertEquals(2, journal.report().notes());
        }
    }

    @Test
    void aClosedJournalKeepsNothingAndSaysSo() {
        Journal journal = Given.journal(folder);
        journal.close();
        assertEquals(new Appended.Failed("JOURNAL-BUSY"), journal.append(Given.trouble(1), Duration.ofSeconds(1)));
    }

    @Test
    void whatWasNeverKeptHasNoStanding() {
        try (Journal journal = Given.journal(folder)) {
            assertEquals(Optional.empty(), journal.standing(SubmissionId.random()));
        }
    }

    static void flip(Path file, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= 1;
        Files.write(file, bytes);
    }

    static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
