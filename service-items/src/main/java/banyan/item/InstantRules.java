package banyan.item;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * By which rules an item is decided at once, without a person: {@code decision.yaml} of its package. They are asked in their order, and the
 * first that holds decides. Where one comes to nothing, or none holds, a person decides.
 *
 * @param version of these rules, which stands in the trace of each case they decided
 * @param sees the only values they are shown
 * @param register what is asked of a register for them
 */
public record InstantRules(String version, Set<String> sees, Optional<Question> register, List<InstantRule> rules) {
    public InstantRules {
        sees = Set.copyOf(sees);
        rules = List.copyOf(rules);
    }

    /**
     * What is asked, and what is understood of the answer, which rules call {@code register.…}.
     *
     * @param query what is sent along, by name
     */
    public record Question(Map<String, Rule> query, Map<String, ValueKind> result) {
        public Question {
            query = Map.copyOf(query);
            result = Map.copyOf(result);
        }

        /** What is understood of an answer; what is missing, cannot be read or was not asked for is not among it. */
        public Values read(Map<String, String> answer) {
            var values = Values.NONE;
            for (var entry : result.entrySet()) {
                var value = Optional.ofNullable(answer.get(entry.getKey())).flatMap(entry.getValue()::read);
                if (value.isPresent()) {
                    values = values.with("register." + entry.getKey(), value.get());
                }
            }
            return values;
        }
    }

    /** What of the centre's facts they see. */
    public Set<String> facts() {
        return sees.stream()
                .filter(name -> name.startsWith("facts."))
                .map(name -> name.substring("facts.".length()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
