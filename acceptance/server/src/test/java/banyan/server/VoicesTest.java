package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import banyan.acceptance.Evaluation;
import banyan.acceptance.Problem;
import banyan.acceptance.Trouble;
import banyan.server.TerminalAtTest.Heard;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VoicesTest {
    private static final Instant AT = Instant.parse("2026-11-20T12:47:10Z");

    private final TerminalAtTest terminal = House.terminal();
    private final UUID about = UUID.randomUUID();
    private final String trace =
            "0137-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);

    @Test
    void anEvaluationIsKeptWithItsReasonsAndThePhoneThatWasGiven() {
        evaluate(new Evaluation(2, List.of("TOO-SLOW", "UNCLEAR"), AT, Optional.of("13850192671")));
        var kept = House.centre().records().evaluations(1000).stream()
                .filter(given -> given.about().equals(about))
                .toList();
        assertEquals(1, kept.size());
        assertEquals(2, kept.getFirst().level());
        assertEquals(List.of("TOO-SLOW", "UNCLEAR"), kept.getFirst().reasons());
        assertEquals(Optional.of("13850192671"), kept.getFirst().phone());
        assertEquals(AT, kept.getFirst().givenAt());
    }

    @Test
    void theSameEvaluationAgainIsTheSame() {
        Evaluation evaluation = new Evaluation(5, List.of(), AT, Optional.empty());
        evaluate(evaluation);
        assertEquals(200, evaluate(evaluation).status());
    }

    @Test
    void aSecondEvaluationOfACaseIsRefusedAndTheFirstStands() {
        evaluate(new Evaluation(5, List.of(), AT, Optional.empty()));
        Heard second = evaluate(new Evaluation(1, List.of(), AT, Optional.empty()));
        assertEquals(409, second.status());
        assertEquals("EVALUATION-DIFFERS", second.code());
    }

    @Test
    void aCaseEvaluatedAtOneTerminalIsEvaluatedAtEvery() {
        evaluate(new Evaluation(5, List.of(), AT, Optional.empty()));
        var keys = banyan.acceptance.KeyFiles.newPair();
        introduce("0138", keys.getPublic());
        Heard elsewhere = new TerminalAtTest(House.centre(), "0138", keys, House.CLOCK)
                .put("/api/v1/evaluations/" + about, new Evaluation(1, List.of(), AT, Optional.empty()));
        assertEquals("EVALUATION-DIFFERS", elsewhere.code());
    }

    @Test
    void whatIsWrongWithAnEvaluationIsNamed() {
        Heard heard = evaluate(new Evaluation(6, List.of("written by hand"), AT, Optional.of("call me")));
        assertEquals(
                List.of("level", "reasons", "phone"), heard.as(Problem.class).fields());
    }

    @Test
    void aTroubleIsKeptUnderItsTraceNumber() {
        report(new Trouble(Optional.of(TestItems.FILING), "MATERIALS", "CAMERA-GONE", AT, Optional.empty()));
        var kept = House.centre().records().troubles(1000).stream()
                .filter(trouble -> trouble.trace().equals(trace))
                .toList();
        assertEquals("CAMERA-GONE", kept.getFirst().faultCode());
        assertEquals(Optional.of(TestItems.FILING), kept.getFirst().item());
    }

    @Test
    void aTroubleBeforeAnyItemWasChosenIsOneToo() {
        assertEquals(
                200,
                report(new Trouble(Optional.empty(), "IDENTIFY", "NONE", AT, Optional.empty()))
                        .status());
    }

    @Test
    void theSameTroubleAgainIsTheSameAndAnotherIsRefused() {
        Trouble trouble = new Trouble(Optional.empty(), "SIGNING", "PAD-GONE", AT, Optional.empty());
        report(trouble);
        assertEquals(200, report(trouble).status());
        assertEquals(
                "TROUBLE-DIFFERS",
                report(new Trouble(Optional.empty(), "SIGNING", "PAD-GONE", AT.plusSeconds(1), Optional.empty()))
                        .code());
    }

    @Test
    void aTraceNumberOfAnotherFormIsNotThere() {
        Heard heard = terminal.put(
                "/api/v1/troubles/a%20b", new Trouble(Optional.empty(), "SIGNING", "NONE", AT, Optional.empty()));
        assertEquals("ROUTE-UNKNOWN", heard.code());
    }

    private Heard evaluate(Evaluation evaluation) {
        return terminal.put("/api/v1/evaluations/" + about, evaluation);
    }

    private Heard report(Trouble trouble) {
        return terminal.put("/api/v1/troubles/" + trace, trouble);
    }

    private static void introduce(String number, java.security.PublicKey key) {
        try {
            House.centre().introduce(number, key);
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
