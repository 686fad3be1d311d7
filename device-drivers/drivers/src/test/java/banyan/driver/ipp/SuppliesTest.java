package banyan.driver.ipp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.Nameplate;
import banyan.device.Supply;
import banyan.device.Supply.Kind;
import banyan.device.Supply.Level;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.OctetsType;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** Literal attributes as CUPS's ippeveprinter and laser printers send them (PWG 5100.13, examples of 5.6 and 5.7). */
class SuppliesTest {
    private static final OctetsType.Set TRAYS = new OctetsType.Set("printer-input-tray");
    private static final OctetsType.Set SUPPLIES = new OctetsType.Set("printer-supply");

    private static IppPacket answer(List<String> trays, List<String> supplies) {
        IppPacket.Builder builder = new IppPacket.Builder(Status.successfulOk);
        builder.getPrinterAttributes()
                .put(
                        TRAYS.of(trays.stream().map(SuppliesTest::bytes).toList()),
                        SUPPLIES.of(supplies.stream().map(SuppliesTest::bytes).toList()));
        return sent(builder);
    }

    /** The answer as it is after it came over the wire. */
    private static IppPacket sent(IppPacket.Builder builder) {
        var bytes = new ByteArrayOutputStream();
        try {
            builder.build().write(bytes);
            return IppPacket.read(new ByteArrayInputStream(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static List<Supply> tray(String text) {
        return Supplies.of(answer(List.of(text), List.of("type=ink;level=-2;"))).subList(0, 1);
    }

    @Test
    void traysAndCartridgesAreRead() {
        var answer = answer(
                List.of(
                        "type=sheetFeedAutoRemovableTray;mediafeed=0;mediaxfeed=0;maxcapacity=250;level=125;status=0;name=main;",
                        "type=sheetFeedManual;mediafeed=0;mediaxfeed=0;maxcapacity=25;level=0;status=0;name=by-pass-tray"),
                List.of(
                        "index=1;class=receptacleThatIsFilled;type=wasteToner;unit=percent;maxcapacity=100;level=25;colorantname=unknown;",
                        "index=2;class=supplyThatIsConsumed;type=toner;unit=impressions;maxcapacity=2000;level=999;colorantname=black;"));
        assertEquals(
                List.of(
                        new Supply("main", Kind.SHEETS, new Level.Pieces(125)),
                        new Supply("by-pass-tray", Kind.SHEETS, new Level.Out()),
                        new Supply("wastetoner", Kind.BIN, new Level.Percent(25)),
                        new Supply("black", Kind.TONER, new Level.Percent(50))),
                Supplies.of(answer));
    }

    @Test
    void whatIsNotSaidIsUnknownAndNeverEnough() {
        assertEquals(
                new Level.Unknown(), tray("type=other;name=main;").getFirst().level());
        assertEquals(new Level.Unknown(), tray("name=main;level=-2;").getFirst().level());
        assertEquals(
                new Level.Unknown(), tray("name=main;level=many;").getFirst().level());
        assertEquals(new Level.Enough(), tray("name=main;level=-3;").getFirst().level());
    }

    @Test
    void twoOfTheSameNameAreToldApart() {
        var supplies =
                Supplies.of(answer(List.of("level=1;name=Tray", "level=2;name=tray"), List.of("type=ink;level=0")));
        assertEquals(
                List.of("tray", "tray-2", "ink"),
                supplies.stream().map(Supply::name).toList());
    }

    @Test
    void anyBytesEndInLevels() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261122);
        for (int i = 0; i < 20_000; i++) {
            byte[] text = bytes("type=toner;unit=percent;maxcapacity=100;level=80;colorantname=black;");
            for (int changes = random.nextInt(8); changes > 0; changes--) {
                text[random.nextInt(text.length)] = (byte) random.nextInt();
            }
            IppPacket.Builder builder = new IppPacket.Builder(Status.successfulOk);
            builder.getPrinterAttributes().put(SUPPLIES.of(List.of(text)));
            for (Supply supply : Supplies.of(sent(builder))) {
                assertTrue(supply.level().counted().orElse(0) >= 0
                        && supply.level().counted().orElse(0) <= 100);
                assertTrue(supply.name().matches("[a-z0-9-]{1,40}"), supply.name());
            }
        }
    }

    @Test
    void aDeviceIdGivesTheSerialNumberUnderAnyOfItsNames() {
        for (String key : List.of("SN", "SERN", "SerialNumber")) {
            IppPacket.Builder builder = new IppPacket.Builder(Status.successfulOk);
            builder.getPrinterAttributes()
                    .put(Types.printerDeviceId.of("MFG:Hill;CMD:PDF;MDL:Laser 4; " + key + ":X\t77;"));
            assertEquals(
                    new Nameplate(Optional.of("Hill"), Optional.of("Laser 4"), Optional.of("X 77"), Optional.empty()),
                    Plate.of(sent(builder)));
        }
    }
}
