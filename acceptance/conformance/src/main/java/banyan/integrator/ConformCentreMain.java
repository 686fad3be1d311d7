package banyan.integrator;

import banyan.acceptance.KeyFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;

/** {@code ./kiosk conform --centre URL …}: whether a centre keeps to what is agreed, as a table and as JSON. */
public final class ConformCentreMain {
    private static final String USAGE =
            "./kiosk conform --centre URL --centre-key FILE.pub --terminal NUMBER --key FILE.key --sample FILE.json [--out DIR]";
    private static final List<String> NEEDED = List.of("--centre", "--centre-key", "--terminal", "--key", "--sample");

    private ConformCentreMain() {}

    /** Exit status 0 if all of it is kept, 1 if something is not or the centre cannot be heard, 64 if the call is not understood. */
    public static void main(String[] arguments) throws InterruptedException {
        Map<String, String> said = new HashMap<>();
        for (int at = 0; at + 1 < arguments.length; at += 2) {
            said.put(arguments[at], arguments[at + 1]);
        }
        if (arguments.length % 2 != 0 || !said.keySet().containsAll(NEEDED)) {
            System.err.println(USAGE);
            System.exit(64);
        }
        try {
            System.exit(run(said) ? 0 : 1);
        } catch (IOException | IllegalArgumentException failed) {
            System.err.println("The run could not be finished: " + failed.getMessage());
            System.exit(1);
        }
    }

    private static boolean run(Map<String, String> said) throws IOException, InterruptedException {
        Sample sample = Sample.read(Path.of(given(said, "--sample")));
        try (Caller caller = new Caller(
                URI.create(given(said, "--centre")),
                KeyFiles.readPublic(Path.of(given(said, "--centre-key"))),
                given(said, "--terminal"),
                KeyFiles.readPrivate(Path.of(given(said, "--key"))))) {
            Findings findings = Conformance.run(caller, sample);
            for (Findings.Row row : findings.rows()) {
                System.out.printf(
                        "%-4s %-12s %s%s%n",
                        row.kept() ? "ok" : "NOT", row.chapter(), row.sentence(), row.found().isEmpty() ? "" : " · " + row.found());
            }
            long not = findings.rows().stream().filter(row -> !row.kept()).count();
            System.out.printf("%d rows, %d not kept%n", findings.rows().size(), not);
            if (said.containsKey("--out")) {
                write(Path.of(given(said, "--out")), findings);
            }
            return findings.allKept();
        }
    }

    private static String given(Map<String, String> said, String option) {
        return said.getOrDefault(option, "");
    }

    private static void write(Path folder, Findings findings) throws IOException {
        ArrayNode rows = Contract.JSON.createArrayNode();
        for (Findings.Row row : findings.rows()) {
            rows.addObject()
                    .put("chapter", row.chapter())
                    .put("sentence", row.sentence())
                    .put("found", row.found())
                    .put("kept", row.kept());
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("centre-conformance.json"), rows.toPrettyString() + "\n");
    }
}
