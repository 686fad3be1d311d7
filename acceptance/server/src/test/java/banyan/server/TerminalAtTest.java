package banyan.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Answer;
import banyan.acceptance.Problem;
import banyan.acceptance.Request;
import banyan.acceptance.Sha256;
import banyan.acceptance.Signing;
import banyan.acceptance.SubmissionId;
import banyan.server.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.KeyPair;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Objects;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.Response;

/** A terminal as a test needs it: signs what it sends, and believes no answer that the centre has not signed. */
final class TerminalAtTest {
    private static final OkHttpClient HTTP = new OkHttpClient();

    private final Centre centre;
    private final String number;
    private final KeyPair keys;
    private final InstantSource clock;

    TerminalAtTest(Centre centre, String number, KeyPair keys, InstantSource clock) {
        this.centre = centre;
        this.number = number;
        this.keys = keys;
        this.clock = clock;
    }

    /** An answer that was read to its end. */
    record Heard(int status, byte[] body, okhttp3.Headers headers) {
        <T extends Record> T as(Class<T> type) {
            return Json.read(body, type).orElseThrow();
        }

        String code() {
            return as(Problem.class).code();
        }

        String text() {
            return new String(body, java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    Heard put(String path, Object json) {
        return put(path, Json.write(json));
    }

    Heard put(String path, byte[] body) {
        return send("PUT", path, body, Sha256.of(body));
    }

    Heard post(String path, Object json) {
        byte[] body = Json.write(json);
        return send("POST", path, body, Sha256.of(body));
    }

    Heard putPaper(SubmissionId id, byte[] paper) {
        return putPaper(id, Sha256.of(paper), paper);
    }

    /** Says it is the paper of this hash, and signs so. */
    Heard putPaper(SubmissionId id, Sha256 said, byte[] paper) {
        return send("PUT", "/api/v1/submissions/" + id + "/papers/" + said, paper, said);
    }

    Heard send(String method, String path, byte[] body, Sha256 signedBody) {
        String date = Long.toString(clock.instant().getEpochSecond());
        byte[] signed = new Request(method, path, date, signedBody).signedBytes();
        String signature = Base64.getEncoder().encodeToString(Signing.sign(keys.getPrivate(), signed));
        return call(new okhttp3.Request.Builder()
                .url(centre.address().resolve(path).toString())
                .method(method, RequestBody.create(body, MediaType.get("application/octet-stream")))
                .header(Request.TERMINAL, number)
                .header(Request.DATE, date)
                .header(Request.SIGNATURE, signature)
                .build());
    }

    /** Sends it as it is, and checks that the answer is the centre's answer to it. */
    Heard call(okhttp3.Request request) {
        try (Response response = HTTP.newCall(request).execute()) {
            byte[] body = response.body().bytes();
            String asked = request.header(Request.SIGNATURE);
            if (asked == null) {
                asked = Objects.requireNonNullElse(request.header(Answer.NONCE), Answer.UNNAMED);
            }
            String date = Objects.requireNonNullElse(response.header(Request.DATE), "");
            byte[] signature =
                    Base64.getDecoder().decode(Objects.requireNonNullElse(response.header(Request.SIGNATURE), ""));
            Answer answer = new Answer(response.code(), date, asked, Sha256.of(body));
            assertTrue(
                    Signing.holds(centre.key(), answer.signedBytes(), signature), "an answer the centre did not sign");
            return new Heard(response.code(), body, response.headers());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
