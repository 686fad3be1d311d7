package banyan.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.item.catalogue.CatalogueEntry;
import banyan.item.catalogue.Sandbox;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of field and every kind of check, with a package made for it. */
class FormCheckTest {
    private static final String ITEM = """
            code: every-kind
            version: 1.0.0
            kind: declaration
            section: other
            icon: list
            title: { zh-CN: 样样都有, en: Every kind }
            plain-words: { zh-CN: 试一试, en: To try }
            short-title: { zh-CN: 样样, en: Every }
            identity: none
            minutes: 1
            decided-by: { zh-CN: 某局, en: Some bureau }
            hotline: 12345
            working-days: { legal: 0, promised: 0 }
            fee: 12.5
            opening:
              - { days: [mon, tue, wed, thu, fri], from: "09:00", to: "17:00" }
              - { days: sat, from: "09:00", to: "12:00" }
            channels: [terminal]
            steps:
              - form: all
              - submit
            """;
    private static final String FORM = """
            groups:
              - code: all
                question: { zh-CN: 都填上, en: Fill in all }
                fields:
                  - { code: colour, kind: choice, label: { zh-CN: 颜色, en: Colour }, choices: [{ code: red, zh-CN: 红, en: red }] }
                  - { code: agree, kind: tick, label: { zh-CN: 同意, en: Agree } }
                  - { code: maybe, kind: tick, required: no, label: { zh-CN: 也行, en: Maybe } }
                  - { code: six, kind: digits, longest: 6, label: { zh-CN: 六位, en: Six } }
                  - { code: number, kind: id-number, label: { zh-CN: 证件号, en: ID number } }
                  - { code: day, kind: date, label: { zh-CN: 哪天, en: Day } }
                  - { code: month, kind: month, label: { zh-CN: 哪月, en: Month } }
                  - { code: words, kind: text, longest: 5, label: { zh-CN: 话, en: Words } }
                  - code: sum
                    kind: money
                    label: { zh-CN: 金额, en: Sum }
                    checks:
                      - rule: value <= 100
                        say: { zh-CN: "最多 100 元，这里多了 {over|money}。请改小。", en: "At most CNY 100; this is {over|money} more." }
                        with: { over: value - 100.0 }
                  - code: postcode
                    kind: text
                    required: no
                    label: { zh-CN: 邮编, en: Postcode }
                    when-empty: { zh-CN: 邮编还没填。, en: The postcode is empty. }
                    checks:
                      - schema: { pattern: "^[0-9]{6}$" }
                        say: { zh-CN: 邮编是 6 位数字。请补全。, en: A postcode has 6 digits. Please complete it. }
                  - code: street
                    kind: text
                    label: { zh-CN: 街道, en: Street }
                    when-empty: { zh-CN: 街道还没填。请写到门牌。, en: The street is empty. Please write it with the number. }
            """;
    private static final Map<String, String> RIGHT = Map.of(
            "colour", "red",
            "agree", "true",
            "six", "123456",
            "number", "11010519491231002X",
            "day", "2026-02-28",
            "month", "2026-02",
            "words", "五个字以内",
            "sum", "99.50",
            "street", "古田路 12 号");

    private static CatalogueEntry entry = Sandbox.own().entries().getFirst();

    @BeforeAll
    static void aPackageWithEverything(@TempDir Path temporary) {
        var report = Sandbox.in(temporary)
                .write("every-kind/item.yaml", ITEM)
                .write("every-kind/form.yaml", FORM)
                .load();
        assertEquals(List.of(), report.mistakes());
        entry = report.find("every-kind").orElseThrow();
    }

    @Test
    void rightAnswersHaveNoProblem() {
        assertEquals(List.of(), entry.form().check(situation(Map.of()), Language.ZH_CN));
    }

    @Test
    void aChoiceMustBeOneOfTheList() {
        assertEquals("choice.unknown", key("colour", "green"));
    }

    @Test
    void aRequiredTickMustBeSetAndAnotherNeedNot() {
        assertEquals("empty.tick", key("agree", "false"));
        assertEquals("tick.unknown", key("agree", "perhaps"));
        assertEquals("none", key("maybe", "false"));
    }

    @Test
    void digitsAreCountedAndOnlyDigits() {
        assertEquals("digits.other", key("six", "12345a"));
        assertEquals("digits.short", key("six", "12345"));
        assertEquals("digits.long", key("six", "1234567"));
        assertEquals("digits.other", key("six", "１２３４５６"));
    }

    @Test
    void anIdNumberIsJudgedToItsLastPlace() {
        assertEquals("id-number-cn.short", key("number", "1101051949123100"));
        assertEquals("id-number-cn.long", key("number", "11010519491231002XX".replace("XX", "12")));
        assertEquals("id-number-cn.other", key("number", "11010519491231002x"));
        assertEquals("id-number-cn.birth", key("number", "110105194913310021"));
        assertEquals("id-number-cn.check", key("number", "110105194912310021"));
    }

    @Test
    void aDayThatNeverIsIsNotClear() {
        assertEquals("date.unclear", key("day", "2026-02-30"));
        assertEquals("month.unclear", key("month", "2026-13"));
        assertEquals("month.unclear", key("month", "2026年2月"));
    }

    @Test
    void aTextIsCountedInCharactersAndNotInUnits() {
        assertEquals("none", key("words", "𠮷𠮷𠮷𠮷𠮷"));
        assertEquals("text.long", key("words", "六个字太长了"));
    }

    @Test
    void aSumIsJudgedByItsRuleAndTheSentenceHasTheDifference() {
        assertEquals("money.unclear", key("sum", "12,50"));
        assertEquals("none", key("sum", "100"));
        var problem = problem("sum", "112.50");
        assertEquals("最多 100 元，这里多了 12.50 元。请改小。", problem.sentence());
        assertEquals(Map.of("over", "12.5"), problem.arguments());
    }

    @Test
    void aSchemaHasItsOwnSentence() {
        assertEquals("邮编是 6 位数字。请补全。", problem("postcode", "35000").sentence());
        assertEquals("none", key("postcode", "350001"));
    }

    @Test
    void aFieldMaySayInItsOwnWordsThatItIsEmpty() {
        assertEquals("街道还没填。请写到门牌。", problem("street", " ").sentence());
        assertEquals("none", key("postcode", ""));
    }

    @Test
    void theProblemsOfAPageComeInItsOrder() {
        var none = new Situation(Optional.empty(), Map.of(), Facts.UNKNOWN, Samples.TODAY);
        assertEquals(
                List.of("colour", "agree", "six", "number", "day", "month", "words", "sum", "street"),
                entry.form().check(none, Language.EN).stream()
                        .map(FieldProblem::field)
                        .toList());
    }

    @Test
    void anIdNumberIsCoveredThoughItsAuthorSaidNothing() {
        var number = entry.item().field("number").orElseThrow();
        assertEquals("110105********002X", number.show("11010519491231002X", Language.ZH_CN));
    }

    @Test
    void theGuideSaysFeeAndHours() {
        var guide = DocumentValues.guide(entry.item());
        assertEquals("12.50 元", written(guide, "item.fee", Language.ZH_CN));
        assertEquals("当场办好", written(guide, "item.promised", Language.ZH_CN));
        assertEquals("周一至周五 09:00–17:00；周六 09:00–12:00", written(guide, "item.opening", Language.ZH_CN));
        assertEquals("Mon to Fri 09:00–17:00; Sat 09:00–12:00", written(guide, "item.opening", Language.EN));
        assertTrue(guide.get("materials").isEmpty());
    }

    @Test
    void outsideItsHoursAnItemIsClosed() {
        var opening = entry.item().opening();
        assertTrue(opening.openAt(Samples.TODAY.atTime(16, 59)));
        assertTrue(!opening.openAt(Samples.TODAY.atTime(17, 0)));
        assertTrue(!opening.openAt(Samples.TODAY.plusDays(2).atTime(10, 0)));
    }

    private static String written(Values values, String name, Language language) {
        return values.get(name)
                .flatMap(value -> Format.PLAIN.write(value, language))
                .orElse("nothing");
    }

    private static String key(String field, String value) {
        return entry.form()
                .check(entry.item().field(field).orElseThrow(), situation(Map.of(field, value)), Language.ZH_CN)
                .map(FieldProblem::key)
                .orElse("none");
    }

    private static FieldProblem problem(String field, String value) {
        return entry.form()
                .check(entry.item().field(field).orElseThrow(), situation(Map.of(field, value)), Language.ZH_CN)
                .orElseThrow();
    }

    private static Situation situation(Map<String, String> changed) {
        var answers = new HashMap<>(RIGHT);
        answers.putAll(changed);
        return new Situation(Optional.empty(), answers, Facts.UNKNOWN, Samples.TODAY);
    }
}
