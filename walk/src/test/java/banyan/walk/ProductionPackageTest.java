package banyan.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** What is shipped holds the terminal, and nothing that walks it, simulates its devices or plays the centre. */
class ProductionPackageTest {
    private static final List<String> NEVER = List.of(
            "banyan/walk/",
            "banyan/simulator/",
            "banyan/server/",
            "banyan/conformance/",
            "banyan/kit/",
            "banyan/bench/",
            "com/sun/glass/ui/monocle/",
            "org/testfx/",
            "org/junit/",
            // What crashes the journal, and what would not flush it.
            "banyan/cache/Crash",
            "banyan/cache/Fault",
            "banyan/cache/PowerCut",
            "banyan/cache/RecordedDisk",
            "native/");

    @Test
    void theExtraJarsAreNotInIt() throws IOException {
        for (Path jar : Home.find().productionJars()) {
            try (JarFile file = new JarFile(jar.toFile())) {
                assertEquals(
                        List.of(),
                        file.stream()
                                .map(entry -> entry.getName())
                                .filter(name -> NEVER.stream().anyMatch(name::startsWith))
                                .toList(),
                        jar.getFileName().toString());
            }
        }
    }

    @Test
    void theTerminalIsInIt() throws IOException {
        assertTrue(Home.find().productionJars().stream()
                .anyMatch(jar -> jar.getFileName().toString().startsWith("banyan-kiosk-app")));
    }
}
