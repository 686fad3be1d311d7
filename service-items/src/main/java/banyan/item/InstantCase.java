package banyan.item;

import java.util.Map;

/**
 * All there is to know of a request when its rules are asked. What is not in it is unknown. Personal data: it prints nothing of itself.
 *
 * @param identification how it was found out who applies, such as {@code ID_CARD}
 * @param register what the register has answered, named {@code register.…}
 * @param present whether a material is there, by code; of a document the citizen signs and of {@code fingerprint} too
 * @param trust how far a material is to be believed, A to D, by code
 */
public record InstantCase(
        Situation situation,
        String identification,
        Values register,
        Map<String, Boolean> present,
        Map<String, String> trust) {
    public InstantCase {
        present = Map.copyOf(present);
        trust = Map.copyOf(trust);
    }

    /** The same with what the register has answered. */
    public InstantCase with(Values answered) {
        return new InstantCase(situation, identification, answered, present, trust);
    }

    @Override
    public String toString() {
        return "InstantCase";
    }
}
