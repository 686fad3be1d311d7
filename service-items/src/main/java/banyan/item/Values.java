package banyan.item;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The values of one document or rule by their dotted names, such as {@code applicant.name}. Immutable. */
public record Values(Map<String, Value> byName) {
    public static final Values NONE = new Values(Map.of());

    public Values {
        byName = Map.copyOf(byName);
    }

    public Values with(String name, Value value) {
        var more = new HashMap<>(byName);
        more.put(name, value);
        return new Values(more);
    }

    public Values with(String name, String text) {
        return with(name, new Value.Text(text));
    }

    /** These values and those of {@code others}; where both have a name, the other's value holds. */
    public Values with(Values others) {
        var more = new HashMap<>(byName);
        more.putAll(others.byName);
        return new Values(more);
    }

    public Optional<Value> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Set<String> names() {
        return byName.keySet();
    }

    /** Names only: the values are a citizen's. */
    @Override
    public String toString() {
        return "Values" + byName.keySet();
    }
}
