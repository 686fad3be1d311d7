package banyan.server.register;

import static banyan.server.register.DemonstrationRegister.row;

import banyan.server.register.DemonstrationRegister.Insured;
import banyan.server.register.Registers.Queried;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A housing fund account and what was paid into it: the person and the employer pay the same. */
final class HousingFund implements Ledger {
    private static final BigDecimal RATE = new BigDecimal("0.10");

    @Override
    public Set<String> results() {
        return Set.of("from", "to", "source", "account", "accountState", "openedIn", "depositTotal", "balance", "deposits");
    }

    @Override
    public Queried query(Citizen who, Ask ask) {
        return switch (Period.of(ask)) {
            case Period.Wrong(var names) -> new Queried.Wrong(names);
            case Period.Months period when who.insured().isPresent() -> paid(who, who.insured().get(), period, ask);
            case Period.Months _ -> new Queried.Nothing();
        };
    }

    private static Queried paid(Citizen who, Insured insured, Period.Months period, Ask ask) {
        List<YearMonth> months = period.since(insured.since());
        if (months.isEmpty()) {
            return new Queried.Nothing();
        }
        BigDecimal share = insured.base().multiply(RATE).setScale(2, RoundingMode.HALF_UP);
        BigDecimal each = share.add(share);
        long paid = months.stream().filter(month -> !insured.open().contains(month)).count();
        long ever = ChronoUnit.MONTHS.between(insured.since(), YearMonth.from(ask.today())) - insured.open().size();
        SortedMap<String, String> values = row(
                "from", period.from().toString(),
                "to", period.to().toString(),
                "account", "3501" + who.made().digits().substring(6, 14),
                "accountState", "active",
                "openedIn", insured.since().toString(),
                "depositTotal", each.multiply(BigDecimal.valueOf(paid)).toPlainString(),
                "balance", each.multiply(BigDecimal.valueOf(Math.max(0, ever))).toPlainString());
        TreeMap<String, List<SortedMap<String, String>>> tables = new TreeMap<>();
        tables.put("deposits", months.stream().map(month -> deposit(insured, month, share)).toList());
        return Ledger.found(ask, values, tables);
    }

    private static SortedMap<String, String> deposit(Insured insured, YearMonth month, BigDecimal share) {
        boolean open = insured.open().contains(month);
        return row(
                "month", month.toString(),
                "base", insured.base().toPlainString(),
                "own", open ? "0.00" : share.toPlainString(),
                "employer", open ? "0.00" : share.toPlainString(),
                "state", open ? "open" : "paid");
    }
}
