package banyan.item;

import java.util.Map;

/**
 * What is said below a field.
 *
 * @param field its code
 * @param key fixed name of the sentence, for voice and log: {@code phone-cn.short}, {@code toMonth.check1}
 * @param arguments what the sentence was filled with
 * @param sentence in the citizen's language
 */
public record FieldProblem(String field, String key, Map<String, String> arguments, String sentence) {
    public FieldProblem {
        arguments = Map.copyOf(arguments);
    }

    @Override
    public String toString() {
        return "FieldProblem[" + field + ", " + key + "]";
    }
}
