package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.item.ServiceItem;
import banyan.item.ValueKind;
import banyan.item.catalogue.CatalogueReport;
import banyan.server.intake.CatalogueItemBook;
import banyan.server.register.Ask;
import banyan.server.register.DemonstrationRegister;
import banyan.server.register.Registers.Queried;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the built-in provider says for each package: whole, of the declared kinds, the same each time, and named a sample. */
class SampleLedgersTest {
    private static final CatalogueReport REPORT =
            CatalogueItemBook.localPackages(Path.of("..", "..", "service-items", "catalogue"));
    private static final DemonstrationRegister REGISTER = DemonstrationRegister.builtIn();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final String UNKNOWN = "350103195602113350";
    private static final Map<String, String> ANY = Map.of(
            "from", "2026-01", "to", "2026-10", "scope", "family", "purpose", "loan");

    static Stream<ServiceItem> items() {
        return REPORT.items().stream().filter(item -> !item.result().isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("items")
    void everyResultIsThereInItsKindForEverybodyAndTheSameTwice(ServiceItem item) {
        for (String citizen : List.of(Cases.CITIZEN, "35010219800518246X", "350111197309304624", "350102199401238511")) {
            Queried.Found found = found(item, citizen);
            assertEquals(found, found(item, citizen));
            item.result().forEach((name, kind) -> {
                if (kind instanceof ValueKind.Rows(var columns)) {
                    rows(found, name).forEach(row -> columns.forEach((column, of) -> assertTrue(
                            of.read(String.valueOf(row.get(column))).isPresent(), name + "." + column + " " + row.get(column))));
                } else {
                    assertTrue(kind.read(String.valueOf(found.values().get(name))).isPresent(), name);
                }
            });
            if (item.result().containsKey("source")) {
                assertEquals("sample", found.values().get("source"));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("items")
    void whomNoRegisterKnowsHasNothingOnRecord(ServiceItem item) {
        assertEquals(new Queried.Nothing(), query(item, UNKNOWN, ANY));
    }

    @Test
    void theSumsAreThoseOfTheMonthsAndAnOpenMonthCountsForNothing() {
        Queried.Found medical = found(item("medical-insurance-payments"), "35010219800518246X");
        assertEquals(medical.values().get("ownTotal"), sum(rows(medical, "payments"), "own"));
        assertEquals("9", medical.values().get("monthsPaid"));
        Queried.Found fund = found(item("housing-fund-certificate"), "35010219800518246X");
        BigDecimal both = new BigDecimal(sum(rows(fund, "deposits"), "own")).add(new BigDecimal(sum(rows(fund, "deposits"), "employer")));
        assertEquals(fund.values().get("depositTotal"), both.toPlainString());
        assertEquals(
                rows(medical, "payments").stream().map(row -> row.get("base")).toList(),
                rows(fund, "deposits").stream().map(row -> row.get("base")).toList());
    }

    @Test
    void ofASpousesHomeNoStreetIsTold() {
        ServiceItem item = item("property-registration");
        List<SortedMap<String, String>> others = Stream.iterate(350102199401230000L, number -> number + 1)
                .limit(40)
                .flatMap(number -> rows(found(item, Long.toString(number)), "properties").stream())
                .filter(row -> !"self".equals(row.get("holder")))
                .toList();
        assertTrue(others.size() > 5);
        assertEquals(List.of("福州市鼓楼区"), others.stream().map(row -> row.get("place")).distinct().toList());
    }

    @Test
    void aScopeOrPurposeThatIsNoneIsRefusedByName() {
        assertEquals(
                new Queried.Wrong(List.of("scope", "purpose")),
                query(item("property-registration"), Cases.CITIZEN, Map.of("scope", "everybody")));
    }

    private static ServiceItem item(String code) {
        return REPORT.find(code).orElseThrow().item();
    }

    private static Queried.Found found(ServiceItem item, String citizen) {
        return assertInstanceOf(Queried.Found.class, query(item, citizen, ANY));
    }

    private static Queried query(ServiceItem item, String citizen, Map<String, String> parameters) {
        return REGISTER.query(new Ask(
                UUID.randomUUID(), item.code(), citizen, item.result().keySet(), new TreeMap<>(parameters), TODAY));
    }

    private static List<SortedMap<String, String>> rows(Queried.Found found, String name) {
        return found.tables().getOrDefault(name, List.of());
    }

    private static String sum(List<SortedMap<String, String>> rows, String column) {
        return rows.stream()
                .map(row -> new BigDecimal(String.valueOf(row.get(column))))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .toPlainString();
    }
}
