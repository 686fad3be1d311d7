package banyan.item;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Invented people and values. */
final class Samples {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    /** A man of 36, number with a right check character. */
    static final Applicant ZHANG = new Applicant("张三丰", number("35010219900307123"), "福州市鼓楼区东街口8号");

    /** A woman of 41. */
    static final Applicant LIN = new Applicant("林小英", number("35010219850601002"), "福州市鼓楼区古田路12号");

    private Samples() {}

    static String number(String first17) {
        return first17 + CitizenNumber.checkCharacter(first17);
    }

    static Situation situation(Applicant applicant, Facts facts, Map<String, String> answers) {
        return new Situation(Optional.of(applicant), answers, facts, TODAY);
    }

    /** What the centre knows in the pictures. */
    static Facts known(ServiceItem item, Map<String, String> sent) {
        var known = new HashMap<String, Fact.Known>();
        sent.forEach((key, text) -> {
            var declared = Objects.requireNonNull(item.facts().get(key));
            known.put(
                    key,
                    new Fact.Known(
                            declared.kind().read(text).orElseThrow(), declared.source(), LocalDate.of(2025, 3, 1)));
        });
        return Facts.answered(item.facts().keySet(), known);
    }

    /** One value for every name; those that are not always there only if asked. */
    static Values of(Map<String, Provided> names, boolean all) {
        var values = Values.NONE;
        for (var entry : names.entrySet()) {
            if (all || entry.getValue().always()) {
                values = values.with(entry.getKey(), of(entry.getValue().kind()));
            }
        }
        return values;
    }

    private static Value of(ValueKind kind) {
        return switch (kind) {
            case ValueKind.Text text -> new Value.Text("350102199003071239", text.mask());
            case ValueKind.Count _ -> Value.Decimal.of(12);
            case ValueKind.Money _ -> new Value.Decimal(new BigDecimal("1234.50"));
            case ValueKind.YesNo _ -> new Value.Flag(true);
            case ValueKind.Date _ -> new Value.Date(TODAY);
            case ValueKind.Month _ -> new Value.Month(YearMonth.of(2026, 10));
            case ValueKind.Moment _ -> new Value.Moment(LocalDateTime.of(2026, 11, 20, 20, 46));
            case ValueKind.Word(var words) ->
                new Value.Localised(words.values().iterator().next());
            case ValueKind.Rows(var columns) -> {
                var row = Values.NONE;
                for (var column : columns.entrySet()) {
                    row = row.with(column.getKey(), of(column.getValue()));
                }
                yield new Value.Rows(List.of(row, row));
            }
            case ValueKind.Ink _ ->
                new Value.Ink(100, 40, List.of(new Value.Ink.Stroke(List.of(new Value.Ink.Point(1, 1, 0.5)))));
        };
    }
}
