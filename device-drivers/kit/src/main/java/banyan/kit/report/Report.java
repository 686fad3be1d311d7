package banyan.kit.report;

import banyan.device.DeviceKind;
import banyan.device.DevicePart;
import banyan.device.Nameplate;
import banyan.kit.contract.Row;
import banyan.kit.contract.Row.Verdict;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What became of a driver's contract, as it is handed in: once as text for people and once as JSON.
 *
 * @param driver its model
 * @param version that its jar names; empty where it names none
 * @param farEnd what was at the other end of the wire: such as its twin or hardware
 * @param settings the driver's settings
 * @param nameplate what the device said it is
 * @param parts of which it said that it consists, while it was ready
 * @param rows what became of each row
 * @param took all together
 */
public record Report(
        String driver,
        Optional<String> version,
        DeviceKind kind,
        String farEnd,
        Map<String, String> settings,
        Nameplate nameplate,
        List<DevicePart> parts,
        ZonedDateTime date,
        Machine machine,
        List<Row> rows,
        Duration took) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Good: nothing failed, something was shown, and every promise either has its row or a reason why not. */
    public boolean passed() {
        return count(Verdict.PASSED) > 0 && count(Verdict.FAILED) == 0;
    }

    /** How many rows ended so. */
    public long count(Verdict verdict) {
        return rows.stream().filter(row -> row.verdict() == verdict).count();
    }

    /** The rows that show one promise. */
    private List<Row> rows(Pledge pledge) {
        return rows.stream()
                .filter(row -> row.promise().filter(pledge.name()::equals).isPresent())
                .toList();
    }

    /** The promises that no row has shown, each with the reason. */
    public Map<String, String> notShown() {
        Map<String, String> missing = new LinkedHashMap<>();
        for (Pledge pledge : Pledge.values()) {
            List<Row> its = rows(pledge);
            if (its.isEmpty()) {
                missing.put(pledge.name(), pledge.whyNot());
            } else if (its.stream().allMatch(row -> row.verdict() == Verdict.NOT_APPLICABLE)) {
                missing.put(pledge.name(), its.getFirst().reason().orElse("not applicable"));
            }
        }
        return missing;
    }

    private List<Row> classRows() {
        return rows.stream().filter(row -> row.promise().isEmpty()).toList();
    }

    /** The report for people. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append("Banyan device conformance\n\n");
        line(text, "driver", driver + version.map(" "::concat).orElse(""));
        line(text, "class", kind.name());
        line(text, "far end", farEnd);
        settings.forEach((name, value) -> line(text, "  " + name, value));
        line(text, "maker", nameplate.maker().orElse("—"));
        line(text, "model", nameplate.model().orElse("—"));
        line(text, "serial number", nameplate.serialNumber().orElse("—"));
        line(text, "firmware", nameplate.firmware().orElse("—"));
        line(text, "parts", parts.isEmpty() ? "of one piece" : "");
        parts.forEach(part -> line(text, "  " + part.name(), word(part)));
        line(text, "date", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(date));
        machine.said().forEach((name, value) -> line(text, name, value));
        line(
                text,
                "verdict",
                "%s: %d passed, %d failed, %d not applicable, in %.1f s"
                        .formatted(
                                passed() ? "GOOD" : "NOT GOOD",
                                count(Verdict.PASSED),
                                count(Verdict.FAILED),
                                count(Verdict.NOT_APPLICABLE),
                                took.toMillis() / 1000.0));
        for (Pledge pledge : Pledge.values()) {
            text.append("\n%-4s %s\n".formatted(pledge.name(), pledge.sentence()));
            rows(pledge).forEach(row -> line(text, row));
            if (rows(pledge).isEmpty()) {
                text.append("       not shown: ").append(pledge.whyNot()).append('\n');
            }
        }
        text.append("\nThe class's own rows\n");
        classRows().forEach(row -> line(text, row));
        return text.toString();
    }

    private static String word(DevicePart part) {
        return (part.required() ? "required, " : "optional, ") + standing(part);
    }

    private static String standing(DevicePart part) {
        return switch (part.standing()) {
            case DevicePart.Standing.Usable _ -> "usable";
            case DevicePart.Standing.Broken(var fault) -> fault.code();
            case DevicePart.Standing.Unknown _ -> "unknown";
            case DevicePart.Standing.Untold _ -> "not told by its protocol";
        };
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("%-14s %s\n".formatted(name, value));
    }

    private static void line(StringBuilder text, Row row) {
        text.append("  %-15s%7d ms  %s\n"
                .formatted(row.verdict().word(), row.took().toMillis(), row.sentence()));
        row.reason().ifPresent(reason -> text.append("                             %s\n".formatted(reason)));
    }

    /** The report for programs. */
    public String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("driver", driver);
        json.put("driverVersion", version.orElse(""));
        json.put("class", kind.name());
        json.put("farEnd", farEnd);
        json.put("settings", settings);
        Map<String, String> plate = new LinkedHashMap<>();
        plate.put("maker", nameplate.maker().orElse(""));
        plate.put("model", nameplate.model().orElse(""));
        plate.put("serialNumber", nameplate.serialNumber().orElse(""));
        plate.put("firmware", nameplate.firmware().orElse(""));
        json.put("nameplate", plate);
        json.put(
                "parts",
                parts.stream()
                        .map(part -> Map.of("name", part.name(), "required", part.required(), "standing", standing(part)))
                        .toList());
        json.put("date", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(date));
        json.put("machine", machine.said());
        json.put("good", passed());
        json.put("millis", took.toMillis());
        json.put("promises", Arrays.stream(Pledge.values()).map(this::json).toList());
        json.put("rows", rows.stream().map(Report::json).toList());
        return JSON.writeValueAsString(json) + "\n";
    }

    private Map<String, Object> json(Pledge pledge) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("promise", pledge.name());
        json.put("sentence", pledge.sentence());
        for (Verdict verdict : Verdict.values()) {
            json.put(
                    verdict.word(),
                    rows(pledge).stream().filter(row -> row.verdict() == verdict).count());
        }
        json.put("notShown", Optional.ofNullable(notShown().get(pledge.name())).orElse(""));
        return json;
    }

    private static Map<String, Object> json(Row row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("promise", row.promise().orElse("class"));
        json.put("test", row.test());
        json.put("verdict", row.verdict().word());
        json.put("reason", row.reason().orElse(""));
        json.put("millis", row.took().toMillis());
        return json;
    }
}
