package banyan.integrator;

import banyan.acceptance.Enrolment;
import banyan.acceptance.EnrolmentCode;
import banyan.acceptance.KeyFiles;
import banyan.acceptance.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Who is let in, and what is said to those who are not. */
final class DoorChapter implements Chapter {
    private static final int TOO_MANY_BYTES = 1_000_001;
    private static final Duration SKEW = Duration.ofMinutes(20);

    @Override
    public String name() {
        return "door";
    }

    @Override
    public void tryOut(Caller caller, Sample sample, Findings findings) throws IOException, InterruptedException {
        Heard status = findings.expect(
                name(), "status is answered to anybody, under the nonce that was sent", "status", 200,
                caller.unsigned("GET", "/api/v1/status", new byte[0], "conformance0Nonce1"));
        findings.note(
                name(),
                "the centre's clock is right to ten minutes",
                near(status.text("time")),
                status.text("time").isEmpty() ? "no time" : "a time");
        findings.expect(
                name(), "status without a nonce is answered too", "status", 200,
                caller.unsigned("GET", "/api/v1/status", new byte[0], ""));
        ObjectNode submission = sample.submission(caller.terminal());
        String path = path(submission);
        byte[] body = Caller.bytes(submission);
        refused(findings, "a terminal that was never introduced is refused", "TERMINAL-UNKNOWN", 401,
                caller.named("stranger0").put(path, body));
        refused(findings, "a request without any signature is refused", "TERMINAL-UNKNOWN", 401,
                caller.unsigned("PUT", path, body, ""));
        refused(findings, "a signature by another key is refused", "SIGNATURE-INVALID", 401,
                caller.with(KeyFiles.newPair().getPrivate()).put(path, body));
        refused(findings, "a signature over another body is refused", "SIGNATURE-INVALID", 401,
                caller.send("PUT", path, body, Sha256.of(new byte[] {1}), "application/json"));
        for (Duration off : new Duration[] {SKEW, SKEW.negated()}) {
            refused(findings, "a date that is %d minutes off is refused".formatted(off.toMinutes()), "CLOCK-SKEW", 401,
                    caller.send("PUT", path, body, Sha256.of(body), "application/json",
                            Instant.now().plus(off).getEpochSecond(), Map.of()));
        }
        refused(findings, "a body beyond a megabyte is refused", "BODY-TOO-LARGE", 413,
                caller.put(path, new byte[TOO_MANY_BYTES]));
        for (String wrong : new String[] {"", "nonsense", "{", "[]", "null", "{\"id\":1}", "{\"id\":\"a\",\"id\":\"b\"}"}) {
            refused(findings, "a body that is %s is refused".formatted(wrong.isEmpty() ? "empty" : wrong), "MALFORMED", 422,
                    caller.put(path, wrong.getBytes(StandardCharsets.UTF_8)));
        }
        Heard identity = findings.expect(
                name(), "the centre tells its key to anybody", "identity", 200,
                caller.unsigned("GET", "/api/v1/identity", new byte[0], "conformance0Nonce2"));
        findings.note(name(), "the key that it tells is the one that answers are signed under",
                identity.text("key").equals(Base64.getEncoder().encodeToString(caller.centreKey().getEncoded())), "");
        var enrolment = Contract.JSON.valueToTree(Enrolment.of(
                caller.terminal(), EnrolmentCode.random(), KeyFiles.newPair(), caller.centreKey()));
        findings.expect(
                name(), "whoever has no code is not made known", "enrol", 403, "ENROLMENT-REFUSED",
                caller.unsigned("PUT", "/api/v1/enrolment", Caller.bytes(enrolment), "conformance0Nonce3"));
        Heard nowhere = caller.get("/api/v1/there-is-nothing-here");
        findings.note(name(), "what is not there is refused under the centre's signature",
                nowhere.status() == 404 && nowhere.signed() && nowhere.code().equals("ROUTE-UNKNOWN"), nowhere.said());
        Heard wayUp = caller.get("/api/v1/receipts/..%2f..%2fkeys");
        findings.note(name(), "a path that goes up is nothing, and no fault of the centre's",
                wayUp.status() >= 400 && wayUp.status() < 500, wayUp.said());
        findings.note(name(), "nothing of all that is held",
                caller.get("/api/v1/receipts/" + submission.get("id").asString()).status() == 404, "");
    }

    private void refused(Findings findings, String sentence, String code, int status, Heard heard) {
        findings.expect(name(), sentence, "submit", status, code, heard);
    }

    static String path(ObjectNode submission) {
        return "/api/v1/submissions/" + submission.get("id").asString();
    }

    private static boolean near(String time) {
        try {
            return Duration.between(Instant.parse(time), Instant.now()).abs().compareTo(Duration.ofMinutes(10)) < 0;
        } catch (java.time.format.DateTimeParseException none) {
            return false;
        }
    }
}
