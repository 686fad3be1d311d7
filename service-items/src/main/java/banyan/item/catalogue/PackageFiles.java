package banyan.item.catalogue;

import banyan.item.Place;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * The files of one package, read once: what is checked, hashed and used are the same bytes. Links are not followed and nothing
 * is read without a bound, because a package may come from a memory stick.
 */
record PackageFiles(String folder, SequencedMap<String, byte[]> bytes) {
    static final int LARGEST_FILE = 256 * 1024;
    static final int LARGEST_PACKAGE = 2 * 1024 * 1024;
    static final int MOST_FILES = 64;

    static final String MANIFEST = "manifest.json";
    static final String SIGNATURE = "manifest.sig";

    private static final String KNOWN =
            "item\\.yaml|form\\.yaml|materials\\.yaml|decision\\.yaml|shared\\.yaml|calendar\\.yaml|README\\.md|manifest\\.json|manifest\\.sig"
                    + "|templates/[a-z][a-z0-9-]*\\.yaml";

    static PackageFiles read(Path folder, Mistakes mistakes) {
        var name = String.valueOf(folder.getFileName());
        var walk = new Walk(folder, mistakes);
        try {
            Files.walkFileTree(folder, walk);
        } catch (IOException broken) {
            mistakes.add(
                    new Place("", 0), "cannot be read: " + broken.getClass().getSimpleName());
        }
        return new PackageFiles(name, walk.files);
    }

    Optional<byte[]> get(String file) {
        return Optional.ofNullable(bytes.get(file));
    }

    boolean has(String file) {
        return bytes.containsKey(file);
    }

    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final Mistakes mistakes;
        private final SequencedMap<String, byte[]> files = new TreeMap<>();
        private long total;

        Walk(Path folder, Mistakes mistakes) {
            this.folder = folder;
            this.mistakes = mistakes;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            var name = name(directory);
            if (name.isEmpty() || name.equals("templates")) {
                return FileVisitResult.CONTINUE;
            }
            mistakes.add(new Place(name, 0), "is no folder of a package");
            return FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            var name = name(file);
            var place = new Place(name, 0);
            if (attributes.isSymbolicLink()) {
                mistakes.add(place, "is a link; a package has only files");
            } else if (!attributes.isRegularFile()) {
                mistakes.add(place, "is no file");
            } else if (!name.matches(KNOWN)) {
                mistakes.add(place, "is no file of a package; take it away");
            } else if (files.size() >= MOST_FILES) {
                mistakes.add(place, "is one too many: a package has at most " + MOST_FILES + " files");
                return FileVisitResult.TERMINATE;
            } else {
                take(name, file, place);
            }
            return FileVisitResult.CONTINUE;
        }

        private void take(String name, Path file, Place place) throws IOException {
            try (var stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                var bytes = stream.readNBytes(LARGEST_FILE + 1);
                total += bytes.length;
                if (bytes.length > LARGEST_FILE) {
                    mistakes.add(place, "is larger than " + LARGEST_FILE / 1024 + " KiB");
                } else if (total > LARGEST_PACKAGE) {
                    mistakes.add(place, "makes the package larger than " + LARGEST_PACKAGE / 1024 / 1024 + " MiB");
                } else {
                    files.put(name, bytes);
                }
            }
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException broken) {
            mistakes.add(
                    new Place(name(file), 0),
                    "cannot be read: " + broken.getClass().getSimpleName());
            return FileVisitResult.CONTINUE;
        }

        private String name(Path path) {
            return folder.relativize(path).toString().replace('\\', '/');
        }
    }
}
