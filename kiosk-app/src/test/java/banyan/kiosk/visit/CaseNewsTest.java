package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.CaseStand;
import banyan.acceptance.Progress;
import banyan.kiosk.visit.ProgressPage.Progress.What;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What concerns a citizen of a case, and a clerk's words on leaves that fit a page. */
class CaseNewsTest {
    private static final Instant AT = Instant.parse("2026-11-20T12:46:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

    static Progress progress(CaseStand stand) {
        return new Progress(
                "350120260427",
                "flexible-employment-subsidy",
                AT,
                Optional.of(AT),
                DAY,
                List.of(new Progress.Stage(Progress.Stage.RECEIVED, AT)),
                Optional.of(stand));
    }

    static CaseStand stand(
            String state,
            Optional<CaseStand.Asked> asked,
            Optional<CaseStand.Decision> decision,
            Optional<CaseStand.Result> result) {
        CaseStand.Promise promise = new CaseStand.Promise(
                asked.isPresent() ? Optional.empty() : Optional.of(DAY), Optional.of(3), DAY, asked.map(_ -> AT));
        return new CaseStand(state, promise, asked, decision, result, false);
    }

    static CaseStand asked(String words, CaseStand.Thing... things) {
        return stand(
                Progress.Stage.SUPPLEMENT_ASKED,
                Optional.of(new CaseStand.Asked(UUID.randomUUID(), AT, Optional.of(DAY), 5, words, List.of(things))),
                Optional.empty(),
                Optional.empty());
    }

    private static CaseStand.Decision decision(CaseStand.Decision.Outcome outcome, String words) {
        return new CaseStand.Decision(outcome, AT, List.of("不到年龄"), words);
    }

    private static What what(CaseStand stand) {
        return CaseNews.of(progress(stand)).orElseThrow().what();
    }

    @Test
    void aCaseThatGoesItsWayHasNoNews() {
        assertEquals(
                Optional.empty(),
                CaseNews.of(progress(stand(Progress.Stage.IN_REVIEW, Optional.empty(), Optional.empty(), Optional.empty()))));
    }

    @Test
    void whatIsAskedComesThingByThingAndThenTheClerksOwnWords() {
        CaseNews news = CaseNews.of(progress(asked(
                        "请尽快。",
                        new CaseStand.Thing(CaseStand.Thing.Kind.MATERIAL, "proof", "章看不清"),
                        new CaseStand.Thing(CaseStand.Thing.Kind.FIELD, "phone", ""))))
                .orElseThrow();
        assertEquals(What.ASKED, news.what());
        assertEquals(2, news.things());
        assertEquals(
                List.of(
                        new CaseNews.Leaf.Material("proof", "章看不清"),
                        new CaseNews.Leaf.Field("phone", ""),
                        new CaseNews.Leaf.Words("请尽快。")),
                news.leaves());
    }

    @Test
    void eachOutcomeIsToldAsWhatItIs() {
        for (var outcome : CaseStand.Decision.Outcome.values()) {
            CaseStand stand = stand("any", Optional.empty(), Optional.of(decision(outcome, "")), Optional.empty());
            assertEquals(outcome.name(), what(stand).name());
        }
    }

    @Test
    void aDocumentThatWasPrintedSomewhereIsNotOffered() {
        for (boolean collected : List.of(false, true)) {
            CaseStand stand = stand(
                    Progress.Stage.ISSUED,
                    Optional.empty(),
                    Optional.of(decision(CaseStand.Decision.Outcome.GRANTED, "")),
                    Optional.of(new CaseStand.Result(AT, collected)));
            assertEquals(collected ? What.COLLECTED : What.READY, what(stand));
        }
    }

    @Test
    void longWordsAreDividedAtTheEndOfASentenceAndNothingIsLost() {
        String words = "第一句说明情况。".repeat(60) + "最后一句没有句号";
        List<String> parts = CaseNews.parts(words);
        assertEquals(words, String.join("", parts));
        assertTrue(parts.stream().allMatch(part -> part.length() <= 240));
        assertTrue(parts.subList(0, parts.size() - 1).stream().allMatch(part -> part.endsWith("。")));
    }

    @Test
    void aWordWithoutAnyPauseIsDividedBetweenWholeCharacters() {
        String words = "𠮷".repeat(300);
        List<String> parts = CaseNews.parts("x" + words);
        assertEquals("x" + words, String.join("", parts));
        assertTrue(parts.stream().noneMatch(part -> Character.isLowSurrogate(part.charAt(0))));
    }

    @Test
    void nothingOfAClerksWordsIsInItsToString() {
        assertEquals("CaseNews[ASKED, 1]", CaseNews.of(progress(asked("", new CaseStand.Thing(CaseStand.Thing.Kind.FIELD, "phone", "张三丰")))).orElseThrow().toString());
    }
}
