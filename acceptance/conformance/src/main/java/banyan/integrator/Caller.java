package banyan.integrator;

import banyan.acceptance.Answer;
import banyan.acceptance.Request;
import banyan.acceptance.Sha256;
import banyan.acceptance.Signing;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A terminal that asks a centre whatever it is told to, signed as the document says, and looks at each answer's signature. */
final class Caller implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int UNREADABLE = 400;

    private final URI centre;
    private final PublicKey centreKey;
    private final String terminal;
    private final PrivateKey key;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

    Caller(URI centre, PublicKey centreKey, String terminal, PrivateKey key) {
        this.centre = centre;
        this.centreKey = centreKey;
        this.terminal = terminal;
        this.key = key;
    }

    String terminal() {
        return terminal;
    }

    PublicKey centreKey() {
        return centreKey;
    }

    /** The same terminal with another key than its own. */
    Caller with(PrivateKey other) {
        return new Caller(centre, centreKey, terminal, other);
    }

    /** Another terminal with this one's key. */
    Caller named(String other) {
        return new Caller(centre, centreKey, other, key);
    }

    Heard put(String path, JsonNode body) throws IOException, InterruptedException {
        return put(path, bytes(body));
    }

    Heard put(String path, byte[] body) throws IOException, InterruptedException {
        return send("PUT", path, body, Sha256.of(body), "application/json");
    }

    Heard post(String path, JsonNode body) throws IOException, InterruptedException {
        byte[] sent = bytes(body);
        return send("POST", path, sent, Sha256.of(sent), "application/json");
    }

    Heard get(String path) throws IOException, InterruptedException {
        return send("GET", path, new byte[0], Sha256.of(new byte[0]), "");
    }

    /** With a body that is named by its hash in the path. */
    Heard putPaper(String submission, Sha256 said, byte[] paper) throws IOException, InterruptedException {
        return send("PUT", "/api/v1/submissions/" + submission + "/papers/" + said, paper, said, "application/octet-stream");
    }

    Heard send(String method, String path, byte[] body, Sha256 signedBody, String mediaType)
            throws IOException, InterruptedException {
        return send(method, path, body, signedBody, mediaType, Instant.now().getEpochSecond(), Map.of());
    }

    /** With a date and headers of one's own. */
    Heard send(
            String method,
            String path,
            byte[] body,
            Sha256 signedBody,
            String mediaType,
            long seconds,
            Map<String, String> headers)
            throws IOException, InterruptedException {
        String date = Long.toString(seconds);
        String signature = Base64.getEncoder()
                .encodeToString(Signing.sign(key, new Request(method, path, date, signedBody).signedBytes()));
        HttpRequest.Builder request = request(method, path, body)
                .header(Request.TERMINAL, terminal)
                .header(Request.DATE, date)
                .header(Request.SIGNATURE, signature);
        if (!mediaType.isEmpty()) {
            request.header("Content-Type", mediaType);
        }
        headers.forEach(request::header);
        return heard(request.build(), signature);
    }

    /** Without a signature, under a nonce or none. */
    Heard unsigned(String method, String path, byte[] body, String nonce) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(method, path, body);
        if (!nonce.isEmpty()) {
            request.header(Answer.NONCE, nonce);
        }
        return heard(request.build(), nonce.isEmpty() ? Answer.UNNAMED : nonce);
    }

    private HttpRequest.Builder request(String method, String path, byte[] body) {
        return HttpRequest.newBuilder(centre.resolve(path))
                .timeout(PATIENCE)
                .method(
                        method,
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
    }

    private Heard heard(HttpRequest request, String asked) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        String date = answer.headers().firstValue(Request.DATE).orElse("");
        byte[] signature = decoded(answer.headers().firstValue(Request.SIGNATURE).orElse(""));
        Sha256 body = Sha256.of(answer.body());
        // Where the request's line could not be read, its headers were not either.
        boolean signed = signed(new Answer(answer.statusCode(), date, asked, body), signature)
                || answer.statusCode() == UNREADABLE
                        && signed(new Answer(UNREADABLE, date, Answer.UNNAMED, body), signature);
        return new Heard(answer.statusCode(), answer.headers(), answer.body(), signed);
    }

    private boolean signed(Answer said, byte[] signature) {
        return Signing.holds(centreKey, said.signedBytes(), signature);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException none) {
            return new byte[0];
        }
    }

    static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
