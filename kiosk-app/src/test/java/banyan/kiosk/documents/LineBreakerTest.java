package banyan.kiosk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.item.FilledDocument.Rich;
import banyan.item.FilledDocument.Run;
import banyan.item.Mask;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LineBreakerTest {
    private static final LineBreaker BREAKER = new LineBreaker(PaperRendererTest.FONTS, false);

    @Test
    void noLineBeginsWithAClosingMark() {
        assertEquals(List.of("本人承诺真", "实、有效。"), lines("本人承诺真实、有效。", 5.6));
        for (double width = 2; width < 12; width += 0.5) {
            for (var line : lines("一二，三四。五六）七八”九十、甲乙；丙丁：戊己！庚辛？壬癸", width)) {
                assertFalse(line.matches("[，。）”、；：！？].*"), line);
            }
        }
    }

    @Test
    void noLineEndsWithAnOpeningMark() {
        for (double width = 2; width < 12; width += 0.5) {
            for (var line : lines("一二（三四五）六“七八九”十《甲乙丙》丁", width)) {
                assertFalse(line.matches(".*[（“《]"), line);
            }
        }
    }

    @Test
    void wordsAndNumbersStayWhole() {
        for (double width = 5; width < 12; width += 0.5) {
            var lines = lines("自 2025年3月起每月 5,400.00元", width);
            assertTrue(lines.stream().anyMatch(line -> line.contains("5,400.00")), lines.toString());
            assertTrue(lines.stream().anyMatch(line -> line.contains("2025")), lines.toString());
        }
        assertEquals(List.of("the quick", "brown fox"), lines("the quick brown fox", 5.2));
    }

    @Test
    void aWordLongerThanALineIsCutRatherThanPrintedIntoTheMargin() {
        var lines = lines("https://example.invalid/verify/3501-2026", 6);
        assertTrue(lines.size() > 2);
        assertEquals("https://example.invalid/verify/3501-2026", String.join("", lines));
    }

    @Test
    void noLineIsWiderThanItsMeasure() {
        var text = Samples.rich("本人 Zhang（身份证尾号 1239）承诺：自 2025年3月起经营网店，属灵活就业；如有不实，愿退回补贴 4,752.00 元。");
        for (double width = 30; width < 300; width += 7) {
            double measure = width;
            assertTrue(BREAKER.lines(text, 12, width).stream().allMatch(line -> line.width() <= measure + 0.02));
        }
    }

    @Test
    void aLineFeedOfTheTemplateIsKept() {
        assertEquals(List.of("甲", "", "乙"), lines("甲\n\n乙", 9));
    }

    @Test
    void aPersonalValueKnowsWhetherALineBreakPartedIt() {
        var text = new Rich(List.of(Samples.run("住址 "), new Run("榕城市鼓楼区东街口八十三号", false, Mask.ADDRESS)));
        var whole = BREAKER.lines(text, 10, 400).getFirst().pieces().getLast();
        var parted = BREAKER.lines(text, 10, 100).getFirst().pieces().getLast();
        assertTrue(whole.whole());
        assertFalse(parted.whole());
        assertEquals(Mask.ADDRESS, parted.mask());
    }

    /** Lines of a measure of so many characters. */
    private static List<String> lines(String text, double characters) {
        return BREAKER.lines(Samples.rich(text), 10, 10 * characters).stream()
                .map(line -> line.pieces().stream().map(LineBreaker.Piece::text).collect(Collectors.joining()))
                .toList();
    }
}
