package banyan.walk;

import com.sun.glass.ui.monocle.MonoclePlatformFactory;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where the built parts of this checkout are: the production package, the extra jars, the service packages. */
public record Home(Path root) {
    /** The folder that {@code ./kiosk} names, or the one above the working folder that holds it. */
    public static Home find() {
        String named = System.getProperty("banyan.home");
        if (named != null) {
            return new Home(Path.of(named));
        }
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("kiosk")) && at.getParent() != null) {
            at = at.getParent();
        }
        return new Home(at);
    }

    Path catalogue() {
        return root.resolve("service-items/catalogue");
    }

    Path production() {
        return root.resolve("installer/target/terminal/lib");
    }

    /** The terminal as it is shipped. */
    public List<Path> productionJars() throws IOException {
        return jars(production());
    }

    /** The production jars, and the two that let a journey see and touch its screen. */
    public String walkedClassPath() throws IOException {
        List<String> path = new ArrayList<>();
        path.add(root.resolve("walk/target/banyan-walk-0.1.0.jar").toString());
        path.add(monocle().toString());
        productionJars().forEach(jar -> path.add(jar.toString()));
        return String.join(":", path);
    }

    private static Path monocle() throws IOException {
        try {
            return Path.of(MonoclePlatformFactory.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException unreadable) {
            throw new IOException(unreadable);
        }
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }
}
