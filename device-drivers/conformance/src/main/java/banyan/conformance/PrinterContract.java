package banyan.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.Capability;
import banyan.device.Deadline;
import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.device.Outcome;
import banyan.device.Printer;
import banyan.device.Printer.PrintEvent;
import banyan.device.Printer.PrintJob;
import banyan.device.Printer.PrintListener;
import banyan.device.Printer.PrintTask;
import banyan.device.Printer.Sides;
import banyan.device.Printer.Stock;
import banyan.device.Supply;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every page printer promises: above all, to say truly what came out. */
public abstract class PrinterContract extends DeviceContract<PrinterRig, Printer> {
    private static final Duration PRINTING = Duration.ofSeconds(15);
    private static final Duration A_LOOK = Duration.ofSeconds(3);

    /** After this the driver gives up a job of which it can learn nothing more. */
    private static final Duration GIVEN_UP = Duration.ofSeconds(20);

    /** Pages enough to be in the middle of. */
    private static final int MANY = 20;

    private static final String WORD = "QXZJVKWYBRGF7719";

    /** Keeps what is told of a job. */
    private static final class Story implements PrintListener {
        final List<PrintEvent> events = new CopyOnWriteArrayList<>();

        @Override
        public void happened(PrintEvent event) {
            events.add(event);
        }

        <T extends PrintEvent> T await(Duration atMost, Class<T> kind) {
            Patience.until(
                    atMost,
                    () -> kind.getSimpleName() + " in " + events,
                    () -> events.stream().anyMatch(kind::isInstance));
            return events.stream()
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .findFirst()
                    .orElseThrow();
        }

        PrintEvent end() {
            return end(PRINTING);
        }

        PrintEvent end(Duration atMost) {
            PrintEvent end = await(atMost, PrintEvent.End.class);
            assertEquals(
                    1, events.stream().filter(PrintEvent.End.class::isInstance).count());
            assertEquals(end, events.getLast());
            return end;
        }
    }

    private static PrintJob job(int pages) {
        return new PrintJob("receipt", TinyPdf.of(pages, WORD), pages);
    }

    @Override
    protected final Class<Printer> type() {
        return Printer.class;
    }

    @Override
    protected final SequencedMap<Capability, Function<Deadline, Outcome<?>>> commands(Printer device) {
        SequencedMap<Capability, Function<Deadline, Outcome<?>>> commands = new LinkedHashMap<>();
        commands.put(Capability.PRINT, deadline -> device.print(job(1), new Story(), deadline));
        return commands;
    }

    @Override
    protected final void assertWorks(Printer device, PrinterRig rig) {
        Patience.until(PRINTING, "ready", () -> device.state() instanceof DeviceState.Ready);
        Story story = new Story();
        value(device.print(job(1), story, inTime()));
        assertEquals(new PrintEvent.Printed(1), story.end());
    }

    @Override
    protected final Secret useWithSecret(Printer device, PrinterRig rig) {
        assertWorks(device, rig);
        return new Secret(List.of(WORD), List.of(TinyPdf.of(1, WORD)));
    }

    private Story printed(int pages) {
        Story story = new Story();
        value(ready().print(job(pages), story, inTime()));
        return story;
    }

    @Test
    protected void pagesAreToldAsTheyComeOut() {
        Story story = printed(3);
        assertEquals(new PrintEvent.Printed(3), story.end());
        List<Integer> pages = story.events.stream()
                .filter(PrintEvent.PagesOut.class::isInstance)
                .map(event -> ((PrintEvent.PagesOut) event).pages())
                .toList();
        assertEquals(pages.stream().sorted().distinct().toList(), pages);
        assertEquals(3, pages.getLast());
    }

    private static PrintJob certificate(int pages) {
        return new PrintJob("certificate", TinyPdf.of(pages, WORD), pages, Sides.ONE_SIDED, Stock.CERTIFICATE);
    }

    @Test
    protected void eachPaperComesOutOfItsOwnTray() {
        rig().leaveCertificatePaper(20);
        assertEquals(new PrintEvent.Printed(2), printed(2).end());
        assertEquals(20, rig().certificatePaper());
        Story story = new Story();
        value(device().print(certificate(3), story, inTime()));
        assertEquals(new PrintEvent.Printed(3), story.end());
        assertEquals(17, rig().certificatePaper());
    }

    @Test
    protected void anEmptyTrayIsNeverMadeUpForByTheOther() {
        ready();
        rig().leaveCertificatePaper(0);
        Patience.until(A_LOOK, "a warning", () -> device().state() instanceof DeviceState.Ready(var warnings)
                && !warnings.isEmpty());
        int before = rig().documents();
        Fault fault = fault(device().print(certificate(1), new Story(), inTime()));
        assertEquals(Fault.Kind.MEDIA, fault.kind());
        assertEquals(Fault.Remedy.REFILL, fault.remedy());
        assertEquals(before, rig().documents());
        // Plain paper is there all the same.
        Story story = new Story();
        value(device().print(job(1), story, inTime()));
        assertEquals(new PrintEvent.Printed(1), story.end());
    }

    @Test
    protected void aTrayThatRunsEmptyInTheMiddleIsWaitedForAndNotReplaced() {
        ready();
        rig().leaveCertificatePaper(2);
        Story story = new Story();
        value(device().print(certificate(3), story, inTime()));
        PrintEvent.Waiting waiting = story.await(PRINTING, PrintEvent.Waiting.class);
        assertEquals(Fault.Remedy.REFILL, waiting.fault().remedy());
        rig().leaveCertificatePaper(5);
        assertEquals(new PrintEvent.Printed(3), story.end());
        assertEquals(4, rig().certificatePaper());
    }

    @Test
    protected void aDocumentIsSentOnce() {
        assertEquals(new PrintEvent.Printed(2), printed(2).end());
        assertEquals(1, rig().documents());
    }

    @Test
    protected void aSecondDocumentWhileOneIsPrintedIsRefused() {
        Story story = printed(3);
        Fault fault = fault(device().print(job(1), new Story(), inTime()));
        assertEquals(Fault.Kind.BUSY, fault.kind());
        assertEquals(new PrintEvent.Printed(3), story.end());
    }

    @Test
    protected void aPrinterOutOfPaperSaysSoBeforeAnybodyPrints() {
        ready();
        rig().leavePaper(0);
        awaitState(A_LOOK, DeviceState.NeedsHelp.class);
        assertEquals(
                "PAPER-OUT",
                assertInstanceOf(DeviceState.NeedsHelp.class, device().state())
                        .fault()
                        .code());
        rig().leavePaper(100);
        awaitState(A_LOOK, DeviceState.Ready.class);
    }

    /** A printer that says how many sheets it has never says that it has some when it is out of paper. */
    @Test
    protected void anEmptyTrayIsEmptyAmongTheSupplies() {
        ready();
        rig().leavePaper(0);
        rig().leaveCertificatePaper(0);
        awaitState(A_LOOK, DeviceState.NeedsHelp.class);
        Patience.until(
                A_LOOK,
                () -> "no sheets in " + device().supplies(),
                () -> device().supplies().stream()
                        .filter(supply -> supply.kind() == Supply.Kind.SHEETS)
                        .allMatch(supply -> supply.level() instanceof Supply.Level.Out
                                || supply.level() instanceof Supply.Level.Unknown));
    }

    @Test
    protected void paperThatRunsOutInTheMiddleIsWaitedForAndTheJobGoesOn() {
        ready();
        rig().leavePaper(1);
        Story story = new Story();
        value(device().print(job(3), story, inTime()));
        PrintEvent.Waiting waiting = story.await(PRINTING, PrintEvent.Waiting.class);
        assertEquals("PAPER-OUT", waiting.fault().code());
        assertEquals(1, waiting.pagesOut());
        rig().leavePaper(100);
        story.await(A_LOOK, PrintEvent.GoingOn.class);
        assertEquals(new PrintEvent.Printed(3), story.end());
        assertEquals(1, rig().documents());
    }

    @Test
    protected void anOpenCoverStopsThePrinterUntilItIsClosed() {
        ready();
        rig().openCover();
        awaitState(A_LOOK, DeviceState.NeedsHelp.class);
        rig().closeCover();
        awaitState(A_LOOK, DeviceState.Ready.class);
    }

    @Test
    @Tag("C12")
    protected void aRequiredPartThatBreaksIsWhyThePrinterCannotBeUsed() {
        ready();
        rig().openCover();
        awaitBroken("cover", true);
        rig().closeCover();
        awaitWell("cover");
        rig().leavePaper(0);
        awaitBroken("tray-plain", true);
        rig().leavePaper(100);
        awaitWell("tray-plain");
    }

    @Test
    @Tag("C12")
    protected void withoutTheOtherPaperThePrinterIsUsableAndItsTrayIsNot() {
        ready();
        assertFalse(part("tray-certificate").required());
        rig().leaveCertificatePaper(0);
        awaitBroken("tray-certificate", false);
        assertTrue(part("tray-plain").mayBeUsed(), device().parts()::toString);
        rig().leaveCertificatePaper(5);
        awaitWell("tray-certificate");
    }

    @Test
    protected void lowTonerIsAWarningAndNoMore() {
        ready();
        rig().lowToner();
        Patience.until(A_LOOK, "a warning", () -> device().state().equals(new DeviceState.Ready(Set.of("TONER-LOW"))));
    }

    @Test
    protected void aJobThatJamsIsNotPrinted() {
        ready();
        rig().jamAfter(1);
        Story story = new Story();
        value(device().print(job(3), story, inTime()));
        Fault fault = switch (story.end()) {
            case PrintEvent.Broken(var why, int pages) -> {
                assertTrue(pages < 3);
                yield why;
            }
            case PrintEvent.Uncertain(var why, var _) -> why;
            case PrintEvent other -> throw new AssertionError("told as " + other);
        };
        assertEquals("PAPER-JAM", fault.code());
    }

    @Test
    protected void aCompletedJobWhosePagesDoNotAddUpIsUncertain() {
        ready();
        rig().countOnly(1);
        Story story = new Story();
        value(device().print(job(3), story, inTime()));
        assertInstanceOf(PrintEvent.Uncertain.class, story.end());
        assertEquals(1, rig().documents());
    }

    @Test
    protected void aCancelledJobEndsCancelledWithThePagesThatCameOut() {
        ready();
        Story story = new Story();
        PrintTask task = value(device().print(job(MANY), story, inTime()));
        story.await(PRINTING, PrintEvent.PagesOut.class);
        assertTrue(value(task.cancel(inTime())));
        assertInstanceOf(PrintEvent.Cancelled.class, story.end());
    }

    @Test
    protected void aJobThatHasEndedCannotBeCancelled() {
        ready();
        Story story = new Story();
        PrintTask task = value(device().print(job(1), story, inTime()));
        story.end();
        assertEquals(Outcome.done(false), task.cancel(inTime()));
    }

    @Test
    protected void aJobWhosePrinterIsCutOffAndComesBackIsFollowedToItsEnd() {
        Story story = printed(MANY);
        story.await(PRINTING, PrintEvent.PagesOut.class);
        rig().unplug();
        awaitState(NOTICED, DeviceState.Absent.class);
        rig().plug();
        PrintEvent end = story.end();
        assertTrue(
                end.equals(new PrintEvent.Printed(MANY)) || end instanceof PrintEvent.Uncertain, () -> "ended " + end);
        assertEquals(1, rig().documents());
    }

    @Test
    protected void aJobThatThePrinterForgotIsUncertainAndNotSentAgain() {
        Story story = printed(MANY);
        story.await(PRINTING, PrintEvent.PagesOut.class);
        rig().loseJobs();
        assertInstanceOf(PrintEvent.Uncertain.class, story.end(GIVEN_UP));
        awaitState(OPENING, DeviceState.Ready.class);
        assertEquals(1, rig().documents());
    }

    @Test
    protected void aJobIsUncertainWhenItsDeviceIsClosed() {
        Story story = printed(MANY);
        story.await(PRINTING, PrintEvent.PagesOut.class);
        device().close();
        assertInstanceOf(PrintEvent.Uncertain.class, story.end());
    }

    @Test
    protected void forgettingLetsAJobGoOn() {
        Story story = printed(3);
        device().forget();
        assertEquals(new PrintEvent.Printed(3), story.end());
    }
}
