package banyan.server.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What casework has to know of one version of an item. Titles are Chinese, for clerks and for the decision.
 *
 * @param promisedDays working days; 0 is at once
 * @param department who decides
 * @param fields in the form's order
 * @param materials what may be asked for
 * @param grounds of a decision, by code
 */
public record CaseTerms(
        int promisedDays, String department, List<Field> fields, List<Material> materials, Map<String, String> grounds) {
    /** Of an item that nobody knows any more. */
    public static final CaseTerms NONE = new CaseTerms(0, "", List.of(), List.of(), Map.of());

    /** A field of the form; {@code options} by code where it is a choice. */
    public record Field(String code, String title, Map<String, String> options) {
        public Field {
            options = Map.copyOf(options);
        }
    }

    /** A material; {@code origin} says how it comes into a case: card, held or scan. */
    public record Material(String code, String title, String origin) {}

    public CaseTerms {
        fields = List.copyOf(fields);
        materials = List.copyOf(materials);
        grounds = Map.copyOf(grounds);
    }

    /** The field of this code. */
    public Optional<Field> field(String code) {
        return fields.stream().filter(field -> field.code().equals(code)).findFirst();
    }

    /** The material of this code. */
    public Optional<Material> material(String code) {
        return materials.stream().filter(material -> material.code().equals(code)).findFirst();
    }
}
