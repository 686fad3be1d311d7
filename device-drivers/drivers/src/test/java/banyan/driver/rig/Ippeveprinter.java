package banyan.driver.rig;


import banyan.kit.rig.Peer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * CUPS's own IPP Everywhere printer, {@code ippeveprinter}: an implementation nobody here wrote. It announces itself by
 * DNS-SD and will not start without a D-Bus; a private bus of this test's own is enough for it, for root and for anybody else.
 */
public final class Ippeveprinter implements AutoCloseable {
    private static final String INSTALL = "apt-get install --no-install-recommends cups-ipp-utils avahi-daemon dbus";
    private static final Duration STARTING = Duration.ofSeconds(30);
    private static final String TRAYS =
            "/media?size1=iso_a4_210x297mm&type1=stationery&level1=250&size3=iso_a4_210x297mm&type3=stationery&level3=25";

    private static final String BUS = """
            <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
             "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
            <busconfig>
              <type>session</type>
              <listen>unix:path=%s</listen>
              <auth>EXTERNAL</auth>
              <policy context="default">
                <allow send_destination="*" eavesdrop="true"/>
                <allow eavesdrop="true"/>
                <allow own="*"/>
              </policy>
            </busconfig>
            """;

    /** What ippeveprinter runs for each document: says on its error output what a printer would report. */
    private static final String COMMAND = """
            #!/bin/sh
            B=$(dirname "$0")
            D=$B/control
            echo one >> "$B/documents"
            echo "$IPP_MEDIA_COL" > "$B/media"
            N=$(grep -a -c '/Type /Page ' "$1")
            OUT=$N
            [ -f "$D/count" ] && OUT=$(cat "$D/count")
            i=0
            while [ $i -lt $N ]; do
              [ -f "$D/empty-after" ] && [ $i -eq $(cat "$D/empty-after") ] && mv "$D/empty-after" "$D/empty"
              while [ -f "$D/empty" ]; do
                [ -f "$D/said" ] || { echo 'STATE: +media-empty-error' >&2; touch "$D/said"; }
                sleep 0.05
              done
              [ -f "$D/said" ] && { echo 'STATE: -media-empty-error' >&2; rm -f "$D/said"; }
              [ -f "$D/jam" ] && [ $i -ge $(cat "$D/jam") ] && { echo 'STATE: +media-jam-error' >&2; exit 1; }
              sleep 0.1
              i=$((i+1))
              [ $i -le $OUT ] && echo "ATTR: job-impressions=$N job-impressions-completed=$i" >&2
            done
            exit 0
            """;

    private final Path folder;
    private final Path control;
    private final int port;
    private final HttpClient web = HttpClient.newHttpClient();
    private final Process bus;
    private @Nullable Process printer;

    /** Starts bus and printer; the folder is the test's own. */
    public Ippeveprinter(Path folder) {
        this.folder = folder;
        this.control = folder.resolve("control");
        this.port = Peer.freePort();
        try {
            Files.createDirectories(control);
            Files.createDirectories(folder.resolve("spool"));
            Files.createFile(folder.resolve("documents"));
            Files.writeString(folder.resolve("bus.conf"), BUS.formatted(folder.resolve("bus")));
            Path command = Files.writeString(folder.resolve("command"), COMMAND);
            Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bus = start(List.of(Peer.program("dbus-daemon", INSTALL), "--config-file=" + folder.resolve("bus.conf"), "--nofork"));
        try {
            until("the bus", () -> Files.exists(folder.resolve("bus")));
            start();
        } catch (IllegalStateException e) {
            close();
            throw e;
        }
    }

    private Process start(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command));
        builder.environment().put("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=" + folder.resolve("bus"));
        builder.directory(folder.toFile());
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void until(String what, BooleanSupplier so) {
        long end = System.nanoTime() + STARTING.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException(what + " did not come up");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("localhost", port), 500);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** Sets what its web page sets. */
    private void set(String path) {
        try {
            int status = web.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                    .timeout(Duration.ofSeconds(10))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
            if (status != 200) {
                throw new IllegalStateException(path + " answered " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a rig", e);
        }
    }

    /** Where it is asked to print. */
    public String url() {
        return "ipp://localhost:" + port + "/ipp/print";
    }

    /** As it was when it started, with no document counted. */
    public void reset() {
        try {
            for (String file : List.of("empty", "empty-after", "said", "jam", "count")) {
                Files.deleteIfExists(control.resolve(file));
            }
            Files.writeString(folder.resolve("documents"), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        wake();
        restart();
    }

    /** Killed, with every job it has, and started again at the same address. */
    public void restart() {
        end(printer);
        start();
    }

    private void start() {
        printer = start(List.of(
                Peer.program("ippeveprinter", INSTALL),
                "-c",
                folder.resolve("command").toString(),
                "-d",
                folder.resolve("spool").toString(),
                "-p",
                Integer.toString(port),
                "-n",
                "localhost",
                "-f",
                "application/pdf",
                "-r",
                "off",
                "Kiosk A4"));
        until("ippeveprinter", this::listens);
        set(TRAYS);
    }

    private static void end(@Nullable Process process) {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            boolean _ = process.destroyForcibly().onExit().join().isAlive();
        }
    }

    /** Takes what is sent and says nothing. */
    public void sleep() {
        signal("-STOP");
    }

    /** The end of {@link #sleep}. */
    public void wake() {
        signal("-CONT");
    }

    private void signal(String signal) {
        if (printer != null) {
            int _ = start(List.of("/bin/kill", signal, Long.toString(printer.pid())))
                    .onExit()
                    .join()
                    .exitValue();
        }
    }

    private void have(String file, String content) {
        try {
            Files.writeString(control.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes all paper out of the trays. */
    public void emptyTray() {
        set(TRAYS.replace("level1=250", "level1=0").replace("level3=25", "level3=0"));
        have("empty", "");
    }

    /** Takes the paper out of the tray at its side alone. */
    public void emptySideTray() {
        set(TRAYS.replace("level3=25", "level3=0"));
    }

    /** What medium the last document was printed on, as the printer passes it on to what prints. */
    public String medium() {
        try {
            return Files.readString(folder.resolve("media"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next document runs out of paper after so many pages. */
    public void emptyAfter(int pages) {
        have("empty-after", Integer.toString(pages));
    }

    /** Fills the trays. */
    public void fillTray() {
        try {
            Files.deleteIfExists(control.resolve("empty"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        set(TRAYS);
    }

    /** The next document jams after so many pages and is given up. */
    public void jamAfter(int pages) {
        have("jam", Integer.toString(pages));
    }

    /** Only so many pages of the next document are counted. */
    public void countOnly(int pages) {
        have("count", Integer.toString(pages));
    }

    /** The toner runs low. */
    public void lowToner() {
        set("/supplies?supply1=5");
    }

    /** How many documents it has taken since {@link #reset}. */
    public int documents() {
        try {
            return Files.readAllLines(folder.resolve("documents")).size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        wake();
        end(printer);
        end(bus);
        web.close();
    }
}
