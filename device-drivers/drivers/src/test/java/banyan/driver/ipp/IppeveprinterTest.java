package banyan.driver.ipp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.conformance.TinyPdf;
import banyan.device.Deadline;
import banyan.device.DeviceSettings;
import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.device.Outcome;
import banyan.device.Printer;
import banyan.device.Printer.PrintEvent;
import banyan.device.Printer.PrintJob;
import banyan.device.Printer.PrintTask;
import banyan.device.Supply;
import banyan.driver.rig.Ippeveprinter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The printer's driver against a printer that nobody here wrote: CUPS's ippeveprinter. */
class IppeveprinterTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    static Path folder;

    private static Ippeveprinter peer;

    private final List<PrintEvent> events = new CopyOnWriteArrayList<>();
    private Printer printer;

    @BeforeAll
    static void startPeer() {
        peer = new Ippeveprinter(folder);
    }

    @AfterAll
    static void endPeer() {
        peer.close();
    }

    @BeforeEach
    void open() {
        peer.reset();
        printer = assertInstanceOf(
                Printer.class, new IppDriver().create(new DeviceSettings("printer", Map.of("url", peer.url()))));
        printer.start((_, _) -> {});
        until("ready", () -> printer.state() instanceof DeviceState.Ready);
    }

    @AfterEach
    void close() {
        printer.close();
    }

    private void until(String what, BooleanSupplier so) {
        long end = System.nanoTime() + LONG.toNanos();
        while (!so.getAsBoolean()) {
            assertTrue(System.nanoTime() - end < 0, () -> "never " + what + ": " + printer.state() + " " + events);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private PrintTask print(int pages) {
        PrintJob job = new PrintJob("receipt", TinyPdf.of(pages, "SAMPLE"), pages);
        return switch (printer.print(job, events::add, Deadline.in(LONG))) {
            case Outcome.Done<PrintTask>(var task) -> task;
            case Outcome.Failed<PrintTask>(var fault) -> throw new AssertionError("failed with " + fault);
        };
    }

    private PrintEvent end() {
        until("ended", () -> events.stream().anyMatch(PrintEvent.End.class::isInstance));
        return events.getLast();
    }

    private void untilFirstPage() {
        until("a page out", () -> events.stream().anyMatch(PrintEvent.PagesOut.class::isInstance));
    }

    @Test
    void threePagesComeOutAndAreCounted() {
        print(3);
        assertEquals(new PrintEvent.Printed(3), end());
        assertTrue(events.contains(new PrintEvent.PagesOut(3)));
        assertEquals(1, peer.documents());
    }

    @Test
    void aJobIsFoundAgainAfterItsProgramHasEnded() {
        print(2);
        assertEquals(new PrintEvent.Printed(2), end());
        assertEquals(
                Outcome.done(new Printer.Found.Ended(new PrintEvent.Printed(2))),
                printer.find("receipt", 2, Deadline.in(LONG)));
        assertEquals(Outcome.done(new Printer.Found.NotKnown()), printer.find("receipt-1", 2, Deadline.in(LONG)));
    }

    @Test
    void anEmptyTrayIsSeenBeforeAnybodyPrints() {
        peer.emptyTray();
        until(
                "out of paper",
                () -> printer.state() instanceof DeviceState.NeedsHelp(var fault)
                        && fault.code().equals("PAPER-OUT"));
        peer.fillTray();
        until("ready", () -> printer.state() instanceof DeviceState.Ready);
    }

    @Test
    void paperThatRunsOutInTheMiddleIsWaitedFor() {
        peer.emptyAfter(2);
        print(4);
        until("waiting", () -> events.stream().anyMatch(PrintEvent.Waiting.class::isInstance));
        peer.fillTray();
        assertEquals(new PrintEvent.Printed(4), end());
        assertEquals(1, peer.documents());
    }

    private PrintEvent printed(Printer on, Printer.Stock stock) {
        events.clear();
        var job = new PrintJob("paper", TinyPdf.of(1, "SAMPLE"), 1, Printer.Sides.ONE_SIDED, stock);
        assertInstanceOf(Outcome.Done.class, on.print(job, events::add, Deadline.in(LONG)));
        return end();
    }

    @Test
    void eachPaperIsAskedForOutOfItsOwnTrayAndAnEmptyOneIsNotReplaced() {
        printer.close();
        printer = assertInstanceOf(
                Printer.class,
                new IppDriver()
                        .create(new DeviceSettings(
                                "printer",
                                Map.of("url", peer.url(), "tray-plain", "main", "tray-certificate", "by-pass-tray"))));
        printer.start((_, _) -> {});
        until("ready", () -> printer.state() instanceof DeviceState.Ready);
        assertEquals(new PrintEvent.Printed(1), printed(printer, Printer.Stock.CERTIFICATE));
        assertTrue(peer.medium().contains("media-source=by-pass-tray"), peer::medium);
        assertEquals(new PrintEvent.Printed(1), printed(printer, Printer.Stock.PLAIN));
        assertTrue(peer.medium().contains("media-source=main"), peer::medium);
        peer.emptySideTray();
        until("one tray empty", () -> printer.state().equals(new DeviceState.Ready(Set.of("TRAY-EMPTY"))));
        var job = new PrintJob("paper", TinyPdf.of(1, "SAMPLE"), 1, Printer.Sides.ONE_SIDED, Printer.Stock.CERTIFICATE);
        assertEquals(
                "PAPER-OUT",
                switch (printer.print(job, events::add, Deadline.in(LONG))) {
                    case Outcome.Failed<PrintTask>(var fault) -> fault.code();
                    case Outcome.Done<PrintTask> _ -> "it prints";
                });
        assertEquals(2, peer.documents());
    }

    @Test
    void aTrayThatItHasNotIsRefused() {
        try (Printer wrong = assertInstanceOf(
                Printer.class,
                new IppDriver()
                        .create(new DeviceSettings(
                                "printer", Map.of("url", peer.url(), "tray-plain", "main", "tray-certificate", "tray-2"))))) {
            wrong.start((_, _) -> {});
            until(
                    "refused",
                    () -> wrong.state() instanceof DeviceState.NeedsHelp(var fault)
                            && fault.code().equals("PRINTER-NO-SUCH-TRAY"));
        }
    }

    @Test
    void lowTonerIsAWarning() {
        peer.lowToner();
        until("low", () -> printer.state().equals(new DeviceState.Ready(Set.of("TONER-LOW"))));
    }

    @Test
    void itsNameAndItsSuppliesAreRead() {
        assertTrue(printer.nameplate().model().isPresent(), () -> "" + printer.nameplate());
        peer.lowToner();
        until(
                "low toner among the supplies",
                () -> printer.supplies().stream()
                        .anyMatch(supply -> supply.kind() == Supply.Kind.TONER
                                && supply.level().equals(new Supply.Level.Percent(5))));
        peer.emptyTray();
        until(
                "an empty tray among the supplies",
                () -> printer.supplies().stream()
                        .anyMatch(supply -> supply.kind() == Supply.Kind.SHEETS
                                && supply.level().equals(new Supply.Level.Out())));
    }

    @Test
    void aJamIsNotPrinted() {
        peer.jamAfter(2);
        print(3);
        PrintEvent end = end();
        Fault fault = switch (end) {
            case PrintEvent.Broken(var why, var _) -> why;
            case PrintEvent.Uncertain(var why, var _) -> why;
            case PrintEvent other -> throw new AssertionError("told as " + other);
        };
        assertEquals("PAPER-JAM", fault.code());
    }

    @Test
    void aPageThatWasNotCountedMakesItUncertain() {
        peer.countOnly(2);
        print(3);
        assertInstanceOf(PrintEvent.Uncertain.class, end());
    }

    /** This printer does not stop its command: pages come out after the cancelling, and they are told. */
    @Test
    void aCancelledJobEndsCancelled() {
        PrintTask task = print(9);
        untilFirstPage();
        assertEquals(Outcome.done(true), task.cancel(Deadline.in(LONG)));
        assertInstanceOf(PrintEvent.Cancelled.class, end());
    }

    @Test
    void aJobWhosePrinterWasKilledIsUncertainAndNeverSentAgain() {
        print(9);
        untilFirstPage();
        peer.restart();
        assertInstanceOf(PrintEvent.Uncertain.class, end());
        until("ready", () -> printer.state() instanceof DeviceState.Ready);
        assertEquals(1, peer.documents());
    }

    @Test
    void aPrinterThatFallsSilentIsUnknownUntilItSpeaksAgain() {
        peer.sleep();
        until("unknown", () -> printer.state() instanceof DeviceState.Unknown);
        peer.wake();
        until("ready", () -> printer.state() instanceof DeviceState.Ready);
        print(1);
        assertEquals(new PrintEvent.Printed(1), end());
    }
}
