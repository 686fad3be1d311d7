package banyan.driver.ipp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.conformance.TinyPdf;
import banyan.device.Deadline;
import banyan.device.Depth;
import banyan.device.DeviceState;
import banyan.device.Outcome;
import banyan.device.Printer;
import banyan.device.Printer.PrintEvent;
import banyan.device.Printer.PrintJob;
import banyan.kit.rig.PrinterTwin;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A printer that says one thing by IPP and another by SNMP, at the simulator's twin. */
class SecondWitnessTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final DeviceState READY = DeviceState.ready();
    private static final DeviceState ALONE = new DeviceState.Ready(Set.of(SecondWitness.SILENT));

    private final List<DeviceState> states = new CopyOnWriteArrayList<>();
    private final List<PrintEvent> events = new CopyOnWriteArrayList<>();
    private PrinterTwin twin;
    private Printer printer;

    @BeforeEach
    void open() {
        twin = new PrinterTwin(new IppDriver());
        printer = assertInstanceOf(Printer.class, twin.driver().create(twin.settings()));
        printer.start((_, state) -> states.add(state));
        until("ready", () -> printer.state().equals(READY));
        look();
    }

    /** Now and not in some seconds. */
    private void look() {
        assertInstanceOf(Outcome.Done.class, printer.examine(Depth.EXTERNAL, Deadline.in(LONG)));
    }

    @AfterEach
    void close() {
        printer.close();
        twin.close();
    }

    private void until(String what, BooleanSupplier so) {
        Deadline late = Deadline.in(LONG);
        while (!so.getAsBoolean()) {
            assertTrue(!late.passed(), () -> "never " + what + ": " + printer.state() + " " + states + " " + events);
            LockSupport.parkNanos(2_000_000);
        }
    }

    private boolean disagrees() {
        return printer.state() instanceof DeviceState.Unknown(_, var why)
                && why.filter(TwoWitnesses.DISAGREE::equals).isPresent();
    }

    private Outcome<Printer.PrintTask> print(int pages) {
        return printer.print(new PrintJob("receipt", TinyPdf.of(pages, "SAMPLE"), pages), events::add, Deadline.in(LONG));
    }

    private PrintEvent end() {
        until("ended", () -> events.stream().anyMatch(PrintEvent.End.class::isInstance));
        return events.getLast();
    }

    @Test
    void anIdlePrinterThatIsJammedBySnmpIsUnknownUntilBothAgree() {
        twin.contradict();
        look();
        until("unknown", this::disagrees);
        assertEquals(Outcome.failed(TwoWitnesses.DISAGREE), print(1));
        assertEquals(0, twin.documents());
        twin.heal();
        look();
        until("ready", () -> printer.state().equals(READY));
        assertInstanceOf(Outcome.Done.class, print(1));
        assertEquals(new PrintEvent.Printed(1), end());
    }

    @Test
    void aCompletedJobThatTheMarkersCounterDidNotSeeIsUncertain() {
        twin.standCounterStill();
        assertInstanceOf(Outcome.Done.class, print(2));
        assertEquals(new PrintEvent.Uncertain(Progress.UNCONFIRMED, 0), end());
        assertEquals(1, twin.documents());
    }

    @Test
    void aJobThatIsCompletedWhileSnmpSaysJammedIsUncertain() {
        assertInstanceOf(Outcome.Done.class, print(3));
        twin.contradict();
        assertEquals(new PrintEvent.Uncertain(TwoWitnesses.DISAGREE, 3), end());
    }

    @Test
    void whoCountedBeforeAJobAndIsSilentAfterItLeavesItUnconfirmed() {
        assertInstanceOf(Outcome.Done.class, print(3));
        twin.silenceSnmp();
        assertEquals(new PrintEvent.Uncertain(Progress.UNCONFIRMED, 0), end());
        until("alone", () -> printer.state().equals(ALONE));
    }

    @Test
    void datagramsThatAreNoMessagesAreSilenceOfWhichItWarnsAndIppAloneGoesOn() {
        twin.garbleSnmp();
        assertEquals(Outcome.done(ALONE), printer.examine(Depth.EXTERNAL, Deadline.in(LONG)));
        assertInstanceOf(Outcome.Done.class, print(1));
        assertEquals(new PrintEvent.Printed(1), end());
        until("alone", () -> printer.state().equals(ALONE));
        twin.heal();
        look();
        until("ready", () -> printer.state().equals(READY));
    }

    @Test
    void nothingOfItRunsOnAfterClosing() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (Printer other = assertInstanceOf(Printer.class, twin.driver().create(twin.settings()))) {
            other.start((_, _) -> {});
            until("ready", () -> other.state().equals(READY));
            assertEquals(Outcome.done(READY), other.examine(Depth.EXTERNAL, Deadline.in(LONG)));
        }
        until("quiet", () -> Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .noneMatch(thread -> thread.getName().contains("UDP") || thread.getName().startsWith("Timer")));
    }
}
