package banyan.bench;

import banyan.simulator.Simulator;
import banyan.simulator.SimulatorSettings;
import banyan.walk.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** A two-page certificate, from the call that draws it until the simulated printer has taken its last byte. */
final class PaperBench implements Bench {
    private static final double LIMIT_MILLIS = 300;
    private static final int WARM_AFTER = 10;

    @Override
    public String name() {
        return "paper";
    }

    @Override
    public List<Figure> measure() throws IOException, InterruptedException {
        try (Simulator simulator = Simulator.start(
                SimulatorSettings.in(Files.createTempDirectory("banyan-paper")).withSecondsPerPage(0.01))) {
            List<double[]> millis = Child.run(
                            Child.terminalOptions(List.of()),
                            Child.classPath(Home.find()),
                            "banyan.bench.inside.PaperMill",
                            simulator.printerUri().toString())
                    .stream()
                    .map(said -> new double[] {Double.parseDouble(said[1]), Double.parseDouble(said[2])})
                    .toList();
            List<double[]> warm = millis.subList(WARM_AFTER, millis.size());
            return List.of(
                    Figure.within(
                            "paper: two pages, render → taken by the printer, median",
                            JournalBench.median(warm.stream().map(one -> one[1]).toList()),
                            "ms",
                            LIMIT_MILLIS),
                    Figure.told(
                            "paper: of that, rendering",
                            JournalBench.median(warm.stream().map(one -> one[0]).toList()),
                            "ms"),
                    Figure.told("paper: the first after start", millis.getFirst()[1], "ms"));
        }
    }
}
