package banyan.server.register;

import static banyan.server.register.DemonstrationRegister.row;

import banyan.server.register.Registers.Queried;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Homes registered to a person, or also to spouse and children under age; that there is none is an answer too. */
final class RealEstate implements Ledger {
    private static final Set<String> SCOPES = Set.of("individual", "family");
    private static final Set<String> PURPOSES = Set.of("school", "loan", "housing", "own");
    private static final List<String> STREETS = List.of("东街", "八一七北路", "古田路", "杨桥东路", "五一中路", "湖东路");

    @Override
    public Set<String> results() {
        return Set.of("source", "asOf", "scope", "purpose", "homes", "properties");
    }

    @Override
    public Queried query(Citizen who, Ask ask) {
        String scope = ask.parameters().getOrDefault("scope", "");
        String purpose = ask.parameters().getOrDefault("purpose", "");
        List<String> wrong = new ArrayList<>();
        if (!SCOPES.contains(scope)) {
            wrong.add("scope");
        }
        if (!PURPOSES.contains(purpose)) {
            wrong.add("purpose");
        }
        if (!wrong.isEmpty()) {
            return new Queried.Wrong(wrong);
        }
        if (who.insured().isEmpty()) {
            return new Queried.Nothing();
        }
        List<SortedMap<String, String>> properties = new ArrayList<>();
        for (int count = 0; count < who.made().digit(20) % 3; count++) {
            properties.add(property(who.made(), count, "self"));
        }
        if (scope.equals("family") && who.made().digit(21) % 2 == 0) {
            properties.add(property(who.made(), 2, "spouse"));
        }
        SortedMap<String, String> values = row(
                "asOf", ask.today().toString(),
                "scope", scope,
                "purpose", purpose,
                "homes", Integer.toString(properties.size()));
        TreeMap<String, List<SortedMap<String, String>>> tables = new TreeMap<>();
        tables.put("properties", List.copyOf(properties));
        return Ledger.found(ask, values, tables);
    }

    /** Where somebody else's home is, the paper tells no nearer than the district. */
    private static SortedMap<String, String> property(Invention made, int count, String holder) {
        int from = 22 + 4 * count;
        String street = STREETS.get(made.digit(from) % STREETS.size());
        String place = holder.equals("self") ? street + (1 + made.digit(from + 1)) + "号" + (101 + 100 * made.digit(from + 2)) + "室" : "";
        return row(
                "holder", holder,
                "right", "闽（20" + (10 + made.digit(from + 1)) + "）福州市不动产权第90" + made.digits().substring(from, from + 5) + "号",
                "place", "福州市鼓楼区" + place,
                "area", (62 + 7 * made.digit(from + 3)) + ".50",
                "share", holder.equals("self") && made.digit(from) % 2 == 1 ? "joint" : "sole");
    }
}
