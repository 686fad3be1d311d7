package banyan.acceptance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One request of one citizen, as it was confirmed on the screen. Personal data: {@link #toString} gives none of it.
 *
 * <p>The terminal writes it as JSON once; those bytes are the payload. They are hashed, kept, sent and stored as they are, so
 * that no later reader can disagree with what was confirmed.
 *
 * @param id the name it has for ever
 * @param terminal the number of the terminal, such as {@code 0137}
 * @param item code of the service item
 * @param itemVersion version of the item's package
 * @param confirmedAt when the citizen confirmed, by the terminal's clock
 * @param language {@code zh-CN} or {@code en}: in which it was shown and is answered
 * @param applicant who applies, and how it was found out
 * @param answers the form: field code to value, in the item's own canonical form
 * @param sources where each answer came from: field code to source
 * @param papers every attachment, in the item's order
 * @param provisional the provisional number that the citizen may hold, such as {@code 0137-8K42}
 * @param slipCode 查询码 that stands beside it on the citizen's slip, eight digits: who has both may ask at any terminal once this is at the
 *     centre. Submissions of before have none, and their slips are answered at their own terminal only
 */
public record Submission(
        SubmissionId id,
        String terminal,
        String item,
        String itemVersion,
        Instant confirmedAt,
        String language,
        Applicant applicant,
        SortedMap<String, String> answers,
        SortedMap<String, String> sources,
        List<Paper> papers,
        String provisional,
        Optional<String> slipCode) {
    public Submission {
        answers = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(answers));
        sources = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(sources));
        papers = List.copyOf(papers);
    }

    /** The same with these answers. */
    public Submission answering(SortedMap<String, String> other) {
        return new Submission(
                id,
                terminal,
                item,
                itemVersion,
                confirmedAt,
                language,
                applicant,
                other,
                sources,
                papers,
                provisional,
                slipCode);
    }

    /**
     * The citizen.
     *
     * @param name as on the card
     * @param number citizen identification number
     * @param identification how it is known, such as {@code ID_CARD}
     */
    public record Applicant(String name, String number, String identification) {
        @Override
        public String toString() {
            return "Applicant[" + identification + "]";
        }
    }

    @Override
    public String toString() {
        return "Submission[" + id + ", " + item + ", " + papers.size() + " papers]";
    }
}
