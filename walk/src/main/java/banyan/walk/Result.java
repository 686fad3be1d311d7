package banyan.walk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What became of a journey, as it is told on the console and left in {@code result.json}. */
record Result(
        Journey journey,
        Optional<Failure> failure,
        List<Played> played,
        List<String> shots,
        List<String> records,
        Duration took) {

    /** The step that did not hold. */
    record Failure(String file, int line, String step, String expected, String seen) {}

    /** A step with its time. */
    record Played(String file, int line, String step, Duration took) {}

    boolean held() {
        return failure.isEmpty();
    }

    void write(Path file) throws IOException {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("journey", journey.name());
        result.put("about", journey.about());
        result.put("verdict", held() ? "held" : "failed");
        result.put("seconds", took.toMillis() / 1000.0);
        failure.ifPresent(f -> result.put(
                "failure", Map.of("file", f.file(), "line", f.line(), "step", f.step(), "expected", f.expected(), "seen", f.seen())));
        result.put(
                "steps",
                played.stream()
                        .map(p -> Map.of(
                                "file",
                                p.file(),
                                "line",
                                p.line(),
                                "step",
                                p.step(),
                                "millis",
                                p.took().toMillis()))
                        .toList());
        result.put("screenshots", shots);
        result.put("records", records);
        Files.createDirectories(file.toAbsolutePath().getParent());
        JsonMapper json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.writeString(file, json.writeValueAsString(result) + "\n");
    }

    /** Two lines for a person: held, or which step, what was expected and what was seen. */
    String say() {
        return failure.map(f -> "FAILED %s (%.1f s)%n  %s:%d  %s%n  expected: %s%n  seen:     %s"
                        .formatted(
                                journey.name(),
                                took.toMillis() / 1000.0,
                                f.file(),
                                f.line(),
                                f.step(),
                                f.expected(),
                                f.seen()))
                .orElseGet(() -> "held   %s (%.1f s)".formatted(journey.name(), took.toMillis() / 1000.0));
    }
}
