package banyan.kit;

import banyan.conformance.CodecUnderTest;
import banyan.kit.contract.Row;
import banyan.kit.fuzz.CodecTrial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The rows about a driver's codecs, where its tests show them. */
final class CodecRows {
    private static final int SLICE = 100_000;
    private static final int LENGTHS = 10_000;
    private static final long SEED = 20261122;

    private CodecRows() {}

    static List<Row> of(String model) {
        List<Row> rows = new ArrayList<>();
        for (CodecUnderTest codec : CodecTrial.all().values()) {
            if (codec.model().equals(model)) {
                CodecTrial trial = new CodecTrial(codec, SEED);
                rows.add(row("C9", codec, "inAnyPortionsItReadsTheSame", trial::portions));
                rows.add(row("C10", codec, "noLengthMakesRoomForMoreThanThereIs", () -> trial.lengths(LENGTHS)));
                rows.add(row("C17", codec, "malformedFramesEndWithoutAHangOrAThrow", () -> trial.malformed(SLICE)
                        .wrong()));
            }
        }
        return rows;
    }

    private static Row row(String promise, CodecUnderTest codec, String test, Supplier<Optional<String>> trial) {
        long began = System.nanoTime();
        Optional<String> wrong = trial.get();
        return new Row(
                Optional.of(promise),
                test + ": " + codec.name(),
                wrong.isEmpty() ? Row.Verdict.PASSED : Row.Verdict.FAILED,
                wrong,
                Duration.ofNanos(System.nanoTime() - began));
    }
}
