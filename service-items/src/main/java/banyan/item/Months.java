package banyan.item;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** Months as rules have them, {@code 2026-11}. */
final class Months {
    private Months() {}

    /** From the first to the second: 0 for the same month, 11 for a year's ends. */
    static long between(String from, String to) {
        return ChronoUnit.MONTHS.between(month(from), month(to));
    }

    static String add(String month, long count) {
        return month(month).plusMonths(count).toString();
    }

    static String firstOfYear(String month) {
        return month(month).withMonth(1).toString();
    }

    /** Throws for something else; the rule then has no value, which its caller takes for unknown. */
    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException notAMonth) {
            throw new IllegalArgumentException("not a month", notAMonth);
        }
    }
}
