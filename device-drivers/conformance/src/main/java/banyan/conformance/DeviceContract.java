package banyan.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import banyan.device.Device;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every device promises, whatever its class, by the numbers of the device contract. Written here: what is personal is nowhere
 * left (C14, C15); the other promises are in the rooms it extends. A codec's (C9, C10, C17) and a transcript's (C16) are tests of
 * the driver's own. Each test carries its number as a tag, for the report.
 *
 * @param <R> the hand at the far end
 * @param <D> the class of device
 */
public abstract class DeviceContract<R extends Rig, D extends Device> extends LineContract<R, D> {
    /** C14. */
    @Test
    @Tag("C14")
    protected void nothingOfTheCitizenIsLoggedOrPrintedOrLeftInAFile() {
        Set<Path> before = temporaryFiles();
        D open = ready();
        Secret secret = useWithSecret(open, rig());
        StringBuilder said = new StringBuilder(rig().logged());
        said.append(open).append(told()).append(open.nameplate()).append(open.supplies()).append(open.parts());
        Thread.getAllStackTraces()
                .keySet()
                .forEach(thread -> said.append(thread.getName()).append('\n'));
        temporaryFiles().stream().filter(file -> !before.contains(file)).forEach(file -> said.append(text(file)));
        String all = said.toString();
        secret.words().forEach(word -> assertFalse(all.contains(word), () -> "found: " + word));
    }

    /** C15. */
    @Test
    @Tag("C15")
    protected void afterForgettingNoByteOfTheCitizenIsHeld() {
        D open = ready();
        Secret secret = useWithSecret(open, rig());
        open.forget();
        for (byte[] bytes : secret.bytes()) {
            assertEquals(Optional.empty(), Residue.of(open, bytes));
        }
    }

    private static Set<Path> temporaryFiles() {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(Files::isRegularFile).filter(Files::isReadable).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return new String(bytes, StandardCharsets.UTF_8)
                    + new String(bytes, StandardCharsets.UTF_16LE);
        } catch (IOException _) {
            // Gone again: somebody else's.
            return "";
        }
    }
}
