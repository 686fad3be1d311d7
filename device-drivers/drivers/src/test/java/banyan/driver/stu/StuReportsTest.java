package banyan.driver.stu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.driver.stu.StuReports.Capability;
import banyan.driver.stu.StuReports.Information;
import banyan.driver.stu.StuReports.Pen;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** The codec, on reports put together by hand from the table in pabloko/Wacom-STU-WebHID. */
class StuReportsTest {
    private static final long SEED = 20261122;
    private static final Capability LIMITS = new Capability(10_800, 6_480, 1023, 800, 480);

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    @Test
    void aPenReportHasFlagsPressureAndPlace() {
        // Near and touching; pressure 0x320 = 800; x 0x044C = 1100, y 0x021C = 540.
        assertEquals(Optional.of(new Pen(true, true, 1100, 540, 800)), StuReports.pen(hex("019320044c021c"), LIMITS));
    }

    @Test
    void aPenReportWithTimeHasTheSameInTheSamePlaces() {
        assertEquals(
                Optional.of(new Pen(true, true, 1100, 540, 800)),
                StuReports.pen(hex("349320044c021c00110022"), LIMITS));
    }

    @Test
    void aPenThatPressesTouchesWhateverItsFlagsSay() {
        assertEquals(Optional.of(new Pen(true, true, 1100, 540, 800)), StuReports.pen(hex("010320044c021c"), LIMITS));
    }

    @Test
    void aHoveringPenIsNearAndDoesNotTouch() {
        assertEquals(Optional.of(new Pen(true, false, 1100, 540, 0)), StuReports.pen(hex("018000044c021c"), LIMITS));
    }

    @Test
    void whatNoPadOfTheseLimitsCanSendIsNoPenReport() {
        assertEquals(Optional.empty(), StuReports.pen(hex("019320ffff021c"), LIMITS));
        assertEquals(Optional.empty(), StuReports.pen(hex("019fff044c021c"), LIMITS));
        assertEquals(Optional.empty(), StuReports.pen(hex("019320044c02"), LIMITS));
        assertEquals(Optional.empty(), StuReports.pen(hex("079320044c021c"), LIMITS));
        assertEquals(Optional.empty(), StuReports.pen(new byte[0], LIMITS));
    }

    @Test
    void theCapabilityGivesTheLargestValues() {
        assertEquals(Optional.of(LIMITS), StuReports.capability(hex("092a30195003ff032001e0c8")));
        assertEquals(Optional.empty(), StuReports.capability(hex("092a30195003ff032001e0")));
        assertEquals(Optional.empty(), StuReports.capability(hex("090000195003ff032001e0c8")));
    }

    @Test
    void theInformationGivesNameAndFirmware() {
        assertEquals(
                Optional.of(new Information(Optional.of("STU-540"), "1.0.4.2")),
                StuReports.information(hex("085354552d35343001000402")));
        assertEquals(
                Optional.of(new Information(Optional.empty(), "0.0.0.0")),
                StuReports.information(hex("08" + "00".repeat(11))));
    }

    @Test
    void theSerialNumberEndsAtTheFirstZero() {
        assertEquals(Optional.of("5WTQ001"), StuReports.serialNumber(hex("0f355754513030310000")));
        assertEquals(Optional.empty(), StuReports.serialNumber(hex("0f0000")));
    }

    @Test
    void ordersAreAsTheTableHasThem() {
        assertArrayEquals(hex("2000"), StuReports.clearScreen());
        assertArrayEquals(hex("2101"), StuReports.inkMode(true));
        assertArrayEquals(hex("2100"), StuReports.inkMode(false));
        assertArrayEquals(hex("2a000000002003e001"), StuReports.writingArea(LIMITS));
    }

    /** C17. */
    @Test
    void aMillionMalformedReportsAreEachAPenWithinItsLimitsOrNothing() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        byte[] bytes = new byte[12];
        int pens = 0;
        for (int i = 0; i < 1_000_000; i++) {
            random.nextBytes(bytes);
            bytes[0] = (byte) (random.nextBoolean() ? StuReports.PEN : StuReports.PEN_WITH_TIME);
            byte[] report = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            Optional<Pen> pen = StuReports.pen(report, LIMITS);
            pens += pen.isPresent() ? 1 : 0;
            assertTrue(pen.filter(there -> there.x() > 10_800 || there.y() > 6_480 || there.pressure() > 1023)
                    .isEmpty());
            var _ = StuReports.capability(report);
            var _ = StuReports.information(report);
            var _ = StuReports.serialNumber(report);
        }
        assertTrue(pens > 1000, "so few were pen reports: " + pens);
    }
}
