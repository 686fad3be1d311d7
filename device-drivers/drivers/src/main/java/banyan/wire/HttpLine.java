package banyan.wire;

import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import banyan.device.Outcome;
import banyan.device.Turn;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Requests to a device that speaks HTTP/1.1: directly, never through a proxy, never repeated, and each with a limit for its time
 * and its size.
 */
public final class HttpLine implements AutoCloseable {
    /** A device on the terminal's own network is reached within this or is not there. */
    private static final Duration CONNECTING = Duration.ofMillis(800);

    /** One thread of its own: what it runs never waits, and a pool would wake several for every answer. */
    private final ExecutorService answers;

    private final HttpClient client;
    private final Fault refused;
    private final Fault broken;
    private final Fault silent;
    private final Fault tooLarge;

    /**
     * A line to one device.
     *
     * @param device the word that the fault codes begin with, such as {@code PRINTER}
     */
    public HttpLine(String device) {
        answers = Executors.newSingleThreadExecutor(Thread.ofPlatform()
                .name("http-" + device.toLowerCase(Locale.ROOT))
                .daemon()
                .factory());
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(HttpClient.Builder.NO_PROXY)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECTING)
                .executor(answers)
                .build();
        refused = new Fault(Kind.DISCONNECTED, Remedy.CALL_STAFF, device + "-UNPLUGGED");
        broken = new Fault(Kind.DISCONNECTED, Remedy.RETRY, device + "-CUT-OFF");
        silent = new Fault(Kind.TIMEOUT, Remedy.RESET, device + "-SILENT");
        tooLarge = new Fault(Kind.PROTOCOL, Remedy.CALL_STAFF, device + "-ANSWER-TOO-LARGE");
    }

    /**
     * A whole answer.
     *
     * @param headers the fields of its head
     */
    public record Answer(int status, HttpHeaders headers, byte[] body) {
        /** The first value of a field of the head. */
        public Optional<String> header(String name) {
            return headers.firstValue(name);
        }

        @Override
        public String toString() {
            return "Answer[" + status + ", " + body.length + " bytes]";
        }
    }

    /** An answer whose body goes on; closing it closes the connection. */
    public record Stream(int status, InputStream body) {}

    /** The fault of a device that nothing could be sent to: whatever was asked, it knows nothing of it. */
    public Fault refused() {
        return refused;
    }

    /** Asks, and takes an answer of at most {@code most} bytes within that time. */
    public Outcome<Answer> ask(Turn turn, HttpRequest request, int most, Duration atMost) {
        return exchange(turn, request, _ -> new Bounded(most), atMost)
                .map(response -> new Answer(response.statusCode(), response.headers(), response.body()));
    }

    /** Asks, and takes the head of an answer within that time; its body is read as it comes. */
    public Outcome<Stream> open(Turn turn, HttpRequest request, Duration atMost) {
        return exchange(turn, request, BodyHandlers.ofInputStream(), atMost)
                .map(response -> new Stream(response.statusCode(), response.body()));
    }

    private <T> Outcome<HttpResponse<T>> exchange(
            Turn turn, HttpRequest request, BodyHandler<T> handler, Duration atMost) {
        CompletableFuture<HttpResponse<T>> sent = client.sendAsync(request, handler);
        Outcome<HttpResponse<T>> outcome = turn.await(
                sent.handle((response, failure) ->
                        failure == null ? Outcome.done(response) : Outcome.failed(fault(failure))),
                atMost,
                silent);
        if (outcome instanceof Outcome.Failed<HttpResponse<T>>) {
            // Also closes the connection of what is still under way.
            boolean _ = sent.cancel(true);
        }
        return outcome;
    }

    private Fault fault(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return switch (cause) {
            case ConnectException _ -> refused;
            case HttpTimeoutException _ -> refused;
            case Bounded.TooLarge _ -> tooLarge;
            case IOException _ -> broken;
            default -> throw new IllegalStateException("not a failure of the line", cause);
        };
    }

    @Override
    public void close() {
        client.shutdownNow();
        try {
            boolean _ = client.awaitTermination(Duration.ofMillis(300));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        answers.shutdown();
    }
}
