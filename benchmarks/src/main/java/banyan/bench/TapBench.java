package banyan.bench;

import java.io.IOException;
import java.util.List;

/** From a finger's touch to the first frame with the next screen's title and primary button, in visits that follow one another. */
final class TapBench implements Bench {
    private static final int CHANGES = 200;
    private static final double LIMIT_MILLIS = 50;
    private static final double BLOCK_MILLIS = 100;

    @Override
    public String name() {
        return "tap";
    }

    @Override
    public List<Figure> measure() throws IOException, InterruptedException {
        try (Hall hall = Hall.measured()) {
            Visits visits = hall.visits();
            while (hall.said("TAP").size() < CHANGES) {
                visits.identify();
                visits.lookAround();
                visits.queryAndPrint();
                visits.leave();
            }
            List<Double> millis = hall.said("TAP").stream()
                    .map(words -> Double.valueOf(words[3]))
                    .sorted()
                    .toList();
            double longest = hall.said("BLOCK").stream()
                    .mapToDouble(words -> Double.parseDouble(words[2]))
                    .max()
                    .orElse(0);
            return List.of(
                    Figure.within(
                            "tap: → next title and primary, p99 of %d".formatted(millis.size()),
                            millis.get((int) Math.ceil(0.99 * millis.size()) - 1),
                            "ms",
                            LIMIT_MILLIS),
                    Figure.told("tap: the same, median", JournalBench.median(millis), "ms"),
                    Figure.within("tap: longest block of the JavaFX thread", longest, "ms", BLOCK_MILLIS));
        }
    }
}
