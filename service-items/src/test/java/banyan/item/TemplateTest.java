package banyan.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.item.Filling.Filled;
import banyan.item.Filling.Incomplete;
import banyan.item.Filling.Missing;
import banyan.item.Filling.Reason;
import banyan.item.Template.Part;
import banyan.item.Template.Purpose;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TemplateTest {
    @Test
    void everyMissingValueIsNamedAtOnce() {
        var template = template(
                new Template.Paragraph(WordingTest.wording("{one} {two|date}")),
                new Template.Note(WordingTest.wording("{three}")));
        var values = Values.NONE.with("two", "no date").with("three", " ");
        assertEquals(
                List.of(
                        new Missing("one", Reason.NOT_GIVEN),
                        new Missing("two", Reason.FORMAT_DOES_NOT_FIT),
                        new Missing("three", Reason.EMPTY)),
                assertInstanceOf(Incomplete.class, template.fill(values, Language.ZH_CN))
                        .missing());
    }

    @Test
    void aBlockIsLeftOutWithoutTheValueItStandsFor() {
        var template = new Template(
                "t",
                Purpose.RECEIPT,
                Paper.A4,
                LocalText.of("单", "slip"),
                List.of(new Part(new Template.Note(WordingTest.wording("{phone}")), List.of("phone"))));
        assertTrue(filled(template, Values.NONE).blocks().isEmpty());
        assertEquals(
                1, filled(template, Values.NONE.with("phone", "138")).blocks().size());
    }

    @Test
    void aPersonalValueKeepsItsMaskForThePreview() {
        var template = template(new Template.Paragraph(WordingTest.wording("姓名 {name}，尾号 {number|last4}")));
        var values = Values.NONE
                .with("name", new Value.Text("张三丰", Mask.NAME))
                .with("number", new Value.Text("350102199003071239", Mask.ID));
        var paragraph = assertInstanceOf(
                FilledDocument.Paragraph.class,
                filled(template, values).blocks().getFirst());
        assertEquals(
                List.of(Mask.NONE, Mask.NAME, Mask.NONE, Mask.NONE),
                paragraph.text().runs().stream().map(FilledDocument.Run::mask).toList());
        assertEquals("姓名 张三丰，尾号 1239", paragraph.text().plain());
    }

    @Test
    void clausesAreNumberedInTheWayOfTheLanguage() {
        var template = template(new Template.NumberedClauses(
                IntStream.range(0, 21).mapToObj(_ -> WordingTest.wording("条")).toList()));
        assertEquals(List.of("一、", "四、", "十、", "十一、", "二十、", "二十一、"), numbers(template, Language.ZH_CN));
        assertEquals(List.of("1.", "4.", "10.", "11.", "20.", "21."), numbers(template, Language.EN));
    }

    private static List<String> numbers(Template template, Language language) {
        var document = assertInstanceOf(Filled.class, template.fill(Values.NONE, language))
                .document();
        var clauses = assertInstanceOf(
                        FilledDocument.NumberedClauses.class, document.blocks().getFirst())
                .clauses();
        return IntStream.of(0, 3, 9, 10, 19, 20)
                .mapToObj(at -> clauses.get(at).number())
                .toList();
    }

    @Test
    void aTableHasALineForEachRowAndARowsOwnValues() {
        var column = new Template.Table.Column(
                WordingTest.wording("月"), WordingTest.wording("{row.month} {at}"), 1, FilledDocument.Align.LEFT);
        var rows = new Value.Rows(List.of(Values.NONE.with("month", "一月"), Values.NONE.with("month", "二月")));
        var table = assertInstanceOf(
                FilledDocument.Table.class,
                filled(
                                template(new Template.Table("months", List.of(column))),
                                Values.NONE.with("months", rows).with("at", new Value.Date(LocalDate.of(2026, 11, 20))))
                        .blocks()
                        .getFirst());
        assertEquals(
                List.of("一月 2026年11月20日", "二月 2026年11月20日"),
                table.rows().stream().map(row -> row.getFirst().plain()).toList());
    }

    @Test
    void aDocumentCanBeShownBeforeAnybodyHasSigned() {
        var template = template(
                new Template.SignatureLine(WordingTest.wording("承诺人："), "signature", WordingTest.wording("{at|date}")));
        var at = Values.NONE.with("at", new Value.Date(LocalDate.of(2026, 11, 20)));
        assertEquals(Optional.empty(), ink(template, at));
        var ink = new Value.Ink(100, 40, List.of(new Value.Ink.Stroke(List.of(new Value.Ink.Point(1, 2, 0.5)))));
        assertEquals(Optional.of(ink), ink(template, at.with(DocumentValues.signature(ink))));
    }

    private static Optional<Value.Ink> ink(Template template, Values values) {
        return assertInstanceOf(
                        FilledDocument.SignatureLine.class,
                        filled(template, values).blocks().getFirst())
                .ink();
    }

    @Test
    void pageNumbersAreLeftToTheDrawing() {
        var numbers = new FilledDocument.PageNumbers("第 {page} 页，共 {pages} 页");
        assertEquals("第 1 页，共 2 页", numbers.text(1, 2));
    }

    private static FilledDocument filled(Template template, Values values) {
        return assertInstanceOf(Filled.class, template.fill(values, Language.ZH_CN))
                .document();
    }

    private static Template template(Template.Block... blocks) {
        return new Template(
                "t",
                Purpose.SIGN,
                Paper.A4,
                LocalText.of("单", "slip"),
                List.of(blocks).stream()
                        .map(block -> new Part(block, List.of()))
                        .toList());
    }
}
