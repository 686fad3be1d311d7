package banyan.driver.ipp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.conformance.TinyPdf;
import banyan.device.Deadline;
import banyan.device.Depth;
import banyan.device.DeviceSettings;
import banyan.device.DeviceState;
import banyan.device.Outcome;
import banyan.device.Printer;
import banyan.device.Printer.PrintEvent;
import banyan.device.Printer.PrintJob;
import banyan.driver.rig.Ippeveprinter;
import banyan.driver.rig.Snmpd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The printer's driver against two that nobody here wrote: CUPS's ippeveprinter and, beside it, net-snmp's snmpd. */
class SnmpdTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    static Path folder;

    private static Ippeveprinter printer;
    private static Snmpd agent;

    private final List<PrintEvent> events = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void startPeers() throws Exception {
        agent = new Snmpd(Files.createDirectory(folder.resolve("snmpd")));
        printer = new Ippeveprinter(Files.createDirectory(folder.resolve("printer")));
    }

    @AfterAll
    static void endPeers() {
        printer.close();
        agent.close();
    }

    @BeforeEach
    void well() {
        printer.reset();
        agent.well();
    }

    private static Printer opened(String version) {
        var settings = new DeviceSettings(
                "a4",
                Map.of(
                        "url",
                        printer.url(),
                        "snmp",
                        agent.address(),
                        "snmp-community",
                        Snmpd.COMMUNITY,
                        "snmp-version",
                        version));
        IppDriver driver = new IppDriver();
        assertEquals(List.of(), driver.mistakes(settings));
        Printer device = assertInstanceOf(Printer.class, driver.create(settings));
        device.start((_, _) -> {});
        until("ready", () -> device.state() instanceof DeviceState.Ready);
        assertEquals(Outcome.done(DeviceState.ready()), device.examine(Depth.EXTERNAL, Deadline.in(LONG)));
        return device;
    }

    private static void until(String what, BooleanSupplier so) {
        Deadline late = Deadline.in(LONG);
        while (!so.getAsBoolean()) {
            assertTrue(!late.passed(), "never " + what);
            LockSupport.parkNanos(5_000_000);
        }
    }

    /** Now and not in some seconds. */
    private static void look(Printer device) {
        assertInstanceOf(Outcome.Done.class, device.examine(Depth.EXTERNAL, Deadline.in(LONG)));
    }

    private static boolean disagrees(Printer device) {
        return device.state() instanceof DeviceState.Unknown(_, var why)
                && why.filter(TwoWitnesses.DISAGREE::equals).isPresent();
    }

    @Test
    void aJamThatOnlySnmpSeesIsUnknownAndEndsByItself() {
        try (Printer device = opened("1")) {
            agent.jammed();
            look(device);
            until("unknown", () -> disagrees(device));
            agent.well();
            look(device);
            until("ready", () -> device.state().equals(DeviceState.ready()));
        }
    }

    @Test
    void paperThatBothMissIsPaperOut() {
        try (Printer device = opened("2c")) {
            agent.empty();
            printer.emptyTray();
            until("out of paper", () -> device.state() instanceof DeviceState.NeedsHelp(var fault)
                    && fault.code().equals("PAPER-OUT"));
            look(device);
            assertInstanceOf(DeviceState.NeedsHelp.class, device.state());
        }
    }

    @Test
    void aJobIsPrintedWhereTheMarkersCounterSawItsPages() {
        try (Printer device = opened("2c")) {
            assertInstanceOf(
                    Outcome.Done.class,
                    device.print(new PrintJob("receipt", TinyPdf.of(2, "SAMPLE"), 2), events::add, Deadline.in(LONG)));
            agent.counted(1002);
            until("ended", () -> events.stream().anyMatch(PrintEvent.End.class::isInstance));
            assertEquals(new PrintEvent.Printed(2), events.getLast());
        }
    }
}
