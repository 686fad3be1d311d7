package banyan.walk;

import banyan.server.Centre;
import banyan.server.staff.Role;
import banyan.server.staff.Staff;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A clerk at the centre, who does to a case what a journey says, by the same requests as the console's page. */
final class ClerkAtWork {
    private static final Staff CLERK = new Staff("3302", "林静怡", Set.of(Role.CLERK));
    private static final String CASES = "staff/api/cases/";

    private final JsonMapper json = new JsonMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Centre centre;
    private Optional<String> token = Optional.empty();

    ClerkAtWork(Centre centre) {
        this.centre = centre;
    }

    /** Does this deed; whatever the centre does not take is the journey's mistake. */
    void does(String number, String deed, Map<String, Object> more) throws IOException {
        JsonNode seen = ask("GET", CASES + number, Optional.empty());
        Map<String, Object> order = new LinkedHashMap<>(more);
        order.put("deed", deed);
        order.put("version", seen.get("version").asInt());
        ask("POST", CASES + number + "/deeds", Optional.of(order));
    }

    private JsonNode ask(String method, String path, Optional<Object> body) throws IOException {
        if (token.isEmpty()) {
            token = Optional.of(centre.seat(CLERK));
        }
        String address = centre.address().toString();
        HttpRequest request = HttpRequest.newBuilder(centre.address().resolve(path))
                .header("Cookie", "banyan-staff=" + token.get())
                .header("Origin", address.substring(0, address.length() - 1))
                .method(
                        method,
                        body.map(json::writeValueAsBytes)
                                .map(HttpRequest.BodyPublishers::ofByteArray)
                                .orElseGet(HttpRequest.BodyPublishers::noBody))
                .build();
        HttpResponse<byte[]> answer;
        try {
            answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the clerk was at work", stopped);
        }
        JsonNode said = json.readTree(answer.body());
        if (answer.statusCode() >= 300) {
            throw new IOException("the centre answers %d %s %s"
                    .formatted(answer.statusCode(), said.path("code").asString(""), said.path("fields")));
        }
        return said;
    }
}
