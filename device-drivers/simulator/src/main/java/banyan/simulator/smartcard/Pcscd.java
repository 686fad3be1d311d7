package banyan.simulator.smartcard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Debian's {@code pcscd} with the virtual reader of vsmartcard, private to this process: in namespaces of its own it has a {@code /run}
 * of its own, so that root and anybody else can run one, several side by side, and none touches the machine's. Its first slot is
 * {@code Virtual PCD 00 00}.
 */
public final class Pcscd implements AutoCloseable {
    /** The reader whose slot listens at {@link #port}. */
    public static final String READER = "Virtual PCD 00 00";

    /** What a machine that has none needs. */
    private static final String INSTALL = "apt-get install --no-install-recommends pcscd vsmartcard-vpcd";
    private static final String PROGRAM = "/usr/sbin/pcscd";
    private static final String VPCD = "/usr/lib/pcsc/drivers/serial/libifdvpcd.so";
    private static final Duration STARTING = Duration.ofSeconds(10);

    /** A port, and the next one for the second slot. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;

    /** {@code unshare} has given it a user and a file system of its own: nobody else's /run is touched. */
    private static final String IN_ITS_OWN_RUN =
            "mount -t tmpfs none /run && mkdir /run/pcscd && mount --bind \"$1\" /run/pcscd && exec " + PROGRAM
                    + " --foreground --config \"$2\"";

    private static final String READERS = """
            FRIENDLYNAME "Virtual PCD"
            DEVICENAME   /dev/null:0x%1$04X
            LIBPATH      %2$s
            CHANNELID    0x%1$04X
            """;

    private final Path folder;
    private final Path run;
    private final int port;
    private @Nullable Process process;

    /** Starts one. An {@link IllegalStateException} says what this machine needs for it. */
    public Pcscd() {
        if (!Files.isExecutable(Path.of(PROGRAM)) || !Files.exists(Path.of(VPCD))) {
            throw new IllegalStateException("pcscd or its virtual reader is not installed: " + INSTALL);
        }
        port = freePorts();
        try {
            // The name of a socket has 107 bytes at most.
            folder = Files.createTempDirectory("banyan-pcscd");
            run = Files.createDirectory(folder.resolve("run"));
            Path readers = Files.createDirectory(folder.resolve("readers"));
            Files.writeString(readers.resolve("vpcd"), READERS.formatted(port, VPCD));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "end of pcscd"));
        start();
    }

    private static int freePorts() {
        while (true) {
            int first = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST) & ~1;
            if (free(first) && free(first + 1)) {
                return first;
            }
        }
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** Where a card is put in: vpcd's port for the first slot, on every interface, as vpcd has no other way. */
    public int port() {
        return port;
    }

    /** The socket under which programs reach it. */
    public Path socket() {
        return run.resolve("pcscd.comm");
    }

    /** Has libpcsclite in this very process find it; to be called before the first use of that library, which looks only once. */
    public void lead() {
        Linker linker = Linker.nativeLinker();
        MemorySegment setenv = linker.defaultLookup().findOrThrow("setenv");
        try (Arena arena = Arena.ofConfined()) {
            int failed = (int) linker.downcallHandle(
                            setenv,
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT))
                    .invokeExact(
                            arena.allocateFrom("PCSCLITE_CSOCK_NAME"),
                            arena.allocateFrom(socket().toString()),
                            1);
            if (failed != 0) {
                throw new IllegalStateException("setenv failed");
            }
        } catch (Throwable e) {
            throw new IllegalStateException("setenv", e);
        }
    }

    /** Starts it where it does not run; returns when programs can reach it. */
    public void start() {
        if (process != null && process.isAlive()) {
            return;
        }
        try {
            Files.deleteIfExists(socket());
            Files.deleteIfExists(run.resolve("pcscd.pid"));
            Process started = new ProcessBuilder(List.of(
                            "unshare",
                            "--map-root-user",
                            "--mount",
                            "sh",
                            "-c",
                            IN_ITS_OWN_RUN,
                            "sh",
                            run.toString(),
                            folder.resolve("readers").toString()))
                    .redirectOutput(Redirect.DISCARD)
                    .redirectErrorStream(true)
                    .start();
            process = started;
            long end = System.nanoTime() + STARTING.toNanos();
            while (!Files.exists(socket())) {
                if (!started.isAlive() || System.nanoTime() - end > 0) {
                    throw new IllegalStateException("pcscd did not start. It needs namespaces of its own, and `unshare"
                            + " --map-root-user --mount true` must work: as root, sysctl -w user.max_user_namespaces=10000;"
                            + " on some systems also sysctl -w kernel.unprivileged_userns_clone=1");
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills it; what it held of cards and programs is gone. */
    public void kill() {
        if (process != null) {
            boolean _ = process.destroyForcibly().onExit().join().isAlive();
            process = null;
        }
    }

    /** Stops it in the middle of whatever it does; it takes what is sent and says nothing. */
    public void sleep() {
        signal("-STOP");
    }

    /** The end of {@link #sleep}. */
    public void wake() {
        signal("-CONT");
    }

    private void signal(String signal) {
        if (process != null) {
            try {
                int _ = new ProcessBuilder("/bin/kill", signal, Long.toString(process.pid()))
                        .start()
                        .onExit()
                        .join()
                        .exitValue();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        kill();
        try {
            Files.deleteIfExists(socket());
            Files.deleteIfExists(run.resolve("pcscd.pid"));
            Files.deleteIfExists(folder.resolve("readers/vpcd"));
            Files.deleteIfExists(folder.resolve("readers"));
            Files.deleteIfExists(run);
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
