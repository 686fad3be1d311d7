package banyan.kiosk.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.DeviceKind;
import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.kiosk.upkeep.Part.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReadinessTest {
    private static Part printer(DeviceState state) {
        return Part.of("printer", DeviceKind.PRINTER, state, List.of(), List.of());
    }

    private static DeviceState needsHelp(String code) {
        return new DeviceState.NeedsHelp(new Fault(Fault.Kind.MEDIA, Fault.Remedy.REFILL, code));
    }

    @Test
    void unknownIsNeverGood() {
        Readiness readiness = new Readiness(List.of(printer(new DeviceState.Unknown(Instant.EPOCH))));
        assertFalse(readiness.open());
        assertEquals(Standing.UNKNOWN, readiness.jobs().getFirst().standing());
    }

    @Test
    void whatIsLowStillServes() {
        Readiness readiness = new Readiness(List.of(printer(new DeviceState.Ready(Set.of("PRINTER-TONER-LOW")))));
        assertTrue(readiness.open());
        assertEquals(Standing.ATTENTION, readiness.parts().getFirst().standing());
    }

    @Test
    void faultsComeFirstThenWhatNobodyKnowsThenTheRest() {
        Readiness readiness = new Readiness(List.of(
                Part.of("pad", DeviceKind.SIGNATURE_PAD, DeviceState.ready(), List.of(), List.of()),
                Part.of("reader", DeviceKind.ID_CARD_READER, new DeviceState.Opening(), List.of(), List.of()),
                printer(needsHelp("PRINTER-MEDIA-EMPTY"))));
        assertEquals(
                List.of(Standing.TO_DO, Standing.UNKNOWN, Standing.READY),
                readiness.parts().stream().map(Part::standing).toList());
        assertEquals(2, readiness.jobs().size());
        assertEquals(1, readiness.passed());
    }

    @Test
    void whatAnybodyCanDoIsShown() {
        assertEquals(Optional.of(Guidance.CHANGE_PAPER), Guidance.of(printer(needsHelp("PRINTER-MEDIA-EMPTY"))));
        assertEquals(Optional.of(Guidance.CLEAR_JAM), Guidance.of(printer(needsHelp("PRINTER-MEDIA-JAM"))));
        assertEquals(Optional.empty(), Guidance.of(printer(needsHelp("PRINTER-FUSER"))));
        assertEquals(
                Optional.empty(),
                Guidance.of(Part.of("pad", DeviceKind.SIGNATURE_PAD, needsHelp("PAD-JAM"), List.of(), List.of())));
    }
}
