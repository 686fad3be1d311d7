package banyan.kiosk.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import banyan.item.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Path SOURCES = Path.of("src/main/java/banyan/kiosk");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][A-Za-z0-9]*(?:[.-][A-Za-z0-9-]+)*\\.?)\"");
    private static final Pattern SAID = Pattern.compile("\\b(?:view|texts)\\.say\\(\\s*\"([^\"]+)\"");
    private static final Texts CHINESE = Texts.of(Language.ZH_CN);
    private static final Texts ENGLISH = Texts.of(Language.EN);

    @Test
    void everyLanguageHasTheSameSentences() {
        assertEquals(CHINESE.keys(), ENGLISH.keys());
    }

    @Test
    void aSentenceHasTheSameGapsInEveryLanguage() {
        List<String> different = new ArrayList<>();
        for (String key : CHINESE.keys()) {
            SortedSet<String> gaps = new TreeSet<>(ENGLISH.gaps(key));
            if (!gaps.equals(CHINESE.gaps(key))) {
                different.add(key);
            }
        }
        assertEquals(List.of(), different);
    }

    @Test
    void everySentenceThatIsSaidExists() throws IOException {
        List<String> missing = new ArrayList<>();
        for (String source : sources()) {
            Matcher said = SAID.matcher(source);
            while (said.find()) {
                String key = said.group(1);
                // A key that ends in a point is completed by a value; the values' sentences are shown by the gallery.
                if (!key.endsWith(".") && !CHINESE.keys().contains(key)) {
                    missing.add(key);
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void noSentenceIsLeftThatNobodySays() throws IOException {
        Set<String> literals = new TreeSet<>();
        for (String source : sources()) {
            Matcher literal = LITERAL.matcher(source);
            while (literal.find()) {
                literals.add(literal.group(1));
            }
        }
        List<String> unused =
                CHINESE.keys().stream().filter(key -> !used(key, literals)).toList();
        assertEquals(List.of(), unused);
    }

    /** Whether a key stands in the source, or begins with a word there to which its end is added. */
    private static boolean used(String key, Set<String> literals) {
        if (literals.contains(key)) {
            return true;
        }
        for (int at = key.lastIndexOf('.'); at > 0; at = key.lastIndexOf('.', at - 1)) {
            String stem = key.substring(0, at);
            if (literals.contains(stem) || literals.contains(stem + ".")) {
                return true;
            }
        }
        return key.startsWith("received.paper.") || key.startsWith("way.");
    }

    private static List<String> sources() throws IOException {
        List<String> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sources.add(Files.readString(file));
            }
        }
        return sources;
    }

    @Test
    void noEnglishButtonHasMoreThanEighteenLetters() {
        List<String> tooLong = ENGLISH.keys().stream()
                .filter(key -> key.startsWith("button.") || key.endsWith(".button"))
                .filter(key -> ENGLISH.say(key).length() > 18)
                .toList();
        assertEquals(List.of(), tooLong);
    }

    @Test
    void theForbiddenWordsAreNowhere() {
        List<String> blaming = CHINESE.keys().stream()
                .filter(key -> Stream.of("错误", "非法", "失败", "请稍候").anyMatch(CHINESE.source(key)::contains))
                .toList();
        assertEquals(List.of(), blaming);
    }

    @Test
    void aGapIsFilledByItsName() {
        assertEquals("第 2 步，共 5 步", CHINESE.say("steps.count", "of", 5, "step", 2));
    }

    @Test
    void aCountedWordFollowsItsNumber() {
        assertEquals("Print 1 page", ENGLISH.say("result.print", "pages", 1));
        assertEquals("Print 2 pages", ENGLISH.say("result.print", "pages", 2));
    }

    @Test
    void aGapWithoutValueIsAMistake() {
        assertThrows(IllegalArgumentException.class, () -> CHINESE.say("steps.count", "step", 2));
    }

    @Test
    void aKeyWithoutSentenceIsAMistake() {
        assertThrows(IllegalArgumentException.class, () -> CHINESE.say("no.such.key"));
    }

    @Test
    void datesCarryTheirWeekday() {
        assertEquals("11月27日 星期五", CHINESE.date(LocalDate.of(2026, 11, 27)));
        assertEquals("Fri 27 Nov", ENGLISH.date(LocalDate.of(2026, 11, 27)));
    }

    @Test
    void fullDatesCarryTheirYear() {
        assertEquals("2026年11月20日", CHINESE.fullDate(LocalDate.of(2026, 11, 20)));
        assertEquals("20 Nov 2026", ENGLISH.fullDate(LocalDate.of(2026, 11, 20)));
    }

    @Test
    void timesAreTheSameInEveryLanguage() {
        assertEquals("8:05", CHINESE.time(LocalTime.of(8, 5)));
        assertEquals("20:46", ENGLISH.time(LocalTime.of(20, 46, 12)));
        assertEquals("20:46:12", ENGLISH.timeToTheSecond(LocalTime.of(20, 46, 12)));
    }

    @Test
    void numbersToCopyStandInGroupsOfFour() {
        assertEquals("3501 2026 0427", Texts.groupsOfFour("350120260427"));
        assertEquals("7F3A 91C2", Texts.groupsOfFour("7F3A91C2"));
    }

    @Test
    void aWordedNumberIsLeftAlone() {
        assertEquals("榕 0137-8K42", Texts.groupsOfFour("榕 0137-8K42"));
    }
}
