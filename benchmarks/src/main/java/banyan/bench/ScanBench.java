package banyan.bench;

import banyan.device.Deadline;
import banyan.device.DeviceDriver;
import banyan.device.DeviceSettings;
import banyan.device.DeviceState;
import banyan.device.Outcome;
import banyan.device.Scanner;
import banyan.device.Scanner.Colour;
import banyan.device.Scanner.ScanEvent;
import banyan.device.Scanner.ScanJob;
import banyan.device.Scanner.Source;
import banyan.kit.rig.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A page of 5.6 megapixels in colour from SANE's test backend: through its daemon and our driver to a PNG in memory, beside the same
 * page by {@code scanimage}, in turn.
 */
final class ScanBench implements Bench {
    private static final int ROUNDS = 9;
    private static final int WARM_UP = 3;
    private static final int RESOLUTION = 300;
    private static final int SECONDS = 60;

    private static final String BACKEND = """
            number_of_devices 1
            mode Color
            depth 8
            resolution 300.0
            test-picture "Color pattern"
            geometry_max 200.0
            """;

    @Override
    public String name() {
        return "scan";
    }

    @Override
    public List<Figure> measure() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("banyan-scan");
        Files.writeString(folder.resolve("dll.conf"), "test\n");
        Files.writeString(folder.resolve("saned.conf"), "127.0.0.1\n");
        Files.writeString(folder.resolve("test.conf"), BACKEND);
        int port = Peer.freePort();
        Process daemon =
                start(folder, "/usr/sbin/saned", "-l", "-b", "127.0.0.1", "-p", Integer.toString(port), "-e");
        try (Scanner scanner = scanner(port)) {
            CountDownLatch ready = new CountDownLatch(1);
            scanner.start((_, state) -> {
                if (state instanceof DeviceState.Ready) {
                    ready.countDown();
                }
            });
            if (!ready.await(SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("the scanner is not ready");
            }
            return measured(folder, scanner);
        } finally {
            daemon.descendants().forEach(ProcessHandle::destroyForcibly);
            daemon.destroyForcibly();
        }
    }

    private static List<Figure> measured(Path folder, Scanner scanner) throws IOException, InterruptedException {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long began = System.nanoTime();
            long delivered = page(scanner);
            long half = System.nanoTime();
            scanimage(folder);
            if (round >= 0) {
                ours.add(1e9 / (delivered - began));
                theirs.add(1e9 / (System.nanoTime() - half));
            }
        }
        return List.of(Figure.atLeast(
                "scan: a page of 5.6 megapixels, beside scanimage",
                JournalBench.median(ours),
                "1/s",
                JournalBench.median(theirs),
                0.9));
    }

    /** When the page was there. */
    private static long page(Scanner scanner) throws IOException, InterruptedException {
        CompletableFuture<Long> page = new CompletableFuture<>();
        CompletableFuture<ScanEvent> end = new CompletableFuture<>();
        ScanJob job = new ScanJob(Source.FLATBED, RESOLUTION, Colour.COLOUR, 1);
        Outcome<Scanner.ScanTask> begun = scanner.scan(
                job,
                event -> {
                    switch (event) {
                        case ScanEvent.Reading _ -> {
                            // Only the whole page counts.
                        }
                        case ScanEvent.Page _ -> {
                            boolean _ = page.complete(System.nanoTime());
                        }
                        case ScanEvent.End _ -> {
                            boolean _ = end.complete(event);
                        }
                    }
                },
                Deadline.in(Duration.ofSeconds(SECONDS)));
        if (begun instanceof Outcome.Failed<Scanner.ScanTask>(var fault)) {
            throw new IOException(fault.code());
        }
        try {
            ScanEvent last = end.get(SECONDS, TimeUnit.SECONDS);
            if (!page.isDone() || !last.equals(new ScanEvent.Scanned(1))) {
                throw new IOException("ended as " + last);
            }
            return page.get();
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(e);
        }
    }

    private static void scanimage(Path folder) throws IOException, InterruptedException {
        Process peer = start(
                folder,
                "/usr/bin/scanimage",
                "-d",
                "test:0",
                "--source",
                "Flatbed",
                "--mode",
                "Color",
                "--resolution",
                Integer.toString(RESOLUTION),
                "-x",
                "200",
                "-y",
                "200",
                "--format=png",
                "-o",
                folder.resolve("page.png").toString());
        if (peer.waitFor() != 0) {
            throw new IOException("scanimage ended with " + peer.exitValue());
        }
    }

    private static Process start(Path folder, String... command) throws IOException {
        if (!Files.isExecutable(Path.of(command[0]))) {
            throw new IOException(command[0] + " is not there: apt-get install --no-install-recommends sane-utils");
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SANE_CONFIG_DIR", folder.toString());
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static Scanner scanner(int port) throws IOException {
        DeviceDriver driver = ServiceLoader.load(DeviceDriver.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(one -> one.model().equals("sane-net"))
                .findFirst()
                .orElseThrow(() -> new IOException("no driver"));
        Map<String, String> values = Map.of("port", Integer.toString(port), "area", "200x200");
        if (driver.create(new DeviceSettings("scanner", values)) instanceof Scanner scanner) {
            return scanner;
        }
        throw new IOException("not a scanner");
    }
}
