package banyan.cache;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Rounds of crashes, by each method, and for each a control that must be found out. */
final class Crashes {
    /** The calls of two turns of the whole cast, opening the journal included. */
    private static final int CALLS = 350;

    /** So many promises are made before the power is cut: enough that a flush is among the last of them. */
    private static final int FEWEST = 12;

    private static final int MOST = 60;

    private final Path work;
    private final Random random;

    /** So many rounds a control has to lose something. */
    private static final int UNTIL_FOUND = 10;

    /** What came of some rounds. */
    record Outcome(int rounds, int promises, List<String> broken) {}

    Crashes(Path work, long seed) {
        this.work = work;
        this.random = new Random(seed);
    }

    /** A program is killed before, in the middle of and after a call to the kernel, chosen by chance, until something is lost. */
    Outcome kills(int rounds) throws IOException, InterruptedException {
        return kills(rounds, false);
    }

    /** The same with a program that promises too early. */
    Outcome killsOfTheHasty() throws IOException, InterruptedException {
        return kills(UNTIL_FOUND, true);
    }

    private Outcome kills(int rounds, boolean early) throws IOException, InterruptedException {
        Path here = Files.createDirectories(work.resolve(early ? "early" : "kills"));
        Path library = Faults.library(here);
        Path page = here.resolve("page");
        Path folder = here.resolve("cache");
        Faults faults = Faults.at(page);
        Promises promises = new Promises();
        List<String> broken = new ArrayList<>();
        Faults.Mode[] deaths = {Faults.Mode.KILL_BEFORE, Faults.Mode.KILL_MIDDLE, Faults.Mode.KILL_AFTER};
        int round = 0;
        for (; round < rounds && broken.isEmpty(); round++) {
            // The first rounds soon, so that a journal that is just being made is met too.
            int latest = round < 3 && !early ? CALLS / 10 : CALLS;
            faults.arm(deaths[round % deaths.length], random.nextInt(1, latest), 0);
            List<String> more = early ? List.of("early") : List.of();
            Process writer = cast(folder, library, page, more);
            try (BufferedReader said = writer.inputReader(StandardCharsets.US_ASCII)) {
                said.lines().forEach(promises::said);
            } finally {
                ended(writer);
            }
            broken.addAll(promises.broken(folder));
        }
        return new Outcome(round, promises.count(), broken);
    }

    private Process cast(Path folder, Path library, Path page, List<String> more) throws IOException {
        List<String> command = new ArrayList<>(java());
        command.addAll(List.of(CrashCast.class.getName(), folder.toString(), Long.toString(random.nextLong())));
        command.addAll(more);
        ProcessBuilder writer = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        Faults.over(writer, library, page, folder);
        return writer.start();
    }

    private static void ended(Process process) throws InterruptedException {
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        if (!ended) {
            throw new AssertionError("a program was to be killed and lived on");
        }
    }

    /** Every call to the kernel fails once, in each deed and each way; what came of it, and the lines it said. */
    record Loop(int code, String said) {}

    Loop faults(boolean careless) throws IOException, InterruptedException {
        Path here = Files.createDirectories(work.resolve(careless ? "careless" : "faults"));
        Path page = here.resolve("page");
        Path folder = Files.createDirectories(here.resolve("cache"));
        Faults.at(page).arm(Faults.Mode.OFF, 0, 0);
        List<String> command = new ArrayList<>(java());
        command.addAll(List.of(FaultLoop.class.getName(), folder.toString()));
        if (careless) {
            command.add("careless");
        }
        ProcessBuilder loop = new ProcessBuilder(command).redirectErrorStream(true);
        Faults.over(loop, Faults.library(here), page, folder);
        Process running = loop.start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(running.getInputStream(), StandardCharsets.UTF_8))) {
            String all = said.lines().filter(line -> !line.startsWith("WARNING:")).collect(Collectors.joining("\n"));
            return new Loop(running.waitFor(), all);
        } finally {
            ended(running);
        }
    }

    private static List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xmx128m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath());
    }

    /** Without the log, which takes longer to set up than a writer lives. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("logback"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The power is cut at moments chosen by chance, again and again over the same disk, until something is lost. */
    Outcome powerCuts(int rounds) throws IOException, InterruptedException {
        return powerCuts(rounds, false);
    }

    /** The same with a journal that does not flush what it commits. */
    Outcome powerCutsWithoutFlush() throws IOException, InterruptedException {
        return powerCuts(UNTIL_FOUND, true);
    }

    private Outcome powerCuts(int rounds, boolean withoutFlush) throws IOException, InterruptedException {
        Promises promises = new Promises();
        List<String> broken = new ArrayList<>();
        int round = 0;
        try (PowerCut power = new PowerCut(Files.createDirectories(work.resolve(withoutFlush ? "unflushed" : "power")))) {
            Path folder = power.folder().resolve("cache");
            // On the disk before anything is promised, as on every terminal: the key is of no use to an attacker of durability.
            Given.journal(folder).close();
            for (; round < rounds && broken.isEmpty(); round++) {
                cutWhileWorking(power, folder, promises, withoutFlush);
                power.back();
                broken.addAll(promises.broken(folder));
            }
        }
        return new Outcome(round, promises.count(), broken);
    }

    private void cutWhileWorking(PowerCut power, Path folder, Promises promises, boolean withoutFlush)
            throws InterruptedException {
        UnaryOperator<Connection> disk = withoutFlush ? Crashes::unflushed : UnaryOperator.identity();
        try (Journal journal = Given.journal(Given.settings(folder, new OsDisk(), disk));
                DraftRefuge refuge = DraftRefuge.open(folder, Given.vault(folder), Instant::now)) {
            CrashCast cast = new CrashCast(
                    folder, journal, refuge, new Random(random.nextLong()), promises::said, false);
            Thread working = Thread.ofPlatform().name("cast").start(cast::play);
            int enough = promises.count() + random.nextInt(FEWEST, MOST);
            while (promises.count() < enough && working.isAlive()) {
                LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(100, 1000)));
            }
            promises.power(false);
            power.cut();
            working.join();
            promises.power(true);
        }
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
