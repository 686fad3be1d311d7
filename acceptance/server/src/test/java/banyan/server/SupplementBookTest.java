package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.CaseProof;
import banyan.acceptance.DayAnswer;
import banyan.acceptance.Progress;
import banyan.acceptance.ProgressQuery;
import banyan.acceptance.Receipt;
import banyan.acceptance.Reckoning;
import banyan.acceptance.Sha256;
import banyan.acceptance.SlipAnswer;
import banyan.acceptance.SlipQuery;
import banyan.acceptance.Submission;
import banyan.acceptance.SubmissionId;
import banyan.acceptance.Supplement;
import banyan.acceptance.Unaccepted;
import banyan.server.TerminalAtTest.Heard;
import banyan.server.wire.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A supplement that waited at its terminal: whoever holds its slip, its terminal's book of the day, and what cannot be handed over. */
class SupplementBookTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static int citizens;
    private static int slips;

    private final TerminalAtTest terminal = House.terminal();
    private final String citizen = "350102198003%05dX".formatted(++citizens);
    private final Submission submission = Cases.from(citizen);
    private final Receipt receipt = terminal.put(Cases.path(submission), submission).as(Receipt.class);
    private final ClerkAtTest clerk = ClerkAtTest.signedIn();
    private final String slip = House.TERMINAL + "-Z" + "23456789".charAt(++slips) + "ZZ";

    @AfterEach
    void forgetTries() {
        House.database().jdbi().useHandle(handle -> handle.execute("DELETE FROM lookup_try"));
    }

    private Supplement waited() {
        return waited(Optional.of(slip), Optional.of("48271093"));
    }

    private Supplement waited(Optional<String> provisional, Optional<String> slipCode) {
        return new Supplement(
                SubmissionId.random(),
                House.TERMINAL,
                receipt.acceptanceNumber(),
                ask(),
                CaseProof.receipt(receipt.lookupCode().orElseThrow()),
                House.NOW.get(),
                "zh-CN",
                new TreeMap<>(Map.of("phone", "13900001111")),
                List.of(),
                provisional,
                slipCode);
    }

    private UUID ask() {
        clerk.doAll(receipt.acceptanceNumber(), "CLAIM", "ACCEPT", "BEGIN");
        assertEquals(
                200,
                clerk.asks(receipt.acceptanceNumber(), 5, Optional.empty(), ClerkAtTest.phone())
                        .status());
        return terminal.post(
                        "/api/v1/progress",
                        new ProgressQuery(receipt.acceptanceNumber(), receipt.lookupCode().orElseThrow()))
                .as(Progress.class)
                .stand()
                .orElseThrow()
                .asked()
                .orElseThrow()
                .ask();
    }

    private Heard bring(Supplement supplement) {
        return terminal.put("/api/v1/supplements/" + supplement.id(), supplement);
    }

    private DayAnswer reckoned(Reckoning.Line... lines) {
        Reckoning said = new Reckoning(
                DAY,
                1,
                1,
                House.NOW.get(),
                Optional.empty(),
                Optional.empty(),
                java.util.Arrays.stream(lines)
                        .sorted(java.util.Comparator.comparing(line -> line.id().toString()))
                        .toList(),
                new TreeMap<>());
        return terminal.put("/api/v1/days/" + DAY + "/1", said).as(DayAnswer.class);
    }

    private static Reckoning.Line line(Supplement supplement, Reckoning.State state, Optional<String> number) {
        return new Reckoning.Line(
                supplement.id(),
                supplement.provisional().orElse(""),
                Optional.of(Sha256.of(Json.write(supplement))),
                state,
                number);
    }

    @Test
    void whoHoldsItsSlipIsToldOfTheCaseAtAnyTerminalOnceItIsReceived() {
        Supplement supplement = waited();
        assertEquals(
                "PROGRESS-UNKNOWN",
                terminal.post("/api/v1/slips", new SlipQuery(slip, "48271093")).code());
        assertEquals(201, bring(supplement).status());
        SlipAnswer answer =
                terminal.post("/api/v1/slips", new SlipQuery(slip, "48271093")).as(SlipAnswer.class);
        assertEquals(
                Optional.of(receipt.acceptanceNumber()), answer.progress().map(Progress::number));
    }

    @Test
    void aSlipIsOfItsOwnTerminalAndHasItsCode() {
        Supplement right = waited();
        for (var wrong : List.of(
                List.of(Optional.of("9999-8K42"), Optional.of("48271093")),
                List.of(Optional.of(slip), Optional.<String>empty()),
                List.of(Optional.<String>empty(), Optional.of("48271093")),
                List.of(Optional.of(slip), Optional.of("4827")))) {
            Supplement said = new Supplement(
                    right.id(),
                    right.terminal(),
                    right.number(),
                    right.ask(),
                    right.proof(),
                    right.confirmedAt(),
                    right.language(),
                    right.answers(),
                    right.papers(),
                    wrong.getFirst(),
                    wrong.getLast());
            assertEquals("MALFORMED", bring(said).code());
        }
    }

    @Test
    void theBookOfTheDayHasItWithTheCasesNumberAndItsReceiptCanBeFetchedAgain() {
        Supplement supplement = waited();
        assertTrue(reckoned(line(supplement, Reckoning.State.SENT, Optional.empty()))
                .unknown()
                .contains(supplement.id()));
        Receipt own = bring(supplement).as(Receipt.class);
        DayAnswer answer =
                reckoned(line(supplement, Reckoning.State.RECEIVED, Optional.of(receipt.acceptanceNumber())));
        assertEquals(
                List.of(new DayAnswer.Held(supplement.id(), Optional.of(receipt.acceptanceNumber()))), answer.held());
        assertEquals(
                own.submission(),
                terminal.send("GET", "/api/v1/receipts/" + supplement.id(), new byte[0], Sha256.of(new byte[0]))
                        .as(Receipt.class)
                        .submission());
    }

    @Test
    void oneThatItsTerminalDoesNotNameIsAskedAbout() {
        Supplement supplement = waited();
        bring(supplement);
        assertTrue(reckoned().unnamed().contains(supplement.id()));
    }

    @Test
    void whatCannotBeHandedOverGoesToTheClerkOfTheCasesItem() {
        Supplement supplement = waited();
        Unaccepted said = new Unaccepted(
                slip, "SUPPLEMENT-OVER", "48271093", House.NOW.get(), Optional.of(Json.write(supplement)));
        assertEquals(
                200,
                terminal.put("/api/v1/unaccepted/" + supplement.id(), said).status());
        assertEquals(
                submission.item(),
                House.database()
                        .jdbi()
                        .withHandle(handle -> handle.createQuery("SELECT item FROM unaccepted WHERE id = :id")
                                .bind("id", supplement.id().value())
                                .mapTo(String.class)
                                .one()));
    }
}
