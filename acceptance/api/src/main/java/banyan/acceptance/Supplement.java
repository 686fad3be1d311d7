package banyan.acceptance;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A citizen's answer to what was asked for in a case, as it was confirmed on the screen. As with a {@link Submission} its bytes are kept,
 * hashed, sent and stored as they are, its papers go below its own name by the routes of papers, and nothing is received before the signed
 * {@link Receipt}, which carries the case's number and no lookup code. Personal data: {@link #toString} gives none of it.
 *
 * @param id the name it has for ever, made by the terminal
 * @param terminal at which it is answered, which may be another than the case's
 * @param number 受理编号 of the case
 * @param ask which of its asks is answered
 * @param proof by what the citizen is entitled to the case
 * @param confirmedAt by the terminal's clock
 * @param language in which it was shown
 * @param answers the fields that were asked for: code to value
 * @param papers the materials that were asked for
 * @param provisional what its citizen holds while it waits at the terminal; together with the slip's code or not at all
 * @param slipCode the lookup code that belongs to that number
 */
public record Supplement(
        SubmissionId id,
        String terminal,
        String number,
        UUID ask,
        CaseProof proof,
        Instant confirmedAt,
        String language,
        SortedMap<String, String> answers,
        List<Paper> papers,
        Optional<String> provisional,
        Optional<String> slipCode) {
    public Supplement {
        answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
        papers = List.copyOf(papers);
    }

    /** One that waited nowhere. */
    public Supplement(
            SubmissionId id,
            String terminal,
            String number,
            UUID ask,
            CaseProof proof,
            Instant confirmedAt,
            String language,
            SortedMap<String, String> answers,
            List<Paper> papers) {
        this(id, terminal, number, ask, proof, confirmedAt, language, answers, papers, Optional.empty(), Optional.empty());
    }

    @Override
    public String toString() {
        return "Supplement[" + id + ", " + papers.size() + " papers]";
    }
}
