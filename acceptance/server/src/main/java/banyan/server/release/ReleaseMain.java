package banyan.server.release;

import banyan.acceptance.KeyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code ./kiosk release FOLDER --key FILE [--number N] [--from TIME] [--releases DIR]}: packs, signs and lays down a release. */
public final class ReleaseMain {
    private static final String USAGE =
            "usage: ./kiosk release FOLDER --key FILE.key [--number N] [--from 2026-12-01T00:00:00Z] [--releases DIR]";
    private static final List<String> KNOWN = List.of("--key", "--number", "--from", "--releases");

    private ReleaseMain() {}

    public static void main(String[] arguments) {
        try {
            System.exit(run(List.of(arguments)));
        } catch (IOException failed) {
            System.err.println("Not released: " + failed.getMessage());
            System.exit(1);
        } catch (IllegalArgumentException | DateTimeParseException wrong) {
            System.err.println(USAGE);
            System.exit(2);
        }
    }

    private static int run(List<String> given) throws IOException {
        if (given.size() % 2 == 0) {
            throw new IllegalArgumentException();
        }
        Map<String, String> words = new HashMap<>();
        for (int at = 1; at < given.size(); at += 2) {
            if (!KNOWN.contains(given.get(at))) {
                throw new IllegalArgumentException();
            }
            words.put(given.get(at), given.get(at + 1));
        }
        if (!words.containsKey("--key")) {
            throw new IllegalArgumentException();
        }
        Path usual = Path.of(System.getProperty("banyan.home", "."), ".kiosk", "centre", "releases");
        ReleaseFolder shelf = new ReleaseFolder(Path.of(words.getOrDefault("--releases", usual.toString())));
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        long number = words.containsKey("--number")
                ? Long.parseLong(words.get("--number"))
                : shelf.newest().orElse(0) + 1;
        Instant from = words.containsKey("--from") ? Instant.parse(words.get("--from")) : now;
        ReleasePacker packer = new ReleasePacker(shelf, key(Path.of(words.get("--key"))));
        return switch (packer.pack(Path.of(given.getFirst()), number, from, now)) {
            case ReleasePacker.Packed.Done(var full, var delta) -> {
                System.out.println("Release %d of %d files is there, from %s%s"
                        .formatted(number, full.files().size(), from, delta.map(one -> "; a delta to " + one.base() + " of "
                                        + one.files().size())
                                .orElse("")));
                yield 0;
            }
            case ReleasePacker.Packed.Refused(var mistakes) -> {
                mistakes.forEach(System.err::println);
                yield 1;
            }
        };
    }

    /** A key that is not there yet is made, with its public half beside it for the terminals. */
    private static KeyPair key(Path file) throws IOException {
        Path shown = file.resolveSibling(file.getFileName().toString().replaceFirst("\\.key$", "") + ".pub");
        if (!Files.exists(file)) {
            KeyPair pair = KeyFiles.newPair();
            KeyFiles.writePublic(shown, pair.getPublic());
            KeyFiles.writePrivate(file, pair.getPrivate());
            System.out.println("A new release key: " + file + "; terminals trust " + shown);
        }
        return new KeyPair(KeyFiles.readPublic(shown), KeyFiles.readPrivate(file));
    }
}
