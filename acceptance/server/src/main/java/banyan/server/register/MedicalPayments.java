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

/** Medical insurance paid month by month: a person's two parts in a hundred and the employer's eight. */
final class MedicalPayments implements Ledger {
    private static final BigDecimal OWN = new BigDecimal("0.02");
    private static final BigDecimal EMPLOYER = new BigDecimal("0.08");

    @Override
    public Set<String> results() {
        return Set.of("from", "to", "source", "insuredAs", "monthsPaid", "ownTotal", "payments");
    }

    @Override
    public Queried query(Citizen who, Ask ask) {
        return switch (Period.of(ask)) {
            case Period.Wrong(var names) -> new Queried.Wrong(names);
            case Period.Months period when who.insured().isPresent() -> paid(who.insured().get(), period, ask);
            case Period.Months _ -> new Queried.Nothing();
        };
    }

    private static Queried paid(Insured insured, Period.Months period, Ask ask) {
        List<YearMonth> months = period.since(insured.since());
        if (months.isEmpty()) {
            return new Queried.Nothing();
        }
        BigDecimal own = share(insured.base(), OWN);
        long paid = months.stream().filter(month -> !insured.open().contains(month)).count();
        SortedMap<String, String> values = row(
                "from", period.from().toString(),
                "to", period.to().toString(),
                "insuredAs", "employee",
                "monthsPaid", Long.toString(paid),
                "ownTotal", own.multiply(BigDecimal.valueOf(paid)).toPlainString());
        TreeMap<String, List<SortedMap<String, String>>> tables = new TreeMap<>();
        tables.put("payments", months.stream().map(month -> payment(insured, month, own)).toList());
        return Ledger.found(ask, values, tables);
    }

    private static SortedMap<String, String> payment(Insured insured, YearMonth month, BigDecimal own) {
        boolean open = insured.open().contains(month);
        return row(
                "month", month.toString(),
                "base", insured.base().toPlainString(),
                "own", open ? "0.00" : own.toPlainString(),
                "employer", open ? "0.00" : share(insured.base(), EMPLOYER).toPlainString(),
                "state", open ? "open" : "paid");
    }

    private static BigDecimal share(BigDecimal base, BigDecimal rate) {
        return base.multiply(rate).setScale(2, RoundingMode.HALF_UP);
    }
}
