package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
    private static final byte[] KEY = Given.bytes(32, 1);
    private static final byte[] HERE = {1};
    private static final byte[] NONE = {};

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("keys/device.key");
    }

    private Vault.Opening open(DeviceKey key) {
        return Vault.open(key, Vault.Place.in(folder));
    }

    /** As a journal that was found to be this device's begins it. */
    private Vault begun() {
        Vault vault = Given.vault(folder);
        assertEquals(Optional.empty(), vault.begin());
        return vault;
    }

    @Test
    void theKeyIsMadeOnceForItsOwnerOnly() throws IOException {
        byte[] wrapped = begun().wrap(KEY, HERE);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
        assertArrayEquals(KEY, Given.vault(folder).unwrap(wrapped, HERE).orElseThrow());
    }

    @Test
    void aKeyThatOthersCanReadIsRefused() throws IOException {
        Given.vault(folder);
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
        assertEquals(new Vault.Opening.Refused("DEVICE-KEY-EXPOSED"), open(new DeviceKey.Development(file())));
    }

    @Test
    void aDamagedKeyIsRefusedAndNotReplaced() throws IOException {
        Given.vault(folder);
        Files.write(file(), "00ff\n".getBytes(StandardCharsets.US_ASCII));
        assertEquals(new Vault.Opening.Refused("DEVICE-KEY-DAMAGED"), open(new DeviceKey.Development(file())));
        assertEquals("00ff\n", Files.readString(file()));
    }

    @Test
    void aKeyThatTheServiceManagerHandsOverIsReadWhateverItsModeSays() throws IOException {
        byte[] wrapped = begun().wrap(KEY, HERE);
        Path credentials = Files.createDirectory(folder.resolve("credentials"));
        assertEquals(new DeviceKey.Development(folder.resolve("device.key")), DeviceKey.in(Optional.of(credentials), folder));
        Path handed = Files.copy(file(), credentials.resolve(DeviceKey.CREDENTIAL));
        Files.setPosixFilePermissions(handed, PosixFilePermissions.fromString("r--r-----"));
        DeviceKey key = DeviceKey.in(Optional.of(credentials), folder);
        assertEquals(new DeviceKey.Credential(handed), key);
        Vault vault = assertInstanceOf(Vault.Opening.Open.class, open(key)).vault();
        assertArrayEquals(KEY, vault.unwrap(wrapped, HERE).orElseThrow());
    }

    @Test
    void aCredentialIsNeverMade() {
        assertEquals(
                new Vault.Opening.Refused("DEVICE-KEY-UNREADABLE"),
                open(new DeviceKey.Credential(folder.resolve("none"))));
        assertFalse(Files.exists(folder.resolve("none")));
    }

    @Test
    void aKeyHalfWrittenBeforeACrashIsMadeAnew() throws IOException {
        Files.createDirectories(folder.resolve("keys"));
        Files.write(folder.resolve("keys/device.key.part"), new byte[] {'0'});
        byte[] wrapped = begun().wrap(KEY, HERE);
        assertTrue(Given.vault(folder).unwrap(wrapped, HERE).isPresent());
    }

    @Test
    void whatIsWrappedForOnePlaceOpensInNoOther() {
        Vault vault = begun();
        assertTrue(vault.unwrap(vault.wrap(KEY, HERE), NONE).isEmpty());
    }

    @Test
    void derivedKeysDifferByPurposeSaltAndSecret() {
        Vault vault = Given.vault(folder);
        byte[] key = vault.derive("a", HERE, HERE);
        assertArrayEquals(key, vault.derive("a", HERE, HERE));
        assertFalse(Arrays.equals(key, vault.derive("b", HERE, HERE)));
        assertFalse(Arrays.equals(key, vault.derive("a", KEY, HERE)));
        assertFalse(Arrays.equals(key, vault.derive("a", HERE, KEY)));
    }
}
