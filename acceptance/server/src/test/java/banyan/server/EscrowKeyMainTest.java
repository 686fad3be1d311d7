package banyan.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import banyan.acceptance.KeyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EscrowKeyMainTest {
    @TempDir
    Path folder;

    @Test
    void aTryThatFailedIsNotInTheWayOfTheNext() throws IOException {
        Path secret = folder.resolve("escrow.key");
        Path shown = folder.resolve("keys/escrow.pub");
        assertThrows(IOException.class, () -> EscrowKeyMain.make(secret, shown));
        assertFalse(Files.exists(secret));
        Files.createDirectories(folder.resolve("keys"));
        EscrowKeyMain.make(secret, shown);
        assertEquals(32 + 12, KeyFiles.readEscrowPublic(shown).getEncoded().length);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)));
    }

    @Test
    void aKeyToWhichTerminalsSealStays() throws IOException {
        Path shown = folder.resolve("escrow.pub");
        EscrowKeyMain.make(folder.resolve("one.key"), shown);
        byte[] first = Files.readAllBytes(shown);
        assertThrows(IOException.class, () -> EscrowKeyMain.make(folder.resolve("two.key"), shown));
        assertArrayEquals(first, Files.readAllBytes(shown));
        assertFalse(Files.exists(folder.resolve("two.key")));
    }
}
