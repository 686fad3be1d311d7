package banyan.kiosk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueOnPaperTest {
    private static final Path CATALOGUE = Path.of("..", "service-items", "catalogue");

    @Test
    void everyCharacterThatAPackageSaysCanBePrinted() throws IOException {
        try (var files = Files.walk(CATALOGUE)) {
            var texts = files.filter(file -> file.toString().endsWith(".yaml")).toList();
            assertFalse(texts.isEmpty(), "there are packages");
            for (var file : texts) {
                var text = Files.readString(file, StandardCharsets.UTF_8);
                assertEquals(Set.of(), PaperRendererTest.FONTS.lacking(text), file.toString());
            }
        }
    }
}
