package banyan.item;

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

    public Fact get(String key) {
        return byKey.getOrDefault(key, new Fact.Unknown());
    }

    /** Keys only: the values are a citizen's. */
    @Override
    public String toString() {
        return "Facts" + byKey.keySet();
    }
}
