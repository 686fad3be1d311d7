package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Consent;
import banyan.acceptance.FactsQuery;
import banyan.acceptance.KeyFiles;
import banyan.acceptance.NoteReceipt;
import banyan.acceptance.Problem;
import banyan.acceptance.Receipt;
import banyan.acceptance.Refusal;
import banyan.acceptance.Sha256;
import banyan.acceptance.SubmissionId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncTest {
    static final Sync.Pacing QUICK =
            new Sync.Pacing(Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(50));

    /** Nothing of this happens while a test runs. */
    private static final Sync.Pacing SLOW =
            new Sync.Pacing(Duration.ofHours(2), Duration.ofHours(2), Duration.ofHours(2), Duration.ofHours(2));

    @TempDir
    Path folder;

    private final FaultyDisk disk = new FaultyDisk();
    private final List<AutoCloseable> open = new ArrayList<>();
    private TestCentre centre;
    private Journal journal;
    private PageStore pages;
    private Sync sync;

    @BeforeEach
    void start() throws IOException {
        centre = new TestCentre();
        journal = Given.journal(Given.settings(folder, disk, UnaryOperator.identity()));
        pages = PageStore.open(folder, VisitKey.random());
        sync = sync(centre.port(), TestCentre.TERMINAL);
    }

    private Sync sync(int port, KeyPair terminal) {
        CentreClient client = TestCentre.client(port, terminal.getPrivate());
        open.add(client);
        return new Sync(journal, client, Instant::now, QUICK);
    }

    @AfterEach
    void stop() throws Exception {
        sync.close();
        for (AutoCloseable each : open) {
            each.close();
        }
        journal.close();
        centre.close();
    }

    private Sealed keep(int... sizes) {
        Sealed sealed = Given.sealed(journal, Given.pages(pages, sizes));
        assertInstanceOf(Appended.Kept.class, journal.append(sealed, pages, Given.SOON));
        return sealed;
    }

    private Delivery.End deliver(Sealed sealed) {
        return sync.deliver(sealed.id(), Given.SOON, _ -> {});
    }

    /** The end of a short wait in which it was at least tried, however busy the machine is. */
    private Delivery.End tried(Sealed sealed) {
        long until = System.nanoTime() + Given.SOON.toNanos();
        Delivery.End end = new Delivery.StillHere("NOT-YET-SENT");
        while (end.equals(new Delivery.StillHere("NOT-YET-SENT")) && System.nanoTime() - until < 0) {
            end = sync.deliver(sealed.id(), Duration.ofMillis(300), _ -> {});
        }
        return end;
    }

    private Optional<Standing> standing(Sealed sealed) {
        return journal.standing(sealed.id());
    }

    @Test
    void theStepsAreToldInOrderAndEndWithTheReceipt() {
        Sealed sealed = keep(100, 200_000);
        List<Delivery> steps = new CopyOnWriteArrayList<>();
        sync.start();
        Delivery.End end = sync.deliver(sealed.id(), Given.SOON, steps::add);
        assertEquals(
                List.of(
                        new Delivery.Sending(),
                        new Delivery.PapersHeld(0, 2),
                        new Delivery.PapersHeld(1, 2),
                        new Delivery.PapersHeld(2, 2),
                        new Delivery.PapersHeld(2, 2),
                        end),
                steps);
        assertEquals(
                Receipts.NUMBER,
                assertInstanceOf(Delivery.Received.class, end).receipt().acceptanceNumber());
    }

    @Test
    void aReceiptOfBeforeThereWereLookupCodesHolds() {
        centre.receipts = right -> Receipts.signed(
                Receipts.CENTRE, right.submission(), right.payload(), right.papers(), java.util.Optional.empty());
        Sealed sealed = keep(100);
        sync.start();
        assertEquals(
                java.util.Optional.empty(),
                assertInstanceOf(Delivery.Received.class, deliver(sealed)).receipt().lookupCode());
    }

    @Test
    void aReceiptOfBeforeThereWereLegalDatesHoldsAndCountsFromItsArrival() {
        centre.receipts = right -> Receipts.signed(
                Receipts.CENTRE,
                right.submission(),
                right.payload(),
                right.papers(),
                right.lookupCode(),
                java.util.Optional.empty());
        Sealed sealed = keep(100);
        sync.start();
        Receipt receipt =
                assertInstanceOf(Delivery.Received.class, deliver(sealed)).receipt();
        assertEquals(receipt.receivedAt(), receipt.legalDate());
        assertEquals(
                -1, new String(receipt.signedBytes(), StandardCharsets.UTF_8).indexOf("filed-at"));
    }

    @Test
    void theReceiptIsInTheJournalAfterRestart() {
        Sealed sealed = keep(100);
        sync.start();
        assertInstanceOf(Delivery.Received.class, deliver(sealed));
        journal.close();
        journal = Given.journal(folder);
        Standing.Received received =
                assertInstanceOf(Standing.Received.class, standing(sealed).orElseThrow());
        assertEquals(Receipts.NUMBER, received.receipt().acceptanceNumber());
    }

    @Test
    void whatTheCentreGetsIsWhatWasKept() {
        Note note = Given.trouble(4);
        assertInstanceOf(Appended.Kept.class, journal.append(note, Given.SOON));
        sync.start();
        awaitEmpty();
        assertArrayEquals(note.body(), centre.notes.get("/api/v1/troubles/" + note.name()));
    }

    @Test
    void aReportOutlivesARestartAndItsArrivalIsToldOnceItIsThere() {
        byte[] pdf = {'%', 'P', 'D', 'F', 0, (byte) 0x80, (byte) 0xFF};
        Note note = Note.readiness(UUID.randomUUID(), pdf);
        assertInstanceOf(Appended.Kept.class, journal.append(note, Given.SOON));
        journal.close();
        journal = Given.journal(folder);
        sync = sync(centre.port(), TestCentre.TERMINAL);
        List<Note.End> ends = new CopyOnWriteArrayList<>();
        CountDownLatch told = new CountDownLatch(1);
        sync.onNote(end -> {
            ends.add(end);
            told.countDown();
        });
        sync.start();
        awaitEmpty();
        awaitQuietly(told);
        assertEquals(List.of(new Note.End(Note.Kind.READINESS, note.name(), Optional.empty())), ends);
        assertArrayEquals(pdf, centre.notes.get("/api/v1/readiness/" + note.name()));
    }

    @Test
    void aConsentIsGivenUpOnlyForTheCentresSignedWordThatItHoldsIt() {
        List<UnaryOperator<NoteReceipt>> lies = List.of(
                right -> new NoteReceipt("ledger", right.name(), right.hash(), right.at(), right.keyId(), right.signature()),
                right -> new NoteReceipt(right.kind(), "other", right.hash(), right.at(), right.keyId(), right.signature()),
                right -> new NoteReceipt(
                        right.kind(), right.name(), Sha256.of(new byte[1]), right.at(), right.keyId(), right.signature()),
                right -> new NoteReceipt(
                        right.kind(), right.name(), right.hash(), right.at().plusSeconds(1), right.keyId(), right.signature()),
                right -> right.signed(new byte[64]));
        Note note = Note.of(
                new Consent(UUID.randomUUID(), Consent.ID_CARD, "zh-CN", Sha256.of(new byte[] {1}), Given.NOON));
        CentreClient client = TestCentre.client(centre.port());
        open.add(client);
        Courier courier = new Courier(journal, client);
        for (UnaryOperator<NoteReceipt> lie : lies) {
            centre.noteReceipts = lie;
            assertInstanceOf(Appended.Kept.class, journal.append(note, Given.SOON));
            Pending entry = journal.pending().getFirst();
            assertEquals(
                    new Courier.Trip.Later("RECEIPT-NOT-VALID", Verdict.ENTRY, java.util.Optional.empty()),
                    courier.carry(entry, _ -> {}, () -> false));
            assertEquals(1, journal.report().notes());
        }
        centre.noteReceipts = UnaryOperator.identity();
        sync.start();
        awaitEmpty();
        assertArrayEquals(note.body(), centre.notes.get("/api/v1/consents/" + note.name()));
    }

    @Test
    void aReceiptWithAnyLieInItIsNoReceipt() {
        KeyPair stranger = KeyFiles.newPair();
        Sha256 other = Sha256.of(new byte[] {1});
        List<UnaryOperator<Receipt>> lies = List.of(
                right -> Receipts.signed(stranger, right.submission(), right.payload(), right.papers()),
                right -> Receipts.signed(Receipts.CENTRE, SubmissionId.random(), right.payload(), right.papers()),
                right -> Receipts.signed(Receipts.CENTRE, right.submission(), other, right.papers()),
                right -> Receipts.signed(Receipts.CENTRE, right.submission(), right.payload(), List.of()),
                right -> Receipts.signed(
                        Receipts.CENTRE,
                        right.submission(),
                        right.payload(),
                        right.papers().reversed()),
                right -> new Receipt(
                        right.submission(),
                        right.payload(),
                        right.papers(),
                        "350126999999",
                        right.receivedAt(),
                        right.answerBy(),
                        right.filedAt(),
                        right.lookupCode(),
                        right.keyId(),
                        right.signature()),
                right -> new Receipt(
                        right.submission(),
                        right.payload(),
                        right.papers(),
                        right.acceptanceNumber(),
                        right.receivedAt(),
                        right.answerBy(),
                        right.filedAt(),
                        java.util.Optional.of("00000000"),
                        right.keyId(),
                        right.signature()),
                right -> new Receipt(
                        right.submission(),
                        right.payload(),
                        right.papers(),
                        right.acceptanceNumber(),
                        right.receivedAt(),
                        right.answerBy(),
                        right.filedAt().map(at -> at.minusSeconds(86_400)),
                        right.lookupCode(),
                        right.keyId(),
                        right.signature()));
        sync.start();
        for (UnaryOperator<Receipt> lie : lies) {
            centre.receipts = lie;
            Sealed sealed = keep(100, 200);
            Delivery.End end = tried(sealed);
            assertEquals(new Delivery.StillHere("RECEIPT-NOT-VALID"), end);
            assertInstanceOf(Standing.Unanswered.class, standing(sealed).orElseThrow());
        }
    }

    @Test
    void anAnswerThatIsNotTheCentresSaysNothing() {
        Sealed sealed = keep(100);
        centre.signing = false;
        sync.start();
        Delivery.End end = tried(sealed);
        assertEquals(new Delivery.StillHere("NOT-THE-CENTRE"), end);
        assertInstanceOf(SyncState.Offline.class, sync.state());
        centre.signing = true;
        assertInstanceOf(Delivery.Received.class, deliver(sealed));
        assertInstanceOf(SyncState.Online.class, sync.state());
    }

    @Test
    void aTerminalThatIsNotWelcomeTriesAgainForEver() {
        Sealed sealed = keep(100);
        centre.handling = _ -> Optional.of(TestCentre.Said.refusal(Refusal.CLOCK_SKEW));
        sync.start();
        Delivery.End end = tried(sealed);
        assertEquals(new Delivery.StillHere("CLOCK-SKEW"), end);
        assertEquals(
                "CLOCK-SKEW",
                assertInstanceOf(SyncState.Refused.class, sync.state()).code());
        centre.handling = _ -> Optional.empty();
        awaitEmpty();
        assertInstanceOf(Standing.Received.class, standing(sealed).orElseThrow());
        assertInstanceOf(SyncState.Online.class, sync.state());
    }

    @Test
    void anUnknownTerminalStaysRefusedThoughTheStatusAnswers() throws IOException {
        keep(100);
        sync = sync(centre.port(), KeyFiles.newPair());
        List<SyncState> states = new CopyOnWriteArrayList<>();
        sync.onState(states::add);
        sync.start();
        Until.holds(() ->
                centre.requests.stream().filter(each -> each.startsWith("GET")).count() > 3);
        assertEquals(2, states.size(), "flapped: " + states);
        assertInstanceOf(SyncState.Refused.class, states.getLast());
    }

    @Test
    void aCentreThatAsksForTimeGetsIt() {
        Sealed sealed = keep();
        AtomicInteger asked = new AtomicInteger();
        centre.handling = request -> request.startsWith("PUT") && asked.incrementAndGet() == 1
                ? Optional.of(TestCentre.Said.refusal(Refusal.CENTRE_BUSY).after(1))
                : Optional.empty();
        sync.start();
        long before = System.nanoTime();
        assertInstanceOf(Delivery.Received.class, deliver(sealed));
        assertTrue(System.nanoTime() - before >= 990_000_000L, "came back too soon");
        assertEquals(2, asked.get());
    }

    @Test
    void whoeverOnTheWayAsksForTimeDoesNotGetIt() {
        Sealed sealed = keep();
        AtomicInteger asked = new AtomicInteger();
        centre.handling = request -> request.startsWith("PUT") && asked.incrementAndGet() == 1
                ? Optional.of(TestCentre.Said.refusal(Refusal.CENTRE_BUSY).afterByHeaderAlone(3600))
                : Optional.empty();
        sync.start();
        assertInstanceOf(Delivery.Received.class, deliver(sealed));
    }

    @Test
    void anotherTransferUnderWayDelaysThatEntryAlone() {
        Sealed busy = keep(100);
        Sealed good = keep(100);
        AtomicInteger asked = new AtomicInteger();
        centre.handling = request -> request.contains(busy.id().toString()) && asked.incrementAndGet() == 1
                ? Optional.of(TestCentre.Said.refusal(Refusal.TRANSFER_UNDER_WAY).after(1))
                : Optional.empty();
        sync.start();
        awaitEmpty();
        assertInstanceOf(Standing.Received.class, standing(busy).orElseThrow());
        List<String> puts = centre.requests.stream()
                .filter(each -> each.matches("PUT /api/v1/submissions/[^/]*"))
                .toList();
        assertTrue(puts.lastIndexOf("PUT /api/v1/submissions/" + busy.id())
                > puts.lastIndexOf("PUT /api/v1/submissions/" + good.id()));
    }

    @Test
    void anItemTheCentreHasNotYetHoldsUpNobodyElse() {
        Sealed early = keep(100);
        centre.handling = request -> request.contains(early.id().toString())
                ? Optional.of(TestCentre.Said.refusal(Refusal.ITEM_VERSION_UNKNOWN))
                : Optional.empty();
        sync = new Sync(journal, closing(TestCentre.client(centre.port())), Instant::now, SLOW);
        sync.start();
        Sealed other = keep(100);
        Until.quietly(() -> standing(other).orElseThrow() instanceof Standing.Received);
        assertInstanceOf(Standing.Unanswered.class, standing(early).orElseThrow());
    }

    private CentreClient closing(CentreClient client) {
        open.add(client);
        return client;
    }

    @Test
    void whatIsAboutOneThingGoesInItsOrderAndNothingElseWaits() {
        Sealed filed = keep(100);
        Note rating = new Note(Note.Kind.EVALUATION, filed.id().toString(), new byte[] {'{', '}'});
        assertInstanceOf(Appended.Kept.class, journal.append(rating, Given.SOON));
        assertInstanceOf(Appended.Kept.class, journal.append(Given.trouble(1), Given.SOON));
        AtomicInteger refused = new AtomicInteger();
        centre.handling = request -> request.contains("submissions/" + filed.id())
                        && refused.incrementAndGet() < 4
                ? Optional.of(TestCentre.Said.refusal(Refusal.CENTRE_FAULT))
                : Optional.empty();
        sync.start();
        awaitEmpty();
        List<String> puts =
                centre.requests.stream().filter(each -> each.startsWith("PUT")).toList();
        assertEquals("PUT /api/v1/evaluations/" + filed.id(), puts.getLast());
        assertTrue(puts.indexOf("PUT /api/v1/troubles/0137-T1") < puts.size() - 2, "the trouble waited: " + puts);
    }

    @Test
    void aPoisonedEntryIsSetAsideAndTheOthersGo() {
        Sealed poison = keep(100);
        Sealed good = keep(100);
        centre.handling = request -> request.contains(poison.id().toString())
                ? Optional.of(TestCentre.Said.refusal(Refusal.ANSWERS_INVALID))
                : Optional.empty();
        sync.start();
        assertInstanceOf(Delivery.Received.class, deliver(good));
        assertEquals(new Delivery.Refused("ANSWERS-INVALID"), deliver(poison));
        assertEquals(
                List.of(poison.number() + " ANSWERS-INVALID"),
                journal.report().stuck().stream()
                        .map(stuck -> stuck.number() + " " + stuck.code())
                        .toList());
    }

    @Test
    void anEntryThatUpsetsTheCentreDoesNotHoldUpTheOthers() {
        Sealed upsetting = keep(100);
        List<Sealed> others = List.of(keep(100), keep(200), keep(300));
        centre.handling = request -> request.contains(upsetting.id().toString())
                ? Optional.of(TestCentre.Said.refusal(Refusal.CENTRE_FAULT))
                : Optional.empty();
        sync.start();
        others.forEach(other -> assertInstanceOf(Delivery.Received.class, deliver(other)));
        assertTrue(journal.pending(upsetting.id().toString()).isPresent());
        centre.handling = _ -> Optional.empty();
        awaitEmpty();
    }

    @Test
    void staffCanSendAgainWhatWasRefused() {
        Sealed sealed = keep();
        centre.handling = _ -> Optional.of(TestCentre.Said.refusal(Refusal.ITEM_VERSION_UNKNOWN));
        sync.start();
        Delivery.End _ = tried(sealed);
        assertTrue(journal.refuse(journal.pending().getFirst(), "ITEM-VERSION-UNKNOWN"));
        centre.handling = _ -> Optional.empty();
        assertTrue(journal.sendAgain(journal.report().stuck().getFirst()));
        awaitEmpty();
        assertInstanceOf(Standing.Received.class, standing(sealed).orElseThrow());
    }

    @Test
    void whatWasKeptOfflineGoesByItselfWhenTheCentreComesBack() throws IOException {
        int port = centre.port();
        centre.close();
        Sealed sealed = keep(100);
        assertInstanceOf(Appended.Kept.class, journal.append(Given.trouble(1), Given.SOON));
        sync.start();
        Delivery.End end = tried(sealed);
        assertEquals(new Delivery.StillHere("NO-CONNECTION"), end);
        assertInstanceOf(SyncState.Offline.class, sync.state());
        List<Delivery.End> late = new CopyOnWriteArrayList<>();
        sync.onLateEnd(late::add);
        centre = new TestCentre(port);
        awaitEmpty();
        Until.holds(() -> late.size() == 1);
        assertInstanceOf(Delivery.Received.class, late.getFirst());
        assertEquals(1, centre.effects());
        assertInstanceOf(SyncState.Online.class, sync.state());
    }

    @Test
    void theCentreIsFoundAgainThoughEveryEntryHasALongWaitBeforeItAndNothingNewIsWritten() throws IOException {
        int port = centre.port();
        centre.close();
        Sealed sealed = keep(100);
        Sealed second = keep(100);
        sync = new Sync(
                journal,
                closing(TestCentre.client(port)),
                Instant::now,
                new Sync.Pacing(Duration.ofHours(2), Duration.ofHours(2), Duration.ofHours(2), Duration.ofMillis(50)));
        sync.start();
        assertEquals(new Delivery.StillHere("NO-CONNECTION"), tried(sealed));
        centre = new TestCentre(port);
        awaitEmpty();
        assertInstanceOf(Standing.Received.class, standing(sealed).orElseThrow());
        assertInstanceOf(Standing.Received.class, standing(second).orElseThrow());
    }

    @Test
    void aLinkThatChangesEndsEveryWaitOfOurOwn() throws IOException {
        int port = centre.port();
        centre.close();
        Sealed sealed = keep(100);
        sync = new Sync(journal, closing(TestCentre.client(port)), Instant::now, SLOW);
        sync.start();
        assertEquals(new Delivery.StillHere("NO-CONNECTION"), tried(sealed));
        centre = new TestCentre(port);
        AtomicReference<Set<String>> interfaces = new AtomicReference<>(Set.of("eth0"));
        try (LinkWatch _ =
                LinkWatch.start(() -> Optional.of(interfaces.get()), Duration.ofMillis(5), sync::hurry)) {
            interfaces.set(Set.of("eth0", "eth0 192.0.2.7"));
            awaitEmpty();
        }
        assertInstanceOf(Standing.Received.class, standing(sealed).orElseThrow());
    }

    @Test
    void aMachineThatSleptTriesAgainAtOnceHoweverLongItMeantToWait() throws IOException {
        AtomicReference<Duration> slept = new AtomicReference<>(Duration.ZERO);
        CentreClient client = TestCentre.client(centre.port(), TestCentre.TERMINAL.getPrivate());
        open.add(client);
        sync = new Sync(
                journal,
                client,
                () -> Instant.now().plus(slept.get()),
                SLOW);
        int port = centre.port();
        centre.close();
        Sealed sealed = keep(100);
        sync.start();
        Delivery.End end = tried(sealed);
        assertEquals(new Delivery.StillHere("NO-CONNECTION"), end);
        centre = new TestCentre(port);
        slept.set(Duration.ofHours(8));
        awaitEmpty();
        assertInstanceOf(Standing.Received.class, standing(sealed).orElseThrow());
    }

    @Test
    void aCentreThatSaysNothingDoesNotHoldTheCitizenBeyondTheDeadline() {
        CountDownLatch silence = new CountDownLatch(1);
        centre.handling = _ -> {
            awaitQuietly(silence);
            return Optional.empty();
        };
        Sealed sealed = keep(100);
        sync.start();
        List<Delivery> steps = new CopyOnWriteArrayList<>();
        Delivery.End end = sync.deliver(sealed.id(), Duration.ofMillis(300), steps::add);
        assertInstanceOf(Delivery.StillHere.class, end);
        assertTrue(steps.stream().allMatch(new Delivery.Sending()::equals), "told what had not happened");
        silence.countDown();
        awaitEmpty();
        assertEquals(1, centre.effects());
    }

    @Test
    void whoeverWaitsIsServedThoughTheBacklogHangs() {
        IntStream.range(0, 30).forEach(_ -> keep());
        Sealed waiting = keep();
        String awaited = "PUT /api/v1/submissions/" + waiting.id();
        CountDownLatch release = new CountDownLatch(1);
        centre.handling = request -> {
            if (!request.equals(awaited)) {
                awaitQuietly(release);
            }
            return Optional.empty();
        };
        sync.start();
        Until.quietly(() -> putRequests().size() == 2);
        assertInstanceOf(Delivery.Received.class, deliver(waiting));
        assertEquals(2, putRequests().indexOf(awaited), "two of the backlog were under way, and no more");
        release.countDown();
        awaitEmpty();
    }

    private List<String> putRequests() {
        return centre.requests.stream().filter(each -> each.startsWith("PUT")).toList();
    }

    @Test
    void aLargeBacklogEntryGivesWayBetweenItsPapers() throws InterruptedException {
        CountDownLatch firstPaper = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        centre.handling = request -> {
            if (request.contains("/papers/") && firstPaper.getCount() > 0) {
                firstPaper.countDown();
                awaitQuietly(goOn);
            }
            return Optional.empty();
        };
        Sealed large = keep(100, 200, 300, 400);
        sync.start();
        assertTrue(firstPaper.await(20, TimeUnit.SECONDS));
        Sealed urgent = keep();
        Thread citizen = Thread.ofVirtual().start(() -> deliver(urgent));
        while (citizen.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        awaitEmpty();
        assertInstanceOf(Standing.Received.class, standing(large).orElseThrow());
        int urgentAt = centre.requests.indexOf("PUT /api/v1/submissions/" + urgent.id());
        long papersBefore = centre.requests.subList(0, urgentAt).stream()
                .filter(each -> each.contains("/papers/"))
                .count();
        assertEquals(1, papersBefore);
    }

    @Test
    void fiveWhoWaitAtOnceAllGetTheirReceipt() {
        List<Sealed> all =
                IntStream.range(0, 5).mapToObj(each -> keep(each * 1000)).toList();
        List<Delivery.End> ends = new CopyOnWriteArrayList<>();
        sync.start();
        List<Thread> citizens = all.stream()
                .map(each -> Thread.ofVirtual().start(() -> ends.add(deliver(each))))
                .toList();
        citizens.forEach(SyncTest::join);
        assertEquals(
                5, ends.stream().filter(Delivery.Received.class::isInstance).count());
        assertEquals(5, centre.effects());
    }

    @Test
    void aSubmissionReceivedBeforeIsAnsweredAtOnce() {
        Sealed sealed = keep();
        sync.start();
        Delivery.End first = deliver(sealed);
        long asked = puts();
        Receipt again =
                assertInstanceOf(Delivery.Received.class, deliver(sealed)).receipt();
        assertEquals(assertInstanceOf(Delivery.Received.class, first).receipt().keyId(), again.keyId());
        assertEquals(asked, puts());
    }

    @Test
    void aPaperDamagedOnTheDiskIsSetAsideAndTheOthersGo() throws IOException {
        Sealed damaged = keep(100_000);
        Path paper = JournalTest.list(folder.resolve("papers")).getFirst();
        JournalTest.flip(paper, 90_000);
        Sealed good = keep(100);
        sync.start();
        assertInstanceOf(Delivery.Received.class, deliver(good));
        assertEquals(new Delivery.Refused("PAPER-DAMAGED"), deliver(damaged));
    }

    @Test
    void aListenerThatFailsHarmsNobody() {
        Sealed sealed = keep(100);
        sync.onState(_ -> {
            throw new IllegalStateException("a listener's bug");
        });
        sync.start();
        Delivery.End end = sync.deliver(sealed.id(), Given.SOON, _ -> {
            throw new IllegalStateException("a listener's bug");
        });
        assertInstanceOf(Delivery.Received.class, end);
    }

    @Test
    void statesAreToldOnceForEachChange() {
        List<SyncState> states = new CopyOnWriteArrayList<>();
        sync.onState(states::add);
        sync.start();
        IntStream.range(0, 4).forEach(_ -> assertInstanceOf(Delivery.Received.class, deliver(keep())));
        assertEquals(
                List.of(SyncState.Offline.class, SyncState.Online.class),
                states.stream().map(Object::getClass).toList());
    }

    @Test
    void aFullDiskShowsUntilThereIsRoom() throws IOException {
        sync.start();
        disk.room(1000);
        Until.holds(() -> sync.state() instanceof SyncState.Full);
        disk.room(Long.MAX_VALUE);
        Until.holds(() -> sync.state() instanceof SyncState.Online);
    }

    /** A write each second wears a disk out for nothing; after what the start asked, the log stays as it is while the room is looked at. */
    @Test
    void atRestTheRoomIsLookedAtAndTheDiskIsLeftAlone() throws IOException {
        Path log = folder.resolve(JournalFile.NAME + "-wal");
        sync.start();
        Until.holds(() -> {
            byte[] before = Files.readAllBytes(log);
            long looks = disk.looks();
            Until.holds(() -> disk.looks() >= looks + 2);
            return Arrays.equals(before, Files.readAllBytes(log));
        });
    }

    @Test
    void theOnlineCallsGiveValuesForEverything() {
        try (CentreClient client = TestCentre.client(centre.port())) {
            var query = new FactsQuery("item", Given.CARD);
            assertInstanceOf(Reply.Answered.class, client.facts(query, Given.SOON));
            assertInstanceOf(Reply.Answered.class, client.status(Given.SOON));
            centre.handling = _ -> Optional.of(TestCentre.Said.refusal(Refusal.NOTHING_ON_RECORD));
            assertEquals(
                    new Reply.Refused<>(422, "NOTHING-ON-RECORD", Optional.empty()), client.facts(query, Given.SOON));
            centre.signing = false;
            assertEquals(new Reply.Unreachable<>("NOT-THE-CENTRE"), client.facts(query, Given.SOON));
            centre.close();
            assertEquals(new Reply.Unreachable<>("NO-CONNECTION"), client.facts(query, Given.SOON));
        }
    }

    @Test
    void aCodeThatIsNoneIsNotTakenOver() {
        byte[] problem = Wire.write(new Problem("urn:x", "x", 422, "欧阳娜娜\nINJECTED", List.of(), Optional.empty()));
        centre.handling = _ -> Optional.of(new TestCentre.Said(422, problem, ""));
        try (CentreClient client = TestCentre.client(centre.port())) {
            assertEquals(new Reply.Refused<>(422, "HTTP-422", Optional.empty()), client.status(Given.SOON));
        }
    }

    @Test
    void aCallEndsAtItsDeadline() {
        CountDownLatch silence = new CountDownLatch(1);
        centre.handling = _ -> {
            awaitQuietly(silence);
            return Optional.empty();
        };
        try (CentreClient client = TestCentre.client(centre.port())) {
            assertEquals(new Reply.Unreachable<>("TIMEOUT"), client.status(Duration.ofMillis(200)));
        }
        silence.countDown();
    }

    private long puts() {
        return putRequests().size();
    }

    private void awaitEmpty() {
        try {
            Until.holds(() -> journal.pending().isEmpty());
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            boolean _ = latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread thread) {
        try {
            assertTrue(thread.join(Given.SOON));
        } catch (InterruptedException closing) {
            throw new AssertionError(closing);
        }
    }
}
