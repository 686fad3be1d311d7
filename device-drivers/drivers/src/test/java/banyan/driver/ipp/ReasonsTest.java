package banyan.driver.ipp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import banyan.device.Fault;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReasonsTest {
    private static Optional<String> trouble(String... keywords) {
        return Reasons.of(List.of(keywords)).trouble().map(Fault::code);
    }

    @Test
    void aReasonMeansTheSameWhateverSeverityThePrinterGivesIt() {
        for (String severity : new String[] {"", "-report", "-warning", "-error"}) {
            assertEquals(Optional.of("PAPER-OUT"), trouble("media-empty" + severity));
            assertEquals(Optional.of("PRINTER-COVER-OPEN"), trouble("cover-open" + severity));
            assertEquals(
                    Set.of("TONER-LOW"),
                    Reasons.of(List.of("toner-low" + severity)).warnings());
        }
    }

    @Test
    void lowIsUsable() {
        assertEquals(
                new Reasons(List.of(), Set.of("PAPER-LOW", "TONER-LOW"), true),
                Reasons.of(List.of("media-low-warning", "toner-low-report")));
    }

    @Test
    void nothingMeansNothing() {
        assertEquals(new Reasons(List.of(), Set.of(), true), Reasons.of(List.of("none")));
    }

    @Test
    void aJamComesBeforeAnEmptyTray() {
        assertEquals(Optional.of("PAPER-JAM"), trouble("media-empty-error", "media-jam-error"));
        assertEquals(Optional.of("PAPER-JAM"), trouble("media-jam-error", "media-empty-error"));
    }

    @Test
    void anUnknownReasonStopsThePrinterOnlyAsAnError() {
        assertEquals(Optional.of("PRINTER-TROUBLE"), trouble("wibble-error"));
        assertEquals(Optional.empty(), trouble("wibble-warning"));
    }
}
