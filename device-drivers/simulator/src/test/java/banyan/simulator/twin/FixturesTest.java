package banyan.simulator.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixturesTest {
    private static final Fixtures BUILT_IN = new Fixtures(Optional.empty());

    @ParameterizedTest
    @EnumSource(Fixtures.Kind.class)
    void everyListedFixtureIsThere(Fixtures.Kind kind) {
        for (String name : BUILT_IN.names(kind)) {
            assertTrue(BUILT_IN.bytes(kind, name).isPresent(), name);
        }
    }

    @Test
    void anOwnFixtureGoesBeforeABuiltInOne(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("cards"));
        Files.writeString(folder.resolve("cards/elder.json"), "mine");
        byte[] bytes = new Fixtures(Optional.of(folder))
                .bytes(Fixtures.Kind.CARDS, "elder.json")
                .orElseThrow();
        assertEquals("mine", new String(bytes, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../cards/elder.json", "/etc/hostname", "", ".json", "a\u0000b"})
    void aNameIsNeverAPath(String name) {
        assertEquals(Optional.empty(), BUILT_IN.bytes(Fixtures.Kind.CARDS, name));
    }
}
