package banyan.cache;

import banyan.acceptance.KeyFiles;
import banyan.server.CentreSettings;
import banyan.server.AnyItem;
import banyan.server.store.Database;
import banyan.server.store.DatabaseAt;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import okhttp3.OkHttpClient;

/**
 * {@code ./kiosk storm}: a thousand terminals that come back at once after an outage, or some on a bad line, against a real centre with
 * its database; says what arrived, how often, and how long it took. Ends with 1 if anything was lost or doubled.
 */
final class StormMain {
    private static final String USAGE = "./kiosk storm [--terminals N] [--waiting N] [--bad-line] [--seed S]";
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration OUTAGE = Duration.ofSeconds(20);

    private final int terminals;
    private final int waiting;
    private final Path work;
    private final Tally tally = new Tally();
    private final Database database;

    private StormMain(int terminals, int waiting, Path work, Database database) {
        this.database = database;
        this.terminals = terminals;
        this.waiting = waiting;
        this.work = work;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        boolean bad = List.of(arguments).contains("--bad-line");
        int terminals = bad ? 100 : 1000;
        int waiting = bad ? 100 : 20;
        long seed = System.nanoTime();
        for (int at = 0; at < arguments.length; at += arguments[at].equals("--bad-line") ? 1 : 2) {
            String value = at + 1 < arguments.length ? arguments[at + 1] : "";
            long number = value.matches("[0-9]{1,18}") ? Long.parseLong(value) : 0;
            switch (arguments[at]) {
                case "--bad-line" -> {}
                case "--terminals" -> terminals = (int) Math.min(number, Integer.MAX_VALUE);
                case "--waiting" -> waiting = (int) Math.min(number, Integer.MAX_VALUE);
                case "--seed" -> seed = number;
                default -> terminals = 0;
            }
        }
        if (terminals < 1 || terminals > 9999 || waiting < 1) {
            System.err.println(USAGE);
            System.exit(64);
        }
        Path work = Files.createTempDirectory("banyan-storm");
        boolean good;
        DatabaseAt place = new DatabaseAt.Embedded(work.resolve("postgres"), work.resolve("program"));
        try (Database database = Database.open(place, 8)) {
            StormMain main = new StormMain(terminals, waiting, work, database);
            good = bad ? main.badLine(seed) : main.storm();
        } finally {
            FaultLoop.remove(work);
        }
        System.exit(good ? 0 : 1);
    }

    private banyan.server.Centre centre(KeyPair pair) throws IOException {
        banyan.server.Centre centre = banyan.server.Centre.start(
                CentreSettings.in(Files.createDirectories(work.resolve("centre")))
                        .withDatabase(database.at())
                        .withPaperReserve(0),
                new AnyItem());
        for (int at = 0; at < terminals; at++) {
            centre.introduce(Fleet.number(at), pair.getPublic());
        }
        return centre;
    }

    private Fleet fleet(banyan.server.Centre centre, int port, KeyPair pair) throws IOException {
        OkHttpClient http =
                CentreClient.usual().newBuilder().addInterceptor(tally).build();
        Centre there = Centre.of(URI.create("http://127.0.0.1:" + port), centre.key());
        Fleet fleet = new Fleet(
                Files.createDirectories(work.resolve("terminals")),
                terminals,
                there,
                pair.getPrivate(),
                http,
                Sync.Pacing.USUAL);
        fleet.keep(waiting, 10);
        System.out.printf(
                "%d terminals keep %d submissions each, every tenth with two papers%n", terminals, waiting);
        return fleet;
    }

    private boolean badLine(long seed) throws IOException, InterruptedException {
        System.out.println("seed " + seed);
        KeyPair pair = KeyFiles.newPair();
        ChaosLine.Weather weather = ChaosLine.Weather.bad(0.02, Duration.ofMillis(500));
        try (banyan.server.Centre centre = centre(pair);
                ChaosLine line = new ChaosLine(centre.port(), weather, seed);
                Fleet fleet = fleet(centre, line.port(), pair)) {
            long began = System.nanoTime();
            fleet.start();
            drain(fleet);
            for (ChaosLine.Harm harm : ChaosLine.Harm.values()) {
                System.out.printf("  line: %s %d%n", harm, line.count(harm));
            }
            return told(centre, fleet, began);
        }
    }

    private boolean storm() throws IOException, InterruptedException {
        KeyPair pair = KeyFiles.newPair();
        try (banyan.server.Centre centre = centre(pair)) {
            int port = centre.port();
            centre.stopListening();
            try (Fleet fleet = fleet(centre, port, pair)) {
                fleet.start();
                // So long that the terminals' waits have grown.
                Thread.sleep(OUTAGE);
                System.out.printf("after an outage of %d s the centre is back%n", OUTAGE.toSeconds());
                tally.begin();
                long began = System.nanoTime();
                centre.listen();
                drain(fleet);
                return told(centre, fleet, began);
            }
        }
    }

    private void drain(Fleet fleet) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long shown = System.nanoTime();
        // What is set aside stays, and is told of.
        while (fleet.waiting() > fleet.refused() && System.nanoTime() - end < 0) {
            Thread.sleep(250);
            if (System.nanoTime() - shown > 10_000_000_000L) {
                shown = System.nanoTime();
                System.out.printf("  %d wait%n", fleet.waiting());
            }
        }
        // The last ends are told after the entries are gone.
        Thread.sleep(500);
    }

    private boolean told(banyan.server.Centre centre, Fleet fleet, long began) {
        int kept = fleet.kept().size();
        long held = centre.records().countSubmissions();
        int lost = fleet.withoutReceipt().size();
        int numbers = fleet.acceptanceNumbers().size();
        boolean good = held == kept && lost == 0 && numbers == kept && fleet.ends() == kept && fleet.refused() == 0;
        List<Long> at = fleet.received().stream().map(nanos -> nanos - began).toList();
        System.out.printf(
                "kept %d; the centre holds %d; receipts %d, different numbers %d; lost %d, doubled %d, set aside %d%n",
                kept, held, kept - lost, numbers, lost, Math.max(0, held - kept), fleet.refused());
        System.out.printf(
                "receipts: first after %.1f s, half %.1f s, 99 in 100 %.1f s, last %.1f s%n",
                Tally.at(at, 0) / 1e9, Tally.at(at, 0.5) / 1e9, Tally.at(at, 0.99) / 1e9, Tally.at(at, 1) / 1e9);
        double bare = BareInserts.perSecond(database.jdbi());
        System.out.printf(
                "bare inserts into that database, one commit each: %.0f a second; so many of them would take %.1f s%n", bare, kept / bare);
        System.out.printf(
                "answers %s; half within %.0f ms, 99 in 100 within %.0f ms%n",
                tally.answers(), tally.millis(0.5), tally.millis(0.99));
        System.out.println(good ? "nothing lost, nothing doubled" : "NOT AS PROMISED");
        return good;
    }
}
