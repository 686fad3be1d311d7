package banyan.driver.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import banyan.device.Supply;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Bit by bit, as the tables of "DLE EOT" in the Epson reference have them. */
class LookTest {
    private static final Look HEALTHY = new Look(0x12, 0x12, 0x12, 0x12);

    private static Optional<String> code(Look look) {
        return look.trouble().map(fault -> fault.code());
    }

    @Test
    void aHealthyPrinterHasNeitherTroubleNorWarning() {
        assertEquals(Optional.empty(), code(HEALTHY));
        assertEquals(Set.of(), HEALTHY.warnings());
        assertEquals(new Supply.Level.Enough(), HEALTHY.paper());
    }

    @Test
    void eachBitOfTroubleHasItsCode() {
        assertEquals(Optional.of("RECEIPT-OFFLINE"), code(new Look(0x1A, 0x12, 0x12, 0x12)));
        assertEquals(Optional.of("RECEIPT-COVER-OPEN"), code(new Look(0x1A, 0x16, 0x12, 0x12)));
        assertEquals(Optional.of("RECEIPT-PAPER-OUT"), code(new Look(0x1A, 0x32, 0x12, 0x12)));
        assertEquals(Optional.of("RECEIPT-PAPER-OUT"), code(new Look(0x1A, 0x12, 0x12, 0x72)));
        assertEquals(Optional.of("RECEIPT-CUTTER-JAM"), code(new Look(0x1A, 0x52, 0x1A, 0x12)));
        assertEquals(Optional.of("RECEIPT-BROKEN"), code(new Look(0x1A, 0x52, 0x32, 0x12)));
        assertEquals(Optional.of("RECEIPT-COOLING"), code(new Look(0x1A, 0x52, 0x52, 0x12)));
        assertEquals(Optional.of("RECEIPT-TROUBLE"), code(new Look(0x1A, 0x52, 0x16, 0x12)));
        assertEquals(Optional.of("RECEIPT-TROUBLE"), code(new Look(0x1A, 0x52, 0x12, 0x12)));
    }

    @Test
    void anOpenCoverIsSaidBeforeThePaperThatItsSensorCannotSee() {
        assertEquals(Optional.of("RECEIPT-COVER-OPEN"), code(new Look(0x1A, 0x36, 0x12, 0x7E)));
    }

    @Test
    void whoHoldsTheFeedButtonHasNotBrokenIt() {
        assertEquals(Optional.empty(), code(new Look(0x1A, 0x1A, 0x12, 0x12)));
    }

    @Test
    void aRollNearItsEndIsAWarning() {
        Look low = new Look(0x12, 0x12, 0x12, 0x1E);
        assertEquals(Optional.empty(), code(low));
        assertEquals(Set.of("RECEIPT-PAPER-LOW"), low.warnings());
        assertEquals(
                List.of(new Supply.Level.Low(), new Supply.Level.Out()),
                List.of(low.paper(), new Look(0x1A, 0x32, 0x12, 0x7E).paper()));
    }
}
