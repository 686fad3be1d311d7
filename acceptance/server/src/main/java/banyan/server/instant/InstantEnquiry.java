package banyan.server.instant;

import banyan.acceptance.Submission;
import banyan.item.Facts;
import banyan.item.InstantCase;
import banyan.item.InstantJudge;
import banyan.item.InstantRules;
import banyan.item.Ruling;
import banyan.item.Source;
import banyan.item.Values;
import banyan.server.intake.ItemBook;
import banyan.server.register.Ask;
import banyan.server.register.LookupNotes;
import banyan.server.register.Registers;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Asks for rules what they may see, no more, keeps a note that it was asked, and has them rule. */
public final class InstantEnquiry {
    private final Registers registers;
    private final LookupNotes notes;

    public InstantEnquiry(Registers registers, LookupNotes notes) {
        this.registers = registers;
        this.notes = notes;
    }

    /** What the rules come to. Takes as long as the registers do; no connection is held meanwhile. */
    Ruling ruling(ItemBook.Instant by, Submission submission, LocalDate today) {
        InstantJudge judge = by.judge();
        InstantCase request = InstantEvidence.of(by.item(), submission, facts(by, submission, today), today);
        Optional<InstantRules.Question> question = judge.rules().register();
        Optional<Map<String, String>> query = judge.query(request);
        if (question.isEmpty() || query.isEmpty()) {
            return judge.rule(request);
        }
        return judge.rule(request.with(answer(question.get(), query.get(), submission, today)));
    }

    /** What a register did not say is unknown here, whatever the reason was. */
    private Facts facts(ItemBook.Instant by, Submission submission, LocalDate today) {
        Set<String> wanted = by.judge().rules().facts();
        if (wanted.isEmpty()) {
            return Facts.UNKNOWN;
        }
        LookupNotes.Open note = begun(submission);
        List<banyan.acceptance.Fact> said = registers.facts(submission.applicant().number(), wanted, today);
        notes.ended(note, "all", said.isEmpty() ? "NOTHING" : "FOUND");
        List<Facts.Sent> sent = said.stream()
                .map(fact -> new Facts.Sent(
                        fact.name(), fact.value(), Source.valueOf(fact.source().name()), fact.since()))
                .toList();
        Map<String, banyan.item.Fact> known = new HashMap<>(Facts.read(by.item(), sent).byKey());
        known.values().removeIf(banyan.item.Fact.Nothing.class::isInstance);
        return new Facts(known);
    }

    private LookupNotes.Open begun(Submission submission) {
        return notes.begun(
                submission.terminal(),
                LookupNotes.Purpose.DECISION,
                submission.item(),
                submission.applicant().number(),
                Optional.of(submission.id().value()));
    }

    private Values answer(
            InstantRules.Question question, Map<String, String> query, Submission submission, LocalDate today) {
        LookupNotes.Open note = begun(submission);
        Optional<Registers.Told> told = registers.query(new Ask(
                submission.id().value(),
                submission.item(),
                submission.applicant().number(),
                question.result().keySet(),
                new TreeMap<>(query),
                today));
        String provider = told.map(Registers.Told::provider).orElse("none");
        return switch (told.map(Registers.Told::queried).orElseGet(Registers.Queried.Nothing::new)) {
            case Registers.Queried.Found found -> {
                notes.ended(note, provider, "FOUND");
                yield question.read(found.values());
            }
            case Registers.Queried.Nothing _ -> silent(note, provider, "NOTHING");
            case Registers.Queried.Wrong _ -> silent(note, provider, "WRONG");
            case Registers.Queried.Away(var why) -> silent(note, provider, why.name());
        };
    }

    private Values silent(LookupNotes.Open note, String provider, String outcome) {
        notes.ended(note, provider, outcome);
        return Values.NONE;
    }
}
