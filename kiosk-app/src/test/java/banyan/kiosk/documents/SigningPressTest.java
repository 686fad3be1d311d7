package banyan.kiosk.documents;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.KeyFiles;
import banyan.attest.SignedPaper;
import banyan.attest.Signer;
import banyan.attest.Verdict;
import banyan.device.DeviceKind;
import banyan.device.DeviceState;
import banyan.device.Nameplate;
import banyan.device.Supply;
import banyan.item.Language;
import banyan.kiosk.text.Texts;
import banyan.kiosk.upkeep.Chore;
import banyan.kiosk.upkeep.DeviceRecord;
import banyan.kiosk.upkeep.Part;
import banyan.kiosk.upkeep.Readiness;
import banyan.kiosk.upkeep.ReadinessReport;
import banyan.kiosk.upkeep.Shift;
import banyan.kiosk.upkeep.StaffPapers;
import banyan.kiosk.upkeep.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The report of readiness as it leaves the terminal. */
class SigningPressTest {
    private static final KeyPair KEYS = KeyFiles.newPair();
    private static final PaperFonts FONTS = PaperFonts.load();
    private static final ZonedDateTime AT = ZonedDateTime.parse("2026-11-22T17:45:30+08:00[Asia/Shanghai]");

    private static ReadinessReport report() {
        List<Part> parts = new ArrayList<>();
        List<DeviceRecord> records = new ArrayList<>();
        Shift shift = Shift.BEGUN.did(LocalTime.of(17, 40), Chore.CHANGE_PAPER).did(LocalTime.of(17, 43), Chore.TEST_PAGE_GOOD);
        for (DeviceKind kind : DeviceKind.values()) {
            String id = kind.name();
            parts.add(Part.of(id, kind, DeviceState.ready(), List.of(), List.of()));
            shift = shift.examined(id, banyan.device.Depth.EXTERNAL);
            records.add(new DeviceRecord(
                    id,
                    kind,
                    DeviceState.ready(),
                    new Nameplate(Optional.of("Maker"), Optional.of("Model " + kind.ordinal()), Optional.of("SN-4711"), Optional.of("2.3")),
                    kind == DeviceKind.PRINTER ? Map.of("done", 41L, "pages", 613L, "failed PRINTER-JAM", 2L) : Map.of("done", 9L),
                    Map.of(),
                    kind == DeviceKind.PRINTER
                            ? List.of(
                                    new DeviceRecord.Stock(
                                            new Supply("tray-1", Supply.Kind.SHEETS, new Supply.Level.Pieces(240)),
                                            OptionalInt.of(6)),
                                    new DeviceRecord.Stock(
                                            new Supply("black", Supply.Kind.TONER, new Supply.Level.Percent(71)),
                                            OptionalInt.empty()))
                            : List.of()));
        }
        for (Part.Own own : Part.Own.values()) {
            parts.add(Part.of(own, Part.Standing.READY, Optional.empty()));
        }
        return new ReadinessReport(
                "0137", AT, "3302", new Readiness(parts), shift.examined("PRINTER", banyan.device.Depth.INTERACTIVE),
                new Waiting(3, 1, 2, 0, 0), records, ReadinessReport.installed());
    }

    private static Rendering.Rendered drawn(Language language) {
        return assertInstanceOf(
                Rendering.Rendered.class,
                new PaperRenderer(FONTS)
                        .render(StaffPapers.report(Texts.of(language), report()), new PaperOptions(false)));
    }

    private static Rendering.Rendered signed() {
        return new SigningPress("0137", new Signer("0137", KEYS.getPrivate()))
                .sign(drawn(Language.ZH_CN), AT, report().verdict());
    }

    private static Verdict check(byte[] pdf) {
        return SignedPaper.check(pdf, "0137", KEYS.getPublic());
    }

    @Test
    void theSignedReportHoldsAndNamesItsTimeAndVerdict() {
        assertEquals(new Verdict.Holds(AT.toInstant(), "READY"), check(signed().pdf()));
    }

    @Test
    void whatWasDrawnStaysByteForByte() {
        byte[] drawn = drawn(Language.ZH_CN).pdf();
        assertArrayEquals(drawn, Arrays.copyOf(signed().pdf(), drawn.length));
    }

    @Test
    void equalReportsAreEqualBytes() {
        assertArrayEquals(signed().pdf(), signed().pdf());
    }

    @Test
    void oneByteChangedIsFoundWhereverItIs() {
        byte[] pdf = signed().pdf();
        var random = new Random(20261122);
        for (int time = 0; time < 400; time++) {
            byte[] altered = pdf.clone();
            altered[random.nextInt(pdf.length)] ^= (byte) (1 + random.nextInt(255));
            assertInstanceOf(Verdict.Broken.class, check(altered));
        }
    }

    @Test
    void anotherProgramFindsOneSignatureOfThePadesForm() throws IOException {
        try (var document = Loader.loadPDF(signed().pdf())) {
            List<PDSignature> signatures = document.getSignatureDictionaries();
            assertEquals(1, signatures.size());
            assertEquals("ETSI.CAdES.detached", signatures.getFirst().getSubFilter());
            assertEquals("READY", signatures.getFirst().getReason());
        }
    }

    @Test
    void everythingStaffHaveToKnowIsOnIt() throws IOException {
        for (Language language : Language.values()) {
            try (var document = Loader.loadPDF(drawn(language).pdf())) {
                String text = new PDFTextStripper().getText(document);
                for (String word : List.of("0137", "3302", "Model 6", "SN-4711", "613", "17:40", "Banyan 0.1.0", "+08:00")) {
                    assertTrue(text.contains(word), language + " lacks " + word + ": " + text);
                }
            }
        }
    }

    @Test
    void theVersionOnItIsTheProgramsOwn() throws IOException {
        assertTrue(Files.readString(Path.of("pom.xml")).contains("<version>" + ReadinessReport.VERSION + "</version>"));
    }
}
