package banyan.walk;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders that a journey begins with. */
final class Folders {
    private Folders() {}

    /** There, and nothing in it. */
    static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> inside = Files.walk(folder)) {
                for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(folder);
    }

    /** All that is in one folder and below, in another that had something else in it or nothing. */
    static Path copy(Path from, Path to) throws IOException {
        empty(to);
        try (Stream<Path> inside = Files.walk(from, FileVisitOption.FOLLOW_LINKS)) {
            for (Path path : inside.skip(1).toList()) {
                Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return to;
    }
}
