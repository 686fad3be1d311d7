package banyan.server.register;

import static banyan.server.register.DemonstrationRegister.row;

import banyan.server.register.DemonstrationRegister.Insured;
import banyan.server.register.Registers.Queried;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Social insurance paid in a period: a person's own share month by month, as the demonstration register has it. */
final class Contributions implements Ledger {
    private static final BigDecimal PENSION = new BigDecimal("0.08");
    private static final BigDecimal UNEMPLOYMENT = new BigDecimal("0.005");

    @Override
    public Set<String> results() {
        return Set.of("from", "to", "office", "totalPaid", "summary", "months");
    }

    @Override
    public Queried query(Citizen who, Ask ask) {
        return switch (Period.of(ask)) {
            case Period.Wrong(var names) -> new Queried.Wrong(names);
            case Period.Months period when who.insured().filter(one -> !one.since().isAfter(period.to())).isPresent() ->
                found(who.insured().get(), ask.results(), period.from(), period.to());
            case Period.Months _ -> new Queried.Nothing();
        };
    }

    private static Queried found(Insured insured, Set<String> wanted, YearMonth from, YearMonth to) {
        YearMonth first = from.isBefore(insured.since()) ? insured.since() : from;
        List<YearMonth> months = Stream.iterate(first, month -> !month.isAfter(to), month -> month.plusMonths(1))
                .toList();
        long paid =
                months.stream().filter(month -> !insured.open().contains(month)).count();
        BigDecimal pension = share(insured.base(), PENSION);
        BigDecimal unemployment = share(insured.base(), UNEMPLOYMENT);
        TreeMap<String, String> values = new TreeMap<>();
        values.put("from", from.toString());
        values.put("to", to.toString());
        values.put("office", "gulou");
        values.put(
                "totalPaid",
                pension.add(unemployment).multiply(BigDecimal.valueOf(paid)).toPlainString());
        String state = paid == months.size() ? "paid" : "partly";
        TreeMap<String, List<SortedMap<String, String>>> tables = new TreeMap<>();
        tables.put(
                "summary",
                List.of(
                        row("insurance", "pension", "months", Long.toString(paid), "state", state),
                        row("insurance", "unemployment", "months", Long.toString(paid), "state", state),
                        row("insurance", "injury", "months", "0", "state", "none")));
        tables.put(
                "months",
                months.stream()
                        .map(month -> month(insured, month, pension, unemployment))
                        .toList());
        values.keySet().retainAll(wanted);
        tables.keySet().retainAll(wanted);
        return new Queried.Found(values, tables);
    }

    private static SortedMap<String, String> month(
            Insured insured, YearMonth month, BigDecimal pension, BigDecimal unemployment) {
        boolean open = insured.open().contains(month);
        return row(
                "month", month.toString(),
                "base", insured.base().toPlainString(),
                "pension", open ? "0.00" : pension.toPlainString(),
                "unemployment", open ? "0.00" : unemployment.toPlainString(),
                "state", open ? "open" : "paid");
    }

    private static BigDecimal share(BigDecimal base, BigDecimal rate) {
        return base.multiply(rate).setScale(2, RoundingMode.HALF_UP);
    }
}
