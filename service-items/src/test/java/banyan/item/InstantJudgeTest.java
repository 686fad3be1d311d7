package banyan.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import banyan.item.catalogue.Sandbox;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rules for instant decisions: what they see, what follows, and that nothing unknown is ever granted. */
class InstantJudgeTest {
    private static final ServiceItem PENSION =
            Sandbox.own().find(Sandbox.PENSION).orElseThrow().item();
    private static final InstantJudge JUDGE =
            new InstantJudge(PENSION, PENSION.instant().orElseThrow());
    private static final Applicant PENSIONER = new Applicant("陈淑芬", "350111197309304624", "福州市鼓楼区");
    private static final Map<String, String> DRAWING =
            Map.of("source", "sample", "drawing", "true", "drawingSince", "2023-10", "reportedDead", "false");

    private static InstantCase request(String livesIn, Map<String, String> register, Map<String, Boolean> present) {
        var situation = new Situation(
                Optional.of(PENSIONER), Map.of("livesIn", livesIn), Facts.UNKNOWN, LocalDate.of(2026, 11, 20));
        var answered = PENSION.instant().orElseThrow().register().orElseThrow().read(register);
        return new InstantCase(situation, "ID_CARD", answered, present, Map.of());
    }

    private static Ruling rule(String livesIn, Map<String, String> register, Map<String, Boolean> present) {
        return JUDGE.rule(request(livesIn, register, present));
    }

    private static Map<String, String> but(String name, String value) {
        var changed = new HashMap<>(DRAWING);
        changed.put(name, value);
        return changed;
    }

    @Test
    void whatHoldsIsGrantedWithItsGroundsInBothLanguages() {
        var ruling = assertInstanceOf(Ruling.Decided.class, rule("here", DRAWING, Map.of("fingerprint", true)));
        assertEquals(
                List.of("读了您的身份证，按了指纹", "养老金发放登记（示例数据，不是真实记录）：2023年10月起发放", "常住本市，53 岁"),
                ruling.grounds().stream().map(ground -> ground.in(Language.ZH_CN)).toList());
        assertEquals(
                "Pension register (sample data, not a record): paid since October 2023",
                ruling.grounds().get(1).in(Language.EN));
        assertEquals(Optional.of("confirmed"), Optional.of(ruling.rule()).filter(_ -> ruling.granted()));
    }

    @Test
    void theFirstRuleThatHoldsDecides() {
        var ruling = assertInstanceOf(
                Ruling.Person.class, rule("here", but("reportedDead", "true"), Map.of("fingerprint", true)));
        assertEquals(Ruling.Why.RULE, ruling.why());
        assertEquals(1, ruling.grounds().size());
    }

    @Test
    void whereNoRuleHoldsAPersonDecides() {
        var person = new Ruling.Person(Ruling.Why.NONE, Optional.empty(), List.of());
        assertEquals(person, rule("abroad", DRAWING, Map.of("fingerprint", true)));
        assertEquals(person, rule("here", DRAWING, Map.of("fingerprint", false)));
    }

    /** Whatever is taken away, of everything that is known, the answer is never a grant that was none before. */
    @Test
    void ofEverySubsetOfWhatIsKnownOnlyTheWholeIsGranted() {
        var names = List.of("source", "drawing", "drawingSince", "reportedDead", "livesIn", "fingerprint", "applicant");
        for (int known = 0; known < 1 << names.size(); known++) {
            var register = new HashMap<String, String>();
            var have = new ArrayList<String>();
            for (int at = 0; at < names.size(); at++) {
                if ((known >> at & 1) == 1) {
                    have.add(names.get(at));
                }
            }
            have.stream().filter(DRAWING::containsKey).forEach(name -> register.put(name, DRAWING.getOrDefault(name, "")));
            var situation = new Situation(
                    have.contains("applicant") ? Optional.of(PENSIONER) : Optional.empty(),
                    have.contains("livesIn") ? Map.of("livesIn", "here") : Map.of(),
                    Facts.UNKNOWN,
                    LocalDate.of(2026, 11, 20));
            var request = new InstantCase(
                    situation,
                    "ID_CARD",
                    PENSION.instant().orElseThrow().register().orElseThrow().read(register),
                    have.contains("fingerprint") ? Map.of("fingerprint", true) : Map.of(),
                    Map.of());
            var ruling = JUDGE.rule(request);
            assertEquals(have.size() == names.size(), ruling instanceof Ruling.Decided, have.toString());
        }
    }

    /** Every rule of a family over one unknown value: it may come to false, and it is never taken for true. */
    @Test
    void anUnknownValueNeverMakesARuleHold() {
        var known = Map.of("drawing", "true", "drawingSince", "2023-10", "reportedDead", "false", "source", "sample");
        var unknown = List.of("register.drawing", "!register.drawing", "register.drawing == false", "register.drawing != true");
        for (var one : unknown) {
            for (var shape : List.of("%s", "%s && true", "!(%s)", "%s || false", "(%s) == true", "(%s ? true : true)")) {
                var expression = shape.formatted(one);
                var without = new HashMap<>(known);
                without.remove("drawing");
                assertFalse(
                        judge(expression).rule(request("here", without, Map.of())) instanceof Ruling.Decided, expression);
            }
        }
    }

    @Test
    void whatIsNotListedIsNotShown() {
        var narrow = new InstantRules(
                "1.0.0",
                Set.of("applicant.age"),
                PENSION.instant().orElseThrow().register(),
                List.of(one("register.drawing")));
        var judge = new InstantJudge(PENSION, narrow);
        assertEquals(1, judge.faults().size());
        assertEquals(
                new Ruling.Person(Ruling.Why.UNKNOWN, Optional.of("one"), List.of()),
                judge.rule(request("here", DRAWING, Map.of())));
    }

    @Test
    void aGroundThatCannotBeWrittenWholeIsAPersons() {
        var sees = PENSION.instant().orElseThrow().sees();
        if (!(Wording.parse("{register.drawingSince|month}") instanceof Wording.Parsed.Pieces(var pieces))) {
            throw new IllegalStateException("no wording");
        }
        var ground = new Wording(Map.of(Language.ZH_CN, pieces, Language.EN, pieces));
        var rule = new InstantRule(
                "one", new Rule("true", new Place("decision.yaml", 1)), List.of(ground), InstantRule.Then.GRANT, Optional.empty());
        var judge = new InstantJudge(
                PENSION,
                new InstantRules("1.0.0", sees, PENSION.instant().orElseThrow().register(), List.of(rule)));
        assertInstanceOf(Ruling.Decided.class, judge.rule(request("here", DRAWING, Map.of())));
        var without = new HashMap<>(DRAWING);
        without.put("drawingSince", "some day");
        assertInstanceOf(Ruling.Person.class, judge.rule(request("here", without, Map.of())));
    }

    private static InstantJudge judge(String expression) {
        return new InstantJudge(
                PENSION,
                new InstantRules(
                        "1.0.0",
                        PENSION.instant().orElseThrow().sees(),
                        PENSION.instant().orElseThrow().register(),
                        List.of(one(expression))));
    }

    private static InstantRule one(String expression) {
        List<Wording.Piece> words = List.of(new Wording.Literal("查到了", false));
        return new InstantRule(
                "one",
                new Rule(expression, new Place("decision.yaml", 1)),
                List.of(new Wording(Map.of(Language.ZH_CN, words, Language.EN, words))),
                InstantRule.Then.GRANT,
                Optional.empty());
    }
}
