package banyan.server;

import banyan.attest.QuickEd25519;
import banyan.item.catalogue.CatalogueReport;
import banyan.server.intake.CatalogueItemBook;
import banyan.server.intake.ItemBook;
import banyan.server.store.OwnFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** The centre as a program: {@code ./kiosk serve [--dir DIR] [--port N] [--catalogue DIR]}. */
public final class ServeMain {
    private static final int USUAL_PORT = 8470;
    private static final int USUAL_WATCH = 8471;

    private ServeMain() {}

    private record Arguments(Path folder, Optional<Integer> port, Optional<Path> catalogue) {}

    public static void main(String[] arguments) {
        // Said before the first logger is made; a program that runs a centre inside itself has a configuration of its
        // own.
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "banyan/server/serve-logback.xml");
        }
        QuickEd25519.install();
        try {
            System.exit(serve(arguments(List.of(arguments))));
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.err.println("usage: ./kiosk serve [--dir DIR] [--port N] [--catalogue DIR]");
            System.exit(2);
        } catch (IOException failed) {
            System.err.println("The centre cannot start: " + failed.getMessage());
            System.exit(1);
        } catch (InterruptedException stopped) {
            System.exit(0);
        }
    }

    private static int serve(Arguments given) throws IOException, InterruptedException {
        OwnFolder.make(given.folder());
        CentreSettings usual = CentreSettings.in(given.folder())
                .withPort(USUAL_PORT)
                .withEngine(Engine.USUAL.withWatch(OptionalInt.of(USUAL_WATCH)));
        switch (CentreFile.read(given.folder().resolve("centre.yaml"), usual)) {
            case CentreFile.Read.Wrong(var mistakes) -> {
                mistakes.forEach(System.err::println);
                return 2;
            }
            case CentreFile.Read.Ready(var settings, var catalogue) -> {
                CentreSettings asked = given.port().map(settings::withPort).orElse(settings);
                Path items = given.catalogue().or(() -> catalogue).orElseGet(ServeMain::usualCatalogue);
                if (!Files.isDirectory(items)) {
                    throw new IOException("there are no items in " + items + "; name their folder with --catalogue");
                }
                run(asked, () -> items(items, asked.zone()));
                return 0;
            }
        }
    }

    private static void run(CentreSettings settings, Supplier<ItemBook> items)
            throws IOException, InterruptedException {
        try (Centre centre = Centre.start(settings, items)) {
            CountDownLatch end = new CountDownLatch(1);
            CountDownLatch closed = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                end.countDown();
                try {
                    closed.await();
                } catch (InterruptedException hurried) {
                    Thread.currentThread().interrupt();
                }
            }));
            System.out.println(
                    "The acceptance centre (a demonstration) is at " + centre.address() + " . Ctrl-C ends it.");
            try {
                end.await();
            } finally {
                centre.finish();
                centre.close();
                closed.countDown();
            }
        }
    }

    static ItemBook items(Path folder, ZoneId zone) {
        CatalogueReport report = CatalogueItemBook.localPackages(folder);
        report.mistakes().forEach(mistake -> System.err.println("Left out: " + mistake));
        return new CatalogueItemBook(report, List.of(), zone);
    }

    static Path usualCatalogue() {
        return home().resolve("service-items").resolve("catalogue");
    }

    static Path usualFolder() {
        return home().resolve(".kiosk").resolve("centre");
    }

    private static Path home() {
        return Path.of(System.getProperty("banyan.home", "."));
    }

    private static Arguments arguments(List<String> given) {
        Path folder = usualFolder();
        Optional<Integer> port = Optional.empty();
        Optional<Path> catalogue = Optional.empty();
        for (Iterator<String> words = given.iterator(); words.hasNext(); ) {
            String word = words.next();
            if (!words.hasNext()) {
                throw new IllegalArgumentException(word + " needs a value");
            }
            String value = words.next();
            switch (word) {
                case "--dir" -> folder = Path.of(value);
                case "--port" -> port = Optional.of(number(value));
                case "--catalogue" -> catalogue = Optional.of(Path.of(value));
                default -> throw new IllegalArgumentException("there is no " + word);
            }
        }
        return new Arguments(folder, port, catalogue);
    }

    private static int number(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new IllegalArgumentException("--port must be a number from 0 to 65535");
        }
        return Integer.parseInt(text);
    }
}
