package banyan.server.casework;

import banyan.acceptance.CaseStand;
import banyan.acceptance.CaseStand.Thing.Kind;
import banyan.acceptance.Paper;
import banyan.acceptance.Refusal;
import banyan.acceptance.Submission;
import banyan.acceptance.Supplement;
import banyan.server.intake.ItemBook;
import banyan.server.intake.PaperLimits;
import banyan.server.wire.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Whether an answer is one to what was asked: all of it, nothing else, and fields as the item's form takes them. */
final class SupplementCheck {
    private final ItemBook items;

    SupplementCheck(ItemBook items) {
        this.items = items;
    }

    Optional<Reply> objection(Handle handle, CaseRow row, CaseStand.Asked asked, Supplement supplement) {
        List<String> beyond = PaperLimits.beyond(supplement.papers());
        if (!beyond.isEmpty() || supplement.papers().size() > Paper.MAX_COUNT) {
            return Optional.of(Reply.refused(Refusal.PAPERS_INVALID, beyond));
        }
        if (PaperLimits.tooLarge(supplement.papers())) {
            return Optional.of(Reply.refused(Refusal.PAPERS_TOO_LARGE));
        }
        Set<String> brought = supplement.papers().stream().map(Paper::material).collect(Collectors.toSet());
        List<String> papers = unlike(codes(asked, Kind.MATERIAL), brought, "unknown-material");
        if (!papers.isEmpty()) {
            return Optional.of(Reply.refused(Refusal.PAPERS_INVALID, papers));
        }
        List<String> fields = unlike(codes(asked, Kind.FIELD), supplement.answers().keySet(), "unknown-field");
        return (fields.isEmpty() ? badlyAnswered(handle, row, supplement) : Optional.of(fields))
                .map(wrong -> Reply.refused(Refusal.ANSWERS_INVALID, wrong));
    }

    private static Set<String> codes(CaseStand.Asked asked, Kind kind) {
        return asked.things().stream()
                .filter(thing -> thing.kind() == kind)
                .map(CaseStand.Thing::code)
                .collect(Collectors.toSet());
    }

    /** What is missing by its code; what nobody asked for by a name of ours, because its own may be anything. */
    private static List<String> unlike(Set<String> asked, Set<String> given, String stranger) {
        List<String> wrong = new ArrayList<>(
                asked.stream().filter(code -> !given.contains(code)).sorted().toList());
        if (!asked.containsAll(given)) {
            wrong.add(stranger);
        }
        return wrong;
    }

    /** Fields answered again, in the form as it was filled in; what is wrong with the rest of it was judged when it came. */
    private Optional<List<String>> badlyAnswered(Handle handle, CaseRow row, Supplement supplement) {
        if (supplement.answers().isEmpty()) {
            return Optional.empty();
        }
        Submission first = handle.createQuery("SELECT payload FROM submission WHERE terminal = :terminal AND id = :id")
                .bind("terminal", row.terminal())
                .bind("id", row.id())
                .map((found, _) -> Stands.own(found.getBytes("payload"), Submission.class))
                .one();
        TreeMap<String, String> answers = new TreeMap<>(first.answers());
        answers.putAll(supplement.answers());
        return items.objection(first.answering(answers))
                .filter(objection -> objection.refusal() == Refusal.ANSWERS_INVALID)
                .map(objection -> objection.fields().stream()
                        .filter(supplement.answers()::containsKey)
                        .toList())
                .filter(fields -> !fields.isEmpty());
    }
}
