package banyan.kiosk.filing;

import banyan.item.Source;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * An unfinished request as it goes to another terminal: what was filled in, and where it was. Papers, signatures and fingers stay behind
 * and are given again; what the card says is read again.
 *
 * @param stage index of the step in the item
 * @param part the group of a form
 */
public record TravellingDraft(String item, String version, int stage, int part, SortedMap<String, Value> answers) {
    private static final JsonMapper JSON = new JsonMapper();

    /** An answer and where it came from. */
    record Value(String value, Source source) {}

    /** This request at this spot. */
    public static byte[] bytes(Filing filing, int stage, int part) {
        var answers = new TreeMap<String, Value>();
        filing.answers().forEach((field, answer) -> {
            if (answer.source() != Source.ID_CARD) {
                answers.put(field, new Value(answer.value(), answer.source()));
            }
        });
        return JSON.writeValueAsBytes(new TravellingDraft(filing.item(), filing.version(), stage, part, answers));
    }

    /** Empty where these bytes are no draft of this version of the program. */
    public static Optional<TravellingDraft> read(byte[] bytes) {
        try {
            return Optional.ofNullable(JSON.readValue(bytes, TravellingDraft.class))
                    .filter(draft -> draft.item() != null && draft.version() != null && draft.answers() != null);
        } catch (JacksonException | IllegalArgumentException | NullPointerException otherForm) {
            return Optional.empty();
        }
    }

    /**
     * The same as somebody may have written it who has its code: said by the citizen, whatever it says of registers and cards, and looked at
     * from its beginning.
     */
    public TravellingDraft unproven() {
        var said = new TreeMap<String, Value>();
        answers.forEach((field, answer) -> said.put(field, new Value(answer.value(), Source.CITIZEN)));
        return new TravellingDraft(item, version, 0, 0, said);
    }

    /** The request again. */
    public Filing filing() {
        var known = new TreeMap<String, Answer>();
        answers.forEach((field, answer) -> known.put(field, new Answer(answer.value(), answer.source())));
        return Filing.blank(item, version).prefilled(known).looking(known.keySet());
    }

    @Override
    public String toString() {
        return "TravellingDraft[" + item + "]";
    }
}
