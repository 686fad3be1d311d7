package banyan.cache;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.LoggerFactory;

/**
 * {@code ./kiosk crash}: crashes the journal again and again and says what was lost, which must be nothing; and for each method a
 * control that must lose something. Ends with 1 where it is otherwise.
 */
final class CrashMain {
    private static final List<String> METHODS = List.of("kill", "fault", "powercut", "diskcache", "flips");

    /** What reached the disk is there: where even that is lost, the recorder is at fault. */
    private static final Set<RecordedDisk.Left> ALL_BUT_ALL = EnumSet.complementOf(EnumSet.of(RecordedDisk.Left.ALL));

    private static final int FLIPS_OF_THE_CONTROL = 1000;

    private final Crashes crashes;
    private final PowerCuts cuts;
    private final Path work;
    private final long seed;
    private final int rounds;
    private boolean good = true;

    private CrashMain(Path work, long seed, int rounds) {
        this.crashes = new Crashes(work, seed);
        this.cuts = new PowerCuts(work, seed);
        this.work = work;
        this.seed = seed;
        this.rounds = rounds;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Optional<Integer> rounds = Optional.of(20);
        String method = "all";
        long seed = System.nanoTime();
        for (int at = 0; at < arguments.length; at += 2) {
            String value = at + 1 < arguments.length ? arguments[at + 1] : "";
            switch (arguments[at]) {
                case "--rounds" -> rounds = number(value).map(Math::toIntExact);
                case "--method" -> method = value;
                case "--seed" -> seed = number(value).orElse(0L);
                default -> method = "";
            }
        }
        if (rounds.isEmpty() || !METHODS.contains(method) && !method.equals("all")) {
            System.err.println("./kiosk crash [--rounds N] [--method kill|fault|powercut|diskcache|flips|all] [--seed S]");
            System.exit(64);
        }
        Path work = Files.createTempDirectory("banyan-crash");
        CrashMain main = new CrashMain(work, seed, rounds.orElseThrow());
        System.out.println("seed " + seed);
        for (String one : method.equals("all") ? METHODS : List.of(method)) {
            main.play(one);
        }
        FaultLoop.remove(work);
        System.exit(main.good ? 0 : 1);
    }

    private static Optional<Long> number(String text) {
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    private void play(String method) throws IOException, InterruptedException {
        try {
            switch (method) {
                case "kill" -> {
                    mustHold(method, crashes.kills(rounds));
                    mustLose(method, "which promises too early", crashes.killsOfTheHasty());
                }
                case "fault" -> loop();
                case "powercut" -> {
                    for (LoopMount.FileSystem system : LoopMount.FileSystem.values()) {
                        mustHold(method + " on " + system, cuts.atTheFileSystem(system, rounds));
                        mustLose(method + " on " + system, "without a flush", cuts.atTheFileSystemWithoutFlush(system));
                    }
                }
                case "flips" -> flips();
                default -> {
                    mustHold(method, cuts.atTheDisk(rounds));
                    mustLose(method, "with a disk that is not told to flush", cuts.atADiskThatIsNotTold(), ALL_BUT_ALL);
                    mustLose(method, "without a flush", cuts.atTheDiskWithoutFlush(), EnumSet.allOf(RecordedDisk.Left.class));
                }
            }
        } catch (AssertionError cannot) {
            good = false;
            System.out.println(method + ": " + cannot.getMessage());
        }
    }

    private void mustHold(String method, Crashes.Outcome outcome) {
        good &= outcome.broken().isEmpty();
        System.out.printf(
                "%s: rounds %d, promises %d, lost %d%n",
                method, outcome.rounds(), outcome.promises(), outcome.broken().size());
        outcome.broken().forEach(line -> System.out.println("  " + line));
    }

    private void mustLose(String method, String how, Crashes.Outcome outcome) {
        boolean found = !outcome.broken().isEmpty();
        good &= found;
        System.out.printf(
                "%s, the control %s: rounds %d, promises %d, lost %d%s%n",
                method,
                how,
                outcome.rounds(),
                outcome.promises(),
                outcome.broken().size(),
                found ? ", as it must" : ": NOT FOUND OUT, this method proves nothing here");
    }

    private void mustHold(String method, PowerCuts.AtTheDisk outcome) {
        good &= outcome.broken().isEmpty();
        System.out.printf(
                "%s: rounds %d, each left in %d ways, promises %d, written and not flushed at the cut %d at most, lost %d%n",
                method,
                outcome.rounds(),
                RecordedDisk.Left.values().length,
                outcome.promises(),
                outcome.mostCached(),
                outcome.broken().size());
        outcome.broken().forEach(line -> System.out.println("  " + line));
    }

    private void mustLose(String method, String how, PowerCuts.AtTheDisk outcome, Set<RecordedDisk.Left> ways) {
        for (RecordedDisk.Left way : RecordedDisk.Left.values()) {
            int lost = outcome.broken(way).size();
            boolean right = lost > 0 == ways.contains(way);
            good &= right;
            System.out.printf(
                    "%s, the control %s, %s: promises %d, lost %d%s%n",
                    method,
                    how,
                    way,
                    outcome.promises(),
                    lost,
                    right ? ", as it must" : ": THIS METHOD PROVES NOTHING HERE");
        }
    }

    private void flips() throws IOException {
        // Each round is damage, and each is told in the log.
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        Flips.Outcome outcome = new Flips(work, seed).rounds(rounds);
        Flips.Outcome control = new Flips(work, seed).roundsOfTheTrusting(Math.max(rounds, FLIPS_OF_THE_CONTROL));
        good &= outcome.broken().isEmpty() && !control.broken().isEmpty();
        System.out.printf(
                "flips: rounds %d, nothing lost in %d, one record in %d, salvaged in %d, worse in %d%n",
                outcome.rounds(),
                outcome.untouched(),
                outcome.lost(),
                outcome.salvaged(),
                outcome.broken().size());
        outcome.broken().forEach(line -> System.out.println("  " + line));
        System.out.println("flips, the control that does not look at the tag: "
                + (control.broken().isEmpty()
                        ? "NOT FOUND OUT, this method proves nothing here"
                        : "found out after " + control.rounds() + ", as it must"));
    }

    /** Every point is tried, so that rounds would add nothing. */
    private void loop() throws IOException, InterruptedException {
        Crashes.Loop loop = crashes.faults(false);
        Crashes.Loop control = crashes.faults(true);
        good &= loop.code() == 0 && control.code() != 0;
        System.out.println("fault: " + (loop.code() == 0 ? loop.said() + ", lost 0" : loop.said()));
        System.out.println("fault, the control that takes no for yes: "
                + (control.code() == 0 ? "NOT FOUND OUT, this method proves nothing here" : "found out, as it must"));
    }
}
