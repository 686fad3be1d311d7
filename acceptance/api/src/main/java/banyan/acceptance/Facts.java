package banyan.acceptance;

import java.util.List;

/**
 * What the centre knows of one citizen for one item; empty where it knows nothing.
 *
 * @param facts at most one of each name
 */
public record Facts(List<Fact> facts) {
    public Facts {
        facts = List.copyOf(facts);
    }

    @Override
    public String toString() {
        return "Facts[" + facts.size() + "]";
    }
}
