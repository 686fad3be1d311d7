package banyan.server.city;

import banyan.server.casework.CaseState;
import banyan.server.register.Pointed;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A platform with an interface over HTTP, as {@link CityDoor} describes it. Any 2xx is its word that it has the case; 408, 425, 429 and
 * 5xx are tried again, all else is not. It follows no redirect and believes nothing that the description does not name.
 */
public final class RestPlatform implements Platform {
    /** A number of somebody else's, which is shown, typed and sent back. */
    static final String NUMBER = "[^\\s\\p{Cntrl}]{1,100}";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int MOST_BYTES = 1_000_000;
    private static final int LONGEST = 2000;

    private final CityDoor door;
    private final Optional<String> token;
    private final HttpClient http;

    /** @param token sent as a bearer's */
    public RestPlatform(CityDoor door, Optional<String> token) {
        this.door = door;
        this.token = token;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(door.deadline())
                .build();
    }

    /** An answer's body, or why there is none. */
    private sealed interface Heard {
        record Said(JsonNode body) implements Heard {}

        record Later(String code) implements Heard {}

        record Never(String code) implements Heard {}
    }

    @Override
    public Pushed push(UUID id, SortedMap<String, String> form) {
        TreeMap<String, String> says = new TreeMap<>();
        door.push().forEach((theirs, ours) -> Optional.ofNullable(form.get(ours)).ifPresent(value -> says.put(theirs, value)));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(door.url()))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", id.toString())
                .POST(HttpRequest.BodyPublishers.ofByteArray(MAPPER.writeValueAsBytes(says)));
        return switch (heard(request)) {
            case Heard.Said(var body) -> text(body, door.number())
                    .filter(number -> number.matches(NUMBER))
                    .<Pushed>map(Pushed.Taken::new)
                    .orElseGet(() -> new Pushed.Never("PLATFORM-NO-NUMBER"));
            case Heard.Later(var code) -> new Pushed.Later(code);
            case Heard.Never(var code) -> new Pushed.Never(code);
        };
    }

    @Override
    public Told ask(String theirs) {
        String number = URLEncoder.encode(theirs, StandardCharsets.UTF_8).replace("+", "%20");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(door.statusUrl().replace("{number}", number))).GET();
        return switch (heard(request)) {
            case Heard.Said(var body) -> said(body);
            case Heard.Later(var code) -> new Told.Later(code);
            case Heard.Never(var code) -> new Told.Never(code);
        };
    }

    private Told said(JsonNode body) {
        Optional<String> status = text(body, door.status());
        if (status.isPresent() && door.nothing().contains(status.get())) {
            return new Told.Nothing();
        }
        Optional<CaseState> stage = status.map(door.stages()::get);
        TreeMap<String, String> data = new TreeMap<>();
        for (Map.Entry<String, String> one : door.data().entrySet()) {
            text(body, one.getValue()).ifPresent(value -> data.put(one.getKey(), value));
        }
        return stage.<Told>map(at -> new Told.At(at, text(body, door.words()).orElse(""), data))
                .orElseGet(() -> new Told.Never("PLATFORM-UNKNOWN-WORD"));
    }

    private static Optional<String> text(JsonNode body, String at) {
        return Pointed.text(body.at(at), LONGEST);
    }

    private Heard heard(HttpRequest.Builder request) {
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        BodyHandler<byte[]> bounded = _ -> BodySubscribers.limiting(BodySubscribers.ofByteArray(), MOST_BYTES);
        Function<byte[], Heard> read = body -> Pointed.read(body)
                .<Heard>map(Heard.Said::new)
                .orElseGet(() -> new Heard.Never("PLATFORM-NOT-UNDERSTOOD"));
        try {
            HttpResponse<byte[]> answer = http.send(
                    request.header("Accept", "application/json").timeout(door.deadline()).build(), bounded);
            int status = answer.statusCode();
            if (status >= 200 && status < 300) {
                return read.apply(answer.body());
            }
            boolean later = status >= 500 || status == 408 || status == 425 || status == 429;
            return later ? new Heard.Later("PLATFORM-" + status) : new Heard.Never("PLATFORM-" + status);
        } catch (IOException away) {
            return new Heard.Later("PLATFORM-AWAY");
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return new Heard.Later("CENTRE-ENDS");
        }
    }
}
