package banyan.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import banyan.conformance.CodecUnderTest;
import banyan.kit.fuzz.CodecTrial;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is asked of every codec; {@code ./kiosk fuzz} asks ten times as much, and Jazzer what it finds itself. */
class CodecsTest {
    private static final long SEED = 20261122;
    private static final int SLICE = 100_000;
    private static final int LENGTHS = 10_000;

    /** What guided fuzzing has found worth keeping, a folder for each codec. */
    private static final Path CORPUS = Path.of("src/test/corpus");

    static Collection<CodecUnderTest> codecs() {
        return CodecTrial.all().values();
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void inAnyPortionsItReadsTheSame(CodecUnderTest codec) {
        assertFalse(codec.samples().isEmpty());
        assertEquals(Optional.empty(), new CodecTrial(codec, SEED).portions());
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void noLengthMakesRoomForMoreThanThereIs(CodecUnderTest codec) {
        assertEquals(Optional.empty(), new CodecTrial(codec, SEED).lengths(LENGTHS));
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void malformedFramesEndWithoutAHangOrAThrow(CodecUnderTest codec) {
        assertEquals(
                Optional.empty(), new CodecTrial(codec, SEED).malformed(SLICE).wrong());
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void nothingThatWasEverFoundDoesHarmAgain(CodecUnderTest codec) throws IOException {
        List<byte[]> inputs = new ArrayList<>(codec.samples());
        Path corpus = CORPUS.resolve(codec.name());
        if (Files.isDirectory(corpus)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(corpus)) {
                for (Path file : files) {
                    inputs.add(Files.readAllBytes(file));
                }
            }
        }
        CodecTrial trial = new CodecTrial(codec, SEED);
        inputs.forEach(input -> assertEquals(Optional.empty(), trial.wrong(input)));
    }
}
