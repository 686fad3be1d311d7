package banyan.bench;

import banyan.device.Deadline;
import banyan.device.DeviceDriver;
import banyan.device.DeviceSettings;
import banyan.device.DeviceState;
import banyan.device.IdCard;
import banyan.device.IdCardReader;
import banyan.device.Outcome;
import banyan.simulator.Simulator;
import banyan.simulator.SimulatorSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** From the reader's first "found" to the card's record, beside the time that the bytes need on the wire at 115200 baud. */
final class ReaderBench implements Bench {
    private static final int CARDS = 20;

    /** Find's answer 15, select 10 + 19, read 10 + 1295 bytes, ten bits each. */
    private static final double WIRE_MILLIS = (15 + 10 + 19 + 10 + 1295) * 10 / 115.2;

    private static final double ALLOWANCE_MILLIS = 50;

    @Override
    public String name() {
        return "reader";
    }

    @Override
    public List<Figure> measure() throws IOException, InterruptedException {
        try (Simulator simulator = Simulator.start(SimulatorSettings.in(Files.createTempDirectory("banyan-reader")));
                IdCardReader reader = reader(simulator)) {
            CountDownLatch ready = new CountDownLatch(1);
            reader.start((_, state) -> {
                if (state instanceof DeviceState.Ready) {
                    ready.countDown();
                }
            });
            if (!ready.await(20, TimeUnit.SECONDS)) {
                throw new IOException("the reader is not ready");
            }
            List<Double> millis = new ArrayList<>();
            for (int i = 0; i < CARDS; i++) {
                simulator.act("id-card-reader", "put", "{\"card\":\"zhang-sanfeng\"}");
                done(reader.awaitCard(Deadline.in(Duration.ofSeconds(10))));
                long found = System.nanoTime();
                IdCard card = done(reader.read(Deadline.in(Duration.ofSeconds(10))));
                millis.add((System.nanoTime() - found) / 1e6);
                if (card.number().isEmpty()) {
                    throw new IOException("an empty card");
                }
                reader.forget();
                simulator.act("id-card-reader", "lift", "");
            }
            return List.of(
                    Figure.within(
                            "reader: found → name on the screen, median",
                            nameOnScreen(),
                            "ms",
                            1.1 * WIRE_MILLIS + ALLOWANCE_MILLIS),
                    Figure.told("reader: of that, the driver's reading", JournalBench.median(millis), "ms"));
        }
    }

    /** From the visit's page that says "found" to the frame with the name in the strip. */
    private static double nameOnScreen() throws IOException, InterruptedException {
        try (Hall hall = Hall.measured()) {
            Visits visits = hall.visits();
            for (int i = 0; i < CARDS; i++) {
                visits.identify();
                visits.leave();
            }
            return JournalBench.median(hall.said("NAME").stream()
                    .map(words -> Double.valueOf(words[1]))
                    .toList());
        }
    }

    private static IdCardReader reader(Simulator simulator) throws IOException {
        DeviceDriver driver = ServiceLoader.load(DeviceDriver.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(one -> one.model().equals("sam-v-serial"))
                .findFirst()
                .orElseThrow(() -> new IOException("no driver"));
        DeviceSettings settings = new DeviceSettings(
                "id-card-reader", Map.of("port", simulator.idCardReaderPort().toString()));
        if (driver.create(settings) instanceof IdCardReader reader) {
            return reader;
        }
        throw new IOException("not a card reader");
    }

    private static <T> T done(Outcome<T> outcome) throws IOException {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Failed<T>(var fault) -> throw new IOException(fault.code());
        };
    }
}
