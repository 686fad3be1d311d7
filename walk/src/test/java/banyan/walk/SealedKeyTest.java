package banyan.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.cache.DeviceKey;
import banyan.cache.Vault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device key sealed by {@code ./kiosk seal-key} is unsealed by systemd for this machine, under its name, and the vault takes it. */
class SealedKeyTest {
    private static final long SECONDS = 60;

    @TempDir
    Path folder;

    /** The machine's own key; each shell below has it where systemd looks, and nothing else of the machine is touched. */
    private Path machine;

    /** How a command ended, and what it said. */
    private record Ended(int status, String words) {}

    @BeforeEach
    void aMachine() throws IOException {
        assertTrue(
                Files.isExecutable(Path.of("/usr/bin/systemd-creds")),
                "apt-get install --no-install-recommends systemd");
        machine = Files.createDirectory(folder.resolve("machine"));
    }

    private Ended on(Path which, String script) throws IOException, InterruptedException {
        String whole = "set -e; mkdir -p /var/lib/systemd; mount --bind '%s' /var/lib/systemd; %s".formatted(which, script);
        Process shell = new ProcessBuilder(List.of("unshare", "--map-root-user", "--mount", "sh", "-c", whole))
                .directory(Home.find().root().toFile())
                .redirectErrorStream(true)
                .start();
        shell.getOutputStream().close();
        String words = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(shell.waitFor(SECONDS, TimeUnit.SECONDS), words);
        return new Ended(shell.exitValue(), words);
    }

    private Vault.Opening open(DeviceKey key) {
        return Vault.open(key, Vault.Place.in(folder.resolve("cache")));
    }

    private String unseal(Path sealed, Path to) {
        return "systemd-creds decrypt --name=%s '%s' '%s'".formatted(DeviceKey.CREDENTIAL, sealed, to);
    }

    @Test
    void aKeyIsSealedForThisMachineAndHandedOverByItsName() throws IOException, InterruptedException {
        Path sealed = folder.resolve("device-key.sealed");
        Path credentials = Files.createDirectory(folder.resolve("credentials"));
        Path handed = credentials.resolve(DeviceKey.CREDENTIAL);
        Ended made = on(machine, "./kiosk seal-key '%s' --with host && %s".formatted(sealed, unseal(sealed, handed)));
        assertEquals(0, made.status(), made.words());
        String key = Files.readString(handed);
        assertTrue(key.matches("[0-9a-f]{64}"));
        assertFalse(made.words().contains(key));
        assertFalse(Files.readString(sealed).contains(key));
        assertInstanceOf(Vault.Opening.Open.class, open(new DeviceKey.Credential(handed)));

        Ended again = on(machine, "./kiosk seal-key '%s' --with host".formatted(sealed));
        assertNotEquals(0, again.status());
        assertTrue(again.words().contains("there already"), again.words());

        Path other = Files.createDirectory(folder.resolve("other-machine"));
        Ended elsewhere = on(other, unseal(sealed, folder.resolve("stolen")));
        assertNotEquals(0, elsewhere.status());
        assertFalse(Files.exists(folder.resolve("stolen")));
    }

    @Test
    void theKeyThatATerminalHasAlreadyStaysTheSameKey() throws IOException, InterruptedException {
        Path file = folder.resolve("device.key");
        assertInstanceOf(Vault.Opening.Open.class, open(new DeviceKey.Development(file)));
        Path sealed = folder.resolve("device-key.sealed");
        Path handed = folder.resolve("handed");
        Ended made = on(
                machine,
                "./kiosk seal-key '%s' --from '%s' --with host && %s".formatted(sealed, file, unseal(sealed, handed)));
        assertEquals(0, made.status(), made.words());
        assertEquals(Files.readString(file), Files.readString(handed));
    }
}
