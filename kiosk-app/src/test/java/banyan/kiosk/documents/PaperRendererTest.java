package banyan.kiosk.documents;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.item.FilledDocument;
import banyan.item.Language;
import banyan.kiosk.documents.Rendering.CannotDraw;
import banyan.kiosk.documents.Rendering.Rendered;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PaperRendererTest {
    static final PaperFonts FONTS = PaperFonts.load();
    private static final PaperRenderer RENDERER = new PaperRenderer(FONTS);

    @Test
    void aChineseCertificateCanBeReadBackWordForWord() throws IOException {
        var text = text(certificate(Language.ZH_CN, 10), 1);
        for (var words : List.of("社会保险个人缴费证明", "张三丰", Samples.NUMBER, "养老保险", "5,400.00", "第 1 页，共 2 页")) {
            assertTrue(text.contains(words), words);
        }
    }

    @Test
    void anEnglishCommitmentCanBeReadBackWordForWord() throws IOException {
        var rendered = rendered(Samples.commitment(Language.EN, "Zhang Sanfeng", Optional.empty()), Samples.REAL);
        var text = text(rendered, 1);
        for (var words :
                List.of("Commitment on Flexible Work", "Zhang Sanfeng", "which is flexible work;", "Page 1 of 1")) {
            assertTrue(text.contains(words), words);
        }
    }

    @Test
    void equalDocumentsAreEqualBytes() {
        assertArrayEquals(
                certificate(Language.ZH_CN, 24).pdf(),
                certificate(Language.ZH_CN, 24).pdf());
    }

    @Test
    void oneLetterMoreIsAnotherCheckCode() {
        var one = rendered(Samples.text(Language.ZH_CN, "如有不实，愿退回补贴。"), Samples.REAL);
        var other = rendered(Samples.text(Language.ZH_CN, "如有不实，不愿退回补贴。"), Samples.REAL);
        assertNotEquals(one.checkCode(), other.checkCode());
        assertTrue(one.checkCode().inWords().matches("[0-9A-F]{4} [0-9A-F]{4}"), "eight digits in two groups");
    }

    @Test
    void aCharacterThatTheTypefaceLacksIsNamedAndNothingIsDrawn() {
        var rendering = RENDERER.render(Samples.commitment(Language.ZH_CN, "李𠮷丰", Optional.empty()), Samples.REAL);
        var cannot = assertInstanceOf(CannotDraw.class, rendering);
        assertEquals(List.of(0x20BB7), List.copyOf(cannot.codePoints()));
        assertFalse(cannot.toString().contains("134071"), "a rare name is still a name");
    }

    @Test
    void rareCharactersThatTheTypefaceHasArePrinted() throws IOException {
        var rendered = rendered(Samples.commitment(Language.ZH_CN, "䶮堃喆镕", Optional.empty()), Samples.REAL);
        assertTrue(text(rendered, 1).contains("䶮堃喆镕"));
    }

    @Test
    void aTableThatBreaksHasItsHeadingAgain() throws IOException {
        var rendered = certificate(Language.ZH_CN, 24);
        assertEquals(2, rendered.pages());
        assertTrue(text(rendered, 2).stripLeading().startsWith("月份"), "the heading is first on page 2");
    }

    @Test
    void everyRowOfALongTableIsOnExactlyOnePage() throws IOException {
        var rendered = certificate(Language.EN, 60);
        var all = new StringBuilder();
        for (int page = 1; page <= rendered.pages(); page++) {
            all.append(text(rendered, page));
        }
        for (int year = 2022; year <= 2026; year++) {
            for (int month = 1; month <= 12; month++) {
                var row = "%d-%02d".formatted(year, month);
                assertEquals(1, all.toString().split(row, -1).length - 1, row);
            }
        }
    }

    @Test
    void noPageIsSealedWithoutAWordOnIt() throws IOException {
        for (int months = 1; months <= 40; months++) {
            var rendered = certificate(Language.ZH_CN, months);
            var last = text(rendered, rendered.pages());
            assertTrue(last.contains("以上期间个人共缴"), months + " months");
            assertTrue(last.contains("扫码可验真伪"), months + " months");
        }
    }

    @Test
    void nobodySignsAPageWithoutAWordOnIt() throws IOException {
        for (int lines = 20; lines <= 32; lines++) {
            var blocks = new java.util.ArrayList<FilledDocument.Block>();
            for (int i = 0; i < lines; i++) {
                blocks.add(new FilledDocument.Paragraph(Samples.rich("所填信息和所交材料真实、有效。")));
            }
            blocks.addAll(
                    Samples.commitment(Language.ZH_CN, "张三丰", Optional.empty()).blocks());
            var rendered = rendered(
                    new FilledDocument("long", Language.ZH_CN, banyan.item.Paper.A4, "long", blocks), Samples.REAL);
            for (int page = 0; page < rendered.pages(); page++) {
                if (!rendered.plans().get(page).signatures().isEmpty()) {
                    assertTrue(text(rendered, page + 1).contains("愿退回补贴"), lines + " lines before");
                }
            }
        }
    }

    @Test
    void aDemonstrationSaysSoOnEveryPage() throws IOException {
        var document = Samples.certificate(Language.ZH_CN, "张三丰", Samples.NUMBER, 24);
        var rendered = rendered(document, Samples.DEMONSTRATION);
        for (int page = 1; page <= rendered.pages(); page++) {
            assertTrue(text(rendered, page).contains("演示 · 这张纸不作任何证明"), "band on page " + page);
        }
        assertFalse(text(rendered(document, Samples.REAL), 1).contains("演示"), "and only a demonstration does");
    }

    @Test
    void theFileTellsNothingButItsTitleAndLanguage() throws IOException {
        var rendered = certificate(Language.ZH_CN, 10);
        try (var pdf = Loader.loadPDF(rendered.pdf())) {
            var about = pdf.getDocumentInformation();
            assertEquals("社会保险个人缴费证明", about.getTitle());
            assertEquals(java.util.Set.of("Title"), about.getMetadataKeys());
            assertNull(pdf.getDocumentCatalog().getMetadata());
            assertEquals("zh-CN", pdf.getDocumentCatalog().getLanguage());
        }
        var raw = new String(rendered.pdf(), StandardCharsets.ISO_8859_1);
        assertFalse(raw.contains(Samples.NUMBER), "no number in clear");
    }

    @Test
    void personalValuesHaveBarsWithTheirCoveredForm() {
        var bars = certificate(Language.ZH_CN, 10).plans().getFirst().bars();
        assertEquals(
                List.of("张*丰", "350102********1239"),
                bars.stream().map(PagePlan.Bar::words).toList());
    }

    @Test
    void theFieldToSignIsKnownToTheScreen() {
        var plan = rendered(Samples.commitment(Language.ZH_CN, "张三丰", Optional.empty()), Samples.REAL)
                .plans()
                .getFirst();
        assertEquals(1, plan.signatures().size());
        assertTrue(plan.end() < 0.6, "a short page may be shown without its empty rest");
    }

    @Test
    void signingChangesTheStrokesAndNothingElse() throws IOException {
        var unsigned = rendered(Samples.commitment(Language.ZH_CN, "张三丰", Optional.empty()), Samples.REAL);
        var signed =
                rendered(Samples.commitment(Language.ZH_CN, "张三丰", Optional.of(Samples.signature())), Samples.REAL);
        assertEquals(text(unsigned, 1), text(signed, 1));
        assertEquals(unsigned.plans(), signed.plans());
        assertNotEquals(unsigned.checkCode(), signed.checkCode());
    }

    @Test
    void aReceiptOfTheNarrowRollIsAsLongAsItsText() {
        var plan = rendered(Samples.receiptRoll(), Samples.REAL).plans().getFirst();
        assertEquals(80 / 25.4 * 72, plan.width(), 0.01);
        assertTrue(plan.height() > 250 && plan.height() < 420, "not a metre of white paper");
    }

    @Test
    void theLeanFontHasEveryCharacterOfTheWholeOne() throws IOException {
        try (var in = PaperFonts.class.getResourceAsStream("/banyan/kiosk/font/NotoSansSC_400Regular.ttf")) {
            byte[] file = java.util.Objects.requireNonNull(in).readAllBytes();
            try (var whole = new TTFParser(false).parse(new RandomAccessReadBuffer(file))) {
                var glyphs = whole.getUnicodeCmapLookup(false);
                for (int point = 0x20; point < 0x30000; point++) {
                    assertEquals(
                            glyphs.getGlyphId(point) != 0,
                            FONTS.face(false).has(point),
                            "U+" + Integer.toHexString(point));
                }
            }
        }
    }

    private static Rendered certificate(Language language, int months) {
        return rendered(Samples.certificate(language, "张三丰", Samples.NUMBER, months), Samples.REAL);
    }

    static Rendered rendered(FilledDocument document, PaperOptions options) {
        return assertInstanceOf(Rendered.class, RENDERER.render(document, options));
    }

    private static String text(Rendered rendered, int page) throws IOException {
        try (var pdf = Loader.loadPDF(rendered.pdf())) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(pdf);
        }
    }
}
