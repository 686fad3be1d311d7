package banyan.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import banyan.acceptance.KeyFiles;
import banyan.acceptance.Submission;
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
        Introduce.TerminalKeys keys = Introduce.to(settings.keys(), "0137", folder.resolve("terminal"));
        KeyPair pair = new KeyPair(KeyFiles.readPublic(keys.shown()), KeyFiles.readPrivate(keys.secret()));
        try (Centre centre = Centre.start(settings, House.ITEMS)) {
            assertEquals(KeyFiles.readPublic(keys.centre()), centre.key());
            Submission submission = Cases.with();
            TerminalAtTest terminal = new TerminalAtTest(centre, "0137", pair, House.CLOCK);
            assertEquals(201, terminal.put(Cases.path(submission), submission).status());
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
