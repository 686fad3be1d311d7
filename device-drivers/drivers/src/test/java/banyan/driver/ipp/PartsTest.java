package banyan.driver.ipp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import banyan.device.DevicePart;
import banyan.device.DevicePart.Kind;
import banyan.device.DevicePart.Standing;
import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.device.Printer.Stock;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.KeywordOrName;
import com.hp.jipp.model.MediaColDatabase;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a printer says, and which part of it is meant. */
class PartsTest {
    private static final String A4 = "iso_a4_210x297mm";
    private static final Trays ONE_PAPER = new Trays(Map.of());
    private static final Trays TWO_PAPERS = new Trays(Map.of(Stock.PLAIN, "tray-1", Stock.CERTIFICATE, "tray-2"));

    /** An answer with these reasons, and with something in these trays. */
    private static IppPacket answer(List<String> reasons, String... ready) {
        IppPacket.Builder builder = new IppPacket.Builder(Status.successfulOk);
        if (!reasons.isEmpty()) {
            builder.getPrinterAttributes().put(Types.printerStateReasons.of(reasons));
        }
        if (ready.length > 0) {
            builder.getPrinterAttributes()
                    .put(Types.mediaColReady.of(
                            Arrays.stream(ready).map(PartsTest::column).toList()));
        }
        return builder.build();
    }

    private static MediaColDatabase column(String source) {
        var column = new MediaColDatabase();
        column.setMediaSource(new KeywordOrName(source));
        return column;
    }

    private static Standing standing(PrinterLook look, Kind kind) {
        return look.parts().stream()
                .filter(part -> part.kind() == kind)
                .findFirst()
                .orElseThrow()
                .standing();
    }

    private static Optional<String> code(PrinterLook look, Kind kind) {
        return look.parts().stream()
                .filter(part -> part.kind() == kind)
                .flatMap(DevicePart::fault)
                .map(Fault::code)
                .findFirst();
    }

    @Test
    void eachReasonIsOneParts() {
        Map.of(
                        "media-jam", Kind.PAPER_PATH,
                        "door-open", Kind.COVER,
                        "media-empty", Kind.TRAY_PLAIN,
                        "input-tray-missing", Kind.TRAY_PLAIN,
                        "output-area-full", Kind.OUTPUT_BIN,
                        "output-tray-missing", Kind.OUTPUT_BIN,
                        "toner-empty", Kind.MARKER,
                        "marker-waste-full", Kind.MARKER)
                .forEach((reason, kind) -> {
                    PrinterLook look = PrinterLook.of(answer(List.of(reason)), A4, ONE_PAPER);
                    List<DevicePart> broken = look.parts().stream()
                            .filter(part -> part.standing() instanceof Standing.Broken)
                            .toList();
                    assertEquals(List.of(kind), broken.stream().map(DevicePart::kind).toList(), reason);
                    assertEquals(look.trouble(), broken.getFirst().fault().findFirst(), reason);
                });
    }

    @Test
    void aPrinterThatGivesNoReasonsTellsOfNoPart() {
        PrinterLook look = PrinterLook.of(answer(List.of()), A4, ONE_PAPER);
        assertEquals(DeviceState.ready(), look.state());
        look.parts().forEach(part -> assertEquals(new Standing.Untold(), part.standing(), part::name));
    }

    @Test
    void theTrayThatIsEmptyIsTheOneInWhichNothingLies() {
        PrinterLook other = PrinterLook.of(answer(List.of("media-empty"), "tray-1"), A4, TWO_PAPERS);
        assertEquals(new Standing.Usable(), standing(other, Kind.TRAY_PLAIN));
        assertEquals(Optional.of("PAPER-OUT"), code(other, Kind.TRAY_CERTIFICATE));
        assertEquals(Optional.empty(), other.trouble());
        PrinterLook plain = PrinterLook.of(answer(List.of("none"), "tray-2"), A4, TWO_PAPERS);
        assertEquals(Optional.of("PAPER-OUT"), code(plain, Kind.TRAY_PLAIN));
        assertEquals(new Standing.Usable(), standing(plain, Kind.TRAY_CERTIFICATE));
        assertEquals(Optional.of(PrinterLook.PAPER_OUT), plain.trouble());
    }

    @Test
    void aPrinterThatDoesNotSayWhichTrayIsEmptyLeavesTheOtherUnknown() {
        PrinterLook out = PrinterLook.of(answer(List.of("media-empty")), A4, TWO_PAPERS);
        assertEquals(new Standing.Unknown(), standing(out, Kind.TRAY_CERTIFICATE));
        PrinterLook silent = PrinterLook.of(answer(List.of("none")), A4, TWO_PAPERS);
        assertEquals(new Standing.Untold(), standing(silent, Kind.TRAY_CERTIFICATE));
    }

    @Test
    void anotherTroubleIsNotForgottenBehindATrayThatDoesNotMatter() {
        PrinterLook look = PrinterLook.of(answer(List.of("media-empty", "toner-empty"), "tray-1"), A4, TWO_PAPERS);
        assertEquals(Optional.of("TONER-OUT"), look.trouble().map(Fault::code));
    }

    @Test
    void onlyWhereTheSiteHasATrayForItThePaperForCertificatesIsAPart() {
        assertEquals(
                List.of("tray-plain", "paper-path", "marker", "cover", "output-bin"),
                PrinterLook.of(answer(List.of("none")), A4, ONE_PAPER).parts().stream()
                        .map(DevicePart::name)
                        .toList());
    }
}
