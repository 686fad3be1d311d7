package banyan.server.intake;

import banyan.item.Check;
import banyan.item.Field;
import banyan.item.FieldKind;
import banyan.item.FormCheck;
import banyan.item.FormGroup;
import banyan.item.Language;
import banyan.item.LocalText;
import banyan.item.ServiceItem;
import banyan.item.Situation;
import banyan.item.Verdict;
import banyan.item.catalogue.CatalogueEntry;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The form of one version of an item as anybody may see it: what is asked and in which words. The item's rules and what the
 * centre knows of a citizen are not in it; where a rule needs more than this form, the field is for the terminal.
 *
 * @param offered false where the item has another version by now
 * @param title by language
 * @param sentences what is said of a value that its kind does not take, by key and language
 */
public record PublicForm(
        String item,
        String version,
        boolean offered,
        Map<String, String> title,
        List<Group> groups,
        Map<String, Map<String, String>> sentences) {
    /** How far back months can be chosen, as at the terminal. */
    private static final int MONTHS_BACK = 60;

    /** One question and its fields. */
    public record Group(Map<String, String> question, Map<String, String> help, List<Asked> fields) {}

    /**
     * One field.
     *
     * @param check a known check besides that of its kind
     * @param shortest digits it needs; 0 where that is not said
     * @param longest characters it takes; 0 where that is not said
     * @param options what can be chosen: of a choice, of a month, or instead of writing a text
     * @param when where it is asked only for some answers
     */
    public record Asked(
            String code,
            String kind,
            Optional<String> check,
            Where where,
            Map<String, String> label,
            Map<String, String> hint,
            int shortest,
            int longest,
            List<Choice> options,
            Optional<When> when) {}

    /** Where a field can be filled in. */
    public enum Where {
        HERE,
        /** It is what the card says. */
        CARD,
        /** Whether it is asked takes more than this form says. */
        TERMINAL
    }

    /** One of the things that can be chosen; without words where it speaks for itself. */
    public record Choice(String code, Map<String, String> label) {}

    /** The field is asked while that other one has one of these values. */
    public record When(String field, List<String> values) {}

    static PublicForm of(CatalogueEntry entry, boolean offered, LocalDate today) {
        ServiceItem item = entry.item();
        Map<String, Map<String, String>> sentences = new TreeMap<>();
        FormCheck.sentences().forEach((key, text) -> sentences.put(key, words(text)));
        return new PublicForm(
                item.code(),
                item.version(),
                offered,
                words(item.title()),
                item.form().stream().map(group -> group(entry, group, today)).toList(),
                sentences);
    }

    private static Group group(CatalogueEntry entry, FormGroup group, LocalDate today) {
        return new Group(
                words(group.question()),
                words(group.help()),
                group.fields().stream().map(field -> asked(entry, field, today)).toList());
    }

    private static Asked asked(CatalogueEntry entry, Field field, LocalDate today) {
        Optional<When> when = when(entry, field, today);
        boolean toldHere = field.visibleWhen().isEmpty() || when.isPresent();
        return new Asked(
                field.code(),
                kind(field),
                field.checks().stream()
                        .flatMap(check ->
                                check instanceof Check.BuiltIn(var known) ? Stream.of(known.word()) : Stream.empty())
                        .findFirst(),
                !field.editable() ? Where.CARD : toldHere ? Where.HERE : Where.TERMINAL,
                words(field.label()),
                words(field.hint()),
                field.kind() instanceof FieldKind.Digits digits ? digits.shortest() : 0,
                longest(field),
                options(entry, field, today),
                when);
    }

    /** What the rule comes to for each value of one other field, if that is all it looks at. */
    private static Optional<When> when(CatalogueEntry entry, Field field, LocalDate today) {
        return field.visibleWhen().flatMap(rule -> entry.item()
                .fields()
                .filter(other -> !values(other).isEmpty())
                .filter(other -> values(other).stream()
                        .noneMatch(value ->
                                entry.rules().decide(rule, with(other, value, today)) == Verdict.UNKNOWN))
                .findFirst()
                .map(other -> new When(
                        other.code(),
                        values(other).stream()
                                .filter(value -> entry.rules()
                                        .decide(rule, with(other, value, today))
                                        .holds())
                                .toList())));
    }

    private static List<String> values(Field field) {
        return switch (field.kind()) {
            case FieldKind.Choice choice -> choice.options().stream().map(FieldKind.Option::code).toList();
            case FieldKind.Tick _ -> List.of("true", "false");
            case FieldKind.Digits _,
                    FieldKind.IdNumber _,
                    FieldKind.Phone _,
                    FieldKind.Month _,
                    FieldKind.Date _,
                    FieldKind.Text _,
                    FieldKind.Money _ -> List.of();
        };
    }

    private static List<Choice> options(CatalogueEntry entry, Field field, LocalDate today) {
        return switch (field.kind()) {
            case FieldKind.Choice choice ->
                choice.options().stream()
                        .map(option -> new Choice(option.code(), words(option.label())))
                        .toList();
            case FieldKind.Text text ->
                text.suggestions().stream()
                        .map(suggestion -> new Choice("", words(suggestion)))
                        .toList();
            case FieldKind.Month _ ->
                IntStream.rangeClosed(0, MONTHS_BACK)
                        .mapToObj(back -> YearMonth.from(today).minusMonths(back).toString())
                        .filter(month -> entry.form()
                                .check(field, with(field, month, today), Language.EN)
                                .isEmpty())
                        .map(month -> new Choice(month, Map.of()))
                        .toList();
            case FieldKind.Tick _,
                    FieldKind.Digits _,
                    FieldKind.IdNumber _,
                    FieldKind.Phone _,
                    FieldKind.Date _,
                    FieldKind.Money _ -> List.of();
        };
    }

    private static Situation with(Field field, String value, LocalDate today) {
        return Situation.nobody(today).with(Map.of(field.code(), value));
    }

    private static int longest(Field field) {
        return switch (field.kind()) {
            case FieldKind.Digits digits -> digits.longest();
            case FieldKind.Text text -> text.longest();
            case FieldKind.Choice _,
                    FieldKind.Tick _,
                    FieldKind.IdNumber _,
                    FieldKind.Phone _,
                    FieldKind.Month _,
                    FieldKind.Date _,
                    FieldKind.Money _ -> 0;
        };
    }

    private static String kind(Field field) {
        return switch (field.kind()) {
            case FieldKind.Choice _ -> "choice";
            case FieldKind.Tick _ -> "tick";
            case FieldKind.Digits _ -> "digits";
            case FieldKind.IdNumber _ -> "id-number";
            case FieldKind.Phone _ -> "phone";
            case FieldKind.Month _ -> "month";
            case FieldKind.Date _ -> "date";
            case FieldKind.Text _ -> "text";
            case FieldKind.Money _ -> "money";
        };
    }

    private static Map<String, String> words(LocalText text) {
        Map<String, String> words = new TreeMap<>();
        Language.ALL.forEach(language -> words.put(language.tag(), text.in(language)));
        return words;
    }
}
