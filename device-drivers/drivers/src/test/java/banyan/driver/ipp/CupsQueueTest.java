package banyan.driver.ipp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.conformance.TinyPdf;
import banyan.device.Deadline;
import banyan.device.DeviceSettings;
import banyan.device.DeviceState;
import banyan.device.Outcome;
import banyan.device.Printer;
import banyan.device.Printer.PrintEvent;
import banyan.device.Printer.PrintJob;
import banyan.device.Printer.PrintTask;
import banyan.driver.rig.Cups;
import banyan.driver.rig.Ippeveprinter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The printer's driver against a queue of CUPS, with CUPS's ippeveprinter behind it or nobody at all. */
class CupsQueueTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    static Path folder;

    @TempDir
    static Path spool;

    private static Ippeveprinter peer;
    private static Cups cups;
    private static String queue;

    private final List<PrintEvent> events = new CopyOnWriteArrayList<>();
    private Optional<Printer> opened = Optional.empty();

    @BeforeAll
    static void startPeers() {
        peer = new Ippeveprinter(folder);
        peer.reset();
        cups = new Cups(spool);
        queue = cups.driverless("a4", peer.url(), "abort-job");
    }

    @AfterAll
    static void endPeers() {
        cups.close();
        peer.close();
    }

    @BeforeEach
    void asNew() {
        peer.reset();
    }

    @AfterEach
    void close() {
        opened.ifPresent(Printer::close);
    }

    private Printer open(String url) {
        Printer printer = assertInstanceOf(
                Printer.class, new IppDriver().create(new DeviceSettings("printer", Map.of("url", url))));
        opened = Optional.of(printer);
        printer.start((_, _) -> {});
        return printer;
    }

    private Printer ready() {
        Printer printer = open(queue);
        until("ready", () -> printer.state() instanceof DeviceState.Ready);
        return printer;
    }

    private void until(String what, BooleanSupplier so) {
        long end = System.nanoTime() + LONG.toNanos();
        while (!so.getAsBoolean()) {
            assertTrue(
                    System.nanoTime() - end < 0,
                    () -> "never " + what + ": " + opened.map(Printer::state) + " " + events);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private void untilHelp(Printer printer, String code) {
        until(
                code,
                () -> printer.state() instanceof DeviceState.NeedsHelp(var fault)
                        && fault.code().equals(code));
    }

    private PrintTask print(Printer printer, String name, int pages) {
        PrintJob job = new PrintJob(name, TinyPdf.of(pages, "SAMPLE"), pages);
        return switch (printer.print(job, events::add, Deadline.in(LONG))) {
            case Outcome.Done<PrintTask>(var task) -> task;
            case Outcome.Failed<PrintTask>(var fault) -> throw new AssertionError("failed with " + fault);
        };
    }

    private PrintEvent end() {
        until("ended", () -> events.stream().anyMatch(PrintEvent.End.class::isInstance));
        return events.getLast();
    }

    private void untilTold(Class<? extends PrintEvent> kind) {
        until(kind.getSimpleName(), () -> events.stream().anyMatch(kind::isInstance));
    }

    /** The queue calls all pages completed before the first is out; what is told are the printer's own. */
    @Test
    void pagesAreToldAsThePrinterCountsThem() {
        print(ready(), "receipt", 4);
        assertEquals(new PrintEvent.Printed(4), end());
        assertEquals(
                List.of(1, 4),
                events.stream()
                        .filter(PrintEvent.PagesOut.class::isInstance)
                        .map(event -> ((PrintEvent.PagesOut) event).pages())
                        .filter(pages -> pages == 1 || pages == 4)
                        .toList());
        assertEquals(1, peer.documents());
    }

    @Test
    void aSecondJobOfTheSameNameIsNotTakenForTheFirst() {
        Printer printer = ready();
        print(printer, "receipt", 2);
        assertEquals(new PrintEvent.Printed(2), end());
        events.clear();
        print(printer, "receipt", 3);
        assertEquals(new PrintEvent.Printed(3), end());
        assertEquals(2, peer.documents());
    }

    /** The queue says that all three were printed. */
    @Test
    void pagesThatThePrinterDidNotCountMakeItUncertain() {
        Printer printer = ready();
        peer.countOnly(2);
        print(printer, "receipt", 3);
        assertEquals(new PrintEvent.Uncertain(Progress.UNCONFIRMED, 2), end());
    }

    /** The queue says that somebody cancelled it, after three pages. */
    @Test
    void aJobThatJamsIsNotCalledCancelled() {
        Printer printer = ready();
        peer.jamAfter(1);
        print(printer, "receipt", 3);
        var broken = assertInstanceOf(PrintEvent.Broken.class, end());
        assertEquals("PAPER-JAM", broken.fault().code());
        assertTrue(broken.pagesOut() < 3, () -> "" + broken);
    }

    @Test
    void paperThatRunsOutInTheMiddleIsWaitedFor() {
        Printer printer = ready();
        peer.emptyAfter(2);
        print(printer, "receipt", 4);
        untilTold(PrintEvent.Waiting.class);
        assertTrue(
                events.stream()
                        .anyMatch(event -> event instanceof PrintEvent.Waiting(var fault, var _)
                                && fault.code().equals("PAPER-OUT")),
                events::toString);
        peer.fillTray();
        assertEquals(new PrintEvent.Printed(4), end());
        assertEquals(1, peer.documents());
    }

    /** The queue knows nothing of paper until a job is on its way. */
    @Test
    void anEmptyTrayIsSeenBeforeAnybodyPrints() {
        Printer printer = ready();
        peer.emptyTray();
        untilHelp(printer, "PAPER-OUT");
        peer.fillTray();
        until("ready", () -> printer.state() instanceof DeviceState.Ready);
    }

    @Test
    void aCancelledJobEndsCancelled() {
        PrintTask task = print(ready(), "receipt", 9);
        untilTold(PrintEvent.PagesOut.class);
        assertEquals(Outcome.done(true), task.cancel(Deadline.in(LONG)));
        assertInstanceOf(PrintEvent.Cancelled.class, end());
    }

    @Test
    void aQueueThatSomebodyStoppedNeedsHelp() {
        Printer printer = ready();
        cups.pause("a4");
        try {
            untilHelp(printer, "PRINTER-STOPPED");
        } finally {
            cups.resume("a4");
        }
        until("ready", () -> printer.state() instanceof DeviceState.Ready);
    }

    @Test
    void aJobIsFoundAgainByThePrintersWord() {
        Printer printer = ready();
        print(printer, "receipt-0042", 2);
        assertEquals(new PrintEvent.Printed(2), end());
        assertEquals(
                Outcome.done(new Printer.Found.Ended(new PrintEvent.Printed(2))),
                printer.find("receipt-0042", 2, Deadline.in(LONG)));
        assertEquals(Outcome.done(new Printer.Found.NotKnown()), printer.find("receipt-0043", 2, Deadline.in(LONG)));
    }

    /** CUPS calls a job completed, and its page printed, that went into a socket with no printer at it. */
    @Test
    void aQueueIntoABareSocketIsRefusedAndNothingIsSentToIt() throws IOException {
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Printer printer = open(cups.raw("bare", "socket://127.0.0.1:" + nobody.getLocalPort(), "abort-job"));
            untilHelp(printer, "PRINTER-QUEUE-BLIND");
            assertEquals(
                    Outcome.failed(Spooler.BLIND),
                    printer.print(new PrintJob("receipt", TinyPdf.of(1, "SAMPLE"), 1), events::add, Deadline.in(LONG)));
            assertEquals(List.of(), events);
        }
    }

    /** As CUPS makes them: it would print a job again by itself, perhaps when somebody else stands there. */
    @Test
    void aQueueThatSendsAgainByItselfIsRefused() {
        untilHelp(open(cups.driverless("again", peer.url(), "retry-job")), "PRINTER-QUEUE-RETRIES");
    }
}
