package banyan.server.page;

import banyan.server.clerk.AssignedRows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What clerks have to see to, by the day; what is overdue says so. */
final class ClerksTable {
    private ClerksTable() {}

    /**
     * @param title of an item, by its code
     * @param written a moment, as this page writes it
     */
    static StringBuilder of(
            List<AssignedRows.Row> open, LocalDate today, UnaryOperator<String> title, Function<Instant, String> written) {
        StringBuilder table = new StringBuilder(Html.row(
                "th", "最晚联系 · By", "经办人 · Clerk", "电话 · Telephone", "存放编号 · Slip", "事项 · Item", "原因 · Why", "提交 · Filed", "终端 · Terminal"));
        for (AssignedRows.Row row : open) {
            table.append(Html.row(
                    "td",
                    row.by() + (row.by().isBefore(today) ? " · 已超期 · overdue" : ""),
                    row.clerk().name(),
                    row.clerk().telephone(),
                    row.number(),
                    row.item().isEmpty() ? "—" : title.apply(row.item()),
                    row.code(),
                    written.apply(row.filedAt()),
                    row.terminal()));
        }
        return table;
    }
}
