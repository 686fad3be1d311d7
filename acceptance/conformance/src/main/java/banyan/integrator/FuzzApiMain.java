package banyan.integrator;

import banyan.acceptance.KeyFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code ./kiosk fuzz api …}: a centre asked by chance, as often as is wanted. */
public final class FuzzApiMain {
    private static final String USAGE = "./kiosk fuzz api --centre URL --centre-key FILE.pub --terminal NUMBER --key FILE.key"
            + " --sample FILE.json [--requests N] [--seed N]";
    private static final List<String> NEEDED = List.of("--centre", "--centre-key", "--terminal", "--key", "--sample");

    private FuzzApiMain() {}

    /** Exit status 0 if nothing was wrong, 1 if something was, 64 if the call is not understood. */
    public static void main(String[] arguments) throws InterruptedException {
        Map<String, String> said = new HashMap<>();
        for (int at = 0; at + 1 < arguments.length; at += 2) {
            said.put(arguments[at], arguments[at + 1]);
        }
        String requests = said.getOrDefault("--requests", "100000");
        String seed = said.getOrDefault("--seed", Long.toString(System.nanoTime()));
        if (arguments.length % 2 != 0
                || !said.keySet().containsAll(NEEDED)
                || !requests.matches("[0-9]{1,9}")
                || !seed.matches("[0-9]{1,18}")) {
            System.err.println(USAGE);
            System.exit(64);
        }
        System.out.println("seed " + seed);
        try {
            ApiFuzz.Outcome outcome = ApiFuzz.run(
                    URI.create(said.getOrDefault("--centre", "")),
                    KeyFiles.readPublic(Path.of(said.getOrDefault("--centre-key", ""))),
                    said.getOrDefault("--terminal", ""),
                    KeyFiles.readPrivate(Path.of(said.getOrDefault("--key", ""))),
                    Files.readString(Path.of(said.getOrDefault("--sample", ""))),
                    Long.parseLong(seed),
                    Integer.parseInt(requests));
            outcome.answers().forEach((answer, count) -> System.out.printf("%8d  %s%n", count, answer));
            outcome.faults().forEach(fault -> System.out.println("FAULT " + fault));
            System.out.println(outcome.faults().size() + " faults");
            System.exit(outcome.faults().isEmpty() ? 0 : 1);
        } catch (IOException failed) {
            System.err.println("The centre cannot be heard any more: " + failed.getMessage());
            System.exit(1);
        }
    }
}
