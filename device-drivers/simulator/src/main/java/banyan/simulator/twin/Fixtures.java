package banyan.simulator.twin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Invented cards, pages, signatures and fingers by name: from a folder of the user's first, then from those that come with the
 * simulator.
 */
public final class Fixtures {
    /** Larger than any sensible scan, small enough to keep in memory. */
    public static final long MAX_BYTES = 64L << 20;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,99}");
    private static final String BUILT_IN = "/banyan/simulator/fixtures/";

    /** What a fixture is, and so in which folder it lies. */
    public enum Kind {
        CARDS,
        PAGES,
        SIGNATURES,
        FINGERS,
        /** Cards with a chip. */
        CHIP_CARDS;

        String folder() {
            return Fields.word(this);
        }
    }

    private final Optional<Path> outside;

    public Fixtures(Optional<Path> outside) {
        this.outside = outside;
    }

    /** The bytes of a fixture; empty if there is none of that name, or if it is too large. */
    public Optional<byte[]> bytes(Kind kind, String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        Optional<Path> file =
                outside.map(folder -> folder.resolve(kind.folder()).resolve(name));
        if (file.isPresent() && Files.isRegularFile(file.get())) {
            return read(file.get());
        }
        try (InputStream in = Fixtures.class.getResourceAsStream(BUILT_IN + kind.folder() + "/" + name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of any file; empty if it cannot be read or is too large. */
    public static Optional<byte[]> read(String path) {
        try {
            return read(Path.of(path));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> read(Path file) {
        try {
            return Files.size(file) > MAX_BYTES ? Optional.empty() : Optional.of(Files.readAllBytes(file));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** The names there are, sorted. */
    public List<String> names(Kind kind) {
        TreeSet<String> names = new TreeSet<>();
        try (InputStream in = Fixtures.class.getResourceAsStream(BUILT_IN + kind.folder() + "/index.txt")) {
            if (in != null) {
                new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(names::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        outside.map(folder -> folder.resolve(kind.folder()))
                .filter(Files::isDirectory)
                .ifPresent(folder -> {
                    try (Stream<Path> files = Files.list(folder)) {
                        files.map(file -> file.getFileName().toString())
                                .filter(name -> NAME.matcher(name).matches())
                                .forEach(names::add);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        return List.copyOf(names);
    }
}
