package banyan.bench;

import banyan.bench.inside.Moment;
import banyan.walk.AotCache;
import banyan.walk.Home;
import banyan.walk.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From the call of the JVM to the settled attract screen, beside a bare window; both in turn, without a display. */
final class StartBench implements Bench {
    static final String PROGRAM = "banyan.bench.inside.StartedKiosk";

    private static final int ROUNDS = 9;

    /** As a plain program is started. */
    private static final List<String> PLAINLY =
            List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Figure> measure() throws IOException, InterruptedException {
        Home home = Home.find();
        Path folder = Files.createTempDirectory("banyan-start");
        String classPath = Child.classPath(home);
        try (World world = World.build(home, folder, Optional.empty())) {
            String config = world.terminal(folder.resolve("terminal")).toString();
            AotCache cache = new AotCache(folder);
            List<String> terminal = Child.terminalOptions(Child.SCREEN);
            List<String> bare = new ArrayList<>(PLAINLY);
            bare.addAll(Child.SCREEN);
            // The first start trains the cache, and fills the disk's.
            terminal(cache, terminal, classPath, config);
            bare(bare, classPath);
            List<Double> settled = new ArrayList<>();
            List<Double> first = new ArrayList<>();
            List<Double> windows = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                windows.add(bare(bare, classPath));
                double[] millis = terminal(cache, terminal, classPath, config);
                first.add(millis[0]);
                settled.add(millis[1]);
            }
            return List.of(
                    Figure.atMost(
                            "start: settled attract screen beside a bare window",
                            JournalBench.median(settled),
                            "ms",
                            JournalBench.median(windows),
                            1),
                    Figure.told("start: the terminal's first frame", JournalBench.median(first), "ms"));
        }
    }

    private static double[] terminal(AotCache cache, List<String> options, String classPath, String config)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(options);
        all.addAll(cache.options(classPath, options));
        long began = Moment.micros(Instant.now());
        String[] said = Child.run(all, classPath, PROGRAM, "--config", config).getFirst();
        return new double[] {(Long.parseLong(said[1]) - began) / 1e3, (Long.parseLong(said[2]) - began) / 1e3};
    }

    private static double bare(List<String> options, String classPath) throws IOException, InterruptedException {
        long began = Moment.micros(Instant.now());
        String[] said =
                Child.run(options, classPath, "banyan.bench.inside.BareWindow").getFirst();
        return (Long.parseLong(said[1]) - began) / 1e3;
    }
}
