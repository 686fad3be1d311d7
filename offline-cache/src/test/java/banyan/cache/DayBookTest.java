package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.DayAnswer;
import banyan.acceptance.KeyFiles;
import banyan.acceptance.Refusal;
import banyan.acceptance.Sha256;
import banyan.acceptance.SubmissionId;
import banyan.cache.DayResult.Gap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DayBookTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Given.NOON.plusSeconds(86_400));
    private final List<DayResult> told = new ArrayList<>();
    private TestCentre centre;
    private CentreClient client;
    private Journal journal;
    private PageStore pages;
    private Sync sync;
    private boolean started;

    @BeforeEach
    void start() throws IOException {
        centre = new TestCentre();
        client = TestCentre.client(centre.port());
        journal = Given.journal(folder);
        pages = PageStore.open(folder, VisitKey.random());
        sync = new Sync(journal, client, now::get, Given.QUICK);
    }

    @AfterEach
    void stop() throws IOException {
        sync.close();
        client.close();
        journal.close();
        centre.close();
    }

    private Sealed keep() {
        Sealed sealed = Given.sealed(journal, Given.pages(pages, 100));
        assertInstanceOf(Appended.Kept.class, journal.append(sealed, pages, Given.SOON));
        return sealed;
    }

    private Sealed received() {
        Sealed sealed = keep();
        if (!started) {
            started = true;
            sync.start();
        }
        assertInstanceOf(Delivery.Received.class, sync.deliver(sealed.id(), Given.SOON, _ -> {}));
        return sealed;
    }

    /** The centre has it and has said so, and nothing of that has come. */
    private Sealed unanswered() throws IOException {
        Sealed sealed = keep();
        centre.swallowing = request -> request.equals("PUT /api/v1/submissions/" + sealed.id()) && centre.effects() > 0;
        sync.start();
        Until.holds(() -> centre.effects() == 1);
        sync.close();
        assertInstanceOf(Standing.Unanswered.class, standing(sealed));
        return sealed;
    }

    private Standing standing(Sealed sealed) {
        return journal.standing(sealed.id()).orElseThrow();
    }

    private Reckoner reckoner(int pageSize) {
        return new Reckoner(journal, client, now::get, ZONE, pageSize);
    }

    private DayResult reckon(LocalDate day) {
        return assertInstanceOf(Reckoner.Reckoned.Done.class, reckoner(1000).reckon(day)).result();
    }

    private DayBook book() {
        DayBook book = new DayBook(journal, client, sync, new DayFile(new OsDisk(), folder), now::get, ZONE, 1000);
        book.onDay(told::add);
        return book;
    }

    private List<LocalDate> daysTold() {
        return told.stream().map(DayResult::day).toList();
    }

    @Test
    void aReceiptThatWasLostOnTheWayIsFetchedAndStored() throws IOException {
        Sealed sealed = unanswered();
        centre.swallowing = _ -> false;
        assertEquals(new DayResult(DAY, 1, 0, 1, List.of()), reckon(DAY));
        assertInstanceOf(Standing.Received.class, standing(sealed));
    }

    @Test
    void whatIsDamagedHereAndReceiptedThereIsReceived() throws IOException {
        Sealed sealed = unanswered();
        centre.swallowing = _ -> false;
        assertTrue(journal.refuse(journal.pending(sealed.id().toString()).orElseThrow(), "ENTRY-DAMAGED"));
        assertEquals(new DayResult(DAY, 1, 0, 1, List.of()), reckon(DAY));
        assertInstanceOf(Standing.Received.class, standing(sealed));
    }

    @Test
    void aReceiptThatCanNoLongerBeReadIsHadAgain() throws SQLException {
        Sealed sealed = received();
        sync.close();
        journal.close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.db"));
                Statement statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate("UPDATE receipt SET receipt=x'0102'"));
        }
        journal = Given.journal(folder);
        assertInstanceOf(Standing.Refused.class, standing(sealed));
        assertEquals(new DayResult(DAY, 1, 0, 1, List.of()), reckon(DAY));
        assertInstanceOf(Standing.Received.class, standing(sealed));
    }

    @Test
    void aReceiptWhoseTimeIsOverIsNotFetchedAgain() {
        Sealed sealed = received();
        // As if an hour had gone by.
        assertTrue(journal.erase(Duration.ofHours(-1)));
        assertEquals(new DayResult(DAY, 1, 0, 0, List.of()), reckon(DAY));
        assertEquals(Optional.empty(), journal.standing(sealed.id()));
    }

    @Test
    void anothersReceiptIsNotStored() throws IOException {
        Sealed sealed = unanswered();
        centre.swallowing = _ -> false;
        byte[] forged = Wire.write(Receipts.signed(
                KeyFiles.newPair(), sealed.id(), Sha256.of(sealed.payload()), List.of()));
        centre.handling = request -> request.startsWith("GET /api/v1/receipts")
                ? Optional.of(new TestCentre.Said(200, forged, ""))
                : Optional.empty();
        assertEquals(List.of(Gap.RECEIPT_MISSING), reckon(DAY).gaps());
        assertInstanceOf(Standing.Unanswered.class, standing(sealed));
    }

    @Test
    void whatTheCentreHasLostIsAGapThatStays() {
        Sealed sealed = received();
        centre.forget(sealed.id().toString());
        DayResult result = reckon(DAY);
        assertEquals(List.of(Gap.LOST), result.gaps());
        assertTrue(result.missing());
    }

    @Test
    void whatHasNotGoneYetIsNoGap() {
        keep();
        assertEquals(new DayResult(DAY, 1, 1, 0, List.of()), reckon(DAY));
    }

    @Test
    void whatTheJournalNeverKnewIsSaid() {
        centre.unnamedIn.add(SubmissionId.random());
        DayResult result = reckon(DAY);
        assertEquals(List.of(Gap.UNNAMED), result.gaps());
        assertTrue(result.closed());
    }

    @Test
    void whatStandsUnderAnotherDayHereIsNamedInTheSecondRound() {
        Sealed sealed = received();
        centre.unnamedIn.add(sealed.id());
        assertEquals(new DayResult(DAY.minusDays(1), 1, 0, 0, List.of()), reckon(DAY.minusDays(1)));
    }

    @Test
    void anAnswerWithAnyLieInItCountsForNothing() {
        received();
        List<UnaryOperator<DayAnswer>> lies = List.of(
                right -> right.signed(new byte[64]),
                right -> changed(right, right.day().minusDays(1), right.held()),
                right -> changed(right, right.day(), List.of()),
                right -> right.signed(right.signature().clone()).signed(new byte[0]));
        for (UnaryOperator<DayAnswer> lie : lies) {
            centre.days = lie;
            assertEquals(new Reckoner.Reckoned.Later("DAY-ANSWER-NOT-VALID", false), reckoner(1000).reckon(DAY));
        }
    }

    private static DayAnswer changed(DayAnswer right, LocalDate day, List<DayAnswer.Held> held) {
        return TestCentre.signed(new DayAnswer(
                day,
                right.page(),
                right.reckoning(),
                held,
                right.unknown(),
                right.different(),
                right.unnamed(),
                right.chain(),
                right.keyId(),
                new byte[0]));
    }

    @Test
    void anAnswerOfBeforeCountsForNothing() {
        Sealed sealed = received();
        List<DayAnswer> answers = new ArrayList<>();
        centre.days = right -> {
            answers.add(right);
            return answers.getFirst();
        };
        assertTrue(reckon(DAY).closed());
        centre.forget(sealed.id().toString());
        now.set(now.get().plusSeconds(60));
        assertEquals(new Reckoner.Reckoned.Later("DAY-ANSWER-NOT-VALID", false), reckoner(1000).reckon(DAY));
    }

    @Test
    void manyGoInPagesAndNoneIsLeftOut() {
        List<Sealed> all = new ArrayList<>();
        for (int count = 5; count > 0; count--) {
            all.add(received());
        }
        centre.forget(all.getLast().id().toString());
        DayResult result = assertInstanceOf(Reckoner.Reckoned.Done.class, reckoner(2).reckon(DAY)).result();
        assertEquals(new DayResult(DAY, 5, 0, 0, List.of(Gap.LOST)), result);
        assertTrue(centre.requests.contains("PUT /api/v1/days/2026-11-21/3"));
    }

    @Test
    void everyDayThatIsOverIsReckonedOnceAndMissedDaysLater() {
        received();
        book().look();
        assertEquals(List.of(DAY), daysTold());
        book().look();
        assertEquals(List.of(DAY), daysTold());
        now.set(now.get().plusSeconds(3 * 86_400));
        book().look();
        assertEquals(List.of(DAY, DAY.plusDays(1), DAY.plusDays(2), DAY.plusDays(3)), daysTold());
    }

    @Test
    void aDayIsNotOverBeforeMidnight() {
        received();
        now.set(DAY.plusDays(1).atStartOfDay(ZONE).toInstant().plusSeconds(60));
        book().look();
        // The day before it, because nothing says that it was reckoned.
        assertEquals(List.of(DAY.minusDays(1)), daysTold());
        now.set(now.get().plusSeconds(3600));
        book().look();
        assertEquals(List.of(DAY.minusDays(1), DAY), daysTold());
    }

    @Test
    void aDayWithAGapIsLookedAtAgainUntilItIsClosed() throws IOException {
        Sealed sealed = received();
        centre.forget(sealed.id().toString());
        DayBook book = book();
        book.look();
        assertEquals(1, book.gaps());
        assertTrue(Files.readString(folder.resolve("days")).contains("open 2026-11-21"));
        now.set(now.get().plusSeconds(86_400));
        book.look();
        assertEquals(List.of(DAY, DAY, DAY.plusDays(1)), daysTold());
    }

    @Test
    void whileTheCentreDoesNotAnswerNothingIsReckoned() {
        received();
        centre.handling = request -> request.contains("/days/")
                ? Optional.of(TestCentre.Said.refusal(Refusal.STORE_AWAY))
                : Optional.empty();
        DayBook book = book();
        book.look();
        assertEquals(List.of(), daysTold());
        centre.handling = _ -> Optional.empty();
        book().look();
        assertEquals(List.of(DAY), daysTold());
    }

    /** The journal as it lies on the disk, while nobody has it open. */
    private void closed(IoAct act) throws IOException {
        journal.close();
        act.run();
        journal = Given.journal(folder);
    }

    private interface IoAct {
        void run() throws IOException;
    }

    @Test
    void anOlderCopyOfTheJournalIsKnownForOneAndSaidOnce() throws IOException {
        Path database = folder.resolve(JournalFile.NAME);
        Path older = folder.resolve("older");
        keep();
        assertEquals(List.of(), reckon(DAY).gaps());
        closed(() -> Files.copy(database, older));
        keep();
        assertEquals(List.of(), reckon(DAY).gaps());
        closed(() -> Files.copy(older, database, StandardCopyOption.REPLACE_EXISTING));
        // More is kept than had been in the copy before: the number of links alone would show nothing.
        for (int at = 0; at < 5; at++) {
            keep();
        }
        assertEquals(Optional.of(ChainState.WHOLE), journal.examine().flatMap(Journal.Examination::chain));
        assertEquals(List.of(Gap.JOURNAL_DIFFERS), reckon(DAY).gaps());
        assertEquals(List.of(), reckon(DAY).gaps());
    }

    /** Whoever puts the newest end of the chain into the older copy is found by the examination. */
    @Test
    void anOlderCopyWithTheNewestEndOfTheChainDoesNotFitIt() throws IOException, SQLException {
        Path database = folder.resolve(JournalFile.NAME);
        Path older = folder.resolve("older");
        keep();
        closed(() -> Files.copy(database, older));
        keep();
        journal.close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + older);
                Statement statement = connection.createStatement()) {
            boolean _ = statement.execute("ATTACH '" + database + "' AS newest");
            assertEquals(1, statement.executeUpdate(
                    "UPDATE meta SET value=(SELECT value FROM newest.meta WHERE name='chain') WHERE name='chain'"));
        }
        Files.copy(older, database, StandardCopyOption.REPLACE_EXISTING);
        journal = Given.journal(folder);
        assertEquals(
                Optional.of(new ChainState(false, 1, false)), journal.examine().flatMap(Journal.Examination::chain));
    }

    @Test
    void aJournalThatWasThrownAwayIsMissedByTheCentre() throws IOException {
        keep();
        assertEquals(List.of(), reckon(DAY).gaps());
        closed(() -> Files.delete(folder.resolve(JournalFile.NAME)));
        assertEquals(
                Optional.of(new ChainState(false, 0, true)), journal.examine().flatMap(Journal.Examination::chain));
        keep();
        assertEquals(List.of(Gap.JOURNAL_DIFFERS), reckon(DAY).gaps());
    }

    /** The power goes between the centre's keeping the link and this terminal's knowing it. */
    @Test
    void anAnswerThatIsLostMakesNoOtherJournalOfIt() throws IOException {
        keep();
        assertEquals(List.of(), reckon(DAY).gaps());
        for (int round = 0; round < 3; round++) {
            keep();
            centre.swallowing = request -> request.contains("/days/");
            assertInstanceOf(Reckoner.Reckoned.Later.class, reckoner(1000).reckon(DAY));
            centre.swallowing = _ -> false;
            closed(() -> {});
        }
        assertEquals(List.of(), reckon(DAY).gaps());
        assertEquals(Optional.of(ChainState.WHOLE), journal.examine().flatMap(Journal.Examination::chain));
    }

    @Test
    void itStartsByItselfWhenTheCentreIsThere() throws IOException {
        received();
        try (DayBook book = book()) {
            book.start();
            Until.holds(() -> Files.exists(folder.resolve("days")));
        }
    }
}
