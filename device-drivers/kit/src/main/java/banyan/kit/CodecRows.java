package banyan.kit;

import banyan.conformance.CodecUnderTest;
import banyan.device.DeviceDriver;
import banyan.kit.contract.Row;
import banyan.kit.fuzz.CodecTrial;
import banyan.kit.transcript.Replay;
import banyan.kit.transcript.TranscriptRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The rows about a driver's codecs and transcripts, where its tests show them. */
final class CodecRows {
    private static final int SLICE = 100_000;
    private static final int LENGTHS = 10_000;
    private static final long SEED = 20261122;

    private CodecRows() {}

    static List<Row> of(DeviceDriver driver) {
        String model = driver.model();
        List<Row> rows = new ArrayList<>();
        TranscriptRun.kept(model).forEach((name, transcript) -> {
            for (Replay.Portions portions : Replay.Portions.values()) {
                String test = "replays " + portions.name().replace('_', ' ').toLowerCase(Locale.ROOT);
                rows.add(row("C16", name, test, () -> TranscriptRun.wrong(driver, transcript, portions)));
            }
        });
        if (!TranscriptRun.kept(model).isEmpty()) {
            rows.add(row("C7", model, "allTranscriptsReplaySideBySide", () -> sideBySide(driver)));
        }
        for (CodecUnderTest codec : CodecTrial.all().values()) {
            if (codec.models().contains(model)) {
                CodecTrial trial = new CodecTrial(codec, SEED);
                rows.add(row("C9", codec.name(), "inAnyPortionsItReadsTheSame", trial::portions));
                rows.add(row("C10", codec.name(), "noLengthMakesRoomForMoreThanThereIs", () -> trial.lengths(LENGTHS)));
                rows.add(row("C17", codec.name(), "malformedFramesEndWithoutAHangOrAThrow", () -> trial.malformed(SLICE)
                        .wrong()));
            }
        }
        return rows;
    }

    /** Two devices for each transcript at the same time: none takes another's answers for its own. */
    private static Optional<String> sideBySide(DeviceDriver driver) {
        List<CompletableFuture<Optional<String>>> running = TranscriptRun.kept(driver.model()).values().stream()
                .flatMap(transcript -> Stream.of(transcript, transcript))
                .map(transcript -> CompletableFuture.supplyAsync(
                        () -> TranscriptRun.wrong(driver, transcript, Replay.Portions.WHOLE),
                        task -> Thread.ofPlatform().start(task)))
                .toList();
        return running.stream().map(CompletableFuture::join).flatMap(Optional::stream).findFirst();
    }

    private static Row row(String promise, String of, String test, Supplier<Optional<String>> trial) {
        long began = System.nanoTime();
        Optional<String> wrong = trial.get();
        return new Row(
                Optional.of(promise),
                test + ": " + of,
                wrong.isEmpty() ? Row.Verdict.PASSED : Row.Verdict.FAILED,
                wrong,
                Duration.ofNanos(System.nanoTime() - began));
    }
}
