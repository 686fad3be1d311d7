package banyan.server.page;

import banyan.server.reckoning.DayRows;
import banyan.server.reckoning.DayRows.Gap;
import java.util.List;
import java.util.stream.Collectors;

/** The terminals' days beside the centre's own, those in which one of the two lacks something first. */
final class DaysTable {
    private static final int NAMED = 10;

    private DaysTable() {}

    static StringBuilder of(List<DayRows.Day> days) {
        StringBuilder table = new StringBuilder(Html.row(
                "th", "日期 · Day", "终端 · Terminal", "申请 · Submissions", "未到 · Not here yet", "小件未到 · Notes waiting", "两边账目 · The two books"));
        for (DayRows.Day day : days) {
            table.append(Html.row(
                    "td",
                    day.day().toString(),
                    day.terminal(),
                    Integer.toString(day.named()),
                    Integer.toString(day.waiting()),
                    Integer.toString(day.notes()),
                    day.gaps().isEmpty() ? "一致 · agree" : gaps(day.gaps())));
        }
        return table;
    }

    private static String gaps(List<Gap> gaps) {
        return gaps.stream().limit(NAMED).map(DaysTable::gap).collect(Collectors.joining("；"))
                + (gaps.size() > NAMED ? " … " + gaps.size() : "");
    }

    private static String gap(Gap gap) {
        String words = switch (gap.kind()) {
            case LOST -> "终端有回执，中心没有 · receipted there, lost here";
            case DIFFERENT -> "两边内容不同 · not the same";
            case UNNAMED -> "中心有，终端不知道 · held here, not named there";
        };
        return (gap.number().isEmpty() ? gap.id().toString().substring(0, 8) : gap.number()) + " " + words;
    }
}
