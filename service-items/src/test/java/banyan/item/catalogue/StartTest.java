package banyan.item.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a terminal pays for its catalogue while it starts. */
class StartTest {
    @TempDir
    Path temporary;

    /** Both engines take longer to start than the terminal has; they must stay asleep until a rule is asked. */
    @Test
    void loadingSignedPackagesStartsNoEngine() throws IOException, InterruptedException {
        var key = Sandbox.key();
        var signed = Sandbox.in(temporary).signAll(key);
        var classes = temporary.resolve("classes.txt");
        var loading = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + classes,
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoadSigned.class.getName(),
                        signed.folder.toString(),
                        HexFormat.of().formatHex(key.publicKey().getEncoded()),
                        Integer.toString(Sandbox.ITEMS.size()))
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve("output.txt").toFile())
                .start();
        try {
            assertTrue(loading.waitFor(60, TimeUnit.SECONDS));
            assertEquals(0, loading.exitValue(), Files.readString(temporary.resolve("output.txt")));
        } finally {
            loading.destroyForcibly();
        }
        var loaded = Files.readString(classes, StandardCharsets.UTF_8);
        assertTrue(loaded.contains("banyan.item.catalogue.Catalogue "), "the log names classes");
        for (var engine : List.of("dev.cel.", "com.networknt.", "com.google.protobuf.", "tools.jackson.databind.")) {
            assertEquals(-1, loaded.indexOf(engine), engine);
        }
    }
}
