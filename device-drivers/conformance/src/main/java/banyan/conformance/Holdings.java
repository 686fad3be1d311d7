package banyan.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** What this process holds of the system. */
record Holdings(int threads, int descriptors) {
    private static final Duration SETTLING = Duration.ofSeconds(3);

    /** Threads and descriptors of the JDK and of the far end that may come and go between two counts. */
    private static final int WAVERING = 3;

    /** What is left behind once in so many times is not seen here. */
    private static final int RARE = 20;

    static Holdings now() {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return new Holdings(Thread.getAllStackTraces().size(), (int) descriptors.count());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** That after so many times of doing something no more is held than before. */
    void assertHeldAgain(int times) {
        int more = WAVERING + times / RARE;
        Patience.until(SETTLING, () -> "as little as " + this + ", there are " + now(), () -> {
            Holdings now = now();
            return now.threads <= threads + more && now.descriptors <= descriptors + more;
        });
    }
}
