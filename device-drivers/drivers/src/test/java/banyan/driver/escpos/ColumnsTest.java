package banyan.driver.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {
    @Test
    void aChineseCharacterTakesTwoColumns() {
        assertEquals(6, Columns.of("ab榕树"));
        assertEquals(List.of("榕树", "榕"), Columns.broken("榕树榕", 5));
    }

    @Test
    void aWordIsNotBrokenUnlessHalfTheLineWouldStayEmpty() {
        assertEquals(List.of("Please keep", "this slip"), Columns.broken("Please keep this slip", 14));
        assertEquals(List.of("a https://ex", "ample.org/"), Columns.broken("a https://example.org/", 12));
    }

    @Test
    void aLineBeginsWithNoClosingMarkAndEndsWithNoOpeningOne() {
        assertEquals(List.of("榕树是", "福，州"), Columns.broken("榕树是福，州", 8));
        assertEquals(List.of("榕树是", "《福州》"), Columns.broken("榕树是《福州》", 8));
    }

    @Test
    void anEmptyTextIsALineAndSoIsEachLineOfSeveral() {
        assertEquals(List.of(""), Columns.broken("", 48));
        assertEquals(List.of("a", "", "b"), Columns.broken("a\n\r\nb", 48));
    }

    @Test
    void aControlCharacterIsNoCommand() {
        assertEquals(List.of("a @b"), Columns.broken("a\u001b@b", 48));
    }

    @Test
    void noLineIsEverWiderThanThePaper() {
        String text = "一二三四五 abc（defghij）klmnop，《123456789012345678》𠮷é。".repeat(9);
        for (int columns = 2; columns < 80; columns++) {
            int most = columns;
            List<String> lines = Columns.broken(text, columns);
            lines.forEach(line -> assertTrue(Columns.of(line) <= most, line));
            assertEquals(text.replace(" ", ""), String.join("", lines).replace(" ", ""));
        }
    }
}
