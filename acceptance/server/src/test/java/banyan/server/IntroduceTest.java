package banyan.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import banyan.acceptance.KeyFiles;
import banyan.acceptance.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntroduceTest {
    @TempDir
    Path folder;

    @Test
    void aTerminalIntroducedBeforeTheStartIsKnownAfterIt() throws IOException {
        CentreSettings settings = House.settings(folder);
        // Of its own: a new key for a number that others use would take theirs from them.
        Introduce.TerminalKeys keys = Introduce.to(settings.keys(), "0941", folder.resolve("terminal"));
        KeyPair pair = new KeyPair(KeyFiles.readPublic(keys.shown()), KeyFiles.readPrivate(keys.secret()));
        try (Centre centre = Centre.start(settings, House.ITEMS)) {
            assertEquals(KeyFiles.readPublic(keys.centre()), centre.key());
            TerminalAtTest terminal = new TerminalAtTest(centre, "0941", pair, House.CLOCK);
            byte[] nothing = new byte[0];
            assertEquals(
                    204,
                    terminal.send("GET", "/api/v1/releases/newest?after=0&has=0", nothing, Sha256.of(nothing)).status());
        }
    }

    @Test
    void secretsAreTheOwnersAlone() throws IOException {
        Introduce.TerminalKeys keys = Introduce.to(folder.resolve("keys"), "0137", folder.resolve("terminal"));
        assertEquals("rw-------", mode(keys.secret()));
        assertEquals("rw-------", mode(folder.resolve("keys").resolve("centre.key")));
    }

    @Test
    void aSecondIntroductionKeepsTheKeys() throws IOException {
        Introduce.TerminalKeys keys = Introduce.to(folder.resolve("keys"), "0137", folder.resolve("terminal"));
        byte[] first = Files.readAllBytes(keys.secret());
        Introduce.to(folder.resolve("keys"), "0137", folder.resolve("terminal"));
        assertArrayEquals(first, Files.readAllBytes(keys.secret()));
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
