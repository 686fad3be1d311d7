package banyan.walk;

import banyan.acceptance.Refusal;
import banyan.acceptance.Submission;
import banyan.item.WorkingDays;
import banyan.server.intake.CaseTerms;
import banyan.server.intake.ItemBook;
import banyan.server.intake.PublicForm;
import java.time.LocalDate;
import java.util.Optional;

/** The centre's items, whose forms may be others from now on: then what was filled in before is not taken as it is. */
final class ChangingItems implements ItemBook {
    private final ItemBook usual;
    private volatile boolean changed;

    ChangingItems(ItemBook usual) {
        this.usual = usual;
    }

    void change(boolean now) {
        changed = now;
    }

    @Override
    public Optional<Objection> objection(Submission submission) {
        return changed
                ? Optional.of(new Objection(
                        Refusal.ANSWERS_INVALID, submission.answers().keySet().stream().limit(1).toList()))
                : usual.objection(submission);
    }

    @Override
    public LocalDate answerBy(Submission submission, LocalDate filed) {
        return usual.answerBy(submission, filed);
    }

    @Override
    public LocalDate workingDaysAfter(LocalDate day, int count) {
        return usual.workingDaysAfter(day, count);
    }

    @Override
    public WorkingDays workingDays() {
        return usual.workingDays();
    }

    @Override
    public CaseTerms terms(String item, String version) {
        return usual.terms(item, version);
    }

    @Override
    public Optional<Offer> offer(String item) {
        return usual.offer(item);
    }

    @Override
    public Optional<PublicForm> form(String item, String version, LocalDate today) {
        return usual.form(item, version, today);
    }

    @Override
    public Optional<Instant> instant(String item, String version) {
        return usual.instant(item, version);
    }
}
