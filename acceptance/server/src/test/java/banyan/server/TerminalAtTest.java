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
import java.net.URI;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.Response;

/** A terminal as a test needs it: signs what it sends, and believes no answer that the centre has not signed. */
final class TerminalAtTest {
    private static final OkHttpClient HTTP = new OkHttpClient();

    private final URI address;
    private final PublicKey centreKey;
    private final String number;
    private final KeyPair keys;
    private final InstantSource clock;

    TerminalAtTest(Centre centre, String number, KeyPair keys, InstantSource clock) {
        this(centre.address(), centre.key(), number, keys, clock);
    }

    TerminalAtTest(URI address, PublicKey centreKey, String number, KeyPair keys, InstantSource clock) {
        this.address = address;
        this.centreKey = centreKey;
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
        return send(method, path, body, signedBody, Map.of());
    }

    Heard send(String method, String path, byte[] body, Sha256 signedBody, Map<String, String> headers) {
        String date = Long.toString(clock.instant().getEpochSecond());
        byte[] signed = new Request(method, path, date, signedBody).signedBytes();
        String signature = Base64.getEncoder().encodeToString(Signing.sign(keys.getPrivate(), signed));
        okhttp3.Request.Builder request = to(method, path, body)
                .header(Request.TERMINAL, number)
                .header(Request.DATE, date)
                .header(Request.SIGNATURE, signature);
        headers.forEach(request::header);
        return call(request.build());
    }

    /** What anybody can send: no signature. */
    Heard unsigned(String method, String path, byte[] body, Map<String, String> headers) {
        okhttp3.Request.Builder request = to(method, path, body);
        headers.forEach(request::header);
        return call(request.build());
    }

    /** What a browser sends: no signature, and none in the answer. */
    Heard stranger(String method, String path, byte[] body, Map<String, String> headers) {
        okhttp3.Request.Builder request = to(method, path, body);
        headers.forEach(request::header);
        try (Response response = HTTP.newCall(request.build()).execute()) {
            return new Heard(response.code(), response.body().bytes(), response.headers());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private okhttp3.Request.Builder to(String method, String path, byte[] body) {
        boolean bodiless = method.equals("HEAD") || method.equals("GET") || method.equals("OPTIONS") || method.equals("DELETE");
        return new okhttp3.Request.Builder()
                .url(address.resolve(path).toString())
                .method(method, bodiless ? null : RequestBody.create(body));
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
                    Signing.holds(centreKey, answer.signedBytes(), signature), "an answer the centre did not sign");
            return new Heard(response.code(), body, response.headers());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
