package banyan.bench;

import banyan.device.FingerprintPad.FingerImage;
import banyan.kiosk.identity.finger.FingerTemplate;
import banyan.simulator.finger.Impression;
import banyan.walk.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The template of a picture and its comparison with a record of the same finger: the first in a JVM that has compared nothing yet, and
 * one of many.
 */
final class FingerBench implements Bench {
    private static final double COLD_MILLIS = 1000;
    private static final double WARM_MILLIS = 300;
    private static final int ROUNDS = 5;
    private static final int WARM_AFTER = 10;
    private static final int FINGER = 1;

    @Override
    public String name() {
        return "finger";
    }

    @Override
    public List<Figure> measure() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("banyan-finger");
        Path record = Files.write(folder.resolve("record"), known().iso());
        Path picture = Files.write(folder.resolve("picture"), grey(2));
        List<Double> cold = new ArrayList<>();
        List<Double> warm = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<Double> millis = Child.run(
                            Child.terminalOptions(List.of()),
                            Child.classPath(Home.find()),
                            "banyan.bench.inside.FingerMill",
                            record.toString(),
                            picture.toString())
                    .stream()
                    .map(said -> Double.parseDouble(said[1]))
                    .toList();
            cold.add(millis.getFirst());
            warm.addAll(millis.subList(WARM_AFTER, millis.size()));
        }
        return List.of(
                Figure.within(
                        "finger: template + match, first in its process, median",
                        JournalBench.median(cold),
                        "ms",
                        COLD_MILLIS),
                Figure.within("finger: template + match, warm, median", JournalBench.median(warm), "ms", WARM_MILLIS));
    }

    private static FingerTemplate known() {
        return FingerTemplate.of(new FingerImage(256, 288, 500, grey(1)));
    }

    private static byte[] grey(int laying) {
        return Impression.of(FINGER, laying).picture(256, 288);
    }
}
