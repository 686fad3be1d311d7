package banyan.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.conformance.DisturbedLine;
import banyan.conformance.Tap.Direction;
import banyan.conformance.TestCard;
import banyan.device.Deadline;
import banyan.device.DeviceDriver;
import banyan.device.DeviceState;
import banyan.device.IdCard;
import banyan.device.IdCardReader;
import banyan.device.Outcome;
import banyan.kit.rig.CardReaderTwin;
import banyan.kit.transcript.Mask;
import banyan.kit.transcript.Recorder;
import banyan.kit.transcript.Replay;
import banyan.kit.transcript.Transcript;
import banyan.kit.transcript.TranscriptRun;
import banyan.kit.wire.SerialRelay;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** C16: what a device said once, said again, leads to the same; and what is kept of it is nobody's. */
class TranscriptsTest {
    private static DeviceDriver driver(String model) {
        return ServiceLoader.load(DeviceDriver.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(driver -> driver.model().equals(model))
                .findFirst()
                .orElseThrow();
    }

    static Stream<Arguments> kept() {
        return ServiceLoader.load(DeviceDriver.class).stream()
                .map(ServiceLoader.Provider::get)
                .flatMap(driver -> TranscriptRun.kept(driver.model()).keySet().stream()
                        .map(name -> Arguments.of(driver.model(), name)));
    }

    @ParameterizedTest
    @MethodSource("kept")
    void aKeptTranscriptReplaysToItsOutcomeInAnyPortions(String model, String name) {
        Transcript transcript =
                Optional.ofNullable(TranscriptRun.kept(model).get(name)).orElseThrow();
        assertEquals(Optional.of(model), transcript.about("model"));
        for (Replay.Portions portions : Replay.Portions.values()) {
            assertEquals(
                    Optional.empty(),
                    TranscriptRun.wrong(driver(model), transcript, portions),
                    portions.toString());
        }
    }

    /** C7: no device takes another's answers for its own. */
    @Test
    void sideBySideEachTranscriptReplaysAsItDoesAlone() {
        List<CompletableFuture<Optional<String>>> running = kept().map(Arguments::get)
                .map(of -> CompletableFuture.supplyAsync(
                        () -> {
                            Transcript transcript = Optional.ofNullable(
                                            TranscriptRun.kept((String) of[0]).get((String) of[1]))
                                    .orElseThrow();
                            return TranscriptRun.wrong(driver((String) of[0]), transcript, Replay.Portions.WHOLE)
                                    .map(wrong -> of[1] + ": " + wrong);
                        },
                        task -> Thread.ofPlatform().start(task)))
                .toList();
        assertEquals(
                List.of(),
                running.stream().map(CompletableFuture::join).flatMap(Optional::stream).toList());
    }

    @Test
    void whatTheDockSavesReplaysAndMaskedHoldsNothingOfTheCard() throws InterruptedException {
        try (CardReaderTwin twin = new CardReaderTwin(driver("sam-v-serial"));
                IdCardReader reader = (IdCardReader) twin.driver().create(twin.settings())) {
            IdCard card = read(twin, reader);
            byte[] name = card.name().getBytes(StandardCharsets.UTF_16LE);
            Transcript saved = Transcript.read("# command: READ_CARD\n# expect: done\n" + twin.saved(true));
            assertTrue(holds(bytes(saved), name));
            assertFalse(holds(bytes(Transcript.read(twin.saved(false))), name));
            assertEquals(
                    Optional.empty(),
                    TranscriptRun.wrong(driver("sam-v-serial"), saved, Replay.Portions.WHOLE));
        }
    }

    private static byte[] bytes(Transcript transcript) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        transcript.lines().forEach(line -> all.writeBytes(line.bytes()));
        return all.toByteArray();
    }

    @Test
    void aTranscriptThatExpectsSomethingElseIsNotKept() {
        Transcript good =
                Optional.ofNullable(TranscriptRun.kept("sam-v-serial").get("no-card.txt")).orElseThrow();
        Transcript wrong = Transcript.read(good.text().replace("done false", "done true"));
        assertEquals(
                Optional.of("expected done true, made of it done false"),
                TranscriptRun.wrong(driver("sam-v-serial"), wrong, Replay.Portions.WHOLE));
    }

    @Test
    void aTraceFromASiteHoldsNothingOfTheCardAndReplaysAsWell() throws InterruptedException {
        Recorder recorder = new Recorder("sam-v-serial", Mask.of("sam-v-serial").orElseThrow());
        IdCard card = readOver(recorder);
        Transcript trace = Transcript.read("# command: READ_CARD\n# expect: done\n"
                + recorder.transcript().text());
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        trace.lines().forEach(line -> all.writeBytes(line.bytes()));
        assertTrue(trace.lines().stream()
                .anyMatch(line -> line.direction() == Direction.TO_DRIVER && line.bytes().length == 1295));
        for (String word : TestCard.GOOD.words()) {
            assertFalse(holds(all.toByteArray(), word.getBytes(StandardCharsets.UTF_16LE)), "in characters of two bytes");
            assertFalse(holds(all.toByteArray(), word.getBytes(StandardCharsets.UTF_8)), "in UTF-8");
        }
        assertFalse(holds(all.toByteArray(), Arrays.copyOf(card.photo(), 32)), "of the photo");
        for (Replay.Portions portions : Replay.Portions.values()) {
            assertEquals(
                    Optional.empty(),
                    TranscriptRun.wrong(driver("sam-v-serial"), trace, portions),
                    portions.toString());
        }
    }

    @Test
    void whatAnswersAQuestionThatTheMaskDoesNotKnowIsLeftOut() {
        Recorder recorder = new Recorder("isdv4-serial", Mask.of("isdv4-serial").orElseThrow());
        recorder.passed(Direction.TO_DEVICE, new byte[] {'?'});
        recorder.passed(Direction.TO_DRIVER, new byte[] {1, 2, 3});
        assertEquals(
                new TreeMap<>(Map.of("model", "isdv4-serial")),
                recorder.transcript().about());
        assertTrue(recorder.transcript().text().endsWith(" 000000\n"));
    }

    private static IdCard readOver(Recorder recorder) throws InterruptedException {
        try (CardReaderTwin twin = new CardReaderTwin(driver("sam-v-serial"));
                DisturbedLine line = new SerialRelay(twin.settings(), recorder);
                IdCardReader reader = (IdCardReader) twin.driver().create(line.settings())) {
            return read(twin, reader);
        }
    }

    private static IdCard read(CardReaderTwin twin, IdCardReader reader) throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(1);
        reader.start((_, state) -> {
            if (state instanceof DeviceState.Ready) {
                ready.countDown();
            }
        });
        assertTrue(ready.await(10, TimeUnit.SECONDS));
        twin.put(TestCard.GOOD);
        Outcome<IdCard> read = reader.read(Deadline.in(Duration.ofSeconds(10)));
        return switch (read) {
            case Outcome.Done<IdCard>(var card) -> card;
            case Outcome.Failed<IdCard>(var fault) -> throw new AssertionError(fault);
        };
    }

    private static boolean holds(byte[] bytes, byte[] word) {
        for (int at = 0; at + word.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + word.length, word, 0, word.length)) {
                return true;
            }
        }
        return false;
    }
}
