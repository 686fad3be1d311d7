package banyan.walk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A small file system on which a terminal keeps everything, and which can be filled to its last byte. It is mounted in namespaces of
 * its own, so that root and anybody else can have one; nobody else sees the mount, and it ends with the process that holds it,
 * or with ours, however that ends.
 */
final class SmallDisk implements AutoCloseable {
    /** What must be free on it before a visit begins: more than the papers of one leave for the journal. */
    static final long RESERVE = 24L << 20;

    private static final String MOUNTED = "mounted";
    private static final String HOLD =
            "mount -t tmpfs -o size=64m none \"$1\" && echo " + MOUNTED + " && read _";

    private final Process holder;
    private final Path filler;
    private Thread filling = Thread.ofPlatform().unstarted(() -> {});

    private SmallDisk(Process holder, Path filler) {
        this.holder = holder;
        this.filler = filler;
    }

    /** An empty one; {@code data} leads to it, for the terminal that is started {@link #within} it as for us. */
    static SmallDisk at(Path data) throws IOException {
        Path place = Files.createDirectories(data.resolveSibling("small-disk")).toAbsolutePath();
        Process holder = new ProcessBuilder(
                        "unshare", "--map-root-user", "--mount", "sh", "-c", HOLD, "sh", place.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (!MOUNTED.equals(holder.inputReader().readLine())) {
            holder.destroyForcibly();
            throw new IOException("a small disk could not be mounted; `unshare --map-root-user --mount true` must work");
        }
        Path seen = Path.of("/proc/%d/root%s".formatted(holder.pid(), place));
        Files.createSymbolicLink(data, seen);
        return new SmallDisk(holder, seen.resolve("filler"));
    }

    /** What a program is started through that is to see the disk. */
    List<String> within() {
        return List.of(
                "nsenter",
                "--target",
                Long.toString(holder.pid()),
                "--user",
                "--mount",
                "--preserve-credentials",
                "--wd=" + Path.of("").toAbsolutePath());
    }

    /** Something else on the machine takes all the room there is, to the last byte, and what is given free meanwhile too. */
    void fill() throws IOException {
        OutputStream out = Files.newOutputStream(filler);
        fill(out);
        filling = Thread.ofPlatform().name("filler").daemon().start(() -> {
            try (out) {
                while (!Thread.currentThread().isInterrupted()) {
                    fill(out);
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
                }
            } catch (IOException gone) {
                // With its disk.
            }
        });
    }

    private static void fill(OutputStream out) {
        byte[] block = new byte[4096];
        try {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            // As it is meant to be.
        }
    }

    /** There is room again. */
    void free() throws IOException {
        stop();
        Files.delete(filler);
    }

    private void stop() {
        filling.interrupt();
        while (filling.isAlive()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    @Override
    public void close() {
        stop();
        boolean _ = holder.destroyForcibly().onExit().join().isAlive();
    }
}
