package banyan.bench;

import banyan.device.ApplicationProfile;
import banyan.device.ApplicationProfile.Encoding;
import banyan.device.ApplicationProfile.Field;
import banyan.device.ApplicationProfile.Place;
import banyan.device.CardApplication;
import banyan.device.Deadline;
import banyan.device.DeviceDriver;
import banyan.device.DeviceSettings;
import banyan.device.DeviceState;
import banyan.device.Outcome;
import banyan.device.SmartCardTerminal;
import banyan.simulator.Simulator;
import banyan.simulator.SimulatorSettings;
import banyan.simulator.smartcard.Pcscd;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * From a card's being told by Debian's {@code pcsc_scan} to the first command of its reading, as the card receives it; both wait for the
 * same card at the same pcscd.
 */
final class CardBench implements Bench {
    private static final int CARDS = 15;
    private static final double ALLOWANCE_MILLIS = 50;
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String PEER = "/usr/bin/pcsc_scan";
    private static final long STEP_NANOS = 200_000;

    private static final ApplicationProfile PROFILE = new ApplicationProfile(
            "social-security",
            HexFormat.of().parseHex("7378312E73682EC9E7BBE1B1A3D5CF"),
            List.of(new Field("number", new Place.InRecord(6, 1, 0x08), Encoding.ASCII)));

    @Override
    public String name() {
        return "card";
    }

    @Override
    public List<Figure> measure() throws IOException, InterruptedException {
        try (Pcscd pcscd = new Pcscd();
                Simulator simulator = Simulator.start(SimulatorSettings.in(Files.createTempDirectory("banyan-card")));
                SmartCardTerminal terminal = terminal(pcscd);
                Peer peer = new Peer(pcscd)) {
            CountDownLatch ready = new CountDownLatch(1);
            terminal.start((_, state) -> {
                if (state instanceof DeviceState.Ready) {
                    ready.countDown();
                }
            });
            if (!ready.await(LONG.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("the terminal is not ready");
            }
            simulator.act("smart-card", "reader", "{\"port\": %d}".formatted(pcscd.port()));
            List<Double> begun = new ArrayList<>();
            List<Double> read = new ArrayList<>();
            for (int i = 0; i < CARDS; i++) {
                int before = commands(simulator);
                peer.forget();
                Thread visitor = Thread.ofPlatform().start(() -> simulator.act(
                        "smart-card", "put", "{\"card\": \"social-security-card\"}"));
                Watch watch = new Watch(simulator, before);
                done(terminal.awaitCard(Deadline.in(LONG)));
                long found = System.nanoTime();
                CardApplication card = done(terminal.read(List.of(PROFILE), Deadline.in(LONG)));
                read.add((System.nanoTime() - found) / 1e6);
                if (card.fields().isEmpty()) {
                    throw new IOException("an empty card");
                }
                begun.add((watch.seen() - peer.inserted()) / 1e6);
                visitor.join();
                simulator.act("smart-card", "pull", "");
                done(terminal.awaitRemoval(Deadline.in(LONG)));
            }
            return List.of(
                    Figure.within(
                            "card: pcsc_scan tells → reading begins, median",
                            JournalBench.median(begun),
                            "ms",
                            ALLOWANCE_MILLIS),
                    Figure.told("card: found → one record read, median", JournalBench.median(read), "ms"));
        }
    }

    private static int commands(Simulator simulator) {
        return simulator.state("smart-card").orElseThrow().path("commands").intValue();
    }

    /** Sees when the card receives its first command. */
    private static final class Watch {
        private final Thread thread;
        private volatile long nanos;

        Watch(Simulator simulator, int before) {
            thread = Thread.ofPlatform().daemon().start(() -> {
                while (commands(simulator) == before) {
                    LockSupport.parkNanos(STEP_NANOS);
                }
                nanos = System.nanoTime();
            });
        }

        long seen() throws InterruptedException {
            thread.join();
            return nanos;
        }
    }

    /** {@code pcsc_scan}, and when it told of a card. */
    private static final class Peer implements AutoCloseable {
        private final Process process;
        private final BlockingQueue<Long> told = new LinkedBlockingQueue<>();

        Peer(Pcscd pcscd) throws IOException {
            // By the line and not by the buffer: it writes to a terminal as a person would run it.
            ProcessBuilder builder = new ProcessBuilder("stdbuf", "-oL", PEER, "-n").redirectErrorStream(true);
            builder.environment().put("PCSCLITE_CSOCK_NAME", pcscd.socket().toString());
            process = builder.start();
            BufferedReader lines = process.inputReader();
            Thread.ofPlatform().daemon().start(() -> {
                try (lines) {
                    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                        if (line.contains("Card inserted")) {
                            told.add(System.nanoTime());
                        }
                    }
                } catch (IOException _) {
                    // It was ended.
                }
            });
        }

        void forget() {
            told.clear();
        }

        long inserted() throws IOException, InterruptedException {
            Long at = told.poll(LONG.toSeconds(), TimeUnit.SECONDS);
            if (at == null) {
                throw new IOException("pcsc_scan told of no card; apt-get install --no-install-recommends pcsc-tools");
            }
            return at;
        }

        @Override
        public void close() {
            Process _ = process.destroyForcibly();
        }
    }

    private static SmartCardTerminal terminal(Pcscd pcscd) throws IOException {
        DeviceDriver driver = ServiceLoader.load(DeviceDriver.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(one -> one.model().equals("pcsc"))
                .findFirst()
                .orElseThrow(() -> new IOException("no driver"));
        DeviceSettings settings = new DeviceSettings(
                "smart-card-terminal",
                Map.of("reader", Pcscd.READER, "socket", pcscd.socket().toString()));
        if (driver.create(settings) instanceof SmartCardTerminal terminal) {
            return terminal;
        }
        throw new IOException("not a smart card terminal");
    }

    private static <T> T done(Outcome<T> outcome) throws IOException {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Failed<T>(var fault) -> throw new IOException(fault.code());
        };
    }
}
