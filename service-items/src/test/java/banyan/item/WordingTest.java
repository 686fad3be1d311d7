package banyan.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.item.Wording.Hole;
import banyan.item.Wording.Literal;
import banyan.item.Wording.Parsed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WordingTest {
    @Test
    void aTextFallsIntoWordsAndPlaceholders() {
        assertEquals(
                new Parsed.Pieces(List.of(
                        new Literal("本人 ", false),
                        new Hole("applicant.name", Format.PLAIN, Optional.empty(), true),
                        new Literal("（尾号 ", false),
                        new Hole("applicant.number", Format.LAST_FOUR, Optional.of("—"), false),
                        new Literal("）", false))),
                Wording.parse("本人 **{applicant.name}**（尾号 {applicant.number|last4|or:—}）"));
    }

    @Test
    void whatDoesNotReadIsSaidAndNotGuessed() {
        for (var wrong : List.of("{a", "a}", "**a", "{A.b}", "{a|nosuch}", "{}")) {
            assertInstanceOf(Parsed.Wrong.class, Wording.parse(wrong), wrong);
        }
    }

    @Test
    void aSentenceWithAMissingValueIsNotSaidByHalves() {
        var wording = wording("从 {from|month} 起");
        assertEquals(Optional.empty(), wording.write(Values.NONE, Language.ZH_CN));
    }

    @Test
    void starsAndBracesInAValueStayWhatTheyAre() {
        var wording = wording("{name}");
        var values = Values.NONE.with("name", "**{at}**");
        assertEquals(Optional.of("**{at}**"), wording.write(values, Language.ZH_CN));
    }

    @Test
    void aPersonalValueDoesNotPrintItself() {
        var values = Values.NONE.with("applicant.name", new Value.Text("张三丰", Mask.NAME));
        assertTrue(
                !values.toString().contains("张") && !values.byName().toString().contains("张"));
    }

    static Wording wording(String chinese) {
        var pieces =
                assertInstanceOf(Parsed.Pieces.class, Wording.parse(chinese)).pieces();
        return new Wording(Map.of(Language.ZH_CN, pieces, Language.EN, pieces));
    }
}
