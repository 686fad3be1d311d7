package banyan.integrator;

import banyan.acceptance.Sha256;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** What terminals report besides requests: each under a name of its own, and the first word stands. */
final class RecordsChapter implements Chapter {
    @Override
    public String name() {
        return "records";
    }

    @Override
    public void tryOut(Caller caller, Sample sample, Findings findings) throws IOException, InterruptedException {
        ObjectNode submission = sample.submission(caller.terminal());
        Heard receipt = caller.put(DoorChapter.path(submission), submission);
        String about = submission.get("id").asString();

        ObjectNode evaluation = json().put("level", 5).put("at", now());
        evaluation.putArray("reasons");
        String evaluations = "/api/v1/evaluations/" + about;
        findings.expect(name(), "who does not hold the paper does not rate", "evaluate", 422, "EVALUATION-UNPROVEN",
                caller.put(evaluations, evaluation));
        evaluation.put("proof", receipt.text("lookupCode"));
        findings.expect(name(), "who holds it rates", "evaluate", 200, caller.put(evaluations, evaluation));
        findings.expect(name(), "the same rating again is no fault", "evaluate", 200, caller.put(evaluations, evaluation));
        evaluation.put("level", 1);
        findings.expect(name(), "and the first stands", "evaluate", 422, "EVALUATION-DIFFERS", caller.put(evaluations, evaluation));

        ObjectNode trouble = json().put("item", sample.item()).put("step", "FORM").put("faultCode", "CONFORMANCE").put("at", now());
        twice(caller, findings, "reportTrouble", "/api/v1/troubles/" + trace(), trouble, "step", "REVIEW", "TROUBLE-DIFFERS");

        ObjectNode deposit = json().put("about", about).put("cell", 1).put("how", "DEPOSITED").put("at", now());
        deposit.putArray("materials").add("proof");
        twice(caller, findings, "deposit", "/api/v1/deposits/" + UUID.randomUUID(), deposit, "how", "EMPTY", "DEPOSIT-DIFFERS");

        ObjectNode consent = json().put("about", about).put("to", "ID-CARD").put("language", "zh-CN")
                .put("words", Sha256.of(new byte[] {1}).toString()).put("at", now());
        twice(caller, findings, "consent", "/api/v1/consents/" + UUID.randomUUID(), consent, "language", "en", "RECORD-DIFFERS");

        long hour = Instant.now().getEpochSecond() / 3600;
        long job = 1 + Math.floorMod(System.nanoTime(), 1_000_000_000L);
        ObjectNode ledger = json().put("job", job).put("certificate", "0123456789abcdef").put("pages", 2).put("out", 2)
                .put("ending", "PRINTED").put("hour", hour);
        twice(caller, findings, "ledger", "/api/v1/ledger/%d-%d-PRINTED".formatted(job, hour), ledger, "out", "1", "RECORD-DIFFERS");

        ObjectNode query = json().put("item", sample.item()).put("number", sample.number());
        findings.expect(name(), "facts are answered, and may be none", "facts", 200, caller.post("/api/v1/facts", query));
        Heard newest = caller.get("/api/v1/releases/newest?after=0&has=0");
        findings.note(name(), "the newest release, or that there is none", newest.signed() && (newest.status() == 200 || newest.status() == 204), newest.said());
    }

    /** Held; held when it comes again; another word under that name refused. */
    private void twice(
            Caller caller, Findings findings, String operation, String path, ObjectNode said, String field, String other, String code)
            throws IOException, InterruptedException {
        findings.expect(name(), operation + " is held", operation, 200, caller.put(path, said));
        findings.expect(name(), operation + " again is no fault", operation, 200, caller.put(path, said));
        ObjectNode changed = said.deepCopy();
        if (said.get(field).isNumber()) {
            changed.put(field, Integer.parseInt(other));
        } else {
            changed.put(field, other);
        }
        findings.expect(name(), operation + " with another word under that name is refused", operation, 422, code, caller.put(path, changed));
    }

    private static String trace() {
        return "CONF-" + Long.toString(Math.floorMod(System.nanoTime(), 1_000_000_000L), 36).toUpperCase(java.util.Locale.ROOT) + "-1";
    }

    private static String now() {
        return Instant.now().toString();
    }

    private static ObjectNode json() {
        return Contract.JSON.createObjectNode();
    }
}
