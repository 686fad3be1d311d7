package banyan.kit.fuzz;

import banyan.conformance.CodecUnderTest;
import java.util.Objects;

/** Jazzer's way in: it calls this with bytes of its own finding, and keeps those that lead to new places in the corpus. */
public final class GuidedFuzz {
    private static final CodecTrial TRIAL = new CodecTrial(named(System.getProperty("banyan.fuzz", "")), 0);

    private GuidedFuzz() {}

    private static CodecUnderTest named(String name) {
        return Objects.requireNonNull(CodecTrial.all().get(name), () -> "no codec is named " + name);
    }

    /** One input. What is wrong with it ends the run, and Jazzer keeps the bytes. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        TRIAL.wrong(bytes).ifPresent(wrong -> {
            throw new IllegalStateException(wrong);
        });
    }
}
