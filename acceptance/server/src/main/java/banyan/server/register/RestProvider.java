package banyan.server.register;

import banyan.acceptance.Fact;
import banyan.server.register.Registers.Queried;
import banyan.server.register.Registers.Why;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.json.JsonMapper;

/** A department's system that is asked over HTTP. It follows no redirect and believes nothing that its mapping does not name. */
public final class RestProvider implements Provider {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final String name;
    private final RestMapping mapping;
    private final Optional<String> token;
    private final HttpClient http;

    /** @param token sent as a bearer's */
    RestProvider(String name, RestMapping mapping, Optional<String> token) {
        this.name = name;
        this.mapping = mapping;
        this.token = token;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(mapping.bounds().deadline())
                .build();
    }

    Bounds bounds() {
        return mapping.bounds();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean has(Ask ask) {
        return mapping.items().containsKey(ask.item());
    }

    @Override
    public Set<String> factNames() {
        return Set.of();
    }

    @Override
    public Optional<List<Fact>> facts(String citizen, Set<String> names, LocalDate today) {
        return Optional.of(List.of());
    }

    @Override
    public Queried query(Ask ask) {
        RestMapping.Item item = mapping.items().get(ask.item());
        if (item == null) {
            return new Queried.Nothing();
        }
        AtomicBoolean tooMuch = new AtomicBoolean();
        try {
            HttpResponse<byte[]> answer = http.send(request(item, ask), info -> {
                long said = info.headers().firstValueAsLong("Content-Length").orElse(0);
                tooMuch.set(said > mapping.mostBytes());
                return HttpResponse.BodySubscribers.limiting(HttpResponse.BodySubscribers.ofByteArray(), mapping.mostBytes());
            });
            return said(item, ask, answer);
        } catch (java.net.http.HttpTimeoutException slow) {
            return new Queried.Away(Why.SLOW);
        } catch (IOException broken) {
            return new Queried.Away(tooMuch.get() || isTooLarge(broken) ? Why.TOO_LARGE : Why.UNREACHED);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Queried.Away(Why.SLOW);
        }
    }

    /** The one way in which the JDK tells that more came than was to be taken. */
    private static boolean isTooLarge(IOException broken) {
        return String.valueOf(broken.getMessage()).contains("exceed");
    }

    private HttpRequest request(RestMapping.Item item, Ask ask) {
        Map<String, String> says = new TreeMap<>();
        item.ask().forEach((theirs, ours) -> value(ours, ask).ifPresent(value -> says.put(theirs, value)));
        HttpRequest.Builder request = HttpRequest.newBuilder(mapping.address())
                .timeout(mapping.bounds().deadline())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(MAPPER.writeValueAsString(says).getBytes(StandardCharsets.UTF_8)));
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request.build();
    }

    private static Optional<String> value(String from, Ask ask) {
        return switch (from) {
            case "citizen" -> Optional.of(ask.citizen());
            case "item" -> Optional.of(ask.item());
            case "request" -> Optional.of(ask.request().toString());
            default -> Optional.ofNullable(ask.parameters().get(from.substring("parameter.".length())));
        };
    }

    private static Queried said(RestMapping.Item item, Ask ask, HttpResponse<byte[]> answer) {
        return switch (answer.statusCode()) {
            case 200 -> RestAnswer.read(item, ask.results(), answer.body());
            case 404 -> new Queried.Nothing();
            case 400, 422 -> new Queried.Wrong(List.copyOf(ask.parameters().keySet()));
            default -> new Queried.Away(Why.ILL);
        };
    }
}
