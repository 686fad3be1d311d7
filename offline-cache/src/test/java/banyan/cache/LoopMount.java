package banyan.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A disk in a file, mounted in a folder of the test's own while this is open; it needs root. */
final class LoopMount implements AutoCloseable {
    private static final int ATTEMPTS = 100;

    private final Path folder;

    /** What a disk is formatted with. */
    enum FileSystem {
        EXT4("96M", "mkfs.ext4", "-q", "-F", "-b", "4096"),
        /** It takes no smaller disk. */
        XFS("300M", "mkfs.xfs", "-q", "-f");

        private final String size;
        private final List<String> make;

        FileSystem(String size, String... make) {
            this.size = size;
            this.make = List.of(make);
        }

        /** An empty disk in this file. */
        void make(Path image) throws IOException, InterruptedException {
            Files.deleteIfExists(image);
            run("truncate", "-s", size, image.toString());
            List<String> command = new ArrayList<>(make);
            command.add(image.toString());
            run(command.toArray(String[]::new));
        }
    }

    private LoopMount(Path folder) {
        this.folder = folder;
    }

    static LoopMount of(Path image, Path folder, String... options) throws IOException, InterruptedException {
        mustBeRoot();
        Files.createDirectories(folder);
        String all = String.join(",", List.of(options));
        run("mount", "-o", all.isEmpty() ? "loop" : "loop," + all, image.toString(), folder.toString());
        return new LoopMount(folder);
    }

    /** Memory as a disk, for images that nobody keeps. */
    static LoopMount memory(Path folder) throws IOException, InterruptedException {
        mustBeRoot();
        run("mount", "-t", "tmpfs", "-o", "size=2g", "none", Files.createDirectories(folder).toString());
        return new LoopMount(folder);
    }

    static void mustBeRoot() throws IOException {
        boolean root = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .anyMatch(line -> line.startsWith("Uid:\t0\t"));
        if (!root) {
            throw new AssertionError("A power cut needs root, for it mounts a disk of its own. Please run this as root.");
        }
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        unmount(folder);
    }

    static void unmount(Path folder) throws IOException, InterruptedException {
        // What was closed a moment ago may be held by the kernel a moment longer.
        for (int attempt = 0; attempt < ATTEMPTS && isMounted(folder); attempt++) {
            Process unmounting = new ProcessBuilder("umount", folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (unmounting.waitFor() != 0) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
        if (isMounted(folder)) {
            throw new AssertionError("the disk is still in use");
        }
    }

    static boolean isMounted(Path folder) throws IOException {
        return Files.readAllLines(Path.of("/proc/mounts")).stream()
                .anyMatch(line -> line.contains(" " + folder.toAbsolutePath() + " "));
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException missing) {
            throw new AssertionError(
                    "There is no " + command[0]
                            + ". Please run as root: apt-get install --no-install-recommends mount e2fsprogs xfsprogs",
                    missing);
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(String.join(" ", command) + ": " + output);
        }
    }
}
