package banyan.driver.ipp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import banyan.conformance.PrinterContract;
import banyan.conformance.PrinterRig;
import banyan.device.Depth;
import banyan.device.Nameplate;
import banyan.device.Supply;
import banyan.kit.rig.PrinterTwin;
import java.util.List;
import java.util.Optional;
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
    void sheetsAndTonerAreCountedAsTheyAreUsed() {
        assertWorks(ready(), rig());
        // Examined: asked now, and not some time ago.
        value(device().examine(Depth.EXTERNAL, inTime()));
        assertEquals(
                List.of(
                        new Supply("main", Supply.Kind.SHEETS, new Supply.Level.Pieces(249)),
                        new Supply("black", Supply.Kind.TONER, new Supply.Level.Percent(80))),
                device().supplies());
    }
}
