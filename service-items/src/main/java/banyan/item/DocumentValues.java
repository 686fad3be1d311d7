package banyan.item;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values that documents may name, each group made in one place so that all papers say the same. */
public final class DocumentValues {
    private DocumentValues() {}

    /** {@code item.…}: what is true of the item whoever comes. */
    public static Values of(ServiceItem item) {
        var terms = item.terms();
        var values = Values.NONE
                .with("item.title", new Value.Localised(item.title()))
                .with("item.shortTitle", new Value.Localised(item.shortTitle()))
                .with("item.plainWords", new Value.Localised(item.plainWords()))
                .with("item.decidedBy", new Value.Localised(item.decidedBy()))
                .with("item.hotline", item.hotline())
                .with("item.promised", new Value.Localised(days(terms.promisedWorkingDays())))
                .with("item.fee", new Value.Localised(fee(terms)))
                .with("item.opening", new Value.Localised(opening(item.opening())));
        return terms.legalWorkingDays() == 0
                ? values
                : values.with("item.legal", new Value.Localised(days(terms.legalWorkingDays())));
    }

    /** {@code item.…}, {@code applicant.…}, {@code answers.…}, {@code facts.…}, {@code contact.phone}, {@code today}. */
    public static Values of(ServiceItem item, Situation situation) {
        var values = of(item).with(of(situation));
        for (var field : item.fields().toList()) {
            var value =
                    Optional.ofNullable(situation.answers().get(field.code())).flatMap(field::value);
            if (value.isPresent()) {
                values = values.with("answers." + field.code(), value.get());
                if (field.kind() instanceof FieldKind.Phone) {
                    values = values.with("contact.phone", value.get());
                }
            }
        }
        return values;
    }

    /** What needs no item: who, the facts, the day. */
    static Values of(Situation situation) {
        var values = Values.NONE
                .with("today", new Value.Date(situation.today()))
                .with("thisMonth", new Value.Month(YearMonth.from(situation.today())));
        if (situation.applicant().isPresent()) {
            values = values.with(situation.applicant().get().values(situation.today()));
        }
        for (var entry : situation.facts().byKey().entrySet()) {
            if (entry.getValue() instanceof Fact.Known known) {
                values = values.with("facts." + entry.getKey(), known.value())
                        .with("facts." + entry.getKey() + ".since", new Value.Date(known.since()));
            }
        }
        return values;
    }

    /** {@code conditions} and {@code materials} for the printed guide. */
    public static Values guide(ServiceItem item) {
        var values = of(item);
        if (!item.conditions().isEmpty()) {
            values = values.with(
                    "conditions",
                    new Value.Rows(item.conditions().stream()
                            .map(condition -> Values.NONE.with("text", new Value.Localised(condition.text())))
                            .toList()));
        }
        if (!item.materials().isEmpty()) {
            values = values.with(
                    "materials",
                    new Value.Rows(item.materials().stream()
                            .map(DocumentValues::material)
                            .toList()));
        }
        return values;
    }

    private static Values material(Material material) {
        var how = switch (material.source()) {
            case Material.IdCard _ -> Sentences.text("guide.id-card");
            case Material.Held _ -> Sentences.text("guide.held");
            case Material.Scan scan -> pages(scan);
        };
        return Values.NONE
                .with("title", new Value.Localised(material.title()))
                .with("hint", new Value.Localised(material.hint()))
                .with("how", new Value.Localised(how));
    }

    private static LocalText pages(Material.Scan scan) {
        return scan.fewest() == scan.most()
                ? numbers("guide.scan", Map.of("most", scan.most()))
                : numbers("guide.scan-range", Map.of("fewest", scan.fewest(), "most", scan.most()));
    }

    /** {@code terminal.…}: which machine, and where it stands. */
    public static Values terminal(String number, LocalText place) {
        return Values.NONE.with("terminal.number", number).with("terminal.place", new Value.Localised(place));
    }

    /** {@code at}: when the paper is made, by the hall's clock. */
    public static Values at(LocalDateTime now) {
        return Values.NONE.with("at", new Value.Moment(now));
    }

    /**
     * {@code receipt.…}: only from the centre's own receipt.
     *
     * @param code 查询码, where the receipt has one
     * @param lookup what a QR code on it says: both
     * @param at when the centre had all of it
     * @param filed the legal date, from which the promise counts
     */
    public static Values receipt(
            String number,
            Optional<String> code,
            String lookup,
            LocalDateTime at,
            LocalDateTime filed,
            LocalDate answerBy) {
        var values = Values.NONE
                .with("receipt.number", number)
                .with("receipt.lookup", lookup)
                .with("receipt.at", new Value.Moment(at))
                .with("receipt.filed", new Value.Moment(filed))
                .with("receipt.answerBy", new Value.Date(answerBy));
        return code.map(known -> values.with("receipt.code", known)).orElse(values);
    }

    /** {@code kept.…}: what holds as long as the centre has not answered. */
    public static Values kept(String provisionalNumber, String code, String lookup, LocalDateTime at) {
        return Values.NONE
                .with("kept.number", provisionalNumber)
                .with("kept.code", code)
                .with("kept.lookup", lookup)
                .with("kept.at", new Value.Moment(at));
    }

    /** {@code draft.…}: the code of an unfinished form, which is nowhere but on its paper. */
    public static Values draft(String code, String qr, LocalDateTime at) {
        return Values.NONE
                .with("draft.code", code)
                .with("draft.qr", qr)
                .with("draft.at", new Value.Moment(at));
    }

    /** How the originals that belong into the cabinet stand. */
    public enum InCabinet {
        /** They lie in it: the citizen has said so, and the door is closed. */
        DEPOSITED,
        /** The door was opened; whether they lie in it nobody has confirmed. */
        UNCERTAIN,
        /** They are not in it. */
        NOT
    }

    /** {@code deposit.…}: only where originals belong into the cabinet. {@code cell} is 0 where there is none. */
    public static Values deposit(InCabinet how, int cell) {
        return Values.NONE.with(
                "deposit.words", new Value.Localised(numbers("deposit." + how, Map.of("cell", cell))));
    }

    /** {@code certificate.…}: what the centre says about the paper itself. */
    public static Values certificate(String number, String code, String url, LocalDateTime issuedAt) {
        return Values.NONE
                .with("certificate.number", number)
                .with("certificate.code", code)
                .with("certificate.url", url)
                .with("certificate.issuedAt", new Value.Moment(issuedAt));
    }

    /** How a case was decided, as its document says it. */
    public enum Decided {
        GRANTED,
        REFUSED,
        /** It was not taken up at all. */
        NOT_ACCEPTED
    }

    /**
     * {@code decision.…}: what the document of a decided case says.
     *
     * @param number of the case
     * @param office whose decision it is
     * @param grounds in one text; may be empty
     * @param words what was added; may be empty
     * @param rules the version of the rules that decided; empty where a person did
     */
    public static Values decision(
            String number, Decided how, LocalDate on, String office, String grounds, String words, Optional<String> rules) {
        var values = Values.NONE
                .with("decision.case", number)
                .with("decision.title", new Value.Localised(Sentences.text("decision." + how)))
                .with("decision.on", new Value.Date(on))
                .with("decision.office", office);
        values = grounds.isEmpty() ? values : values.with("decision.grounds", grounds);
        values = words.isEmpty() ? values : values.with("decision.words", words);
        return rules.isPresent() ? values.with("decision.rules", rules.get()) : values;
    }

    /** {@code signature}: what was written on pad or screen. */
    public static Values signature(Value.Ink ink) {
        return Values.NONE.with("signature", ink);
    }

    /** How a paper came into the case. */
    public enum How {
        ID_CARD,
        HELD,
        DEPARTMENT_LOOKS,
        SCANNED,
        /** The original goes into the terminal's cabinet. */
        CABINET,
        COMMITMENT,
        SIGNED
    }

    /**
     * One line of the list of papers.
     *
     * @param pages empty where it has none of its own
     */
    public record PaperLine(LocalText title, How how, Optional<Integer> pages) {}

    /** {@code papers}: the list on the receipt. */
    public static Values papers(List<PaperLine> papers) {
        if (papers.isEmpty()) {
            return Values.NONE;
        }
        var rows = new ArrayList<Values>();
        for (var paper : papers) {
            var row = Values.NONE
                    .with("title", new Value.Localised(paper.title()))
                    .with("how", new Value.Localised(Sentences.text("how." + paper.how())));
            rows.add(paper.pages()
                    .map(pages -> row.with("pages", Value.Decimal.of(pages)))
                    .orElse(row));
        }
        return Values.NONE.with("papers", new Value.Rows(rows));
    }

    private static LocalText days(int workingDays) {
        return workingDays == 0 ? Sentences.text("at-once") : numbers("working-days", Map.of("days", workingDays));
    }

    private static LocalText fee(Terms terms) {
        return terms.free()
                ? Sentences.text("free")
                : LocalText.of(Format.money(terms.fee(), Language.ZH_CN), Format.money(terms.fee(), Language.EN));
    }

    private static LocalText opening(Opening opening) {
        if (opening.always()) {
            return Sentences.text("always-open");
        }
        var byLanguage = new EnumMap<Language, String>(Language.class);
        for (var language : Language.ALL) {
            byLanguage.put(language, OpeningWords.write(opening, language));
        }
        return new LocalText(byLanguage);
    }

    private static LocalText numbers(String key, Map<String, Integer> numbers) {
        var byLanguage = new EnumMap<Language, String>(Language.class);
        for (var language : Language.ALL) {
            var text = Sentences.text(key).in(language);
            for (var number : numbers.entrySet()) {
                text = text.replace(
                        "{" + number.getKey() + "}", number.getValue().toString());
            }
            byLanguage.put(language, text);
        }
        return new LocalText(byLanguage);
    }
}
