package banyan.kit.rig;

import banyan.conformance.OutOfReach;
import banyan.conformance.ScannerRig;
import banyan.device.DeviceDriver;
import banyan.device.DeviceSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * SANE's own daemon, {@code saned}, with its own test backend: a scanner nobody here wrote, for root and for anybody else. Every
 * session is a process that reads the backend's configuration when it begins, so a trouble is a line there and the end of the
 * sessions there are. Its feeder has piles of ten sheets, all alike. A line that is disturbed is the one on which it is asked: pages come
 * over a second connection, to a port that the daemon names then.
 */
public final class Saned implements ScannerRig {
    private static final String INSTALL = "apt-get install --no-install-recommends sane-utils";
    private static final Duration STARTING = Duration.ofSeconds(20);
    private static final int PILE = 10;
    private static final int MICROSECONDS_A_READING = 20_000;

    private static final Map<String, String> HEALTHY = Map.of(
            "number_of_devices", "1",
            "mode", "Color",
            "depth", "8",
            "resolution", "75.0",
            "test-picture", "\"Color pattern\"",
            "read-delay", "false",
            "read-delay-duration", Integer.toString(MICROSECONDS_A_READING),
            "read-status-code", "\"Default\"",
            "geometry_min", "0.0",
            "geometry_max", "200.0");

    private final Everything log = new Everything();
    private final DeviceDriver driver;
    private final Path folder;
    private final int port;
    private final Map<String, String> backend = new LinkedHashMap<>(HEALTHY);
    private Process daemon;

    /** Starts the daemon; the folder is the test's own. */
    public Saned(DeviceDriver driver, Path folder) {
        this.driver = driver;
        this.folder = folder;
        this.port = Peer.freePort();
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("dll.conf"), "test\n");
            Files.writeString(folder.resolve("saned.conf"), "127.0.0.1\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write();
        daemon = start();
    }

    private void write() {
        String lines = backend.entrySet().stream()
                .map(line -> line.getKey() + " " + line.getValue())
                .collect(Collectors.joining("\n", "", "\n"));
        try {
            Files.writeString(folder.resolve("test.conf"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process start() {
        ProcessBuilder builder = new ProcessBuilder(
                Peer.program("saned", INSTALL), "-l", "-b", "127.0.0.1", "-p", Integer.toString(port), "-e");
        builder.environment().put("SANE_CONFIG_DIR", folder.toString());
        builder.directory(folder.toFile());
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        try {
            Process started = builder.start();
            daemon = started;
            until("saned", this::listens);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static void until(String what, BooleanSupplier so) {
        long end = System.nanoTime() + STARTING.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException(what + " is not so");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    @Override
    public DeviceDriver driver() {
        return driver;
    }

    @Override
    public DeviceSettings settings() {
        return new DeviceSettings(
                "scanner", Map.of("port", Integer.toString(port), "area", "80x100", "patience", "2"));
    }

    private void set(String line, String value) {
        backend.put(line, value);
        write();
        endSessions();
    }

    private void endSessions() {
        List<ProcessHandle> sessions = daemon.descendants().toList();
        sessions.forEach(ProcessHandle::destroyForcibly);
        until("the end of the sessions", () -> sessions.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Override
    public void unplug() {
        List<ProcessHandle> sessions = daemon.descendants().toList();
        daemon.destroyForcibly();
        sessions.forEach(ProcessHandle::destroyForcibly);
        until("the end of saned", () -> !daemon.isAlive() && !listens());
    }

    @Override
    public void plug() {
        if (!daemon.isAlive()) {
            daemon = start();
        }
    }

    @Override
    public void fallSilent() {
        signal("-STOP");
    }

    private void signal(String signal) {
        List<String> command = Stream.concat(
                        Stream.of("/bin/kill", signal),
                        Stream.concat(Stream.of(daemon.toHandle()), daemon.descendants())
                                .map(process -> Long.toString(process.pid())))
                .toList();
        try {
            int _ = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .onExit()
                    .join()
                    .exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void heal() {
        signal("-CONT");
        if (!backend.equals(HEALTHY)) {
            backend.putAll(HEALTHY);
            write();
            endSessions();
        }
    }

    @Override
    public String logged() {
        return log.text();
    }

    @Override
    public int load(int sheets) {
        if (sheets > PILE) {
            throw new OutOfReach("the pile of SANE's test backend has ten sheets");
        }
        return PILE;
    }

    @Override
    public int loadBothSides(int sheets) {
        throw new OutOfReach("SANE's test backend has no source for both sides");
    }

    @Override
    public void layOnGlass() {
        // Its glass is never empty.
    }

    @Override
    public void leaveEmpty() {
        fails("SANE_STATUS_NO_DOCS");
    }

    private void fails(String status) {
        set("read-status-code", "\"" + status + "\"");
    }

    /** This backend jams with its first sheet or not at all. */
    @Override
    public void jamAfter(int sheets) {
        fails("SANE_STATUS_JAMMED");
    }

    @Override
    public void doubleFeedAfter(int sheets) {
        throw new OutOfReach("SANE has no word for a double feed");
    }

    @Override
    public void openCover() {
        fails("SANE_STATUS_COVER_OPEN");
    }

    @Override
    public void emptyPage() {
        fails("SANE_STATUS_EOF");
    }

    @Override
    public void miscount() {
        throw new OutOfReach("SANE does not count");
    }

    @Override
    public void slowDown() {
        set("read-delay", "true");
    }

    @Override
    public int sideOf(byte[] image) {
        throw new OutOfReach("the pages of SANE's test backend are all alike");
    }

    /** Any other status than those above, for tests of this peer alone. */
    public void failWith(String status) {
        fails(status);
    }

    @Override
    public void close() {
        signal("-CONT");
        List<ProcessHandle> sessions = daemon.descendants().toList();
        daemon.destroyForcibly();
        sessions.forEach(ProcessHandle::destroyForcibly);
        until("the end of saned", () -> !daemon.isAlive());
        log.close();
    }
}
