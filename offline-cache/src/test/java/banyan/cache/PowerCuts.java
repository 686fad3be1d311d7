package banyan.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/** Rounds of power cuts: at the file system, and at a disk with a cache of its own; for each a control that must be found out. */
final class PowerCuts {
    /** So many promises are made before the power is cut: enough that a flush is among the last of them. */
    private static final int FEWEST = 12;

    private static final int MOST = 60;

    /** So many rounds a control has to lose something. */
    private static final int UNTIL_FOUND = 10;

    /** So many blocks are written before the power goes: four turns of the whole cast at most. */
    private static final int BLOCKS = 1000;

    private final Path work;
    private final Random random;
    private int folders;

    /** What came of rounds at the disk, by what was left in its cache. */
    record AtTheDisk(int rounds, int promises, long mostCached, Map<RecordedDisk.Left, List<String>> ways) {
        List<String> broken(RecordedDisk.Left way) {
            return ways.getOrDefault(way, List.of());
        }

        List<String> broken() {
            return ways.entrySet().stream()
                    .flatMap(way -> way.getValue().stream().map(line -> way.getKey() + ": " + line))
                    .toList();
        }
    }

    PowerCuts(Path work, long seed) {
        this.work = work;
        this.random = new Random(seed);
    }

    /** The power is cut at moments chosen by chance, again and again over the same disk, until something is lost. */
    Crashes.Outcome atTheFileSystem(LoopMount.FileSystem system, int rounds) throws IOException, InterruptedException {
        return atTheFileSystem(system, rounds, UnaryOperator.identity());
    }

    /** The same with a journal that does not flush what it commits. */
    Crashes.Outcome atTheFileSystemWithoutFlush(LoopMount.FileSystem system) throws IOException, InterruptedException {
        return atTheFileSystem(system, UNTIL_FOUND, PowerCuts::unflushed);
    }

    private Crashes.Outcome atTheFileSystem(
            LoopMount.FileSystem system, int rounds, UnaryOperator<Connection> connection)
            throws IOException, InterruptedException {
        Promises promises = new Promises();
        List<String> broken = new ArrayList<>();
        int round = 0;
        try (PowerCut power = new PowerCut(newFolder(), system)) {
            Path folder = power.folder().resolve("cache");
            // On the disk before anything is promised, as on every terminal: the key is of no use to an attacker of durability.
            Given.journal(folder).close();
            for (; round < rounds && broken.isEmpty(); round++) {
                working(folder, connection, promises, cast -> {
                    int enough = promises.count() + random.nextInt(FEWEST, MOST);
                    while (promises.count() < enough && cast.isAlive()) {
                        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(100, 1000)));
                    }
                    promises.power(false);
                    power.cut();
                });
                promises.power(true);
                power.back();
                broken.addAll(promises.broken(folder));
                promises.nextVisit();
            }
        }
        return new Crashes.Outcome(round, promises.count(), broken);
    }

    /** The power goes with a block chosen by chance, each time on a new disk, until something is lost. */
    AtTheDisk atTheDisk(int rounds) throws IOException, InterruptedException {
        return atTheDisk(rounds, 1, UnaryOperator.identity());
    }

    /** The control: the file system does not tell the disk to flush. Only where all of the cache was left may nothing be lost. */
    AtTheDisk atADiskThatIsNotTold() throws IOException, InterruptedException {
        return atTheDisk(1, BLOCKS / 2, UnaryOperator.identity(), "barrier=0");
    }

    /** The control: what was called durable never left the kernel's memory. */
    AtTheDisk atTheDiskWithoutFlush() throws IOException, InterruptedException {
        return atTheDisk(1, BLOCKS / 2, PowerCuts::unflushed);
    }

    private AtTheDisk atTheDisk(int rounds, int earliest, UnaryOperator<Connection> connection, String... options)
            throws IOException, InterruptedException {
        Map<RecordedDisk.Left, List<String>> ways = new EnumMap<>(RecordedDisk.Left.class);
        Path program = RecordedDisk.program(newFolder());
        int promised = 0;
        long cached = 0;
        int round = 0;
        for (; round < rounds && ways.isEmpty(); round++) {
            Path here = newFolder();
            Promises promises = new Promises();
            try (RecordedDisk disk = new RecordedDisk(here, program, options)) {
                Path folder = disk.folder().resolve("cache");
                Given.journal(folder).close();
                disk.cutAt(random.nextInt(earliest, BLOCKS));
                working(folder, connection, promises, Thread::join);
                cached = Math.max(cached, disk.written().cached());
                List<Path> images = disk.images(random.nextInt(Integer.MAX_VALUE));
                for (RecordedDisk.Left way : RecordedDisk.Left.values()) {
                    List<String> broken = broken(images.get(way.ordinal()), here.resolve("left"), promises);
                    if (!broken.isEmpty()) {
                        ways.put(way, broken);
                    }
                }
            }
            promised += promises.count();
        }
        return new AtTheDisk(round, promised, cached, ways);
    }

    /** What cannot be mounted or opened is as lost as what is not there. */
    private static List<String> broken(Path image, Path at, Promises promises) throws IOException, InterruptedException {
        try (LoopMount left = LoopMount.of(image, at)) {
            return promises.broken(left.folder().resolve("cache"));
        } catch (AssertionError | RuntimeException unusable) {
            return List.of("unusable: " + unusable.getMessage());
        }
    }

    private interface Until {
        void over(Thread cast) throws InterruptedException;
    }

    private void working(Path folder, UnaryOperator<Connection> connection, Promises promises, Until until)
            throws InterruptedException {
        try (Journal journal = Given.journal(Given.settings(folder, new OsDisk(), connection));
                DraftRefuge refuge = DraftRefuge.open(folder, Given.vault(folder), Instant::now)) {
            CrashCast cast =
                    new CrashCast(folder, journal, refuge, new Random(random.nextLong()), promises::said, false);
            Thread working = Thread.ofPlatform().name("cast").start(cast::play);
            until.over(working);
            working.join();
        }
    }

    private Path newFolder() throws IOException {
        return Files.createDirectories(work.resolve("power-" + folders++));
    }

    /** The setting that loses what was promised, and is never the terminal's. */
    private static Connection unflushed(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            boolean _ = statement.execute("PRAGMA synchronous=NORMAL");
            return connection;
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
