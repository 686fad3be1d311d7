package banyan.item;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The centre's answer to a query, understood by what the package says it should be; or what about it is not. */
public sealed interface QueryAnswer {
    /**
     * Everything was there and readable.
     *
     * @param values named {@code result.…}
     */
    record Understood(Values values) implements QueryAnswer {}

    /**
     * Nothing is printed from an answer that is not wholly understood.
     *
     * @param names of values missing or unreadable
     */
    record NotUnderstood(List<String> names) implements QueryAnswer {
        public NotUnderstood {
            names = List.copyOf(names);
        }
    }

    /**
     * Reads an answer; what the package does not name is not looked at.
     *
     * @param single values by name in the form in which they are sent
     * @param tables rows by the table's name, each row by column
     */
    static QueryAnswer read(
            ServiceItem item,
            Map<String, String> single,
            Map<String, ? extends List<? extends Map<String, String>>> tables) {
        var values = Values.NONE;
        var wrong = new ArrayList<String>();
        for (var entry : item.result().entrySet()) {
            var name = "result." + entry.getKey();
            var value = entry.getValue() instanceof ValueKind.Rows rows
                    ? rows(name, rows, tables.get(entry.getKey()), wrong)
                    : single(name, entry.getValue(), single.get(entry.getKey()), wrong);
            values = values.with(value);
        }
        return wrong.isEmpty() ? new Understood(values) : new NotUnderstood(wrong);
    }

    private static Values single(String name, ValueKind kind, @Nullable String sent, List<String> wrong) {
        if (sent != null) {
            var value = kind.read(sent);
            if (value.isPresent()) {
                return Values.NONE.with(name, value.get());
            }
        }
        wrong.add(name);
        return Values.NONE;
    }

    private static Values rows(
            String name, ValueKind.Rows kind, @Nullable List<? extends Map<String, String>> sent, List<String> wrong) {
        if (sent == null) {
            wrong.add(name);
            return Values.NONE;
        }
        var rows = new ArrayList<Values>();
        for (var row : sent) {
            var values = Values.NONE;
            for (var column : kind.columns().entrySet()) {
                var value = single(column.getKey(), column.getValue(), row.get(column.getKey()), new ArrayList<>());
                if (value.names().isEmpty()) {
                    wrong.add(name + "[" + rows.size() + "]." + column.getKey());
                }
                values = values.with(value);
            }
            rows.add(values);
        }
        return Values.NONE.with(name, new Value.Rows(rows));
    }
}
