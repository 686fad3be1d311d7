package banyan.kiosk.visit;

import banyan.acceptance.FactsQuery;
import banyan.cache.Reply;
import banyan.item.Applicant;
import banyan.item.Fact;
import banyan.item.Facts;
import banyan.item.Field;
import banyan.item.FieldKind;
import banyan.item.FieldProblem;
import banyan.item.FormGroup;
import banyan.item.Source;
import banyan.item.Step;
import banyan.kiosk.catalog.Offer;
import banyan.kiosk.filing.Filing;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Does what the dialogue asks about a request's form. */
final class FilingHand {
    private static final Duration FACTS = Duration.ofSeconds(5);

    private final Session session;
    private final Set<String> begun = new HashSet<>();
    private Optional<Editing> editing = Optional.empty();

    /** The field whose pad is open, with the text so far: the one place of a full value on a form. */
    record Editing(String item, String field, String text) {
        @Override
        public String toString() {
            return "Editing[" + field + "]";
        }
    }

    FilingHand(Session session) {
        this.session = session;
    }

    Optional<Editing> editing() {
        return editing;
    }

    void forget() {
        begun.clear();
        editing = Optional.empty();
    }

    void askFacts(String item) {
        Optional<Applicant> applicant = session.applicant();
        Optional<Offer> offer = session.offer(item);
        if (applicant.isEmpty() || offer.isEmpty() || offer.get().item().facts().isEmpty()) {
            return;
        }
        FactsQuery query = new FactsQuery(item, applicant.get().number());
        session.away(() -> session.equipment().centre().facts(query, FACTS), reply -> known(offer.get(), reply));
    }

    private void known(Offer offer, Reply<banyan.acceptance.Facts> reply) {
        Optional<Facts> facts = facts(offer, reply);
        if (facts.isEmpty()) {
            return;
        }
        Filing filing = session.filing(offer.item().code()).knowing(facts.get());
        session.draft(session.draft()
                .with(begun.contains(filing.item()) ? session.desk(offer).prefill(filing) : filing));
    }

    /** Empty where the centre could not be asked: then everything stays unknown, which is never nothing. */
    private static Optional<Facts> facts(Offer offer, Reply<banyan.acceptance.Facts> reply) {
        return switch (reply) {
            case Reply.Unreachable<banyan.acceptance.Facts> _ -> Optional.empty();
            case Reply.Refused<banyan.acceptance.Facts> refused ->
                refused.code().equals("NOTHING-ON-RECORD")
                        ? Optional.of(Facts.answered(offer.item().facts().keySet(), Map.of()))
                        : Optional.empty();
            case Reply.Answered<banyan.acceptance.Facts>(var answer) -> {
                var known = new HashMap<String, Fact.Known>();
                for (var fact : answer.facts()) {
                    var declared = offer.item().facts().get(fact.name());
                    if (declared != null) {
                        declared.kind()
                                .read(fact.value())
                                .ifPresent(value -> known.put(
                                        fact.name(), new Fact.Known(value, source(fact.source()), fact.since())));
                    }
                }
                yield Optional.of(Facts.answered(offer.item().facts().keySet(), known));
            }
        };
    }

    private static Source source(banyan.acceptance.Fact.Source source) {
        return switch (source) {
            case LICENCE -> Source.LICENCE;
            case LAST_FILING -> Source.LAST_FILING;
            case SOCIAL_CARD -> Source.SOCIAL_CARD;
            case REGISTER -> Source.REGISTER;
        };
    }

    /** A request whose form was begun before is gone on with. */
    void resume(Filing filing) {
        begun.add(filing.item());
        session.draft(session.draft().with(filing));
        askFacts(filing.item());
    }

    void begin(String item) {
        session.offer(item).ifPresent(offer -> {
            begun.add(item);
            session.draft(session.draft().with(session.desk(offer).prefill(session.filing(item))));
        });
    }

    void edit(Plan plan, String field) {
        String value = session.filing(plan).values().getOrDefault(field, "");
        editing = Optional.of(new Editing(plan.item(), field, value));
        session.changed();
    }

    void write(Plan plan, String field, String text) {
        Optional<Field> known = session.offerOf(plan).item().field(field);
        if (known.isPresent() && editing.map(Editing::field).equals(Optional.of(field))) {
            editing = Optional.of(new Editing(plan.item(), field, fitting(known.get(), text)));
            session.changed();
        }
    }

    /** Only what the field's pad has, and no more than it takes. */
    private static String fitting(Field field, String text) {
        String allowed = field.kind() instanceof FieldKind.IdNumber ? "[^0-9X]" : "[^0-9]";
        String clean = text.replaceAll(allowed, "");
        return clean.substring(0, Math.min(clean.length(), longest(field.kind())));
    }

    /** How many characters the pad of such a field takes. */
    static int longest(FieldKind kind) {
        return switch (kind) {
            case FieldKind.Digits digits -> digits.longest();
            case FieldKind.IdNumber _ -> 18;
            case FieldKind.Phone _ -> 11;
            case FieldKind.Money _ -> 9;
            case FieldKind.Date _ -> 8;
            case FieldKind.Text text -> text.longest();
            case FieldKind.Choice _, FieldKind.Tick _, FieldKind.Month _ -> 0;
        };
    }

    /** Whether such a field is entered on a pad. */
    static boolean onPad(Field field) {
        return field.editable()
                && switch (field.kind()) {
                    case FieldKind.Digits _, FieldKind.IdNumber _, FieldKind.Phone _ -> true;
                    case FieldKind.Choice _,
                            FieldKind.Tick _,
                            FieldKind.Month _,
                            FieldKind.Date _,
                            FieldKind.Money _,
                            FieldKind.Text _ -> false;
                };
    }

    void commit(Plan plan, String field) {
        Optional<Editing> done = editing.filter(open -> open.field().equals(field));
        editing = Optional.empty();
        if (done.isEmpty()) {
            return;
        }
        Filing filing = session.filing(plan);
        String text = done.get().text();
        // What was not changed keeps its source.
        boolean same = filing.values().getOrDefault(field, "").equals(text);
        Filing answered = same ? filing : filing.answering(field, text);
        session.draft(session.draft().with(answered.looking(Set.of(field))));
    }

    void choose(Plan plan, String field, String value) {
        Optional<Field> known = session.offerOf(plan).item().field(field).filter(Field::editable);
        if (known.isPresent()) {
            Filing filing = session.filing(plan).answering(field, value).looking(Set.of(field));
            session.draft(session.draft().with(filing));
        }
    }

    /** The group shown at this spot of the plan. */
    static Optional<FormGroup> group(Offer offer, int stage, int group) {
        return offer.item().steps().get(stage) instanceof Step.Form form
                ? offer.groups(form).stream().skip(group).findFirst()
                : Optional.empty();
    }

    void check(Plan plan, int stage, int group) {
        Offer offer = session.offerOf(plan);
        Optional<FormGroup> asked = group(offer, stage, group);
        if (asked.isEmpty()) {
            session.tell(new VisitEvent.GroupGood());
            return;
        }
        Filing filing = session.filing(plan)
                .looking(asked.get().fields().stream().map(Field::code).collect(Collectors.toSet()));
        session.draft(session.draft().with(filing));
        List<FieldProblem> problems = session.desk(offer).problems(asked.get(), filing, session.language());
        session.tell(
                problems.isEmpty()
                        ? new VisitEvent.GroupGood()
                        : new VisitEvent.GroupBad(
                                Optional.of(problems.getFirst().field())
                                        .filter(code -> offer.item()
                                                .field(code)
                                                .filter(FilingHand::onPad)
                                                .isPresent())));
    }
}
