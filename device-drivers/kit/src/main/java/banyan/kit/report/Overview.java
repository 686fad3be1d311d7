package banyan.kit.report;

import banyan.kit.contract.Row.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Several drivers on one page: which were good, what was left out of each with its reason, and which were not run and why. */
public final class Overview {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final List<String> lines = new ArrayList<>();
    private final List<Map<String, Object>> drivers = new ArrayList<>();

    /** Nothing yet. */
    public Overview() {}

    /** A driver in one line. */
    public static String line(Report report, boolean good) {
        return "%-24s %-9s %3d passed, %d failed, %d not applicable, %.1f s"
                .formatted(
                        report.driver(),
                        good ? "good" : "NOT GOOD",
                        report.count(Verdict.PASSED),
                        report.count(Verdict.FAILED),
                        report.count(Verdict.NOT_APPLICABLE),
                        report.took().toMillis() / 1000.0);
    }

    /** A driver that was run. */
    public void ran(Report report, boolean good) {
        lines.add(line(report, good));
        Map<String, String> missing = report.notShown();
        missing.forEach((promise, reason) -> lines.add("    %-4s not shown: %s".formatted(promise, reason)));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("driver", report.driver());
        json.put("farEnd", report.farEnd());
        json.put("good", good);
        json.put("passed", report.count(Verdict.PASSED));
        json.put("failed", report.count(Verdict.FAILED));
        json.put("notApplicable", report.count(Verdict.NOT_APPLICABLE));
        json.put("notShown", missing);
        json.put("millis", report.took().toMillis());
        drivers.add(json);
    }

    /** One that was not, and why; without a reason that is no excuse. */
    public void notRun(String model, Optional<String> why) {
        lines.add("%-24s %s".formatted(model, why.map("not run: "::concat).orElse("NOT GOOD: nothing to try it against")));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("driver", model);
        json.put("good", why.isPresent());
        json.put("notRun", why.orElse("nothing to try it against"));
        drivers.add(json);
    }

    /** For people. */
    public String text() {
        return String.join("\n", lines) + "\n";
    }

    /** For programs. */
    public String json() {
        return JSON.writeValueAsString(Map.of("drivers", drivers)) + "\n";
    }
}
