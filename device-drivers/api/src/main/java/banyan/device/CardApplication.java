package banyan.device;

import java.util.Map;

/**
 * What was read of one application of a chip card.
 *
 * @param profile the name of the profile that fitted
 * @param fields each field's text under its name; what the card does not carry is left out
 */
public record CardApplication(String profile, Map<String, String> fields) {
    public CardApplication {
        fields = Map.copyOf(fields);
    }

    /** Without what was read: it is personal. */
    @Override
    public String toString() {
        return "CardApplication[" + profile + "]";
    }
}
