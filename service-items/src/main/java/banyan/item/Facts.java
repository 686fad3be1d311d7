package banyan.item;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What the centre knows about this citizen for this item. A key that was never asked about is unknown. */
public record Facts(Map<String, Fact> byKey) {
    public static final Facts UNKNOWN = new Facts(Map.of());

    public Facts {
        byKey = Map.copyOf(byKey);
    }

    /** The centre has answered for all of {@code asked}: where it knew nothing, there is nothing. */
    public static Facts answered(Set<String> asked, Map<String, Fact.Known> known) {
        var all = new HashMap<String, Fact>();
        asked.forEach(key -> all.put(key, new Fact.Nothing()));
        all.putAll(known);
        return new Facts(all);
    }

    /**
     * One fact as the centre sends it.
     *
     * @param value in the form in which values are sent, see {@link ValueKind#read}
     */
    public record Sent(String name, String value, Source source, LocalDate since) {
        @Override
        public String toString() {
            return "Sent[" + name + "]";
        }
    }

    /**
     * The centre's answer, understood by what the item declares. What the item does not declare is not looked at; a value that
     * cannot be read is unknown, not absent.
     */
    public static Facts read(ServiceItem item, Collection<Sent> answer) {
        var all = new HashMap<String, Fact>();
        item.facts().keySet().forEach(key -> all.put(key, new Fact.Nothing()));
        for (var sent : answer) {
            var declared = item.facts().get(sent.name());
            if (declared != null) {
                Fact fact = declared.kind()
                        .read(sent.value())
                        .<Fact>map(value -> new Fact.Known(value, sent.source(), sent.since()))
                        .orElseGet(Fact.Unknown::new);
                all.put(sent.name(), fact);
            }
        }
        return new Facts(all);
    }

    public Fact get(String key) {
        return byKey.getOrDefault(key, new Fact.Unknown());
    }

    /** Keys only: the values are a citizen's. */
    @Override
    public String toString() {
        return "Facts" + byKey.keySet();
    }
}
