package banyan.server;

import banyan.acceptance.Submission;
import banyan.server.intake.ItemBook;
import banyan.server.intake.PublicForm;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** A book that offers whatever is filed, for who measures a centre: what items demand is then no part of the figure. */
public record AnyItem() implements ItemBook {
    @Override
    public Optional<Objection> objection(Submission submission) {
        return Optional.empty();
    }

    @Override
    public LocalDate answerBy(Submission submission, LocalDate received) {
        return received.plusDays(1);
    }

    @Override
    public LocalDate workingDaysAfter(LocalDate day, int count) {
        return day.plusDays(count);
    }

    @Override
    public Optional<Offer> offer(String item) {
        return Optional.of(new Offer("样张", "Sample", Set.of(), Set.of(), Set.of()));
    }

    @Override
    public Optional<PublicForm> form(String item, String version, LocalDate today) {
        return Optional.empty();
    }

    @Override
    public Optional<Instant> instant(String item, String version) {
        return Optional.empty();
    }
}
