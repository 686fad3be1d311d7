package banyan.integrator;

import banyan.acceptance.Sha256;
import banyan.acceptance.Signing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A request is taken in once however often it comes, and its receipt can be proved. */
final class IntakeChapter implements Chapter {
    private static final int AT_ONCE = 8;

    @Override
    public String name() {
        return "intake";
    }

    @Override
    public void tryOut(Caller caller, Sample sample, Findings findings) throws IOException, InterruptedException {
        ObjectNode submission = sample.submission(caller.terminal());
        byte[] body = Caller.bytes(submission);
        String path = DoorChapter.path(submission);
        Heard first = findings.expect(name(), "a request without papers is received", "submit", 201, caller.put(path, body));
        findings.note(name(), "its receipt names it, its hash and no papers, and holds under the centre's key",
                proves(first.json(), submission, body, List.of(), caller.centreKey()), "");
        Heard again = findings.expect(name(), "the same again brings 200", "submit", 200, caller.put(path, body));
        findings.note(name(), "and the same receipt, byte for byte", Arrays.equals(first.body(), again.body()), "");
        ObjectNode other = submission.deepCopy();
        other.put("provisional", caller.terminal() + "-9999");
        findings.expect(name(), "another content under that name is refused", "submit", 422, "SUBMISSION-DIFFERS",
                caller.put(path, other));
        findings.note(name(), "and the first stands",
                Arrays.equals(first.body(), caller.put(path, body).body()), "");
        findings.expect(name(), "a name that is not the path's is refused", "submit", 422, "SUBMISSION-MISNAMED",
                caller.put(DoorChapter.path(sample.submission(caller.terminal())), body));
        ObjectNode foreign = sample.submission("another0");
        findings.expect(name(), "another terminal's name in it is refused", "submit", 422, "SUBMISSION-MISNAMED",
                caller.put(DoorChapter.path(foreign), foreign));
        ObjectNode unknown = sample.submission(caller.terminal());
        unknown.put("item", "there-is-no-such-item");
        findings.expect(name(), "an item that is not offered is refused", "submit", 422, "ITEM-UNKNOWN",
                caller.put(DoorChapter.path(unknown), unknown));
        Heard asked = findings.expect(name(), "its receipt can be asked for", "receipt", 200,
                caller.get("/api/v1/receipts/" + submission.get("id").asString()));
        findings.note(name(), "byte for byte", Arrays.equals(first.body(), asked.body()), "");
        atOnce(caller, sample, findings);
        progress(caller, first.json(), findings);
    }

    private void atOnce(Caller caller, Sample sample, Findings findings) throws IOException, InterruptedException {
        ObjectNode submission = sample.submission(caller.terminal());
        byte[] body = Caller.bytes(submission);
        List<byte[]> receipts = new ArrayList<>();
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Heard>> all = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                all.add(threads.submit(() -> caller.put(DoorChapter.path(submission), body)));
            }
            for (Future<Heard> one : all) {
                Heard heard = one.get();
                statuses.add(heard.status());
                if (heard.status() < 300) {
                    receipts.add(heard.body());
                }
            }
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        }
        boolean oneReceipt = !receipts.isEmpty() && receipts.stream().allMatch(one -> Arrays.equals(one, receipts.getFirst()));
        boolean known = statuses.stream().allMatch(status -> List.of(200, 201, 409, 503).contains(status));
        findings.note(name(), "of eight at once at most one is new, and all that are answered have one receipt",
                oneReceipt && known && statuses.stream().filter(status -> status == 201).count() <= 1, statuses.toString());
    }

    private void progress(Caller caller, JsonNode receipt, Findings findings) throws IOException, InterruptedException {
        String code = receipt.path("lookupCode").asString("");
        if (code.isEmpty()) {
            findings.note(name(), "the receipt has a code to ask by", false, "none");
            return;
        }
        ObjectNode query = Contract.JSON.createObjectNode();
        query.put("number", receipt.path("acceptanceNumber").asString("")).put("code", code);
        Heard progress = findings.expect(name(), "who holds the receipt is told how the case stands", "progress", 200,
                caller.post("/api/v1/progress", query));
        findings.note(name(), "and first that it was received",
                progress.json().at("/stages/0/stage").asString("").equals("received"), "");
        query.put("code", code.equals("00000000") ? "00000001" : "00000000");
        findings.expect(name(), "a wrong code is told nothing", "progress", 404, "PROGRESS-UNKNOWN",
                caller.post("/api/v1/progress", query));
    }

    /** By the words of the document, not by anybody's code for it. */
    static boolean proves(JsonNode receipt, ObjectNode submission, byte[] body, List<Sha256> papers, PublicKey key) {
        StringBuilder text = new StringBuilder("banyan-receipt 1\n");
        line(text, "submission", receipt.path("submission"));
        line(text, "payload", receipt.path("payload"));
        receipt.path("papers").forEach(paper -> line(text, "paper", paper));
        line(text, "acceptance-number", receipt.path("acceptanceNumber"));
        line(text, "received-at", receipt.path("receivedAt"));
        line(text, "answer-by", receipt.path("answerBy"));
        line(text, "filed-at", receipt.path("filedAt"));
        line(text, "lookup-code", receipt.path("lookupCode"));
        line(text, "key", receipt.path("keyId"));
        List<String> held = new ArrayList<>();
        receipt.path("papers").forEach(paper -> held.add(paper.asString("")));
        byte[] signature;
        try {
            signature = Base64.getDecoder().decode(receipt.path("signature").asString(""));
        } catch (IllegalArgumentException none) {
            return false;
        }
        return receipt.path("submission").asString("").equals(submission.get("id").asString())
                && receipt.path("payload").asString("").equals(Sha256.of(body).toString())
                && held.equals(papers.stream().map(Sha256::toString).toList())
                && Signing.holds(key, text.toString().getBytes(StandardCharsets.UTF_8), signature);
    }

    private static void line(StringBuilder text, String name, JsonNode value) {
        if (!value.isMissingNode()) {
            text.append(name).append(' ').append(value.asString("")).append('\n');
        }
    }
}
