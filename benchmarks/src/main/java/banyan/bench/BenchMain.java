package banyan.bench;

import banyan.attest.QuickEd25519;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./kiosk bench [NAME…] [--json FILE] [--visits N]}: a table of figures, each beside its limit in the same run. */
public final class BenchMain {
    private static final int VISITS = 200;

    private BenchMain() {}

    /** Exit status 0 if every figure met its goal, 1 if one did not, 64 if the call is not understood. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        QuickEd25519.install();
        List<String> names = new ArrayList<>();
        Optional<Path> file = Optional.empty();
        int visits = VISITS;
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--json") && i + 1 < arguments.length) {
                file = Optional.of(Path.of(arguments[++i]));
            } else if (arguments[i].equals("--visits") && i + 1 < arguments.length) {
                visits = Integer.parseInt(arguments[++i]);
            } else {
                names.add(arguments[i]);
            }
        }
        List<Bench> benches = Benches.all(visits);
        List<String> known = benches.stream().map(Bench::name).toList();
        if (!known.containsAll(names)) {
            System.err.println("known measurements: " + known);
            System.exit(64);
        }
        List<Figure> figures = new ArrayList<>();
        System.out.printf(
                "%d processors, load %.1f%n",
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        System.out.printf("%-58s %10s %-5s %10s %7s  %s%n", "figure", "value", "unit", "reference", "ratio", "goal");
        for (Bench bench : benches) {
            if (names.isEmpty() || names.contains(bench.name())) {
                for (Figure figure : bench.measure()) {
                    System.out.println(figure.row());
                    figures.add(figure);
                }
            }
        }
        if (file.isPresent()) {
            JsonMapper json = JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();
            Files.writeString(
                    file.get(),
                    json.writeValueAsString(figures.stream().map(Figure::json).toList()) + "\n");
        }
        System.exit(figures.stream().allMatch(Figure::met) ? 0 : 1);
    }
}
