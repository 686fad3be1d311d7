package banyan.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import banyan.acceptance.Certificate;
import banyan.acceptance.CertificateOrder;
import banyan.acceptance.Evaluation;
import banyan.acceptance.Problem;
import banyan.acceptance.Receipt;
import banyan.acceptance.Submission;
import banyan.acceptance.Trouble;
import banyan.server.TerminalAtTest.Heard;
import banyan.server.records.CentreRecords;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VoicesTest {
    private static final Instant AT = Instant.parse("2026-11-20T12:47:10Z");

    private final TerminalAtTest terminal = House.terminal();
    private final Receipt receipt = received();
    private final UUID about = receipt.submission().value();
    private final String trace =
            "0137-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);

    @AfterEach
    void asBefore() {
        House.database().jdbi().useHandle(handle -> handle.execute("DELETE FROM lookup_try"));
    }

    private static Receipt received() {
        Submission submission = Cases.with();
        return House.terminal().put(Cases.path(submission), submission).as(Receipt.class);
    }

    private Evaluation given(int level) {
        return with(level, receipt.lookupCode());
    }

    private static Evaluation with(int level, Optional<String> proof) {
        return new Evaluation(level, List.of(), AT, Optional.empty(), proof);
    }

    private List<CentreRecords.GivenEvaluation> kept() {
        return House.centre().records().evaluations(1000).stream()
                .filter(given -> given.about().equals(about))
                .toList();
    }

    @Test
    void anEvaluationIsKeptWithItsReasonsAndThePhoneThatWasGiven() {
        evaluate(new Evaluation(
                2, List.of("TOO-SLOW", "UNCLEAR"), AT, Optional.of("13850192671"), receipt.lookupCode()));
        assertEquals(1, kept().size());
        assertEquals(2, kept().getFirst().level());
        assertEquals(List.of("TOO-SLOW", "UNCLEAR"), kept().getFirst().reasons());
        assertEquals(Optional.of("13850192671"), kept().getFirst().phone());
        assertEquals(AT, kept().getFirst().givenAt());
    }

    @Test
    void whoDoesNotHoldThePaperRatesNothing() {
        Optional<String> others = received().lookupCode();
        for (Optional<String> proof : List.of(Optional.<String>empty(), Optional.of(""), others)) {
            Heard heard = evaluate(with(1, proof));
            assertEquals(422, heard.status());
            assertEquals("EVALUATION-UNPROVEN", heard.code());
        }
        assertEquals(List.of(), kept());
        assertEquals(200, evaluate(given(4)).status());
    }

    @Test
    void aCaseThereIsNotIsAnsweredAsAWrongProofIs() {
        Heard wrong = evaluate(with(1, Optional.empty()));
        Heard none = terminal.put("/api/v1/evaluations/" + UUID.randomUUID(), given(1));
        assertEquals(wrong.status(), none.status());
        assertArrayEquals(wrong.body(), none.body());
    }

    @Test
    void aCertificateIsRatedWithItsOwnCode() {
        UUID request = UUID.randomUUID();
        Certificate certificate = terminal.put(
                        "/api/v1/certificates/" + request,
                        new CertificateOrder(
                                TestItems.PRINTING,
                                "张三丰",
                                Cases.CITIZEN,
                                new TreeMap<>(Map.of("from", "2026-01", "to", "2026-10"))))
                .as(Certificate.class);
        String path = "/api/v1/evaluations/" + request;
        assertEquals("EVALUATION-UNPROVEN", terminal.put(path, given(5)).code());
        assertEquals(200, terminal.put(path, with(5, Optional.of(certificate.verificationCode()))).status());
    }

    @Test
    void proofsAreNotTriedUntilOneFits() {
        for (int tried = 0; tried < 5; tried++) {
            assertEquals("EVALUATION-UNPROVEN", evaluate(with(1, Optional.of("x"))).code());
        }
        Heard heard = evaluate(given(1));
        assertEquals(429, heard.status());
        assertEquals(List.of(), kept());
    }

    @Test
    void theSameEvaluationAgainIsTheSame() {
        evaluate(given(5));
        assertEquals(200, evaluate(given(5)).status());
        assertEquals(1, kept().size());
    }

    @Test
    void aSecondEvaluationOfACaseIsRefusedAndTheFirstStands() {
        evaluate(given(5));
        Heard second = evaluate(given(1));
        assertEquals(422, second.status());
        assertEquals("EVALUATION-DIFFERS", second.code());
    }

    @Test
    void anotherTerminalDoesNotRateItEvenWithTheProof() {
        var keys = banyan.acceptance.KeyFiles.newPair();
        introduce("0138", keys.getPublic());
        Heard elsewhere = new TerminalAtTest(House.centre(), "0138", keys, House.CLOCK)
                .put("/api/v1/evaluations/" + about, given(1));
        assertEquals("EVALUATION-UNPROVEN", elsewhere.code());
    }

    @Test
    void whatIsWrongWithAnEvaluationIsNamed() {
        Heard heard = evaluate(new Evaluation(
                6, List.of("written by hand"), AT, Optional.of("call me"), receipt.lookupCode()));
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
