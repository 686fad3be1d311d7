package banyan.bench;

import banyan.kiosk.filing.page.StillPair;
import banyan.simulator.Simulator;
import banyan.simulator.SimulatorSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** A still of 13 megapixels from its JPEG bytes in memory to the page as it is filed, beside the library's bare calls, in turn. */
final class StillBench implements Bench {
    private static final int ROUNDS = 15;
    private static final int WARM_UP = 4;

    @Override
    public String name() {
        return "still";
    }

    @Override
    public List<Figure> measure() throws IOException {
        byte[] still = still();
        StillPair pair = new StillPair(still);
        for (int i = 0; i < WARM_UP; i++) {
            pair.page();
            pair.bare();
        }
        if (!pair.alike()) {
            throw new IOException("the yardstick makes another page");
        }
        List<Double> pages = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long began = System.nanoTime();
            pair.page();
            long half = System.nanoTime();
            pair.bare();
            bare.add((System.nanoTime() - half) / 1e6);
            pages.add((half - began) / 1e6);
        }
        return List.of(Figure.atMost(
                "still: 13 megapixels → page, beside bare OpenCV calls",
                JournalBench.median(pages),
                "ms",
                JournalBench.median(bare),
                1.2));
    }

    private static byte[] still() throws IOException {
        try (Simulator simulator = Simulator.start(SimulatorSettings.in(Files.createTempDirectory("banyan-still")))) {
            simulator.act("document-camera", "lay", "{\"page\":\"proof-letter-1\"}");
            try (InputStream in = simulator.cameraStillUri().toURL().openStream()) {
                return in.readAllBytes();
            }
        }
    }
}
