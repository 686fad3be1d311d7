package banyan.walk;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Bytes that must lie in no file, each with what it is. */
final class Needles {
    private final List<Needle> all = new ArrayList<>();

    private record Needle(String what, byte[] bytes) {}

    void add(String what, byte[] bytes) {
        all.add(new Needle(what, bytes));
    }

    /** The first that lies in a file under this folder, and in which. */
    Optional<String> foundUnder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] hay = Files.readAllBytes(file);
                for (Needle needle : all) {
                    if (contains(hay, needle.bytes())) {
                        return Optional.of(needle.what() + " in " + folder.relativize(file));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean contains(byte[] hay, byte[] needle) {
        outer:
        for (int at = 0; at <= hay.length - needle.length; at++) {
            for (int i = 0; i < needle.length; i++) {
                if (hay[at + i] != needle[i]) {
                    continue outer;
                }
            }
            return true;
        }
        return false;
    }
}
