package banyan.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Assignment;
import banyan.acceptance.Paper;
import banyan.acceptance.Progress;
import banyan.acceptance.Receipt;
import banyan.acceptance.Sha256;
import banyan.acceptance.Signing;
import banyan.acceptance.SlipAnswer;
import banyan.acceptance.SlipQuery;
import banyan.acceptance.Submission;
import banyan.acceptance.Unaccepted;
import banyan.server.TerminalAtTest.Heard;
import banyan.server.clerk.AssignedRows;
import banyan.server.clerk.Clerks;
import banyan.server.clerk.Clerks.Clerk;
import banyan.server.wire.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a terminal has kept and the centre does not take as it is; and what whoever holds the slip hears, at any terminal. */
class ClerkDeskTest {
    private static final String SYMBOLS = "23456789ACDEFHJKMNPQRTWXY";
    private static final AtomicInteger SLIPS = new AtomicInteger();
    private static final String CODE = "48271093";

    private final TerminalAtTest terminal = House.terminal();
    private final String number = number();

    private static String number() {
        int count = SLIPS.getAndIncrement();
        return "0137-Z" + SYMBOLS.charAt(count / 625 % 25) + SYMBOLS.charAt(count / 25 % 25) + SYMBOLS.charAt(count % 25);
    }

    private Submission filed(Paper... papers) {
        Submission plain = Cases.of(banyan.acceptance.SubmissionId.random(), TestItems.FILING, "13850192671", List.of(papers));
        return new Submission(
                plain.id(),
                plain.terminal(),
                plain.item(),
                plain.itemVersion(),
                plain.confirmedAt(),
                plain.language(),
                plain.applicant(),
                plain.answers(),
                plain.sources(),
                plain.papers(),
                number,
                Optional.of(CODE));
    }

    private Unaccepted report(Submission about) {
        return new Unaccepted(number, "ANSWERS-INVALID", CODE, House.NOW.get(), Optional.of(Json.write(about)));
    }

    private Heard put(TerminalAtTest at, Submission about, Unaccepted said) {
        return at.put("/api/v1/unaccepted/" + about.id(), said);
    }

    private Heard ask(TerminalAtTest at, String code) {
        return at.post("/api/v1/slips", new SlipQuery(number, code));
    }

    private static TerminalAtTest another() {
        return House.introduced("0139");
    }

    @Test
    void aClerkAndADayAreNamedUnderTheCentresKeyAndTheDateStays() {
        Submission submission = filed();
        Unaccepted said = report(submission);
        Assignment assignment = put(terminal, submission, said).as(Assignment.class);
        assertEquals(submission.id(), assignment.submission());
        assertEquals(Sha256.of(Json.write(said)), assignment.report());
        assertEquals(submission.confirmedAt(), assignment.filedAt());
        assertEquals(LocalDate.of(2026, 11, 23), assignment.by());
        assertFalse(assignment.clerk().isEmpty());
        assertTrue(Signing.holds(House.centre().key(), assignment.signedBytes(), assignment.signature()));
    }

    @Test
    void everyRepeatIsOneAndTheFirstClerkStands() {
        Submission submission = filed();
        byte[] first = put(terminal, submission, report(submission)).body();
        assertArrayEquals(first, put(terminal, submission, report(submission)).body());
        Unaccepted later = new Unaccepted(number, "PAPERS-INVALID", CODE, House.NOW.get(), Optional.empty());
        assertEquals(
                Json.read(first, Assignment.class).orElseThrow().by(),
                put(terminal, submission, later).as(Assignment.class).by());
        assertEquals(
                1,
                House.centre().records().outbox(House.TERMINAL).stream()
                        .filter(told -> told.kind().equals("UNACCEPTED-CITIZEN-NOTICE")
                                && told.subject().equals(submission.id().toString()))
                        .count());
    }

    @Test
    void theClerkSeesWhatTheCitizenWanted() {
        Submission submission = filed();
        put(terminal, submission, report(submission));
        Unaccepted kept = new AssignedRows(House.database().jdbi()).report(submission.id()).orElseThrow();
        assertEquals(submission, Json.read(kept.payload().orElseThrow(), Submission.class).orElseThrow());
    }

    @Test
    void withoutAPayloadTheHourInWhichItWasKeptCounts() {
        Submission submission = filed();
        Unaccepted said =
                new Unaccepted(number, "ENTRY-DAMAGED", CODE, House.NOW.get().minusSeconds(7200), Optional.empty());
        assertEquals(
                House.NOW.get().minusSeconds(7200),
                put(terminal, submission, said).as(Assignment.class).filedAt());
    }

    @Test
    void eachItemMayHaveItsOwnClerk(@TempDir Path folder) throws IOException {
        Clerks clerks = new Clerks(
                new Clerk("周敏", "0591-83251234"), Map.of(TestItems.FILING, new Clerk("林静", "0591-83251235")), 5);
        try (Centre centre = Centre.start(House.settings(folder).withClerks(clerks), House.ITEMS)) {
            centre.introduce(House.TERMINAL, House.TERMINAL_KEYS.getPublic());
            TerminalAtTest here = new TerminalAtTest(centre, House.TERMINAL, House.TERMINAL_KEYS, House.CLOCK);
            Submission submission = filed();
            Assignment assignment = put(here, submission, report(submission)).as(Assignment.class);
            assertEquals("林静", assignment.clerk());
            assertEquals(LocalDate.of(2026, 11, 25), assignment.by());
        }
    }

    @Test
    void anotherTerminalsNumberIsNotTaken() throws IOException {
        Submission submission = filed();
        assertEquals("MALFORMED", put(another(), submission, report(submission)).code());
    }

    @Test
    void whoHoldsTheSlipHearsItAtAnyTerminalAndNobodyElseDoes() throws IOException {
        Submission submission = filed();
        assertEquals("PROGRESS-UNKNOWN", ask(another(), CODE).code());
        put(terminal, submission, report(submission));
        SlipAnswer answer = ask(another(), CODE).as(SlipAnswer.class);
        assertEquals(submission.id(), answer.assignment().orElseThrow().submission());
        assertEquals(Optional.empty(), answer.progress());
        assertEquals("PROGRESS-UNKNOWN", ask(another(), "00000000").code());
    }

    @Test
    void theSlipOfWhatWasReceivedTellsHowTheCaseStands() throws IOException {
        Submission submission = filed();
        Receipt receipt =
                terminal.put(Cases.path(submission), submission).as(Receipt.class);
        SlipAnswer answer = ask(another(), CODE).as(SlipAnswer.class);
        assertEquals(Optional.of(receipt.acceptanceNumber()), answer.progress().map(Progress::number));
    }

    @Test
    void whileItsPapersAreOnTheirWayItIsNeither() throws IOException {
        byte[] page = Cases.page("slip");
        Submission submission = filed(new Paper("proof", 1, "image/jpeg", page.length, Sha256.of(page)));
        assertEquals(202, terminal.put(Cases.path(submission), submission).status());
        assertEquals(
                new SlipAnswer(number, Optional.empty(), Optional.empty()), ask(another(), CODE).as(SlipAnswer.class));
    }

    @Test
    void whatWasReceivedAfterAllIsNoClerksAnyMore() throws IOException {
        Submission submission = filed();
        put(terminal, submission, report(submission));
        AssignedRows rows = new AssignedRows(House.database().jdbi());
        assertTrue(rows.open(1000).stream().anyMatch(row -> row.id().equals(submission.id())));
        terminal.put(Cases.path(submission), submission);
        assertFalse(rows.open(1000).stream().anyMatch(row -> row.id().equals(submission.id())));
        assertTrue(ask(another(), CODE).as(SlipAnswer.class).progress().isPresent());
    }

    @Test
    void triesThatFitNothingAreBounded() throws IOException {
        TerminalAtTest guesser = House.introduced("0140");
        for (int tried = 0; tried < 5; tried++) {
            assertEquals("PROGRESS-UNKNOWN", ask(guesser, "0000000" + tried).code());
        }
        assertEquals("PROGRESS-TOO-MANY-TRIES", ask(guesser, "00000005").code());
    }
}
