package banyan.item;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormatTest {
    private static final Value DAY = new Value.Date(LocalDate.of(2026, 11, 27));
    private static final Value AT = new Value.Moment(LocalDateTime.of(2026, 11, 20, 20, 46));

    @Test
    void datesAreWrittenAsThePicturesHaveThem() {
        assertEquals("2026年11月27日", chinese(Format.DATE, DAY));
        assertEquals("2026年11月27日 星期五", chinese(Format.DATE_WITH_WEEKDAY, DAY));
        assertEquals("11月27日", chinese(Format.DAY, DAY));
        assertEquals("2025年3月", chinese(Format.MONTH, new Value.Month(YearMonth.of(2025, 3))));
        assertEquals("20:46", chinese(Format.TIME, AT));
        assertEquals("2026年11月20日 20:46", chinese(Format.MOMENT, AT));
    }

    @Test
    void datesInEnglishNameTheMonth() {
        assertEquals("27 November 2026", english(Format.DATE, DAY));
        assertEquals("Friday, 27 November 2026", english(Format.DATE_WITH_WEEKDAY, DAY));
        assertEquals("March 2025", english(Format.MONTH, new Value.Month(YearMonth.of(2025, 3))));
    }

    @Test
    void anAcceptanceNumberStandsInGroupsOfFour() {
        assertEquals("3501 2026 0427", chinese(Format.GROUPS_OF_FOUR, new Value.Text("350120260427")));
    }

    @Test
    void sumsHaveTheirUnitAndTwoDecimals() {
        var sum = new Value.Decimal(new BigDecimal("1234.5"));
        assertEquals("1,234.50 元", chinese(Format.MONEY, sum));
        assertEquals("CNY 1,234.50", english(Format.MONEY, sum));
        assertEquals("1,234.50", chinese(Format.AMOUNT, sum));
    }

    @Test
    void aFormatThatDoesNotSuitTheValueWritesNothing() {
        assertEquals(Optional.empty(), Format.DATE.write(new Value.Text("2026-11-27"), Language.ZH_CN));
        assertEquals(Optional.empty(), Format.MASK_ID.write(DAY, Language.ZH_CN));
    }

    @Test
    void everyWordOfAFormatLeadsBackToIt() {
        for (var format : Format.values()) {
            assertEquals(Optional.of(format), Format.ofWord(format.word()));
        }
    }

    private static String chinese(Format format, Value value) {
        return format.write(value, Language.ZH_CN).orElse("nothing");
    }

    private static String english(Format format, Value value) {
        return format.write(value, Language.EN).orElse("nothing");
    }
}
