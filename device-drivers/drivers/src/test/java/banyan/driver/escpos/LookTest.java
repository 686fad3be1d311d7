package banyan.driver.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.DevicePart;
import banyan.device.DevicePart.Standing;
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

    private static Standing standing(Look look, DevicePart.Kind kind) {
        return look.parts().stream()
                .filter(part -> part.kind() == kind)
                .findFirst()
                .orElseThrow()
                .standing();
    }

    @Test
    void eachPartHasItsOwnBits() {
        assertTrue(HEALTHY.parts().stream()
                .allMatch(part -> part.required() && part.standing().equals(new Standing.Usable())));
        Look knife = new Look(0x1A, 0x52, 0x1A, 0x12);
        assertInstanceOf(Standing.Broken.class, standing(knife, DevicePart.Kind.CUTTER));
        assertEquals(new Standing.Usable(), standing(knife, DevicePart.Kind.ROLL));
        Look empty = new Look(0x1A, 0x32, 0x12, 0x12);
        assertInstanceOf(Standing.Broken.class, standing(empty, DevicePart.Kind.ROLL));
        assertEquals(new Standing.Usable(), standing(empty, DevicePart.Kind.COVER));
    }

    @Test
    void underAnOpenCoverNothingIsKnownOfTheRollAndNothingOfABrokenPrinterAtAll() {
        Look open = new Look(0x1A, 0x36, 0x12, 0x7E);
        assertInstanceOf(Standing.Broken.class, standing(open, DevicePart.Kind.COVER));
        assertEquals(new Standing.Unknown(), standing(open, DevicePart.Kind.ROLL));
        Look broken = new Look(0x1A, 0x56, 0x32, 0x12);
        assertTrue(broken.parts().stream().allMatch(part -> part.standing().equals(new Standing.Unknown())));
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
