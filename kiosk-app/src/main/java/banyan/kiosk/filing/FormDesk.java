package banyan.kiosk.filing;

import banyan.item.Applicant;
import banyan.item.Field;
import banyan.item.FieldKind;
import banyan.item.FieldProblem;
import banyan.item.FormGroup;
import banyan.item.Language;
import banyan.item.Situation;
import banyan.item.Source;
import banyan.kiosk.catalog.Offer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The form of one request: what is filled in beforehand, what may be chosen, and what is still wrong. Pure. */
public final class FormDesk {
    /** How far back months can be chosen. */
    private static final int MONTHS_BACK = 60;

    private final Offer offer;
    private final Optional<Applicant> applicant;
    private final LocalDate today;

    public FormDesk(Offer offer, Optional<Applicant> applicant, LocalDate today) {
        this.offer = offer;
        this.applicant = applicant;
        this.today = today;
    }

    /** What rules are asked about. */
    public Situation situation(Filing filing) {
        return new Situation(applicant, filing.values(), filing.facts(), today);
    }

    /** The same request with everything filled in that is known and still open. */
    public Filing prefill(Filing filing) {
        var known = new HashMap<String, Answer>();
        offer.check()
                .prefill(situation(filing))
                .forEach((field, value) -> known.put(field, new Answer(value.value(), value.source())));
        offer.item()
                .fields()
                .forEach(field -> field.initial()
                        .ifPresent(value -> known.putIfAbsent(field.code(), new Answer(value, Source.CITIZEN))));
        return filing.prefilled(known);
    }

    /** The fields of a group that are asked now. */
    public List<Field> visible(FormGroup group, Filing filing) {
        var situation = situation(filing);
        return group.fields().stream()
                .filter(field -> offer.check().visible(field, situation))
                .toList();
    }

    /** What is wrong in a group, in the order of its fields. */
    public List<FieldProblem> problems(FormGroup group, Filing filing, Language language) {
        return offer.check().check(group, situation(filing), language);
    }

    /** The first field that is wrong in any group; empty when the whole form holds. */
    public Optional<FieldProblem> firstProblem(Filing filing, Language language) {
        return offer.check().check(situation(filing), language).stream().findFirst();
    }

    /** A choice of a field: its kept form and its words. */
    public record Option(String value, String label) {}

    /** What can be chosen for a field; empty where it is entered otherwise. */
    public List<Option> options(Field field, Filing filing, Language language) {
        return switch (field.kind()) {
            case FieldKind.Choice choice ->
                choice.options().stream()
                        .map(option -> new Option(option.code(), option.label().in(language)))
                        .toList();
            case FieldKind.Text text ->
                text.suggestions().stream()
                        .map(suggestion -> new Option(suggestion.in(language), suggestion.in(language)))
                        .toList();
            case FieldKind.Month _ -> months(field, filing, language);
            case FieldKind.Tick _,
                    FieldKind.Digits _,
                    FieldKind.IdNumber _,
                    FieldKind.Phone _,
                    FieldKind.Date _,
                    FieldKind.Money _ -> List.of();
        };
    }

    /** The months that the item's own rules allow, and the one that was chosen even if they do not. */
    private List<Option> months(Field field, Filing filing, Language language) {
        String chosen = filing.values().getOrDefault(field.code(), "");
        YearMonth last = YearMonth.from(today);
        return java.util.stream.IntStream.rangeClosed(-MONTHS_BACK, 0)
                .mapToObj(back -> last.plusMonths(back).toString())
                .filter(month ->
                        month.equals(chosen) || allowed(field, filing.answering(field.code(), month), language))
                .map(month -> new Option(month, field.showWhole(month, language)))
                .toList();
    }

    private boolean allowed(Field field, Filing filing, Language language) {
        return offer.check().check(field, situation(filing), language).isEmpty();
    }

    /** The answers that belong to the request, and where each came from. */
    public Map<String, Answer> asked(Filing filing) {
        Set<String> asked = offer.check().asked(situation(filing)).keySet();
        return filing.answers().entrySet().stream()
                .filter(entry -> asked.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
