package banyan.cache;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Rounds of kills, and a fault at every call to the kernel; for each a control that must be found out. */
final class Crashes {
    /** The calls of two turns of the whole cast, opening the journal included. */
    private static final int CALLS = 350;

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
            promises.nextVisit();
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
}
