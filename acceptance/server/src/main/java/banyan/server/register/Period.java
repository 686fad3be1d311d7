package banyan.server.register;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** The parameters {@code from} and {@code to} of a query, both months that are not ahead. */
sealed interface Period {
    /** At most so many months are told on one paper. */
    int LONGEST = 60;

    record Months(YearMonth from, YearMonth to) implements Period {
        /** Each month of it from this one on. */
        List<YearMonth> since(YearMonth first) {
            YearMonth begin = from.isBefore(first) ? first : from;
            return Stream.iterate(begin, month -> !month.isAfter(to), month -> month.plusMonths(1))
                    .toList();
        }
    }

    /** @param parameters the names of those that are missing or out of range */
    record Wrong(List<String> parameters) implements Period {}

    static Period of(Ask ask) {
        YearMonth now = YearMonth.from(ask.today());
        Optional<YearMonth> from = month(ask.parameters(), "from");
        Optional<YearMonth> to = month(ask.parameters(), "to");
        List<String> wrong = new ArrayList<>();
        if (from.isEmpty() || from.get().isAfter(now)) {
            wrong.add("from");
        }
        if (to.isEmpty() || to.get().isAfter(now) || tooFar(from, to.get())) {
            wrong.add("to");
        }
        return wrong.isEmpty() ? new Months(from.orElseThrow(), to.orElseThrow()) : new Wrong(wrong);
    }

    private static boolean tooFar(Optional<YearMonth> from, YearMonth to) {
        return from.isPresent()
                && (to.isBefore(from.get()) || to.isAfter(from.get().plusMonths(LONGEST - 1)));
    }

    private static Optional<YearMonth> month(SortedMap<String, String> parameters, String name) {
        try {
            return Optional.ofNullable(parameters.get(name)).map(YearMonth::parse);
        } catch (DateTimeException notAMonth) {
            return Optional.empty();
        }
    }
}
