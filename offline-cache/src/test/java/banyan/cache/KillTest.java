package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Sha256;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A writer is killed with {@code kill -9} at random moments: what it said was kept is kept, whole, and reaches the centre once.
 * More kills than the suite has time for: {@code mvn -pl offline-cache -am test -Dtest=KillTest -Dbanyan.kills=2000
 * -Dsurefire.failIfNoSpecifiedTests=false}. This shows nothing about a power cut, for the page cache survives.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("banyan.kills", 20);
    private static final int LONGEST_MILLIS = 150;
    private static final Pattern ACK = Pattern.compile("ACK ([0-9a-f-]{36}) ([0-9a-f]{64})");

    @TempDir
    Path folder;

    private final Map<String, String> promised = new HashMap<>();
    private final Set<String> fresh = new HashSet<>();

    @Test
    void whatWasPromisedBeforeAKillIsThereAfterItAndReachesTheCentreOnce() throws IOException, InterruptedException {
        long seed = Long.getLong("banyan.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int kill = 1; kill <= KILLS; kill++) {
            writeAndKill(random.nextInt(LONGEST_MILLIS));
            allAreThere("after kill " + kill + ", seed " + seed);
        }
        assertTrue(promised.size() >= KILLS, "only " + promised.size() + " promises");
        reachTheCentreOnce();
    }

    private void writeAndKill(int millis) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath(),
                        CrashWriter.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.US_ASCII))) {
            // From the first promise on: before it there is nothing to lose.
            promised(String.valueOf(said.readLine()));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
            // Not by the process itself, which would close the pipe before it is read.
            assertTrue(writer.toHandle().destroyForcibly());
            // What is in the pipe was promised before the kill; a line cut in two was not.
            said.lines().forEach(this::promised);
        } finally {
            writer.destroyForcibly();
            assertTrue(writer.waitFor(20, TimeUnit.SECONDS));
        }
    }

    /** Without the log, which takes longer to set up than the writer lives. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("logback"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void promised(String line) {
        Matcher ack = ACK.matcher(line);
        if (ack.matches()) {
            promised.put(ack.group(1), ack.group(2));
            fresh.add(ack.group(1));
        }
    }

    private void allAreThere(String when) throws IOException {
        try (Journal journal = Given.journal(folder)) {
            assertTrue(journal.sound(), "unsound " + when);
            assertEquals(0, journal.report().damaged(), "damaged " + when);
            assertEquals(0, journal.report().salvaged(), "salvaged " + when);
            Map<String, Pending> entries =
                    journal.pending().stream().collect(Collectors.toMap(Pending::name, entry -> entry));
            for (Map.Entry<String, String> promise : promised.entrySet()) {
                Pending entry = entries.get(promise.getKey());
                assertTrue(entry != null, "lost " + when);
                // The others were whole after an earlier kill; at the end the centre looks at them all.
                if (fresh.remove(promise.getKey())) {
                    whole(journal, entry, promise.getValue());
                }
            }
        }
    }

    private static void whole(Journal journal, Pending entry, String payload) throws IOException {
        Outgoing out = journal.read(entry).orElseThrow();
        assertEquals(payload, Sha256.of(out.payload()).hex());
        for (Head.KeptPaper paper : out.papers()) {
            ByteArrayOutputStream clear = new ByteArrayOutputStream();
            journal.read(paper, clear);
            assertEquals(paper.hash(), Sha256.of(clear.toByteArray()));
        }
    }

    /** A row beyond the last promise is legal: it was kept, and the answer was not heard. Then it is filed, once. */
    private void reachTheCentreOnce() throws IOException {
        try (TestCentre centre = new TestCentre();
                Journal journal = Given.journal(folder);
                CentreClient client = TestCentre.client(centre.port());
                Sync sync = new Sync(journal, client, Instant::now, Given.QUICK)) {
            sync.start();
            Until.holds(
                    Given.SOON.plusMillis(200L * promised.size()),
                    () -> journal.pending().isEmpty());
            List<String> once = centre.effects.entrySet().stream()
                    .filter(effect -> effect.getValue().get() == 1)
                    .map(Map.Entry::getKey)
                    .toList();
            assertTrue(once.containsAll(promised.keySet()));
            assertEquals(once.size(), centre.effects());
            assertEquals(List.of(), JournalTest.list(folder.resolve("papers")));
        }
    }
}
