package banyan.integrator;

import banyan.acceptance.Sha256;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** Papers: those that are missing are named, what arrives damaged is not taken, and large ones come in chunks. */
final class PapersChapter implements Chapter {
    private static final int CHUNK = 100_000;
    private static final String TUS = "1.0.0";

    @Override
    public String name() {
        return "papers";
    }

    @Override
    public void tryOut(Caller caller, Sample sample, Findings findings) throws IOException, InterruptedException {
        byte[] one = paper(1, 20_000);
        byte[] other = paper(2, 30_000);
        ObjectNode submission = sample.submission(caller.terminal(), one, other);
        byte[] body = Caller.bytes(submission);
        String id = submission.get("id").asString();
        String path = DoorChapter.path(submission);
        Heard missing = findings.expect(name(), "a request whose papers are not here is held, and they are named", "submit", 202,
                caller.put(path, body));
        findings.note(name(), "both of them", missing.json().path("missing").size() == 2, "");
        findings.expect(name(), "there is no receipt before them", "receipt", 404, caller.get("/api/v1/receipts/" + id));
        findings.expect(name(), "a paper is held", "sendPaper", 204, caller.putPaper(id, Sha256.of(one), one));
        findings.expect(name(), "the same paper again is no fault", "sendPaper", 204, caller.putPaper(id, Sha256.of(one), one));
        findings.expect(name(), "bytes that are not those of the hash are not taken", "sendPaper", 422, "PAPER-DIFFERS",
                caller.putPaper(id, Sha256.of(other), paper(3, 30_000)));
        Heard half = findings.expect(name(), "with one of two it is not received", "submit", 202, caller.put(path, body));
        findings.note(name(), "and the other is named",
                half.json().path("missing").size() == 1
                        && half.json().at("/missing/0").asString("").equals(Sha256.of(other).toString()), "");
        inChunks(caller, id, other, findings);
        Heard received = findings.expect(name(), "with all of them it is received", "submit", 201, caller.put(path, body));
        findings.note(name(), "and its receipt lists both in their order",
                IntakeChapter.proves(received.json(), submission, body, List.of(Sha256.of(one), Sha256.of(other)), caller.centreKey()), "");
    }

    private void inChunks(Caller caller, String id, byte[] paper, Findings findings) throws IOException, InterruptedException {
        Heard spoken = caller.unsigned("OPTIONS", "/api/v1/uploads", new byte[0], "");
        findings.note(name(), "tus 1.0.0 is spoken",
                spoken.status() == 204 && spoken.headers().firstValue("Tus-Version").orElse("").contains(TUS), spoken.said());
        String begin = "/api/v1/submissions/%s/uploads?hash=%s&length=%d".formatted(id, Sha256.of(paper), paper.length);
        Heard begun = tus(caller, "POST", begin, new byte[0], Map.of("Upload-Length", Integer.toString(paper.length)));
        String location = begun.headers().firstValue("Location").orElse("");
        findings.note(name(), "an upload is begun", begun.status() == 201 && !location.isEmpty(), begun.said());
        if (location.isEmpty()) {
            return;
        }
        String upload = java.net.URI.create(location).getPath();
        int half = paper.length / 2;
        Heard first = tus(caller, "PATCH", upload, java.util.Arrays.copyOfRange(paper, 0, half), at(0));
        findings.note(name(), "a chunk is held", first.status() == 204 && offset(first).equals(Integer.toString(half)), first.said());
        Heard twice = tus(caller, "PATCH", upload, java.util.Arrays.copyOfRange(paper, 0, half), at(0));
        findings.note(name(), "a chunk that begins elsewhere is refused", twice.status() == 409, twice.said());
        Heard asked = tus(caller, "HEAD", upload, new byte[0], Map.of());
        findings.note(name(), "how much is here can be asked",
                asked.status() == 200 && offset(asked).equals(Integer.toString(half)), asked.said());
        Heard last = tus(caller, "PATCH", upload, java.util.Arrays.copyOfRange(paper, half, paper.length), at(half));
        findings.note(name(), "the last chunk makes it whole", last.status() == 204, last.said());
        Heard nobody = tus(caller, "HEAD", "/api/v1/uploads/" + UUID.randomUUID(), new byte[0], Map.of());
        findings.note(name(), "an upload that nobody began is unknown", nobody.status() == 404, nobody.said());
    }

    private static Map<String, String> at(int offset) {
        return Map.of("Upload-Offset", Integer.toString(offset));
    }

    private static String offset(Heard heard) {
        return heard.headers().firstValue("Upload-Offset").orElse("");
    }

    private static Heard tus(Caller caller, String method, String path, byte[] body, Map<String, String> more)
            throws IOException, InterruptedException {
        Map<String, String> headers = new HashMap<>(more);
        headers.put("Tus-Resumable", TUS);
        Sha256 hash = Sha256.of(body);
        if (method.equals("PATCH")) {
            headers.put("Upload-Checksum",
                    "sha256 " + Base64.getEncoder().encodeToString(java.util.HexFormat.of().parseHex(hash.toString())));
        }
        String media = method.equals("PATCH") ? "application/offset+octet-stream" : "";
        return caller.send(method, path, body, hash, media, Instant.now().getEpochSecond(), headers);
    }

    /** Bytes that look like nothing, other ones for each call. */
    private static byte[] paper(int seed, int size) {
        byte[] bytes = new byte[Math.min(size, CHUNK)];
        new java.util.Random(seed ^ System.nanoTime()).nextBytes(bytes);
        return bytes;
    }
}
