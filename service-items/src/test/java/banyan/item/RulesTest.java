package banyan.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.item.catalogue.Sandbox;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final ServiceItem ITEM =
            Sandbox.own().find(Sandbox.SUBSIDY).orElseThrow().item();
    private static final Rules RULES = new Rules(ITEM);
    private static final Facts NOTHING = Facts.answered(ITEM.facts().keySet(), Map.of());

    @Test
    void whatIsNotKnownIsUnknown() {
        assertEquals(Verdict.UNKNOWN, decide("facts.hardship", Facts.UNKNOWN, Map.of()));
        assertEquals(Verdict.UNKNOWN, decide("!facts.hardship", Facts.UNKNOWN, Map.of()));
        assertEquals(Verdict.UNKNOWN, decide("facts.monthsPaid >= 1", NOTHING, Map.of()));
    }

    @Test
    void oneKnownHalfMayDecideTheWhole() {
        assertEquals(Verdict.TRUE, decide("facts.hardship || applicant.age > 30", Facts.UNKNOWN, Map.of()));
        assertEquals(Verdict.FALSE, decide("facts.hardship && applicant.age > 90", Facts.UNKNOWN, Map.of()));
        assertEquals(Verdict.UNKNOWN, decide("facts.hardship || applicant.age > 90", Facts.UNKNOWN, Map.of()));
    }

    @Test
    void anEmptyAnswerIsNoAnswer() {
        assertEquals(Verdict.UNKNOWN, decide("answers.phone == \"\"", NOTHING, Map.of("phone", "")));
    }

    @Test
    void whatCannotBeComputedIsUnknownAndNoCrash() {
        assertEquals(Verdict.UNKNOWN, decide("1 / 0 == 1", NOTHING, Map.of()));
        assertEquals(Verdict.UNKNOWN, decide("monthsBetween(\"tomorrow\", thisMonth) == 1", NOTHING, Map.of()));
        assertEquals(Verdict.UNKNOWN, decide("answers.phone.matches(\"[\")", NOTHING, Map.of("phone", "1")));
    }

    @Test
    void aRuleThatDoesNotCompileIsUnknownWhereverItIsAsked() {
        assertEquals(Verdict.UNKNOWN, decide("facts.nosuch", NOTHING, Map.of()));
    }

    @Test
    void theHousesFunctionsAreThere() {
        assertEquals(Verdict.TRUE, decide("phoneOk(answers.phone)", NOTHING, Map.of("phone", "13800002671")));
        assertEquals(Verdict.TRUE, decide("bankCardOk(\"4111111111111111\")", NOTHING, Map.of()));
        assertEquals(Verdict.TRUE, decide("idNumberOk(\"11010519491231002X\")", NOTHING, Map.of()));
        assertEquals(Verdict.TRUE, decide("monthsBetween(\"2025-10\", \"2026-09\") == 11", NOTHING, Map.of()));
        assertEquals(Verdict.TRUE, decide("addMonths(\"2026-11\", -12) == \"2025-11\"", NOTHING, Map.of()));
        assertEquals(Verdict.TRUE, decide("firstMonthOfYear(thisMonth) == \"2026-01\"", NOTHING, Map.of()));
    }

    /** Ten to the power of seven steps, were it not for the bound. */
    @Test
    void aRuleCannotKeepTheTerminalWaiting() {
        var ten = "[0,1,2,3,4,5,6,7,8,9]";
        var rule = new StringBuilder();
        var names = List.of("a", "b", "c", "d", "e", "f", "g");
        names.forEach(name -> rule.append(ten).append(".all(").append(name).append(", "));
        rule.append("true").append(")".repeat(names.size()));
        assertEquals(
                Verdict.UNKNOWN,
                assertTimeoutPreemptively(Duration.ofSeconds(20), () -> decide(rule.toString(), NOTHING, Map.of())));
    }

    @Test
    void aRuleThatIsTooLongIsNotEvenRead() {
        assertEquals(Verdict.UNKNOWN, decide("true" + " && true".repeat(1_000), NOTHING, Map.of()));
    }

    @Test
    void everyRuleOfEveryPackageCompiles() {
        for (var entry : Sandbox.own().entries()) {
            assertEquals(List.of(), new Rules(entry.item()).faults());
        }
    }

    /** With everything known, no rule may stay undecided: that would be a check which never speaks. */
    @Test
    void everyRuleOfEveryPackageCanBeDecided() {
        var answers = Map.of(
                "phone", "13800002671",
                "bankCard", "4111111111111111",
                "fromMonth", "2025-10",
                "toMonth", "2026-09",
                "workKind", "onlineShop",
                "workSince", "2025-03");
        var facts = Samples.known(
                ITEM,
                Map.of(
                        "employmentSince", "2025-03",
                        "monthsPaid", "14",
                        "hardship", "false",
                        "employmentLicence", "x",
                        "bankCard", "4111111111111111",
                        "phone", "13800002671"));
        var situation = Samples.situation(Samples.ZHANG, facts, answers);
        for (var condition : ITEM.conditions()) {
            assertTrue(RULES.decide(condition.rule(), situation) != Verdict.UNKNOWN, condition.code());
        }
        for (var field : ITEM.fields().toList()) {
            field.visibleWhen()
                    .ifPresent(rule -> assertTrue(RULES.decide(rule, situation) != Verdict.UNKNOWN, field.code()));
            for (var check : field.checks()) {
                if (check instanceof Check.ByRule rule) {
                    var value = answers.getOrDefault(field.code(), "");
                    assertEquals(Verdict.TRUE, RULES.decide(rule.rule(), situation, field, value), field.code());
                    rule.with()
                            .forEach((name, compute) -> assertTrue(
                                    RULES.compute(compute, situation, field, value)
                                            .isPresent(),
                                    name));
                }
            }
        }
    }

    private static Verdict decide(String expression, Facts facts, Map<String, String> answers) {
        return RULES.decide(
                new Rule(expression, new Place("test", 1)), Samples.situation(Samples.ZHANG, facts, answers));
    }
}
