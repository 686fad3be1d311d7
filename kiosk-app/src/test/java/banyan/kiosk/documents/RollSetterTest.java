package banyan.kiosk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.ReceiptPrinter.Align;
import banyan.device.ReceiptPrinter.Part;
import banyan.item.FilledDocument;
import banyan.item.FilledDocument.Block;
import banyan.item.FilledDocument.Rich;
import banyan.item.FilledDocument.Run;
import banyan.item.Language;
import banyan.item.Mask;
import banyan.item.Paper;
import java.util.List;
import org.junit.jupiter.api.Test;

class RollSetterTest {
    private static List<Part> parts(Language language, Block... blocks) {
        return RollSetter.set(
                        new FilledDocument("receipt", language, Paper.A4, "受理回执", List.of(blocks)), Samples.REAL)
                .parts();
    }

    private static List<Part> parts(Block... blocks) {
        return parts(Language.ZH_CN, blocks);
    }

    private static Part left(String text) {
        return new Part.Text(text, Align.LEFT, 1, false);
    }

    private static Block row(String label, String value) {
        return new FilledDocument.KeyValues(
                List.of(new FilledDocument.KeyValues.Row(Samples.rich(label), Samples.rich(value))));
    }

    private static FilledDocument.Qr qr(String content) {
        return new FilledDocument.Qr(content, Samples.rich("扫码记下编号"));
    }

    @Test
    void aTitleStandsLargeInTheMiddle() {
        assertEquals(
                List.of(new Part.Text("受理回执", Align.CENTRE, 2, true)),
                parts(new FilledDocument.Title(Samples.rich("受理回执"))));
    }

    @Test
    void aRowIsALineInTheMannerOfTheLanguage() {
        assertEquals(List.of(new Part.Rule(), left("收费：不收费")), parts(row("收费", "不收费")));
        assertEquals(List.of(new Part.Rule(), left("Fee: none")), parts(Language.EN, row("Fee", "none")));
    }

    @Test
    void theNumberThatTheCodeRepeatsStandsLarge() {
        assertEquals(
                List.of(
                        new Part.Rule(),
                        left("受理编号"),
                        new Part.Text("3501 2026 0427", Align.LEFT, 2, true),
                        new Part.Qr("350120260427"),
                        new Part.Text("扫码记下编号", Align.CENTRE, 1, false)),
                parts(row("受理编号", "3501 2026 0427"), qr("350120260427")));
    }

    @Test
    void aTableIsALineForEachRowAndSaysNothingOfEmptyCells() {
        var column = new FilledDocument.Table.Column(Samples.rich("材料"), 1, FilledDocument.Align.LEFT);
        assertEquals(
                List.of(new Part.Rule(), new Part.Text("材料·材料", Align.LEFT, 1, true), left("身份证·刷卡"), left("承诺书")),
                parts(new FilledDocument.Table(
                        List.of(column, column),
                        List.of(
                                List.of(Samples.rich("身份证"), Samples.rich("刷卡")),
                                List.of(Samples.rich("承诺书"), Samples.rich("—"))))));
    }

    @Test
    void whatATemplateLeavesOpenIsCoveredOnARoll() {
        var line = new FilledDocument.Note(
                new Rich(List.of(Samples.run("证件号 "), new Run(Samples.NUMBER, true, Mask.ID))));
        String text = parts(line).toString() + parts(line).stream().map(RollSetterTest::text).toList();
        assertFalse(text.contains(Samples.NUMBER), text);
        assertTrue(text.contains(Mask.ID.cover(Samples.NUMBER, Language.ZH_CN)), text);
    }

    private static String text(Part part) {
        return part instanceof Part.Text(var text, _, _, _) ? text : "";
    }

    @Test
    void aLineIsBoldOnlyWhereAllOfItIs() {
        var half = new Rich(List.of(Samples.run("网络断了，"), new Run("中心还没有收到", true, Mask.NONE)));
        assertEquals(
                List.of(new Part.Space(1), left("网络断了，中心还没有收到")), parts(new FilledDocument.Paragraph(half)));
    }

    @Test
    void aRollHasNeitherPagesNorSeals() {
        assertEquals(
                List.of(),
                parts(new FilledDocument.PageNumbers("第 {page} 页"), new FilledDocument.Seal("榕城市社会保险中心")));
    }

    @Test
    void aDemonstrationSaysSoFirst() {
        var receipt = RollSetter.set(
                new FilledDocument("receipt", Language.EN, Paper.A4, "Receipt", List.of(qr("1"))),
                Samples.DEMONSTRATION);
        assertEquals(
                new Part.Text(PaperWords.in(Language.EN).demonstrationBand(), Align.CENTRE, 1, false),
                receipt.parts().getFirst());
        assertEquals("receipt", receipt.name());
    }
}
