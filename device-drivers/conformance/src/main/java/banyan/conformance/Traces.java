package banyan.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.DeviceState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a device leaves behind: the states it told, and files. */
final class Traces {
    private Traces() {}

    /** That each state may follow the one before it, and none was told twice. */
    static void assertFollowTheChart(List<DeviceState> states) {
        DeviceState last = new DeviceState.Opening();
        for (DeviceState state : states) {
            DeviceState before = last;
            assertTrue(before.mayBecome(state) && !before.equals(state), () -> before + " became " + state);
            last = state;
        }
    }

    static Set<Path> temporaryFiles() {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(Files::isRegularFile).filter(Files::isReadable).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file's bytes, read as either kind of text. */
    static String text(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return new String(bytes, StandardCharsets.UTF_8) + new String(bytes, StandardCharsets.UTF_16LE);
        } catch (IOException _) {
            // Gone again: somebody else's.
            return "";
        }
    }
}
