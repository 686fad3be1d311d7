package banyan.item.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How the packages of this repository speak to citizens. */
class WordsTest {
    private static final int LONGEST_CLAUSE = 20;

    /** A text on a screen; papers may say more. */
    private record Said(String file, int line, String text) {}

    @Test
    void noTextBlamesAnybody() {
        assertEquals(
                List.of(),
                chinese(true)
                        .filter(said -> said.text().matches(".*(错误|非法|失败|您未).*"))
                        .toList());
    }

    @Test
    void noClauseOnAScreenIsLongerThanTwentyCharacters() {
        assertEquals(
                List.of(),
                chinese(false)
                        .filter(said -> Stream.of(said.text().split("[，。；：？！、]", -1))
                                .anyMatch(clause -> spoken(clause) > LONGEST_CLAUSE))
                        .toList());
    }

    /** A placeholder counts as the few characters that will stand there. */
    private static int spoken(String clause) {
        return clause.replaceAll("\\{[^}]*}", "0000").length();
    }

    @Test
    void theMistypedWordIsRecognised() {
        assertEquals(
                "minutes",
                Words.nearest("minuts", List.of("code", "minutes", "kind")).orElse("none"));
        assertEquals(
                "none",
                Words.nearest("colour", List.of("code", "minutes", "kind")).orElse("none"));
        assertEquals(3, Words.distance("kitten", "sitting"));
    }

    private static Stream<Said> chinese(boolean papersToo) {
        try (var files = Files.walk(Sandbox.CATALOGUE)) {
            return files
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> papersToo || !file.toString().contains("templates"))
                    .filter(file -> !file.endsWith("calendar.yaml"))
                    .sorted()
                    .flatMap(WordsTest::texts)
                    .toList()
                    .stream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Stream<Said> texts(Path file) {
        try {
            var mistakes = new Mistakes("test");
            var tree = YamlFile.read(file.toString(), Files.readString(file), mistakes)
                    .orElseThrow();
            var said = new ArrayList<Said>();
            collect(file.toString(), tree, said);
            return said.stream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void collect(String file, Yaml yaml, List<Said> said) {
        switch (yaml) {
            case Yaml.Scalar _ -> {}
            case Yaml.Listing listing -> listing.items().forEach(item -> collect(file, item, said));
            case Yaml.Mapping mapping ->
                mapping.entries().forEach((key, entry) -> {
                    if (key.equals("zh-CN") && entry.value() instanceof Yaml.Scalar scalar) {
                        said.add(new Said(file, entry.line(), scalar.text()));
                    }
                    collect(file, entry.value(), said);
                });
        }
    }
}
