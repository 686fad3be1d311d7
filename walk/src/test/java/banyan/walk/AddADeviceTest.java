package banyan.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that a vendor reads, followed to the letter: what it says is done, and what it shows is there. */
class AddADeviceTest {
    private static final Path HOME = Home.find().root();
    private static final Path PAGE = HOME.resolve("docs/how-to/add-a-device.md");
    private static final Path TEMPLATE = HOME.resolve("device-drivers/template");
    private static final int PATIENCE_MINUTES = 6;

    /** The boxes of one language, in their order. */
    private static List<String> boxes(String language) throws IOException {
        Matcher box = Pattern.compile("^```" + language + "\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(Files.readString(PAGE));
        return box.results().map(found -> found.group(1)).toList();
    }

    @Test
    void whoFollowsThePageHasADriverThatIsGood(@TempDir Path folder) throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        ProcessBuilder page = new ProcessBuilder("bash", "-euo", "pipefail", "-c", String.join("\n", boxes("sh")))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        page.environment().put("BANYAN", HOME.toString());
        page.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // This very build has built it.
        page.environment().put("BANYAN_BUILT", "yes");
        Process running = page.start();
        boolean ended = running.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
        running.destroyForcibly();
        assertTrue(ended, () -> "still running after " + PATIENCE_MINUTES + " minutes: " + text(said));
        assertEquals(0, running.exitValue(), () -> text(said));
        try (Stream<Path> reports = Files.list(folder.resolve("my-pad/report"))) {
            String report = reports.filter(file -> file.toString().endsWith(".txt"))
                    .map(AddADeviceTest::text)
                    .collect(Collectors.joining());
            assertTrue(report.contains("GOOD: ") && !report.contains("NOT GOOD"), report);
            assertTrue(report.contains("quill-pad") && report.contains("SIGNATURE_PAD"), report);
        }
    }

    @Test
    void whatThePageShowsIsInTheTemplate() throws IOException {
        List<String> sources;
        try (Stream<Path> files = Files.walk(TEMPLATE)) {
            sources = files.filter(file -> file.toString().endsWith(".java"))
                    .map(AddADeviceTest::text)
                    .toList();
        }
        List<String> shown = boxes("java");
        assertFalse(shown.isEmpty());
        shown.forEach(box -> assertTrue(sources.stream().anyMatch(source -> source.contains(box)), box));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
