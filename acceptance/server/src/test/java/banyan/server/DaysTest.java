package banyan.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.DayAnswer;
import banyan.acceptance.KeyFiles;
import banyan.acceptance.Receipt;
import banyan.acceptance.Reckoning;
import banyan.acceptance.Reckoning.Line;
import banyan.acceptance.Reckoning.State;
import banyan.acceptance.Sha256;
import banyan.acceptance.Signing;
import banyan.acceptance.Submission;
import banyan.acceptance.SubmissionId;
import banyan.server.TerminalAtTest.Heard;
import banyan.server.reckoning.DayRows;
import banyan.server.reckoning.DayRows.Gap;
import banyan.server.wire.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DaysTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private final TerminalAtTest terminal = House.terminal();
    private static Instant made = House.NOW.get();

    private Submission filed() {
        return Cases.with();
    }

    private Receipt received(Submission submission) {
        return terminal.put(Cases.path(submission), submission).as(Receipt.class);
    }

    private static Line line(Submission submission, State state, Optional<String> number) {
        return new Line(
                submission.id(), submission.provisional(), Optional.of(Sha256.of(Json.write(submission))), state, number);
    }

    private Reckoning reckoning(List<Line> lines) {
        made = made.plusSeconds(1);
        return new Reckoning(DAY, 1, 1, made, Optional.empty(), Optional.empty(), lines, new TreeMap<>(Map.of("CONSENT", 2)));
    }

    private Heard put(Reckoning said) {
        return terminal.put("/api/v1/days/" + said.day() + "/" + said.page(), said);
    }

    private static List<Gap> gaps(SubmissionId about) {
        return new DayRows(House.database().jdbi())
                .latest(1000).stream()
                        .flatMap(day -> day.gaps().stream())
                        .filter(gap -> gap.id().equals(about))
                        .toList();
    }

    private static void lose(Submission submission) {
        House.database().jdbi().useHandle(handle -> {
            for (String table : List.of("receipt", "submission")) {
                handle.createUpdate("DELETE FROM <table> WHERE id = :id")
                        .define("table", table)
                        .bind("id", submission.id().value())
                        .execute();
            }
        });
    }

    private static long told(Submission about) {
        return House.centre().records().outbox(House.TERMINAL).stream()
                .filter(one -> one.kind().equals("SUBMISSION-LOST")
                        && one.subject().equals(about.id().toString()))
                .count();
    }

    @Test
    void whatBothHoldIsAnsweredWithItsNumberUnderTheCentresKey() {
        Submission submission = filed();
        Receipt receipt = received(submission);
        Reckoning said = reckoning(
                List.of(line(submission, State.RECEIVED, Optional.of(receipt.acceptanceNumber()))));
        DayAnswer answer = put(said).as(DayAnswer.class);
        assertEquals(
                List.of(new DayAnswer.Held(submission.id(), Optional.of(receipt.acceptanceNumber()))), answer.held());
        assertEquals(Sha256.of(Json.write(said)), answer.reckoning());
        assertTrue(Signing.holds(House.centre().key(), answer.signedBytes(), answer.signature()));
        assertEquals(List.of(), gaps(submission.id()));
    }

    @Test
    void whatTheCentreHasLostIsListedAndToldOnce() {
        Submission submission = filed();
        Receipt receipt = received(submission);
        lose(submission);
        Line line = line(submission, State.RECEIVED, Optional.of(receipt.acceptanceNumber()));
        assertEquals(
                List.of(submission.id()),
                put(reckoning(List.of(line))).as(DayAnswer.class).unknown());
        put(reckoning(List.of(line)));
        assertEquals(List.of(new Gap(submission.id(), submission.provisional(), Gap.Kind.LOST)), gaps(submission.id()));
        assertEquals(1, told(submission));
        put(reckoning(List.of()));
        assertEquals(List.of(), gaps(submission.id()));
    }

    @Test
    void whatTheTerminalDoesNotNameIsNamedToIt() {
        Submission submission = filed();
        received(submission);
        DayAnswer answer = put(reckoning(List.of())).as(DayAnswer.class);
        assertTrue(answer.unnamed().contains(submission.id()));
        assertEquals(List.of(new Gap(submission.id(), "", Gap.Kind.UNNAMED)), gaps(submission.id()));
    }

    @Test
    void onlyWhatLiesWithinAPageIsMissedInIt() {
        Submission submission = filed();
        received(submission);
        Reckoning all = reckoning(List.of());
        Reckoning before = new Reckoning(
                DAY, 1, 2, all.madeAt(), Optional.empty(), Optional.of(new SubmissionId(new java.util.UUID(0, 1))), List.of(), new TreeMap<>());
        assertFalse(put(before).as(DayAnswer.class).unnamed().contains(submission.id()));
        Reckoning behind = new Reckoning(
                DAY, 2, 2, all.madeAt(), before.through(), Optional.empty(), List.of(), new TreeMap<>());
        assertTrue(put(behind).as(DayAnswer.class).unnamed().contains(submission.id()));
    }

    @Test
    void anotherContentUnderOneNameIsSaid() {
        Submission submission = filed();
        received(submission);
        Line line = new Line(
                submission.id(), submission.provisional(), Optional.of(Sha256.of(new byte[1])), State.SENT, Optional.empty());
        assertEquals(
                List.of(submission.id()),
                put(reckoning(List.of(line))).as(DayAnswer.class).different());
    }

    @Test
    void anOlderWordTakesNoLatersPlace() {
        Submission submission = filed();
        Receipt receipt = received(submission);
        Reckoning older = reckoning(List.of());
        put(reckoning(List.of(line(submission, State.RECEIVED, Optional.of(receipt.acceptanceNumber())))));
        put(older);
        assertEquals(List.of(), gaps(submission.id()));
    }

    @Test
    void whatIsOutOfOrderOrOfAnotherDayIsRefused() {
        Line one = line(filed(), State.KEPT, Optional.empty());
        assertEquals("MALFORMED", put(reckoning(List.of(one, one))).code());
        Reckoning said = reckoning(List.of());
        assertEquals("MALFORMED", terminal.put("/api/v1/days/2026-11-19/1", said).code());
    }

    @Test
    void aReceiptIsHandedOutAgainToItsOwnTerminal() throws IOException {
        Submission submission = filed();
        byte[] receipt = terminal.put(Cases.path(submission), submission).body();
        String path = "/api/v1/receipts/" + submission.id();
        assertArrayEquals(receipt, get(terminal, path).body());
        KeyPair keys = KeyFiles.newPair();
        House.centre().introduce("0138", keys.getPublic());
        assertEquals(
                "SUBMISSION-UNKNOWN",
                get(new TerminalAtTest(House.centre(), "0138", keys, House.CLOCK), path).code());
    }

    private Reckoning ending(long step, String now, Optional<String> before, int breaks) {
        made = made.plusSeconds(1);
        Reckoning.Chain chain = new Reckoning.Chain(step, hash(now), before.map(DaysTest::hash), breaks, breaks);
        return new Reckoning(
                DAY, 1, 1, made, Optional.empty(), Optional.empty(), List.of(), new TreeMap<>(), Optional.of(chain));
    }

    private static Sha256 hash(String of) {
        return Sha256.of(of.getBytes(StandardCharsets.UTF_8));
    }

    /** A terminal of its own, for the centre remembers the chain of each. */
    private static TerminalAtTest another(String name) throws IOException {
        KeyPair keys = KeyFiles.newPair();
        House.centre().introduce(name, keys.getPublic());
        return new TerminalAtTest(House.centre(), name, keys, House.CLOCK);
    }

    private static Optional<DayAnswer.Chain> chain(TerminalAtTest from, Reckoning said) {
        DayAnswer answer = from.put("/api/v1/days/" + said.day() + "/" + said.page(), said).as(DayAnswer.class);
        assertTrue(Signing.holds(House.centre().key(), answer.signedBytes(), answer.signature()));
        return answer.chain();
    }

    private static List<String> toldOfJournal(String terminal) {
        return House.centre().records().outbox(terminal).stream()
                .map(one -> one.kind() + " " + one.subject())
                .filter(one -> one.startsWith("JOURNAL-"))
                .toList();
    }

    @Test
    void aJournalThatGoesOnFromWhereItWasFitsAndAnOlderOneIsToldOnce() throws IOException {
        TerminalAtTest one = another("0151");
        DayAnswer.Chain first = new DayAnswer.Chain(hash("a"), true);
        assertEquals(Optional.of(first), chain(one, ending(1, "a", Optional.empty(), 0)));
        // The answer was lost, and the same is said again.
        assertEquals(Optional.of(first), chain(one, ending(3, "a", Optional.empty(), 0)));
        assertEquals(
                Optional.of(new DayAnswer.Chain(hash("b"), true)), chain(one, ending(5, "b", Optional.of("a"), 0)));
        assertEquals(List.of(), toldOfJournal("0151"));
        // A copy of when it knew nothing of b, with more in it than b had.
        assertEquals(
                Optional.of(new DayAnswer.Chain(hash("c"), false)), chain(one, ending(9, "c", Optional.of("a"), 0)));
        assertEquals(List.of("JOURNAL-DIFFERS step-9"), toldOfJournal("0151"));
        assertEquals(
                Optional.of(new DayAnswer.Chain(hash("d"), true)), chain(one, ending(10, "d", Optional.of("c"), 0)));
        assertEquals(List.of("JOURNAL-DIFFERS step-9"), toldOfJournal("0151"));
    }

    @Test
    void aJournalThatBeginsAnewIsToldAndSoIsABreakThatTheTerminalFound() throws IOException {
        TerminalAtTest one = another("0152");
        var _ = chain(one, ending(7, "a", Optional.empty(), 0));
        var _ = chain(one, ending(9, "b", Optional.of("a"), 2));
        assertEquals(List.of("JOURNAL-CHAIN-BROKEN missing-2"), toldOfJournal("0152"));
        var _ = chain(one, ending(1, "z", Optional.empty(), 0));
        assertEquals(List.of("JOURNAL-CHAIN-BROKEN missing-2", "JOURNAL-DIFFERS step-1"), toldOfJournal("0152"));
    }

    @Test
    void anOlderWordOfADayChangesNothingOfWhatIsKnown() throws IOException {
        TerminalAtTest one = another("0153");
        Reckoning older = ending(1, "a", Optional.empty(), 0);
        var _ = chain(one, ending(2, "b", Optional.empty(), 0));
        assertEquals(Optional.empty(), chain(one, older));
        assertEquals(
                Optional.of(new DayAnswer.Chain(hash("c"), true)), chain(one, ending(3, "c", Optional.of("b"), 0)));
        assertEquals(List.of(), toldOfJournal("0153"));
    }

    private static Heard get(TerminalAtTest from, String path) {
        return from.send("GET", path, new byte[0], Sha256.of(new byte[0]));
    }
}
