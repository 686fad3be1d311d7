package banyan.driver.ipp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import banyan.conformance.PrinterContract;
import banyan.conformance.PrinterRig;
import banyan.conformance.TinyPdf;
import banyan.device.Deadline;
import banyan.device.Depth;
import banyan.device.DeviceSettings;
import banyan.device.DeviceState;
import banyan.device.Nameplate;
import banyan.device.Outcome;
import banyan.device.Printer;
import banyan.device.Printer.Found;
import banyan.device.Printer.PrintEvent;
import banyan.device.Printer.PrintJob;
import banyan.device.Supply;
import banyan.kit.rig.PrinterTwin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The printer's driver against the simulator's twin. */
class IppPrinterTest extends PrinterContract {
    @Override
    protected PrinterRig newRig() {
        return new PrinterTwin(new IppDriver());
    }

    @Test
    void thePrinterSaysWhatItIs() {
        assertEquals(
                new Nameplate(
                        Optional.of("Banyan"),
                        Optional.of("Banyan Simulated A4 1"),
                        Optional.of("SIM-A4-0001"),
                        Optional.of("1.0")),
                ready().nameplate());
    }

    @Test
    void aJobIsFoundAgainByAProgramThatDidNotSendIt() {
        var events = new CopyOnWriteArrayList<PrintEvent>();
        value(ready().print(new PrintJob("receipt-0042", TinyPdf.of(2, "SAMPLE"), 2), events::add, inTime()));
        device().close();
        Printer later = type().cast(rig().driver().create(rig().settings()));
        later.start((_, _) -> {});
        try (later) {
            Found found = new Found.UnderWay(0);
            while (found instanceof Found.UnderWay) {
                found = value(later.find("receipt-0042", 2, inTime()));
            }
            assertEquals(new Found.Ended(new PrintEvent.Printed(2)), found);
            assertEquals(new Found.NotKnown(), value(later.find("receipt-0043", 2, inTime())));
            assertInstanceOf(
                    PrintEvent.Uncertain.class,
                    assertInstanceOf(Found.Ended.class, value(later.find("receipt-0042", 3, inTime())))
                            .end());
        }
        assertEquals(1, rig().documents());
    }

    @Test
    void bothSidesOfASheetAreTwoPages() {
        var events = new CopyOnWriteArrayList<PrintEvent>();
        var job = new PrintJob("receipt", TinyPdf.of(3, "SAMPLE"), 3, Printer.Sides.TWO_SIDED_LONG_EDGE);
        value(ready().print(job, events::add, inTime()));
        Deadline late = inTime();
        while (events.stream().noneMatch(PrintEvent.End.class::isInstance) && !late.passed()) {
            Thread.onSpinWait();
        }
        assertEquals(new PrintEvent.Printed(3), events.getLast());
        value(device().examine(Depth.EXTERNAL, inTime()));
        assertEquals(new Supply.Level.Pieces(248), device().supplies().getFirst().level());
    }

    /** The job says three; the printer's own counter went on by one. */
    @Test
    void aJobWhosePagesThePrintersOwnCounterDidNotSeeIsUncertain() {
        ready();
        assertInstanceOf(PrinterTwin.class, rig()).claim(3, 1);
        var events = new CopyOnWriteArrayList<PrintEvent>();
        value(device().print(new PrintJob("receipt", TinyPdf.of(3, "SAMPLE"), 3), events::add, inTime()));
        Deadline late = inTime();
        while (events.stream().noneMatch(PrintEvent.End.class::isInstance) && !late.passed()) {
            Thread.onSpinWait();
        }
        assertEquals(new PrintEvent.Uncertain(Progress.UNCONFIRMED, 1), events.getLast());
    }

    @Test
    void aTrayThatThePrinterHasNotIsRefusedAndNamed() {
        var settings = new DeviceSettings(
                "a4", Map.of("url", rig().settings().get("url", ""), "tray-plain", "main", "tray-certificate", "tray-9"));
        IppDriver driver = new IppDriver();
        assertEquals(List.of(), driver.mistakes(settings));
        try (Printer wrong = type().cast(driver.create(settings))) {
            wrong.start((_, _) -> {});
            Deadline late = inTime();
            while (!(wrong.state() instanceof DeviceState.NeedsHelp) && !late.passed()) {
                Thread.onSpinWait();
            }
            assertEquals(
                    "PRINTER-NO-SUCH-TRAY",
                    assertInstanceOf(DeviceState.NeedsHelp.class, wrong.state()).fault().code());
            assertEquals(
                    Map.of("tray-certificate", "the printer has no tray `tray-9`; it has [bottom, main]"),
                    driver.misfits(settings, wrong));
            assertInstanceOf(
                    Outcome.Failed.class,
                    wrong.print(new PrintJob("receipt", TinyPdf.of(1, "SAMPLE"), 1), _ -> {}, inTime()));
        }
        assertEquals(0, rig().documents());
    }

    @Test
    void oneTrayAloneIsAMistakeBecauseTheOtherPaperCouldBeTakenForIt() {
        IppDriver driver = new IppDriver();
        String url = rig().settings().get("url", "");
        assertEquals(1, driver.mistakes(new DeviceSettings("a4", Map.of("url", url, "tray-certificate", "bottom"))).size());
        assertEquals(
                1,
                driver.mistakes(new DeviceSettings(
                                "a4", Map.of("url", url, "tray-certificate", "main", "tray-plain", "main")))
                        .size());
        assertEquals(
                1,
                driver.mistakes(new DeviceSettings(
                                "a4", Map.of("url", url, "tray-certificate", "Tray 2", "tray-plain", "main")))
                        .size());
    }

    @Test
    void sheetsAndTonerAreCountedAsTheyAreUsed() {
        assertWorks(ready(), rig());
        // Examined: asked now, and not some time ago.
        value(device().examine(Depth.EXTERNAL, inTime()));
        assertEquals(
                List.of(
                        new Supply("main", Supply.Kind.SHEETS, new Supply.Level.Pieces(249)),
                        new Supply("bottom", Supply.Kind.SHEETS, new Supply.Level.Pieces(50)),
                        new Supply("black", Supply.Kind.TONER, new Supply.Level.Percent(80))),
                device().supplies());
    }
}
