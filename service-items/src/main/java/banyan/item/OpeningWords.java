package banyan.item;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.stream.Collectors;

/** Opening hours in words: 周一、周二 09:00–17:00. */
final class OpeningWords {
    private OpeningWords() {}

    static String write(Opening opening, Language language) {
        var separator = switch (language) {
            case ZH_CN -> "；";
            case EN -> "; ";
        };
        return opening.hours().stream().map(hours -> hours(hours, language)).collect(Collectors.joining(separator));
    }

    private static String hours(Opening.Hours hours, Language language) {
        return days(hours, language) + " " + hours.from() + "–" + hours.to();
    }

    private static String days(Opening.Hours hours, Language language) {
        var days = hours.days().stream().sorted().toList();
        var comma = switch (language) {
            case ZH_CN -> "、";
            case EN -> ", ";
        };
        boolean inARow =
                days.size() > 2 && days.getLast().getValue() - days.getFirst().getValue() == days.size() - 1;
        if (inARow) {
            var to = switch (language) {
                case ZH_CN -> "至";
                case EN -> " to ";
            };
            return day(days.getFirst(), language) + to + day(days.getLast(), language);
        }
        return days.stream().map(day -> day(day, language)).collect(Collectors.joining(comma));
    }

    private static String day(DayOfWeek day, Language language) {
        return day.getDisplayName(TextStyle.SHORT, language.locale());
    }
}
