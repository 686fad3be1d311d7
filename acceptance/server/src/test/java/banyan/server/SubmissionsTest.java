package banyan.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Missing;
import banyan.acceptance.Paper;
import banyan.acceptance.Problem;
import banyan.acceptance.Receipt;
import banyan.acceptance.Sha256;
import banyan.acceptance.Signing;
import banyan.acceptance.Submission;
import banyan.acceptance.SubmissionId;
import banyan.server.TerminalAtTest.Heard;
import banyan.server.records.CentreRecords;
import banyan.server.wire.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionsTest {
    private final TerminalAtTest terminal = House.terminal();
    private final CentreRecords records = House.centre().records();

    @Test
    void aSubmissionWithoutPapersIsReceivedAtOnce() {
        Submission submission = Cases.with();
        Heard heard = terminal.put(Cases.path(submission), submission);
        assertEquals(201, heard.status());
        assertTrue(heard.as(Receipt.class).acceptanceNumber().matches("350126[0-9]{6}"));
    }

    @Test
    void theReceiptIsSignedAndListsEveryPaperInOrder() {
        byte[] first = Cases.page("first");
        byte[] second = Cases.page("second");
        Submission submission = Cases.with(first, second);
        terminal.putPaper(submission.id(), second);
        terminal.putPaper(submission.id(), first);
        byte[] payload = Json.write(submission);
        Receipt receipt = terminal.put(Cases.path(submission), payload).as(Receipt.class);
        assertTrue(Signing.holds(House.centre().key(), receipt.signedBytes(), receipt.signature()));
        assertEquals(List.of(Sha256.of(first), Sha256.of(second)), receipt.papers());
        assertEquals(Sha256.of(payload), receipt.payload());
        assertEquals(LocalDate.of(2026, 11, 27), receipt.answerBy());
        assertEquals(Signing.keyId(House.centre().key()), receipt.keyId());
    }

    @Test
    void whatWasConfirmedBeforeAHolidayIsFiledThenAndPromisedFromThen() {
        Instant eve = Instant.parse("2026-11-13T15:59:00Z");
        Receipt receipt = filed(Cases.confirmed(eve));
        assertEquals(Optional.of(eve), receipt.filedAt());
        assertEquals(LocalDate.of(2026, 11, 20), receipt.answerBy());
        assertEquals(House.NOW.get(), receipt.receivedAt());
        assertTrue(Signing.holds(House.centre().key(), receipt.signedBytes(), receipt.signature()));
    }

    @Test
    void aTerminalsWrongClockDatesNothingAndAClerkIsTold() {
        for (String wrong : List.of("2027-03-01T08:00:00Z", "2019-01-01T00:00:00Z")) {
            Submission submission = Cases.confirmed(Instant.parse(wrong));
            Receipt receipt = filed(submission);
            assertEquals(Optional.of(House.NOW.get()), receipt.filedAt());
            assertEquals(LocalDate.of(2026, 11, 27), receipt.answerBy());
            assertEquals(1, doubts(submission));
        }
        Submission right = Cases.with();
        assertEquals(Optional.of(right.confirmedAt()), filed(right).filedAt());
        assertEquals(0, doubts(right));
    }

    private Receipt filed(Submission submission) {
        return terminal.put(Cases.path(submission), submission).as(Receipt.class);
    }

    private long doubts(Submission submission) {
        return records.outbox(House.TERMINAL).stream()
                .filter(told -> told.kind().equals("SUBMISSION-DATE-DOUBTFUL")
                        && told.subject().equals(submission.id().toString()))
                .count();
    }

    @Test
    void aSubmissionBeforeItsPapersHearsWhichAreMissing() {
        byte[] here = Cases.page("here");
        byte[] missing = Cases.page("missing");
        Submission submission = Cases.with(here, missing);
        terminal.putPaper(submission.id(), here);
        Heard heard = terminal.put(Cases.path(submission), submission);
        assertEquals(202, heard.status());
        assertEquals(new Missing(List.of(Sha256.of(missing))), heard.as(Missing.class));
    }

    @Test
    void theSamePutAfterTheLastPaperBringsTheReceipt() {
        byte[] page = Cases.page("late");
        Submission submission = Cases.with(page);
        terminal.put(Cases.path(submission), submission);
        terminal.putPaper(submission.id(), page);
        assertEquals(201, terminal.put(Cases.path(submission), submission).status());
    }

    @Test
    void theReceiptOfARepeatIsTheSameByteForByte() {
        Submission submission = Cases.with();
        Heard first = terminal.put(Cases.path(submission), submission);
        Heard again = terminal.put(Cases.path(submission), submission);
        assertEquals(200, again.status());
        assertArrayEquals(first.body(), again.body());
    }

    @Test
    void anotherPayloadUnderTheSameNameIsRefused() {
        SubmissionId id = SubmissionId.random();
        terminal.put("/api/v1/submissions/" + id, Cases.with(id));
        Heard other =
                terminal.put("/api/v1/submissions/" + id, Cases.of(id, TestItems.FILING, "13850190000", List.of()));
        assertEquals(422, other.status());
        assertEquals("SUBMISSION-DIFFERS", other.code());
    }

    @Test
    void thePayloadIsKeptByteForByte() {
        Submission submission = Cases.with();
        String json = new String(Json.write(submission), StandardCharsets.UTF_8);
        byte[] odd = json.replaceFirst("\\{", "{ \"somethingNew\" : 1.50 ,\n").getBytes(StandardCharsets.UTF_8);
        assertEquals(201, terminal.put(Cases.path(submission), odd).status());
        assertArrayEquals(odd, records.submission(submission.id()).orElseThrow().payload());
    }

    @Test
    void twentyAtOnceAreOneCaseWithOneNumberAndOneReceipt() throws InterruptedException, ExecutionException {
        byte[] page = Cases.page("twenty");
        Submission submission = Cases.with(page);
        terminal.putPaper(submission.id(), page);
        List<Heard> answers = atOnce(20, submission);
        Set<String> bodies = new HashSet<>();
        answers.forEach(heard -> bodies.add(heard.text()));
        assertEquals(1, bodies.size());
        assertEquals(1, answers.stream().filter(heard -> heard.status() == 201).count());
        assertEquals(1, rows("SELECT count(*) FROM submission WHERE id = '" + submission.id() + "'"));
        assertEquals(1, rows("SELECT count(*) FROM given_number WHERE subject = '" + submission.id() + "'"));
        assertEquals(2, rows("SELECT count(*) FROM outbox WHERE subject = '" + submission.id() + "'"));
    }

    @Test
    void whileOneTransferIsUnderWayAnotherIsSentAwayAndNothingWaits() {
        Submission submission = Cases.with();
        String name = "submission " + House.TERMINAL + " " + submission.id();
        House.database().jdbi().useTransaction(handle -> {
            int _ = handle.execute("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", name);
            assertEquals(409, terminal.put(Cases.path(submission), submission).status());
            Submission other = Cases.with();
            assertEquals(201, terminal.put(Cases.path(other), other).status());
        });
        assertEquals(201, terminal.put(Cases.path(submission), submission).status());
    }

    @Test
    void ofTwoPayloadsAtOnceExactlyOneIsTakenIn() throws InterruptedException, ExecutionException {
        SubmissionId id = SubmissionId.random();
        Submission one = Cases.with(id);
        Submission other = Cases.of(id, TestItems.FILING, "13850190000", List.of());
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Heard> first = threads.submit(() -> untilAlone(one));
            Future<Heard> second = threads.submit(() -> untilAlone(other));
            statuses.add(first.get().status());
            statuses.add(second.get().status());
        }
        statuses.sort(null);
        assertEquals(List.of(201, 422), statuses);
    }

    @Test
    void everyCaseHasANumberOfItsOwn() throws InterruptedException, ExecutionException {
        Set<String> numbers = new HashSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Heard>> answers = new ArrayList<>();
            for (int count = 0; count < 30; count++) {
                Submission submission = Cases.with();
                answers.add(threads.submit(() -> terminal.put(Cases.path(submission), submission)));
            }
            for (Future<Heard> answer : answers) {
                numbers.add(answer.get().as(Receipt.class).acceptanceNumber());
            }
        }
        assertEquals(30, numbers.size());
    }

    @Test
    void whatIsRefusedLeavesNothing() {
        Submission submission = Cases.of(SubmissionId.random(), TestItems.FILING, "not a number", List.of());
        Heard heard = terminal.put(Cases.path(submission), submission);
        assertEquals("ANSWERS-INVALID", heard.code());
        assertEquals(List.of("phone"), heard.as(Problem.class).fields());
        assertTrue(records.submission(submission.id()).isEmpty());
    }

    @Test
    void anItemTheCentreDoesNotOfferIsRefused() {
        Submission submission = Cases.of(SubmissionId.random(), "no-such-item", "13850192671", List.of());
        assertEquals(
                "ITEM-UNKNOWN", terminal.put(Cases.path(submission), submission).code());
    }

    @Test
    void anItemWithdrawnLaterDoesNotUndoWhatWasTakenIn() {
        byte[] page = Cases.page("withdrawn");
        Submission submission = Cases.with(page);
        terminal.put(Cases.path(submission), submission);
        House.ITEMS.withdrawn = true;
        try {
            terminal.putPaper(submission.id(), page);
            assertEquals(201, terminal.put(Cases.path(submission), submission).status());
        } finally {
            House.ITEMS.withdrawn = false;
        }
    }

    @Test
    void theNameInThePathMustBeTheOneInThePayload() {
        Submission submission = Cases.with();
        Heard heard = terminal.put("/api/v1/submissions/" + SubmissionId.random(), submission);
        assertEquals("SUBMISSION-MISNAMED", heard.code());
    }

    @Test
    void aPaperWhoseSizeIsMisstatedIsNotReceived() {
        byte[] page = Cases.page("size");
        SubmissionId id = SubmissionId.random();
        List<Paper> papers = List.of(new Paper("proof", 1, "image/jpeg", page.length + 1, Sha256.of(page)));
        Submission submission = Cases.of(id, TestItems.FILING, "13850192671", papers);
        terminal.putPaper(id, page);
        Heard heard = terminal.put(Cases.path(submission), submission);
        assertEquals("PAPERS-INVALID", heard.code());
        assertTrue(records.submission(id).orElseThrow().receipt().isEmpty());
    }

    @Test
    void onePageNumberTwiceIsRefused() {
        Paper page = new Paper("proof", 1, "image/jpeg", 5, Sha256.of(Cases.page("a")));
        Paper samePage = new Paper("proof", 1, "image/jpeg", 5, Sha256.of(Cases.page("b")));
        Submission submission =
                Cases.of(SubmissionId.random(), TestItems.FILING, "13850192671", List.of(page, samePage));
        assertEquals(
                "PAPERS-INVALID",
                terminal.put(Cases.path(submission), submission).code());
    }

    @Test
    void theSameBytesMayStandOnTwoPages() {
        byte[] page = Cases.page("both sides alike");
        Submission submission = Cases.with(page, page);
        terminal.putPaper(submission.id(), page);
        Receipt receipt = terminal.put(Cases.path(submission), submission).as(Receipt.class);
        assertEquals(2, receipt.papers().size());
    }

    @Test
    void aPartLeftOutIsMalformed() {
        Submission submission = Cases.with();
        String json = new String(Json.write(submission), StandardCharsets.UTF_8);
        byte[] without = json.replaceFirst("\"language\":\"zh-CN\",", "").getBytes(StandardCharsets.UTF_8);
        assertNotEquals(json.length(), without.length);
        assertEquals("MALFORMED", terminal.put(Cases.path(submission), without).code());
    }

    @Test
    void aNameThatStandsTwiceIsMalformed() {
        Submission submission = Cases.with();
        String json = new String(Json.write(submission), StandardCharsets.UTF_8);
        byte[] twice = json.replaceFirst("\\{", "{\"language\":\"en\",").getBytes(StandardCharsets.UTF_8);
        assertEquals("MALFORMED", terminal.put(Cases.path(submission), twice).code());
    }

    @Test
    void aNumberInQuotesIsNoNumber() {
        byte[] page = Cases.page("quoted");
        Submission submission = Cases.with(page);
        String json = new String(Json.write(submission), StandardCharsets.UTF_8);
        String quoted = json.replaceFirst("\"page\":1", "\"page\":\"1\"");
        assertNotEquals(json, quoted);
        byte[] body = quoted.getBytes(StandardCharsets.UTF_8);
        assertEquals("MALFORMED", terminal.put(Cases.path(submission), body).code());
    }

    @Test
    void moreThanAMillionBytesAreRefused() {
        SubmissionId id = SubmissionId.random();
        Heard heard = terminal.put("/api/v1/submissions/" + id, new byte[1_000_001]);
        assertEquals("BODY-TOO-LARGE", heard.code());
    }

    @Test
    void anotherCentreOverTheSameDatabaseGivesTheSameReceipt(@TempDir Path folder) throws IOException {
        Submission submission = Cases.with();
        Heard first = terminal.put(Cases.path(submission), submission);
        try (Centre other = Centre.start(House.settings(folder), House.ITEMS)) {
            other.introduce(House.TERMINAL, House.TERMINAL_KEYS.getPublic());
            TerminalAtTest there = new TerminalAtTest(other, House.TERMINAL, House.TERMINAL_KEYS, House.CLOCK);
            assertArrayEquals(
                    first.body(), there.put(Cases.path(submission), submission).body());
        }
    }

    @Test
    void aNewSecretMeetsNoNumberAlreadyGiven(@TempDir Path folder) throws IOException {
        // The other centre's permutation is another one over the same counter; the numbers given are kept apart all the
        // same.
        try (Centre other = Centre.start(House.settings(folder), House.ITEMS)) {
            other.introduce(House.TERMINAL, House.TERMINAL_KEYS.getPublic());
            Submission submission = Cases.with();
            TerminalAtTest there = new TerminalAtTest(other, House.TERMINAL, House.TERMINAL_KEYS, House.CLOCK);
            Receipt receipt = there.put(Cases.path(submission), submission).as(Receipt.class);
            assertEquals(
                    1, rows("SELECT count(*) FROM given_number WHERE number = '" + receipt.acceptanceNumber() + "'"));
        }
    }

    @Test
    void aShutDoorIsOpenAgainAtTheSamePort(@TempDir Path folder) throws IOException {
        try (Centre other = Centre.start(House.settings(folder), House.ITEMS)) {
            int port = other.port();
            other.stopListening();
            other.listen();
            assertEquals(port, other.port());
            assertFalse(other.address().toString().isEmpty());
        }
    }

    /** As a terminal does: who meets another transfer of the same comes again. */
    private Heard untilAlone(Submission submission) {
        Heard heard = terminal.put(Cases.path(submission), submission);
        while (heard.status() == 409) {
            assertEquals("TRANSFER-UNDER-WAY", heard.code());
            assertEquals(Optional.of(1), heard.as(Problem.class).retryAfterSeconds());
            heard = terminal.put(Cases.path(submission), submission);
        }
        return heard;
    }

    private List<Heard> atOnce(int many, Submission submission) throws InterruptedException, ExecutionException {
        List<Heard> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Heard>> sent = new ArrayList<>();
            for (int count = 0; count < many; count++) {
                sent.add(threads.submit(() -> untilAlone(submission)));
            }
            for (Future<Heard> answer : sent) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private static long rows(String counting) {
        return House.database()
                .jdbi()
                .withHandle(
                        handle -> handle.createQuery(counting).mapTo(Long.class).one());
    }
}
