package banyan.driver.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.conformance.SmartCardRig;
import banyan.conformance.SmartCardTerminalContract;
import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.device.Outcome;
import banyan.device.SmartCardTerminal;
import banyan.kit.rig.SmartCardTwin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The driver with its library in a child process, against pcscd and the card's twin. */
class PcscApartTest extends SmartCardTerminalContract {
    /** The usual budget. */
    private static final int RESTARTS = 5;

    @Override
    protected SmartCardRig newRig() {
        return new SmartCardTwin(new PcscDriver(), true);
    }

    private static Set<ProcessHandle> children() {
        return ProcessHandle.current()
                .children()
                .filter(child -> runs(child, PcscLibrary.class))
                .collect(Collectors.toSet());
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

    private static void killChild() {
        Set<ProcessHandle> children = children();
        assertEquals(1, children.size());
        children.forEach(child -> assertTrue(child.destroyForcibly()));
    }

    @Test
    void aChildKilledInTheMiddleOfACommandIsAFaultAndTheDeviceComesBackByItself() {
        SmartCardTerminal device = ready();
        CompletableFuture<Outcome<Boolean>> waiting =
                CompletableFuture.supplyAsync(() -> device.awaitCard(inTime()), task -> Thread.ofVirtual()
                        .start(task));
        assertFalse(waiting.isDone());
        killChild();
        Fault fault = fault(waiting.completeOnTimeout(
                        Outcome.done(false), NOTICED.toMillis(), TimeUnit.MILLISECONDS)
                .join());
        assertEquals(Fault.Kind.DISCONNECTED, fault.kind());
        assertEquals("SMART-CARD-CHILD-ENDED", fault.code());
        awaitState(REPLUGGED, DeviceState.Ready.class);
        assertWorks(device, rig());
    }

    @Test
    void aChildThatKeepsEndingNeedsHelpAndNoneIsStartedAnyMore() {
        SmartCardTerminal device = ready();
        for (int i = 0; i < RESTARTS; i++) {
            killChild();
            awaitState(NOTICED, DeviceState.Absent.class);
            awaitState(OPENING, DeviceState.Ready.class);
        }
        killChild();
        awaitState(OPENING, DeviceState.NeedsHelp.class);
        assertEquals("SMART-CARD-CHILD-KEEPS-ENDING", ((DeviceState.NeedsHelp) device.state()).fault().code());
        assertEquals("SMART-CARD-CHILD-KEEPS-ENDING", fault(device.awaitCard(inTime())).code());
        assertEquals(Set.of(), children());
    }

    @Test
    void noChildIsLeftOfAClosedDevice() {
        ready();
        Set<ProcessHandle> children = children();
        assertEquals(1, children.size());
        device().close();
        children.forEach(child -> assertTrue(child.onExit()
                .completeOnTimeout(child, Duration.ofSeconds(20).toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(ended -> !ended.isAlive())
                .join()));
    }
}
