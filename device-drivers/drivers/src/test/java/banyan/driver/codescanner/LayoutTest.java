package banyan.driver.codescanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.driver.codescanner.Layout.Piece;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** Report descriptors and reports as the HID specifications and a manual have them. */
class LayoutTest {
    private static final long SEED = 20261122;

    /** Byte count, three identifiers, 56 bytes, two of the vendor's, eight bits of which the first says that more follows. */
    private static final byte[] COUNTED = hex("058c0902a1018502" + "0912a102" + "150026ff0075089501" + "0501093b8102"
            + "9503058c09fb09fc09fd8102" + "953809fe820201" + "0666ff9502090409008102" + "058c25017501950809ff8102"
            + "c0c0");

    /** The same without a count and without the vendor's. */
    private static final byte[] PADDED = hex("058c0902a1018502" + "0912a102" + "150026ff0075089501"
            + "09fb810209fc810209fd8102"
            + "953809fe820201" + "75019501250109ff8102" + "75078103" + "c0c0");

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    /** The first report of the example in the manual of Access-IS's LSR118, appendix B.1.1: 60 bytes of an airline's Aztec code. */
    private static byte[] boardingPass() {
        byte[] report = new byte[64];
        byte[] code = "M1GATHERGOOD/MICHAEL YABCDEF LHRDURAK 3542 052Y003D23  "
                .getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(hex("02385d5130"), 0, report, 0, 5);
        System.arraycopy(code, 0, report, 5, code.length);
        report[61] = 0x73;
        report[63] = 1;
        return report;
    }

    @Test
    void theLayoutStandsInTheDescriptor() {
        assertEquals(Optional.of(new Layout(2, 5, 56, Optional.of(1), Optional.of(63 * 8))), Layout.of(COUNTED));
        assertEquals(Optional.of(new Layout(2, 4, 56, Optional.empty(), Optional.of(60 * 8))), Layout.of(PADDED));
    }

    @Test
    void aKeyboardHasNoDecodedData() {
        assertEquals(
                Optional.empty(),
                Layout.of(hex("05010906a101050719e029e715002501750195088102950175088101"
                        + "95067508150025650507190029658100c0")));
    }

    @Test
    void theManualsReportIsThePieceThatItSays() {
        assertEquals(Optional.of(new Piece(5, 61, true)), Layout.of(COUNTED).orElseThrow().piece(boardingPass()));
    }

    @Test
    void withoutACountZerosAtTheEndArePadding() {
        byte[] report = Arrays.copyOf(hex("025d5130" + "3132003300"), 61);
        assertEquals(Optional.of(new Piece(4, 8, false)), Layout.of(PADDED).orElseThrow().piece(report));
    }

    @Test
    void aCountIsNeverBelievedBeyondItsRoom() {
        byte[] report = boardingPass();
        report[1] = 57;
        assertEquals(Optional.empty(), Layout.of(COUNTED).orElseThrow().piece(report));
        assertEquals(Optional.empty(), Layout.of(COUNTED).orElseThrow().piece(hex("0204")));
        assertEquals(Optional.empty(), Layout.of(COUNTED).orElseThrow().piece(new byte[0]));
    }

    @Test
    void anotherReportIsNone() {
        byte[] report = boardingPass();
        report[0] = 3;
        assertEquals(Optional.empty(), Layout.of(COUNTED).orElseThrow().piece(report));
    }

    /** C17. */
    @Test
    void aMillionMalformedDescriptorsAndReportsAreEachALayoutOrNoneAndAPieceWithinItsReport() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        int layouts = 0;
        byte[] report = new byte[64];
        for (int i = 0; i < 1_000_000; i++) {
            byte[] descriptor = COUNTED.clone();
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                descriptor[random.nextInt(descriptor.length)] = (byte) random.nextInt();
            }
            Optional<Layout> layout = Layout.of(descriptor);
            layouts += layout.isPresent() ? 1 : 0;
            random.nextBytes(report);
            report[0] = 2;
            byte[] cut = Arrays.copyOf(report, random.nextInt(report.length + 1));
            layout.flatMap(there -> there.piece(cut))
                    .ifPresent(piece -> assertTrue(
                            piece.from() <= piece.to() && piece.to() <= cut.length,
                            () -> "beyond the report: " + piece));
        }
        assertTrue(layouts > 1000, "so few had a layout: " + layouts);
    }
}
