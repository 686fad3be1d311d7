package banyan.item.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The schemas that editors use say the same as the reader. */
class FileSchemasTest {
    private static final String SUBSIDY = "flexible-employment-subsidy/";

    @Test
    void everyFileOfThisRepositoryFitsItsSchema() throws IOException {
        try (var files = Files.walk(Sandbox.CATALOGUE)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                assertEquals(List.of(), faults(file, read(file)), file.toString());
            }
        }
    }

    @Test
    void anUnknownKeyIsNamedOnItsLine() {
        var faults = spoiled("item.yaml", "version: 1.0.0", "version: 1.0.0\ncolour: green");
        assertEquals(List.of(5), faults.stream().map(FileSchemas.Fault::line).toList());
    }

    @Test
    void aMissingLanguageIsFound() {
        assertFalse(spoiled("form.yaml", "label: { zh-CN: 手机号, en: Mobile number }", "label: { zh-CN: 手机号 }")
                .isEmpty());
    }

    @Test
    void aWrongWordIsFound() {
        assertFalse(spoiled("item.yaml", "kind: declaration", "kind: dance").isEmpty());
        assertFalse(spoiled("item.yaml", "[document-camera, scanner]", "[document-camera, scaner]")
                .isEmpty());
        assertFalse(spoiled("materials.yaml", "otherwise: department-looks", "otherwise: hope")
                .isEmpty());
        assertFalse(
                spoiled("templates/commitment.yaml", "for: sign", "for: fun").isEmpty());
    }

    private static List<FileSchemas.Fault> spoiled(String file, String from, String to) {
        var path = Sandbox.CATALOGUE.resolve(SUBSIDY + file);
        return faults(path, read(path).replace(from, to));
    }

    private static List<FileSchemas.Fault> faults(Path file, String text) {
        var parent = file.getParent();
        boolean template = parent != null && parent.endsWith("templates");
        var name = (template ? "templates/" : "") + file.getFileName();
        return FileSchemas.check(
                name, YamlFile.read(name, text, new Mistakes("test")).orElseThrow());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
