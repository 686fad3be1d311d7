package banyan.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.item.catalogue.CatalogueEntry;
import banyan.item.catalogue.Sandbox;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The declaration of this repository, rule by rule and sentence by sentence. */
class SubsidyTest {
    private static final CatalogueEntry ENTRY =
            Sandbox.own().find(Sandbox.SUBSIDY).orElseThrow();
    private static final ServiceItem ITEM = ENTRY.item();
    private static final Facts KNOWN = Samples.known(
            ITEM,
            Map.of(
                    "employmentSince", "2025-03",
                    "monthsPaid", "14",
                    "employmentLicence", "JY35010220250301",
                    "bankCard", "4111111111111111",
                    "phone", "1380000267"));
    private static final Map<String, String> ANSWERS = Map.of(
            "applicantName", Samples.ZHANG.name(),
            "applicantNumber", Samples.ZHANG.number(),
            "phone", "13800002671",
            "bankCard", "4111111111111111",
            "fromMonth", "2025-10",
            "toMonth", "2026-09",
            "workKind", "onlineShop",
            "goods", "卖茶叶",
            "workSince", "2025-03");

    @Test
    void theFormOfThePicturesHasNoProblem() {
        assertEquals(List.of(), ENTRY.form().check(with(Map.of()), Language.ZH_CN));
    }

    @Test
    void whatIsKnownIsFilledInWithItsSource() {
        var filled = ENTRY.form().prefill(with(Map.of()));
        assertEquals(new Prefilled("张三丰", Source.ID_CARD), filled.get("applicantName"));
        assertEquals(new Prefilled("1380000267", Source.LAST_FILING), filled.get("phone"));
        assertEquals(new Prefilled("4111111111111111", Source.SOCIAL_CARD), filled.get("bankCard"));
        assertEquals(new Prefilled("2025-03", Source.REGISTER), filled.get("workSince"));
        assertEquals(Set.of("applicantName", "applicantNumber", "phone", "bankCard", "workSince"), filled.keySet());
    }

    @Test
    void whatTheCentreDoesNotKnowIsNotFilledIn() {
        var nothing = Samples.situation(Samples.ZHANG, Facts.UNKNOWN, Map.of());
        assertEquals(
                Set.of("applicantName", "applicantNumber"),
                ENTRY.form().prefill(nothing).keySet());
    }

    @Test
    void aShortPhoneNumberIsToldByTheSentenceOfThePicture() {
        assertEquals("手机号是 11 位，这里只有 10 位。请补上最后 1 位。", said("phone", "1380000267", Language.ZH_CN));
        assertEquals(
                "A mobile number has 11 digits; this has 10. Please add the last 1.",
                said("phone", "1380000267", Language.EN));
    }

    @Test
    void theNumbersOfASentenceAreThereByName() {
        var problem = ENTRY.form()
                .check(field("phone"), with(Map.of("phone", "1380000267")), Language.ZH_CN)
                .orElseThrow();
        assertEquals("phone-cn.short", problem.key());
        assertEquals(Map.of("have", "10", "missing", "1"), problem.arguments());
        assertFalse(problem.toString().contains("1380000267"));
    }

    @Test
    void aCardNumberWithOneWrongDigitIsNoticed() {
        assertEquals("卡号没对上。请对照卡面再看一遍。", said("bankCard", "4111111111111112", Language.ZH_CN));
    }

    @Test
    void anEmptyFieldIsAskedForAndAnOptionalOneIsNot() {
        assertEquals("这一项还没选。请选一个。", said("workKind", "", Language.ZH_CN));
        assertEquals("nothing", said("goods", "", Language.ZH_CN));
    }

    @Test
    void aMonthThatIsNotOverCannotBeAppliedFor() {
        assertEquals("这个月还没过完。请选 2026年10月 或更早。", said("fromMonth", "2026-11", Language.ZH_CN));
        assertEquals("这个月还没过完。请选 2026年10月 或更早。", said("toMonth", "2026-11", Language.ZH_CN));
    }

    @Test
    void nobodyIsPaidForMonthsBeforeRegistering() {
        assertEquals("您从 2025年3月起登记。请从那以后选。", said("fromMonth", "2025-02", Language.ZH_CN));
    }

    @Test
    void whenTheRegisterCouldNotBeAskedNothingIsHeldAgainstTheCitizen() {
        var offline = Samples.situation(Samples.ZHANG, Facts.UNKNOWN, Map.of("fromMonth", "2025-02"));
        assertEquals(Optional.empty(), ENTRY.form().check(field("fromMonth"), offline, Language.ZH_CN));
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsToldWhereToEnd() {
        assertEquals("结束月份比开始早。请选 2025年10月 或更晚。", said("toMonth", "2025-09", Language.ZH_CN));
    }

    @Test
    void moreThanTwelveMonthsAreCountedOut() {
        assertEquals("一次最多 12 个月，这里是 13 个月。请选 2026年9月 或更早。", said("toMonth", "2026-10", Language.ZH_CN));
        assertEquals(
                "At most 12 months at once; this is 13. Please choose September 2026 or earlier.",
                said("toMonth", "2026-10", Language.EN));
    }

    @Test
    void workThatHasNotBegunIsNotWork() {
        assertEquals("这个月还没到。请选 2026年11月 或更早。", said("workSince", "2026-12", Language.ZH_CN));
    }

    @Test
    void whatIsSoldIsAskedOnlyOfThoseWhoSell() {
        assertTrue(ENTRY.form().visible(field("goods"), with(Map.of("workKind", "stall"))));
        assertFalse(ENTRY.form().visible(field("goods"), with(Map.of("workKind", "driving"))));
        assertFalse(ENTRY.form().visible(field("goods"), with(Map.of("workKind", ""))));
    }

    @Test
    void anAnswerToAFieldThatIsNoLongerAskedIsNotSent() {
        var driving = with(Map.of("workKind", "driving"));
        assertFalse(ENTRY.form().asked(driving).containsKey("goods"));
        assertEquals(Set.of("goods"), ENTRY.form().strangers(driving));
    }

    @Test
    void conditionsAreFoundWithWhatWasFound() {
        assertEquals(new ConditionState.Found("查到了：2025年3月起"), state("registered", with(Map.of())));
        assertEquals(new ConditionState.Found("查到了：已连交 14 个月"), state("paying", with(Map.of())));
    }

    @Test
    void aConditionThatDoesNotHoldAsksForAWord() {
        assertEquals(new ConditionState.NotFound(), state("group", with(Map.of())));
    }

    @Test
    void ageAndSexAreEnoughWhereTheRegisterIsSilent() {
        var lin = Samples.situation(Samples.LIN, Facts.UNKNOWN, Map.of());
        assertInstanceOf(ConditionState.Found.class, state("group", lin));
    }

    @Test
    void whatCouldNotBeAskedIsUnknownAndNotDenied() {
        var offline = Samples.situation(Samples.ZHANG, Facts.UNKNOWN, Map.of());
        for (var condition : ITEM.conditions()) {
            assertEquals(new ConditionState.Unknown(), state(condition.code(), offline), condition.code());
        }
    }

    @Test
    void beforeAnybodyIsIdentifiedNothingIsFoundAndNothingDenied() {
        for (var condition : ITEM.conditions()) {
            assertEquals(
                    new ConditionState.Unknown(),
                    state(condition.code(), Situation.nobody(Samples.TODAY)),
                    condition.code());
        }
    }

    @Test
    void reviewShowsAnswersCovered() {
        assertEquals("张*丰", field("applicantName").show("张三丰", Language.ZH_CN));
        assertEquals("138****2671", field("phone").show("13800002671", Language.ZH_CN));
        assertEquals("尾号 1111", field("bankCard").show("4111111111111111", Language.ZH_CN));
        assertEquals("2025年10月", field("fromMonth").show("2025-10", Language.ZH_CN));
        assertEquals("在家开网店", field("workKind").show("onlineShop", Language.ZH_CN));
    }

    @Test
    void theLetterSaysWhatThePictureSays() {
        var letter = ITEM.template("commitment").orElseThrow();
        var values = DocumentValues.of(ITEM, with(Map.of())).with(DocumentValues.at(Samples.TODAY.atTime(20, 41)));
        var document = assertInstanceOf(Filling.Filled.class, letter.fill(values, Language.ZH_CN))
                .document();
        var clauses = assertInstanceOf(
                        FilledDocument.NumberedClauses.class, document.blocks().get(2))
                .clauses();
        assertEquals(
                List.of(
                        "一、本人自 2025年3月起在家开网店，属灵活就业。",
                        "二、所填信息和所交材料真实、有效。",
                        "三、就业情况变了，30 日内告知鼓楼区人社局。",
                        "四、如有不实，愿退回补贴，并承担相应责任。"),
                clauses.stream()
                        .map(clause -> clause.number() + clause.text().plain())
                        .toList());
    }

    @Test
    void theStagesAfterwardsHaveTheirDates() {
        var values = DocumentValues.of(ITEM)
                .with(DocumentValues.receipt(
                        "350120260427",
                        Optional.empty(),
                        "350120260427",
                        Samples.TODAY.atTime(20, 46),
                        Samples.TODAY.atTime(20, 44),
                        Sandbox.own()
                                .workingDays()
                                .after(Samples.TODAY, ITEM.terms().promisedWorkingDays())));
        assertEquals(
                List.of("刚才", "11月27日前", "当天", "次月 15 日前"),
                ITEM.next().stream()
                        .map(stage -> stage.when().write(values, Language.ZH_CN).orElse("nothing"))
                        .toList());
    }

    private static String said(String field, String value, Language language) {
        return ENTRY.form()
                .check(field(field), with(Map.of(field, value)), language)
                .map(FieldProblem::sentence)
                .orElse("nothing");
    }

    private static Situation with(Map<String, String> changed) {
        var answers = new HashMap<>(ANSWERS);
        answers.putAll(changed);
        return Samples.situation(Samples.ZHANG, KNOWN, answers);
    }

    private static ConditionState state(String code, Situation situation) {
        var condition = ITEM.conditions().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
        return ENTRY.rules().state(condition, situation, Language.ZH_CN);
    }

    private static Field field(String code) {
        return ITEM.field(code).orElseThrow();
    }
}
