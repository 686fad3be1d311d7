package banyan.cache;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * A disk with a cache of its own that the power takes away: {@code native/recorder.c} under a loop device and ext4. Its power goes at
 * a chosen write of a block, and then it tells what such a disk may hold: nothing of its cache, all, any part in any order, or that
 * with torn writes.
 */
final class RecordedDisk implements AutoCloseable {
    private static final long DEADLINE = TimeUnit.SECONDS.toNanos(20);

    private final Path work;
    private final Process recorder;
    private final LoopMount memory;
    private final Path blocks;
    private final LoopMount disk;

    /** What was left in the cache when the power went. */
    enum Left {
        NOTHING,
        ALL,
        ANY_PART,
        TORN
    }

    /** Where {@code work} is an empty folder; {@code options} are those of the mount. */
    RecordedDisk(Path work, Path program, String... options) throws IOException, InterruptedException {
        this.work = work;
        memory = LoopMount.memory(work.resolve("memory"));
        blocks = Files.createDirectories(work.resolve("blocks"));
        Path image = memory.folder().resolve("image");
        LoopMount.FileSystem.EXT4.make(image);
        recorder = new ProcessBuilder(program.toString(), blocks.toString(), image.toString())
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("recorder.txt").toFile())
                .start();
        try {
            awaitDisk();
            disk = LoopMount.of(blocks.resolve("disk"), work.resolve("disk"), options);
        } catch (AssertionError | IOException failure) {
            ended();
            throw failure;
        }
    }

    private void awaitDisk() throws IOException {
        long until = System.nanoTime() + DEADLINE;
        while (!Files.exists(blocks.resolve("disk"))) {
            if (!recorder.isAlive() || System.nanoTime() - until > 0) {
                throw new AssertionError("no recorder: " + Files.readString(work.resolve("recorder.txt")));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    /** Compiles the recorder into the folder. */
    static Path program(Path folder) throws IOException, InterruptedException {
        Path source = folder.resolve("recorder.c");
        Path program = folder.resolve("recorder");
        try (InputStream resource =
                Objects.requireNonNull(RecordedDisk.class.getResourceAsStream("/native/recorder.c"), "recorder.c")) {
            Files.write(source, resource.readAllBytes());
        }
        Native.compile(
                List.of("-O1", "-D_FILE_OFFSET_BITS=64", "-I/usr/include/fuse3"), source, program, List.of("-lfuse3"));
        return program;
    }

    /** The disk, mounted. */
    Path folder() {
        return disk.folder();
    }

    /** The power goes with the n-th block written from now. */
    void cutAt(long n) throws IOException {
        tell("at " + n);
    }

    /** How many blocks were written since the start, and how many of them nobody has asked to be flushed. */
    record Written(long writes, long cached) {}

    Written written() throws IOException {
        String[] said = Files.readString(blocks.resolve("ctl")).strip().split(" ", -1);
        return new Written(Long.parseLong(said[1]), Long.parseLong(said[3]));
    }

    /** The power is gone: images of what the disk may hold now, in the order of {@link Left}. */
    List<Path> images(long seed) throws IOException {
        Path base = memory.folder().resolve("left");
        tell("images " + base + " " + seed);
        return IntStream.range(0, Left.values().length)
                .mapToObj(kind -> Path.of(base + "." + kind))
                .toList();
    }

    private void tell(String order) throws IOException {
        Files.writeString(blocks.resolve("ctl"), order, StandardCharsets.US_ASCII, StandardOpenOption.WRITE);
    }

    private void ended() throws IOException, InterruptedException {
        LoopMount.unmount(blocks);
        if (!recorder.waitFor(20, TimeUnit.SECONDS)) {
            recorder.destroyForcibly();
        }
        memory.close();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        try {
            disk.close();
        } finally {
            ended();
        }
    }
}
