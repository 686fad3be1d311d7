package banyan.server;

import banyan.acceptance.KeyFiles;
import banyan.server.intake.CarryIn;
import banyan.server.intake.ItemBook;
import banyan.server.wire.CentreKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.PrivateKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;

/**
 * {@code ./kiosk carry-in FILE --terminal NUMBER --key FILE --by STAFF [--dir DIR] [--catalogue DIR]}: takes in what {@code ./kiosk
 * carry-out} has written, and prints what became of each. The centre itself must not be running.
 */
public final class CarryInMain {
    private static final Set<String> WORDS = Set.of("--terminal", "--key", "--by", "--dir", "--catalogue");

    private CarryInMain() {}

    public static void main(String[] arguments) {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "banyan/server/serve-logback.xml");
        }
        Map<String, String> words = new HashMap<>();
        for (int at = 1; at + 1 < arguments.length; at += 2) {
            words.put(arguments[at], arguments[at + 1]);
        }
        boolean all = WORDS.containsAll(words.keySet()) && words.keySet().containsAll(Set.of("--terminal", "--key", "--by"));
        if (arguments.length % 2 == 0 || !all || !words.getOrDefault("--by", "").matches("[0-9A-Za-z-]{1,32}")) {
            System.err.println(
                    "usage: ./kiosk carry-in FILE --terminal NUMBER --key ESCROW-KEY --by STAFF-NUMBER [--dir DIR] [--catalogue DIR]");
            System.exit(64);
        }
        try {
            System.exit(take(Path.of(arguments[0]), words));
        } catch (ZipException cut) {
            System.err.println("Not carried in: " + arguments[0] + " is not what carry-out has written, or not all of it");
            System.exit(1);
        } catch (IOException failed) {
            System.err.println("Not carried in: " + failed.getMessage());
            System.exit(1);
        }
    }

    private static int take(Path file, Map<String, String> words) throws IOException {
        PrivateKey escrow = key(there(Path.of(words.getOrDefault("--key", ""))));
        Path folder = Optional.ofNullable(words.get("--dir")).map(Path::of).orElseGet(ServeMain::usualFolder);
        CentreSettings usual = CentreSettings.in(folder);
        return switch (CentreFile.read(folder.resolve("centre.yaml"), usual)) {
            case CentreFile.Read.Wrong(var mistakes) -> throw new IOException(String.join("\n", mistakes));
            case CentreFile.Read.Ready(var settings, var catalogue) -> {
                Path items = Optional.ofNullable(words.get("--catalogue"))
                        .map(Path::of)
                        .or(() -> catalogue)
                        .orElseGet(ServeMain::usualCatalogue);
                ItemBook book = ServeMain.items(items, settings.zone());
                // A folder in which none ever ran would otherwise become a centre of its own, and an empty one.
                if (!CentreKey.isIn(settings.keys())) {
                    throw new IOException("no centre has its keys in " + settings.keys());
                }
                try (Centre centre = Centre.closed(settings, () -> book)) {
                    yield said(centre.carryIn(there(file), escrow, words.getOrDefault("--terminal", ""), words.getOrDefault("--by", "")));
                }
            }
        };
    }

    private static Path there(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("there is no file " + file);
        }
        return file;
    }

    /** Whoever reads this key reads whatever waited on any disk of any terminal. */
    private static PrivateKey key(Path file) throws IOException {
        Set<PosixFilePermission> own = Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        if (!own.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IOException(file + " can be read by others; chmod 600 first");
        }
        return KeyFiles.readEscrowPrivate(file);
    }

    private static int said(List<CarryIn.Line> protocol) {
        for (CarryIn.Line line : protocol) {
            System.out.printf("%-10s %s %s %s%n", line.outcome(), line.kind(), line.subject(), line.code());
        }
        boolean good = true;
        for (CarryIn.Outcome outcome : CarryIn.Outcome.values()) {
            long count = protocol.stream().filter(line -> line.outcome() == outcome).count();
            System.out.println(outcome + ": " + count);
            good &= count == 0 || outcome == CarryIn.Outcome.RECEIVED || outcome == CarryIn.Outcome.HAD;
        }
        return good ? 0 : 3;
    }
}
