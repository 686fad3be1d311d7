package banyan.driver.rig;

import static org.junit.jupiter.api.Assertions.fail;

import banyan.kit.rig.Peer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A CUPS server of the test's own: its configuration, spool and logs in the test's folder, a port of its own, for root and for
 * anybody else. The system's own server, if there is one, is not touched.
 */
public final class Cups implements AutoCloseable {
    private static final String INSTALL = "apt-get install --no-install-recommends cups cups-client cups-filters";
    private static final Duration STARTING = Duration.ofSeconds(30);
    private static final Path PROGRAMS = Path.of("/usr/lib/cups");

    private static final List<String> LINKED = List.of("filter", "daemon");

    private static final String FILES = """
            SystemGroup root
            ServerRoot %1$s/etc
            ServerBin %1$s/lib
            RequestRoot %1$s/spool
            TempDir %1$s/temp
            CacheDir %1$s/cache
            StateDir %1$s/run
            AccessLog %1$s/log/access_log
            ErrorLog %1$s/log/error_log
            PageLog %1$s/log/page_log
            """;

    private static final String SERVER = """
            LogLevel warn
            Listen 127.0.0.1:%d
            Browsing No
            WebInterface No
            DefaultAuthType None
            PreserveJobHistory Yes
            <Location />
              Order allow,deny
              Allow all
            </Location>
            <Location /admin>
              Order allow,deny
              Allow all
            </Location>
            <Policy default>
              JobPrivateAccess all
              JobPrivateValues none
              <Limit All>
                Order deny,allow
              </Limit>
            </Policy>
            """;

    private final Path folder;
    private final int port;
    private final Process server;

    /** Starts it; the folder is the test's own, directly in the place for temporary files: others must get into it. */
    public Cups(Path folder) {
        this.folder = folder;
        this.port = Peer.freePort();
        try {
            for (String one : List.of("etc/ppd", "spool", "temp", "cache", "run", "log", "lib/backend")) {
                Files.createDirectories(folder.resolve(one));
            }
            // Started by root, it hands its filters and backends to another user, who must get to what it spooled.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            for (String one : LINKED) {
                Files.createSymbolicLink(folder.resolve("lib").resolve(one), PROGRAMS.resolve(one));
            }
            for (String backend : List.of("ipp", "socket")) {
                // Debian lets only root run the one for IPP; nobody's copy needs that.
                Path copy = Files.copy(
                        needed(PROGRAMS.resolve("backend").resolve(backend)), folder.resolve("lib/backend/" + backend));
                Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            Files.writeString(folder.resolve("etc/cups-files.conf"), FILES.formatted(folder));
            Files.writeString(folder.resolve("etc/cupsd.conf"), SERVER.formatted(port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = start(List.of(
                Peer.program("cupsd", INSTALL), "-f", "-c", folder + "/etc/cupsd.conf", "-s", folder + "/etc/cups-files.conf"));
        long end = System.nanoTime() + STARTING.toNanos();
        while (!listens()) {
            if (System.nanoTime() - end > 0 || !server.isAlive()) {
                close();
                throw new IllegalStateException("cupsd did not come up");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static Path needed(Path file) {
        return Files.isReadable(file) ? file : fail(file + " is not there: " + INSTALL);
    }

    private Process start(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command)).directory(folder.toFile());
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("said").toFile()));
        try {
            return builder.start();
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

    /** Makes a queue that brings its jobs to a printer of IPP, and does so when a job fails; its address. */
    public String driverless(String name, String device, String errorPolicy) {
        return queue(name, "-v", device, "-m", "everywhere", "-o", "printer-error-policy=" + errorPolicy);
    }

    /** Makes a queue that writes its jobs to a device as they are, and does so when a job fails; its address. */
    public String raw(String name, String device, String errorPolicy) {
        return queue(name, "-v", device, "-o", "printer-error-policy=" + errorPolicy);
    }

    /** Whoever looks after the queue stops it; jobs stay in it. */
    public void pause(String name) {
        run("cupsdisable", name);
    }

    /** The end of {@link #pause}. */
    public void resume(String name) {
        run("cupsenable", name);
    }

    private String queue(String name, String... more) {
        List<String> command = new ArrayList<>(List.of("-p", name, "-E"));
        command.addAll(List.of(more));
        run("lpadmin", command.toArray(String[]::new));
        return "ipp://127.0.0.1:" + port + "/printers/" + name;
    }

    private void run(String name, String... more) {
        List<String> command = new ArrayList<>(List.of(Peer.program(name, INSTALL), "-h", "127.0.0.1:" + port));
        command.addAll(List.of(more));
        int status = start(command).onExit().join().exitValue();
        if (status != 0) {
            throw new IllegalStateException(name + " ended with " + status + ": " + said());
        }
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("said"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.descendants().forEach(ProcessHandle::destroyForcibly);
        boolean _ = server.destroyForcibly().onExit().join().isAlive();
        try {
            // They lead out of the test's folder, where its cleaning has no business.
            for (String one : LINKED) {
                Files.deleteIfExists(folder.resolve("lib").resolve(one));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
