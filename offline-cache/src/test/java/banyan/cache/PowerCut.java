package banyan.cache;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A disk whose power can be cut: ext4 in a file in memory. The cut is the file system's own {@code EXT4_IOC_SHUTDOWN} without its
 * journal being flushed, after which nothing reaches the disk any more; what was not flushed until then is gone when it is mounted
 * again. What a disk does to a flush that it has confirmed is not shown by it.
 */
final class PowerCut implements AutoCloseable {
    private static final long SHUTDOWN = 0x8004587DL;
    private static final int WITHOUT_FLUSHING_ITS_LOG = 2;
    private static final String SIZE = "96M";

    private final Path memory;
    private final Path image;
    private final Path folder;
    private boolean mounted;

    /** Where {@code work} is an empty folder. */
    PowerCut(Path work) throws IOException, InterruptedException {
        mustBeRoot();
        memory = Files.createDirectories(work.resolve("memory"));
        image = memory.resolve("image");
        folder = Files.createDirectories(work.resolve("disk"));
        run("mount", "-t", "tmpfs", "-o", "size=160m", "none", memory.toString());
        try {
            run("truncate", "-s", SIZE, image.toString());
            run("mkfs.ext4", "-q", "-F", image.toString());
            mount();
        } catch (AssertionError | IOException failure) {
            close();
            throw failure;
        }
    }

    private static void mustBeRoot() throws IOException {
        boolean root = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .anyMatch(line -> line.startsWith("Uid:\t0\t"));
        if (!root) {
            throw new AssertionError("A power cut needs root, for it mounts a disk of its own. Please run this as root.");
        }
    }

    private void mount() throws IOException, InterruptedException {
        run("mount", "-o", "loop", image.toString(), folder.toString());
        mounted = true;
    }

    /** The disk. */
    Path folder() {
        return folder;
    }

    /** Nothing that is not on the disk by now will ever be. */
    void cut() {
        Linker linker = Linker.nativeLinker();
        MethodHandle open = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("open"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
                Linker.Option.firstVariadicArg(2));
        MethodHandle ioctl = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("ioctl"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS),
                Linker.Option.firstVariadicArg(2));
        MethodHandle close = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("close"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment how = arena.allocateFrom(ValueLayout.JAVA_INT, WITHOUT_FLUSHING_ITS_LOG);
            int file = (int) open.invokeExact(arena.allocateFrom(folder.toString()), 0);
            int said = (int) ioctl.invokeExact(file, SHUTDOWN, how);
            int _ = (int) close.invokeExact(file);
            if (file < 0 || said != 0) {
                throw new AssertionError("the power could not be cut");
            }
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable never) {
            throw new AssertionError(never);
        }
    }

    /** The power is back: the disk is mounted again, and its file system recovers. */
    void back() throws IOException, InterruptedException {
        unmount();
        mount();
    }

    private void unmount() throws IOException, InterruptedException {
        if (!mounted) {
            return;
        }
        // What was closed a moment ago may be held by the kernel a moment longer.
        for (int attempt = 0; attempt < 50 && said("umount", folder.toString()) != 0; attempt++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        mounted = Files.readAllLines(Path.of("/proc/mounts")).stream().anyMatch(line -> line.contains(" " + folder + " "));
        if (mounted) {
            throw new AssertionError("the disk is still in use");
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        try {
            unmount();
        } finally {
            run("umount", memory.toString());
        }
    }

    private static int said(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor();
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        } catch (IOException missing) {
            throw new AssertionError(
                    "There is no " + command[0]
                            + ". Please run as root: apt-get install --no-install-recommends mount e2fsprogs",
                    missing);
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(String.join(" ", command) + ": " + output);
        }
    }
}
