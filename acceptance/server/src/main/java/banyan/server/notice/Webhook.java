package banyan.server.notice;

import banyan.server.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Hands each message to a gateway: {@code POST}, JSON, its name as {@code Idempotency-Key}. Any 2xx is the gateway's word that it has it;
 * 408, 425, 429 and 5xx are tried again, all else is not.
 */
public final class Webhook implements Channel {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI to;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public Webhook(URI to) {
        this.to = to;
    }

    @Override
    public Delivery send(Notice notice) {
        HttpRequest request = HttpRequest.newBuilder(to)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", notice.id().toString())
                .POST(BodyPublishers.ofByteArray(Json.write(notice)))
                .build();
        try {
            HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
            return judged(answer.statusCode());
        } catch (IOException away) {
            return new Delivery.Later("GATEWAY-AWAY");
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return new Delivery.Later("CENTRE-ENDS");
        }
    }

    private static Delivery judged(int status) {
        if (status >= 200 && status < 300) {
            return new Delivery.Taken();
        }
        boolean later = status >= 500 || status == 408 || status == 425 || status == 429;
        return later ? new Delivery.Later("GATEWAY-" + status) : new Delivery.Never("GATEWAY-" + status);
    }
}
