package banyan.item;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * All that is known of one visit when a rule is asked: who, what was answered so far, what the centre knows, and the day.
 *
 * @param applicant empty before anybody has been identified
 * @param answers field code to value in the field's kept form
 */
public record Situation(Optional<Applicant> applicant, Map<String, String> answers, Facts facts, LocalDate today) {
    public Situation {
        answers = Map.copyOf(answers);
    }

    public static Situation nobody(LocalDate today) {
        return new Situation(Optional.empty(), Map.of(), Facts.UNKNOWN, today);
    }

    public Situation with(Map<String, String> moreAnswers) {
        return new Situation(applicant, moreAnswers, facts, today);
    }

    @Override
    public String toString() {
        return "Situation";
    }
}
