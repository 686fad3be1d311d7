package banyan.bench;

import banyan.walk.Home;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The journal beside raw writes of as many bytes: one durable encrypted append of 2 KB, taking the oldest out again with its receipt
 * stored, a page of 1 MB. This disk may flush in microseconds where a terminal's takes milliseconds; so once as it is and once with
 * a millisecond put into each flush, below the JDK and SQLite alike.
 */
final class JournalBench implements Bench {
    private static final int ROUNDS = 60;
    private static final int DELAY_MICROS = 1000;
    private static final String MILL = "banyan.cache.JournalMill";

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public List<Figure> measure() throws IOException, InterruptedException {
        Home home = Home.find();
        Found both = mill(home, List.of(
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-XX:-UsePerfData"), DELAY_MICROS);
        Found quick = mill(home, Child.terminalOptions(List.of()), 0);
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.told("journal: append of 2 KB on this disk", both.of("AS-IS append"), "µs"));
        figures.add(Figure.told("journal: the same, the first of all", both.of("FIRST append"), "µs"));
        figures.add(Figure.told("journal: the same in a terminal's JVM", quick.of("AS-IS append"), "µs"));
        figures.add(Figure.told("journal: raw append + fdatasync on this disk", both.of("AS-IS raw"), "µs"));
        figures.add(Figure.told("journal: append beside raw on this disk, pair by pair", both.of("AS-IS append:raw"), "×"));
        // Only on this disk as it is: a delay in the flush would not delay Tape, which writes through instead.
        figures.add(beside("Tape 2, every write of which goes through", both, "tape"));
        figures.add(beside("MVStore with a flush for each", both, "mvstore"));
        figures.add(Figure.atLeast(
                "journal: appends a second at a flush of 1 ms",
                1e6 / (both.of("DELAYED raw") * both.of("DELAYED append:raw")),
                "1/s",
                1e6 / both.of("DELAYED raw"),
                0.9));
        figures.add(Figure.within(
                "journal: encryption's share of that append",
                100 * both.of("DELAYED seal") / both.of("DELAYED append"),
                "%",
                10));
        figures.add(settles("at a flush of 1 ms", both, "DELAYED"));
        figures.add(settles("on this disk", both, "AS-IS"));
        figures.add(page("at a flush of 1 ms", both, "DELAYED"));
        figures.add(page("on this disk", both, "AS-IS"));
        figures.add(Figure.told("journal: a page of 1 MB in a terminal's JVM", quick.of("AS-IS page"), "µs"));
        return figures;
    }

    /** What the mill has said. */
    private record Found(Map<String, Double> medians) {
        double of(String what) {
            return Objects.requireNonNull(medians.get(what), what);
        }
    }

    private static Figure beside(String other, Found found, String name) {
        double its = found.of("AS-IS " + name);
        return Figure.atMost(
                "journal: append of 2 KB beside " + other, its * found.of("AS-IS append:" + name), "µs", its, 1.0);
    }

    private static Figure settles(String where, Found found, String how) {
        double raw = found.of(how + " raw");
        return Figure.atLeast(
                "journal: taken out and settled a second " + where,
                1e6 / (raw * found.of(how + " settle:raw")),
                "1/s",
                1e6 / raw,
                1.0);
    }

    private static Figure page(String where, Found found, String how) {
        double raw = found.of(how + " raw-page");
        return Figure.atMost(
                "journal: a page of 1 MB put away " + where, raw * found.of(how + " page:raw"), "µs", raw, 1.6);
    }

    private static Found mill(Home home, List<String> options, int delay)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("banyan-journal");
        Path measured = Files.createDirectory(folder.resolve("measured"));
        Map<String, String> environment = delay > 0 ? slowFlush(home, folder, measured) : Map.of();
        Map<String, Double> found = new HashMap<>();
        for (String[] said : Child.run(
                environment,
                options,
                // Not a terminal's: its peers are nowhere else.
                System.getProperty("java.class.path"),
                MILL,
                measured.toString(),
                Integer.toString(ROUNDS),
                Integer.toString(delay))) {
            found.put(said[0] + " " + said[1], Double.parseDouble(said[2]));
        }
        return new Found(found);
    }

    /** The library of the tests that stands between a program and the kernel, and the page of memory that it looks into; idle at first. */
    private static Map<String, String> slowFlush(Home home, Path folder, Path under)
            throws IOException, InterruptedException {
        Path source = home.root().resolve("offline-cache/src/test/resources/native/faults.c");
        Path library = folder.resolve("faults.so");
        Process compiler = new ProcessBuilder(
                        "gcc", "-O1", "-shared", "-fPIC", "-o", library.toString(), source.toString(), "-ldl")
                .redirectErrorStream(true)
                .start();
        try (InputStream said = compiler.getInputStream()) {
            String complaint = new String(said.readAllBytes(), StandardCharsets.UTF_8);
            if (compiler.waitFor() != 0) {
                throw new IOException(complaint);
            }
        }
        Path page = folder.resolve("page");
        Files.write(page, new byte[4096]);
        return Map.of(
                "LD_PRELOAD", library.toString(),
                "BANYAN_FAULTS", page.toString(),
                "BANYAN_FAULTS_UNDER", under.toString());
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
