package banyan.item;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** How a placeholder writes its value: the words after the bar in {@code {at|date}}. */
public enum Format {
    /** As the kind of the value asks: dates as dates, months as months, numbers as digits. */
    PLAIN("plain"),
    DATE("date"),
    DATE_WITH_WEEKDAY("weekday"),
    /** Without the year: {@code 11月27日}. */
    DAY("day"),
    MONTH("month"),
    TIME("time"),
    MOMENT("moment"),
    MONEY("money"),
    /** A sum without its unit, for a column whose heading names it. */
    AMOUNT("amount"),
    /** {@code 3501 2026 0427} */
    GROUPS_OF_FOUR("groups4"),
    LAST_FOUR("last4"),
    MASK_NAME("mask:name"),
    MASK_ID("mask:id"),
    MASK_PHONE("mask:phone"),
    MASK_CARD("mask:card"),
    MASK_ADDRESS("mask:address");

    private final String word;

    Format(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Optional<Format> ofWord(String word) {
        for (var format : values()) {
            if (format.word.equals(word)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** The value in words, or empty if this format does not suit its kind. */
    public Optional<String> write(Value value, Language language) {
        return switch (this) {
            case PLAIN -> plain(value, language);
            case DATE -> day(value).map(date -> date(date, language));
            case DATE_WITH_WEEKDAY -> day(value).map(date -> weekday(date, language));
            case DAY -> day(value).map(date -> dayOfYear(date, language));
            case MONTH -> month(value).map(month -> month(month, language));
            case TIME -> value instanceof Value.Moment(var at) ? Optional.of(time(at)) : Optional.empty();
            case MOMENT -> value instanceof Value.Moment(var at) ? Optional.of(moment(at, language)) : Optional.empty();
            case MONEY ->
                value instanceof Value.Decimal(var sum) ? Optional.of(money(sum, language)) : Optional.empty();
            case AMOUNT -> value instanceof Value.Decimal(var sum) ? Optional.of(amount(sum)) : Optional.empty();
            case GROUPS_OF_FOUR -> text(value).map(Format::groups);
            case LAST_FOUR ->
                text(value).filter(text -> text.length() > 4).map(text -> text.substring(text.length() - 4));
            case MASK_NAME -> text(value).map(text -> Mask.NAME.cover(text, language));
            case MASK_ID -> text(value).map(text -> Mask.ID.cover(text, language));
            case MASK_PHONE -> text(value).map(text -> Mask.PHONE.cover(text, language));
            case MASK_CARD -> text(value).map(text -> Mask.CARD.cover(text, language));
            case MASK_ADDRESS -> text(value).map(text -> Mask.ADDRESS.cover(text, language));
        };
    }

    /** True if what is written no longer tells the personal value, so that a preview need not cover it. */
    boolean covers() {
        return switch (this) {
            case MASK_NAME, MASK_ID, MASK_PHONE, MASK_CARD, MASK_ADDRESS, LAST_FOUR -> true;
            case PLAIN, DATE, DATE_WITH_WEEKDAY, DAY, MONTH, TIME, MOMENT, MONEY, AMOUNT, GROUPS_OF_FOUR -> false;
        };
    }

    private static Optional<String> plain(Value value, Language language) {
        return switch (value) {
            case Value.Text personal -> Optional.of(personal.text());
            case Value.Localised(var text) -> Optional.of(text.in(language));
            case Value.Decimal(var number) -> Optional.of(number.toPlainString());
            case Value.Flag(var yes) -> Optional.of(yesNo(yes, language));
            case Value.Date(var date) -> Optional.of(date(date, language));
            case Value.Month(var month) -> Optional.of(month(month, language));
            case Value.Moment(var at) -> Optional.of(moment(at, language));
            case Value.Rows _, Value.Ink _ -> Optional.empty();
        };
    }

    private static Optional<LocalDate> day(Value value) {
        return switch (value) {
            case Value.Date(var date) -> Optional.of(date);
            case Value.Moment(var at) -> Optional.of(at.toLocalDate());
            case Value.Text _,
                    Value.Localised _,
                    Value.Decimal _,
                    Value.Flag _,
                    Value.Month _,
                    Value.Rows _,
                    Value.Ink _ -> Optional.empty();
        };
    }

    private static Optional<YearMonth> month(Value value) {
        return value instanceof Value.Month(var month)
                ? Optional.of(month)
                : day(value).map(YearMonth::from);
    }

    private static Optional<String> text(Value value) {
        return value instanceof Value.Text text ? Optional.of(text.text()) : Optional.empty();
    }

    public static String date(LocalDate date, Language language) {
        return switch (language) {
            case ZH_CN -> pattern("y年M月d日", language).format(date);
            case EN -> pattern("d MMMM y", language).format(date);
        };
    }

    public static String weekday(LocalDate date, Language language) {
        return switch (language) {
            case ZH_CN -> pattern("y年M月d日 EEEE", language).format(date);
            case EN -> pattern("EEEE, d MMMM y", language).format(date);
        };
    }

    public static String dayOfYear(LocalDate date, Language language) {
        return switch (language) {
            case ZH_CN -> pattern("M月d日", language).format(date);
            case EN -> pattern("d MMMM", language).format(date);
        };
    }

    public static String month(YearMonth month, Language language) {
        return switch (language) {
            case ZH_CN -> pattern("y年M月", language).format(month);
            case EN -> pattern("MMMM y", language).format(month);
        };
    }

    private static String time(LocalDateTime at) {
        return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(at);
    }

    private static String moment(LocalDateTime at, Language language) {
        return date(at.toLocalDate(), language) + " " + time(at);
    }

    public static String money(BigDecimal sum, Language language) {
        return switch (language) {
            case ZH_CN -> amount(sum) + " 元";
            case EN -> "CNY " + amount(sum);
        };
    }

    private static String amount(BigDecimal sum) {
        return String.format(Locale.ROOT, "%,.2f", sum.setScale(2, RoundingMode.HALF_UP));
    }

    private static String yesNo(boolean yes, Language language) {
        return switch (language) {
            case ZH_CN -> yes ? "是" : "否";
            case EN -> yes ? "Yes" : "No";
        };
    }

    private static String groups(String text) {
        var grouped = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            if (at > 0 && at % 4 == 0) {
                grouped.append(' ');
            }
            grouped.append(text.charAt(at));
        }
        return grouped.toString();
    }

    private static DateTimeFormatter pattern(String pattern, Language language) {
        return DateTimeFormatter.ofPattern(pattern, language.locale());
    }
}
