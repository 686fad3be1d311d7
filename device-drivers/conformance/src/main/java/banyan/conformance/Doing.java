package banyan.conformance;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What a thread is doing, for the words of a test that waited for it in vain. */
final class Doing {
    private static final int DEPTH = 12;

    private Doing() {}

    static String of(String thread) {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> entry.getKey().getName().equals(thread))
                .map(entry -> entry.getKey().getState() + " at "
                        + Arrays.stream(entry.getValue())
                                .limit(DEPTH)
                                .map(Object::toString)
                                .collect(Collectors.joining(" < ")))
                .collect(Collectors.joining("; ", "[", "]"));
    }
}
