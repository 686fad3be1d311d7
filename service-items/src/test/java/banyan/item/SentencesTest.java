package banyan.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SentencesTest {
    @Test
    void bothLanguagesFillTheSamePlaces() {
        Sentences.all()
                .forEach((key, text) ->
                        assertEquals(places(text.in(Language.ZH_CN)), places(text.in(Language.EN)), key));
    }

    private static Set<String> places(String text) {
        return Pattern.compile("\\{[a-z]+}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    @Test
    void noSentenceBlames() {
        for (var blame : List.of("错误", "非法", "失败", "您未")) {
            Sentences.all()
                    .forEach((key, text) -> assertFalse(text.in(Language.ZH_CN).contains(blame), key));
        }
    }

    @Test
    void everySectionAndEveryWayAPaperCameHasWords() {
        for (var section : Section.values()) {
            assertFalse(section.title().in(Language.ZH_CN).isBlank());
        }
        for (var how : DocumentValues.How.values()) {
            assertFalse(Sentences.text("how." + how).in(Language.EN).isBlank());
        }
    }
}
