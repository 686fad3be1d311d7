package banyan.server.register;

import static banyan.server.register.DemonstrationRegister.row;

import banyan.server.register.Registers.Queried;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A short credit report: cards and loans, and who has looked in the last two years. */
final class Credit implements Ledger {
    private static final List<String> BANKS = List.of("示范银行福州分行", "样例银行鼓楼支行", "示范农商银行", "样例消费金融公司");

    @Override
    public Set<String> results() {
        return Set.of("source", "asOf", "openAccounts", "overdueMonths", "owed", "accounts", "inquiries");
    }

    @Override
    public Queried query(Citizen who, Ask ask) {
        if (who.insured().isEmpty()) {
            return new Queried.Nothing();
        }
        Invention made = who.made();
        YearMonth first = who.insured().get().since().plusMonths(3);
        List<SortedMap<String, String>> accounts = new ArrayList<>();
        BigDecimal owed = BigDecimal.ZERO.setScale(2);
        int late = 0;
        for (int count = 0; count < 1 + made.digit(30) % 3; count++) {
            int overdue = made.digit(31 + count) == 9 ? 1 : 0;
            BigDecimal limit = BigDecimal.valueOf(10_000L * (1 + made.digit(34 + count))).setScale(2);
            BigDecimal balance = limit.multiply(BigDecimal.valueOf(made.digit(37 + count))).divide(BigDecimal.TEN).setScale(2);
            owed = owed.add(balance);
            late += overdue;
            accounts.add(row(
                    "kind", count == 0 ? "card" : "loan",
                    "lender", BANKS.get(made.digit(40 + count) % BANKS.size()),
                    "opened", first.plusMonths(5L * count).toString(),
                    "limit", limit.toPlainString(),
                    "balance", balance.toPlainString(),
                    "overdue", Integer.toString(overdue)));
        }
        SortedMap<String, String> values = row(
                "asOf", ask.today().toString(),
                "openAccounts", Integer.toString(accounts.size()),
                "overdueMonths", Integer.toString(late),
                "owed", owed.toPlainString());
        TreeMap<String, List<SortedMap<String, String>>> tables = new TreeMap<>();
        tables.put("accounts", List.copyOf(accounts));
        tables.put("inquiries", inquiries(made, ask));
        return Ledger.found(ask, values, tables);
    }

    private static List<SortedMap<String, String>> inquiries(Invention made, Ask ask) {
        List<SortedMap<String, String>> all = new ArrayList<>();
        for (int count = 0; count < 1 + made.digit(44) % 3; count++) {
            all.add(row(
                    "on", ask.today().minusDays(23L + 97L * count + made.digit(45 + count)).toString(),
                    "by", BANKS.get(made.digit(48 + count) % BANKS.size()),
                    "why", count == 0 ? "control" : "application"));
        }
        return List.copyOf(all);
    }
}
