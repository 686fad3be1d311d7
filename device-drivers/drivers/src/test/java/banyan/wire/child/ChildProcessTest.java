package banyan.wire.child;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.Fault;
import banyan.device.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChildProcessTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final byte[] ECHO = {'e', 1, 2, 3};

    private final PlainTurn turn = PlainTurn.ofSeconds(60);
    private final ChildProcess worker =
            new ChildProcess("ODD", Mischief.class, Map.of(), new RestartBudget(2, Duration.ofMinutes(10)));

    @AfterEach
    void close() {
        worker.close();
    }

    private void startedAnew() {
        assertEquals(Outcome.done(true), worker.ready(turn));
        assertEcho();
    }

    private void assertEcho() {
        Outcome<byte[]> answer = worker.ask(turn, ECHO.clone(), LONG);
        assertArrayEquals(ECHO, (byte[]) assertInstanceOf(Outcome.Done.class, answer).value());
    }

    private static String code(Outcome<?> outcome) {
        return assertInstanceOf(Outcome.Failed.class, outcome).fault().code();
    }

    private static Stream<ProcessHandle> children() {
        return ProcessHandle.current()
                .children()
                .filter(child -> runs(child, Mischief.class));
    }

    /** The system's own word: the JDK gives no arguments of a program with a long class path. */
    private static boolean runs(ProcessHandle child, Class<?> work) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(child.pid()), "cmdline"))
                    .contains(work.getName());
        } catch (IOException _) {
            return false;
        }
    }

    private static void awaitEnd(long process) {
        long end = System.nanoTime() + LONG.toNanos();
        while (goesOn(process)) {
            assertTrue(System.nanoTime() - end < 0, "process " + process + " goes on");
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** One that nobody has asked for its exit status stays in the table as Z; another has left it, perhaps while it is being read. */
    private static boolean goesOn(long process) {
        try {
            return !Files.readString(Path.of("/proc", Long.toString(process), "stat")).contains(") Z ");
        } catch (IOException gone) {
            return false;
        }
    }

    @Test
    void whatEndsTheLibraryEndsTheChildOnlyAndIsAFault() {
        for (byte[] how : new byte[][] {Mischief.CRASH, Mischief.PRINT}) {
            startedAnew();
            Fault fault = assertInstanceOf(Outcome.Failed.class, worker.ask(turn, how.clone(), LONG)).fault();
            assertEquals(Fault.Kind.DISCONNECTED, fault.kind());
            assertEquals("ODD-CHILD-ENDED", fault.code());
            children().forEach(child -> child.onExit().join());
        }
        startedAnew();
        assertEquals("ODD-CHILD-ENDED", code(worker.ask(turn, Mischief.THROW.clone(), LONG)));
        children().forEach(child -> child.onExit().join());
        // Three ends where two restarts are allowed.
        Fault fault = assertInstanceOf(Outcome.Failed.class, worker.ready(turn)).fault();
        assertEquals(Fault.Kind.HARDWARE, fault.kind());
        assertEquals("ODD-CHILD-KEEPS-ENDING", fault.code());
        assertEquals("ODD-CHILD-ENDED", code(worker.ask(turn, ECHO.clone(), LONG)));
    }

    @Test
    void aLibraryThatHangsHoldsNobodyUpAndIsEndedWithItsDevice() {
        startedAnew();
        long child = children().findFirst().orElseThrow().pid();
        assertEquals("ODD-SILENT", code(worker.ask(turn, Mischief.HANG.clone(), SHORT)));
        for (int i = 0; i < 2 * Worker.UNANSWERED; i++) {
            worker.tell(ECHO.clone());
        }
        assertEquals("ODD-SILENT", code(worker.ask(turn, ECHO.clone(), SHORT)));
        worker.close();
        awaitEnd(child);
    }

    @Test
    void afterForgettingAnswersGoOnAsBefore() {
        startedAnew();
        for (int i = 0; i < 20; i++) {
            worker.forget();
            assertEcho();
        }
    }

    /** Its input ends, whatever its library does. */
    @Test
    void noChildOutlivesAKilledParent() throws IOException {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName())
                .start();
        try (BufferedReader said = parent.inputReader()) {
            String line = said.readLine();
            assertTrue(line != null && line.matches("\\d+"), () -> "said " + line);
            long child = Long.parseLong(line);
            assertTrue(ProcessHandle.of(child).isPresent());
            assertTrue(parent.destroyForcibly().onExit().join().exitValue() != 0);
            awaitEnd(child);
        }
    }
}
