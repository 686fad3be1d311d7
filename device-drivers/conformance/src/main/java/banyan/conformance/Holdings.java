package banyan.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** What this process holds of the system. */
record Holdings(int threads, int descriptors) {
    /**
     * Threads and descriptors of the JDK and of the far end that may come and go between two counts: two connections, both of whose
     * ends are here. One left behind each cycle is more.
     */
    private static final int WAVERING = 4;

    /** What is left behind once in so many times is not seen here. */
    private static final int RARE = 20;

    static Holdings now() {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return new Holdings(Thread.getAllStackTraces().size(), (int) descriptors.count());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails unless, after so many cycles, no more is held than this. */
    void assertHeldAgain(int cycles) {
        int more = WAVERING + cycles / RARE;
        Patience.until(
                Duration.ofSeconds(3),
                () -> "as few threads and descriptors as " + this + ", there are " + Holdings.now(),
                () -> {
                    Holdings now = Holdings.now();
                    return now.threads() <= threads + more && now.descriptors() <= descriptors + more;
                });
    }
}
