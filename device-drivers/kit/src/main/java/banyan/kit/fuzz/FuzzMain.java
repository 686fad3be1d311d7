package banyan.kit.fuzz;

import banyan.conformance.CodecUnderTest;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** {@code ./kiosk fuzz [NAME…] [--frames N] [--seed N]}: malformed frames for codecs, each from the same seed. */
public final class FuzzMain {
    private static final int NOT_UNDERSTOOD = 64;
    private static final int MILLION = 1_000_000;
    private static final long SEED = 20261122;

    private FuzzMain() {}

    /** Exit status 0: no hang and no throw; 1: there was one, with the bytes; 64: the call is not understood. */
    public static void main(String[] arguments) {
        int frames = MILLION;
        long seed = SEED;
        List<String> names = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            boolean number = i + 1 < arguments.length && arguments[i + 1].matches("[0-9]{1,9}");
            if (arguments[i].equals("--frames") && number) {
                frames = Integer.parseInt(arguments[++i]);
            } else if (arguments[i].equals("--seed") && number) {
                seed = Long.parseLong(arguments[++i]);
            } else {
                names.add(arguments[i]);
            }
        }
        SortedMap<String, CodecUnderTest> all = CodecTrial.all();
        if (names.equals(List.of("--names"))) {
            all.keySet().forEach(System.out::println);
            return;
        }
        if (!all.keySet().containsAll(names)) {
            System.err.println("codecs: " + String.join(", ", all.keySet()));
            System.exit(NOT_UNDERSTOOD);
        }
        boolean good = true;
        for (CodecUnderTest codec : all.values()) {
            if (names.isEmpty() || names.contains(codec.name())) {
                long began = System.nanoTime();
                CodecTrial.Outcome outcome = new CodecTrial(codec, seed).malformed(frames);
                good &= outcome.wrong().isEmpty();
                System.out.printf(
                        "%-28s %9d frames in %5.1f s, slowest %6.2f ms, seed %d  %s%n",
                        codec.name(),
                        outcome.frames(),
                        (System.nanoTime() - began) / 1e9,
                        outcome.slowest().toNanos() / 1e6,
                        seed,
                        outcome.wrong().orElse("good"));
            }
        }
        System.exit(good ? 0 : 1);
    }
}
