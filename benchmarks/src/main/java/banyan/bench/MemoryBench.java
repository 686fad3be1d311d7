package banyan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The resident memory of the terminal's JVM after each visit's wipe. */
final class MemoryBench implements Bench {
    private static final double LIMIT_MB = 350;
    private static final double GROWTH_MB = 0.1;

    /** Until then caches fill. */
    private static final int FROM_VISIT = 20;

    private final int count;

    /** @param count visits; the goal speaks of 200 */
    MemoryBench(int count) {
        this.count = count;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public List<Figure> measure() throws IOException, InterruptedException {
        int from = Math.min(FROM_VISIT, count / 2);
        try (Hall hall = Hall.walked()) {
            Visits visits = hall.hurried();
            List<Double> resident = new ArrayList<>();
            for (int visit = 1; visit <= count; visit++) {
                visits.identify();
                visits.queryAndPrint();
                visits.leave();
                if (visit >= from) {
                    resident.add(megabytes(hall.pid(), "VmRSS:"));
                }
            }
            String which = "visits %d to %d".formatted(from, count);
            return List.of(
                    Figure.within(
                            "memory: resident after the wipe, most, " + which,
                            resident.stream()
                                    .mapToDouble(Double::doubleValue)
                                    .max()
                                    .orElseThrow(),
                            "MB",
                            LIMIT_MB),
                    Figure.within("memory: growth a visit, " + which, slope(resident), "MB", GROWTH_MB),
                    Figure.told("memory: the peak at any time", megabytes(hall.pid(), "VmHWM:"), "MB"));
        }
    }

    /** Least squares. */
    static double slope(List<Double> values) {
        double middle = (values.size() - 1) / 2.0;
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        double over = 0;
        double under = 0;
        for (int i = 0; i < values.size(); i++) {
            over += (i - middle) * (values.get(i) - mean);
            under += (i - middle) * (i - middle);
        }
        return under == 0 ? 0 : over / under;
    }

    private static double megabytes(long pid, String key) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
            if (line.startsWith(key)) {
                return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
            }
        }
        throw new IOException("the system does not tell " + key);
    }
}
