package banyan.cache;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Faults between a program and the kernel: {@code native/faults.c}, loaded before the C library, counts what changes the disk under
 * one folder, and fails, halves or ends with a kill the n-th of it. It is told so through a page of memory.
 */
final class Faults {
    static final int EIO = 5;
    static final int ENOSPC = 28;
    static final int EROFS = 30;

    private static final String PAGE = "BANYAN_FAULTS";
    private static final int MODE = 0;
    private static final int ERROR = 4;
    private static final int AT = 8;
    private static final int COUNT = 16;

    private final MappedByteBuffer page;

    /** What is done with the chosen call; in the order of {@code faults.c}. */
    enum Mode {
        OFF,
        /** Nothing but counted. */
        COUNT,
        FAIL_ONCE,
        /** As on a disk that is gone. */
        FAIL_FROM,
        /** A write takes half of the bytes and says so. */
        SHORT,
        KILL_BEFORE,
        /** A write takes half of the bytes, and then the program is no more. */
        KILL_MIDDLE,
        KILL_AFTER,
        /** Each flush takes longer. */
        DELAY_FLUSH
    }

    private Faults(MappedByteBuffer page) {
        this.page = page;
    }

    /** The page at this place, made where there is none. */
    static Faults at(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            MappedByteBuffer page = channel.map(FileChannel.MapMode.READ_WRITE, 0, 4096);
            page.order(ByteOrder.nativeOrder());
            return new Faults(page);
        }
    }

    /** The page of the program that asks, which was started under faults. */
    static Faults mine() throws IOException {
        return at(Path.of(Objects.requireNonNull(System.getenv(PAGE), "this program was not started under faults")));
    }

    /** Lets this program meet faults below that folder. */
    static void over(ProcessBuilder program, Path library, Path page, Path folder) {
        program.environment()
                .putAll(Map.of(
                        "LD_PRELOAD", library.toString(),
                        PAGE, page.toString(),
                        "BANYAN_FAULTS_UNDER", folder.toString()));
    }

    /** Compiles it into the folder. */
    static Path library(Path folder) throws IOException, InterruptedException {
        Path source = folder.resolve("faults.c");
        Path library = folder.resolve("faults.so");
        try (InputStream resource =
                Objects.requireNonNull(Faults.class.getResourceAsStream("/native/faults.c"), "native/faults.c")) {
            Files.write(source, resource.readAllBytes());
        }
        Native.compile(List.of("-O1", "-shared", "-fPIC"), source, library, List.of("-ldl"));
        return library;
    }

    /** From now on the {@code n}-th call meets this. */
    void arm(Mode mode, long n, int error) {
        page.putInt(MODE, Mode.OFF.ordinal());
        page.putInt(ERROR, error);
        page.putLong(AT, n);
        page.putLong(COUNT, 0);
        page.putInt(MODE, mode.ordinal());
    }

    /** Ends it; how many calls there were. */
    long calm() {
        page.putInt(MODE, Mode.OFF.ordinal());
        return page.getLong(COUNT);
    }
}
