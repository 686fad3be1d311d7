package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.KeyFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KEM;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sealed for the centre opens by RFC 9180 as somebody else does it: the JDK's KEM and KDF, and nothing of BouncyCastle. */
class EscrowTest {
    private static final byte[] CONTEXT = {1, 2, 3};

    @TempDir
    Path folder;

    private final KeyPair centre = KeyFiles.newEscrowPair();
    private final KeyPair terminal = KeyFiles.newPair();

    private Escrow escrow() {
        return new Escrow(centre.getPublic(), new Terminal(Given.TERMINAL, terminal.getPrivate()));
    }

    @Test
    void anotherImplementationOfTheStandardOpensIt() throws GeneralSecurityException, IOException {
        byte[] key = Given.bytes(32, 1);
        assertArrayEquals(key, opened(escrow().copy(key, CONTEXT), CONTEXT));
    }

    /** RFC 9180, sections 4.1 and 5.1: KEM 0x0020, KDF 0x0001, AEAD 0x0002, mode base. */
    private byte[] opened(Escrow.Copy copy, byte[] context) throws GeneralSecurityException, IOException {
        SecretKey shared = KEM.getInstance("DHKEM").newDecapsulator(centre.getPrivate()).decapsulate(copy.encapsulated());
        byte[] suite = join("HPKE".getBytes(StandardCharsets.US_ASCII), new byte[] {0, 0x20, 0, 1, 0, 2});
        byte[] schedule = join(
                new byte[] {0},
                extract(suite, new byte[0], "psk_id_hash", new byte[0]),
                extract(suite, new byte[0], "info_hash", Escrow.purpose()));
        byte[] secret = extract(suite, shared.getEncoded(), "secret", new byte[0]);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(expand(suite, secret, "key", schedule, 32), "AES"),
                new GCMParameterSpec(128, expand(suite, secret, "base_nonce", schedule, 12)));
        cipher.updateAAD(Escrow.bound(Given.TERMINAL, context));
        return cipher.doFinal(copy.sealed());
    }

    private static byte[] extract(byte[] suite, byte[] salt, String label, byte[] material)
            throws GeneralSecurityException, IOException {
        byte[] labelled = join("HPKE-v1".getBytes(StandardCharsets.US_ASCII), suite, ascii(label), material);
        HKDFParameterSpec.Builder extract = HKDFParameterSpec.ofExtract().addIKM(labelled);
        return KDF.getInstance("HKDF-SHA256")
                .deriveData((salt.length == 0 ? extract : extract.addSalt(salt)).extractOnly());
    }

    private static byte[] expand(byte[] suite, byte[] secret, String label, byte[] info, int length)
            throws GeneralSecurityException, IOException {
        byte[] size = ByteBuffer.allocate(2).putShort((short) length).array();
        byte[] labelled = join(size, "HPKE-v1".getBytes(StandardCharsets.US_ASCII), suite, ascii(label), info);
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(HKDFParameterSpec.expandOnly(new SecretKeySpec(secret, "Generic"), labelled, length));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] join(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return all.toByteArray();
    }

    @Test
    void theTerminalSignsWhatItSealedAndForWhichPlace() {
        Escrow.Copy copy = escrow().copy(Given.bytes(32, 1), CONTEXT);
        assertTrue(Escrow.isSigned(copy, Given.TERMINAL, terminal.getPublic(), CONTEXT));
        assertFalse(Escrow.isSigned(copy, "0138", terminal.getPublic(), CONTEXT));
        assertFalse(Escrow.isSigned(copy, Given.TERMINAL, KeyFiles.newPair().getPublic(), CONTEXT));
        assertFalse(Escrow.isSigned(copy, Given.TERMINAL, terminal.getPublic(), new byte[] {1}));
        Escrow.Copy sealedByAnother = escrow().copy(Given.bytes(32, 2), CONTEXT);
        Escrow.Copy mixed = new Escrow.Copy(
                copy.name(), sealedByAnother.encapsulated(), sealedByAnother.sealed(), copy.signature());
        assertFalse(Escrow.isSigned(mixed, Given.TERMINAL, terminal.getPublic(), CONTEXT));
    }

    @Test
    void everyEpochIsSealedForTheCentreFromTheMomentThereIsSuchAKey() throws GeneralSecurityException, IOException {
        try (Journal journal = Given.journal(folder)) {
            assertTrue(journal.nextEpoch());
            assertTrue(records().stream().allMatch(record -> record.copy().isEmpty()));
        }
        Vault vault = Given.vault(folder, new Vault.Place(folder, Optional.of(escrow()), () -> Given.NOON));
        assertEquals(Optional.empty(), vault.begin());
        byte[] wrapped = vault.wrap(new byte[32], CONTEXT);
        List<EpochRecord> records = records();
        assertEquals(3, records.size());
        int opened = 0;
        for (EpochRecord record : records) {
            byte[] key = opened(record.copy().orElseThrow(), record.context());
            opened += EpochSeal.open(
                                    wrapped,
                                    CONTEXT,
                                    Epoch::wrapping,
                                    number -> Optional.of(new Epoch(record.number(), record.hour(), key)))
                            .isPresent()
                    ? 1
                    : 0;
        }
        assertEquals(1, opened);
    }

    private Journal journal(Optional<Escrow> escrow) {
        Vault vault = Given.vault(folder, new Vault.Place(folder, escrow, () -> Given.NOON));
        return Given.journal(new Journal.Settings(
                folder, vault, Given.TERMINAL, () -> Given.NOON, 1 << 20, 0, new OsDisk(), UnaryOperator.identity()));
    }

    private static Appended kept(Journal journal, Path folder) {
        return journal.append(
                Given.sealed(journal, List.of()), PageStore.open(folder, VisitKey.random()), Given.SOON);
    }

    @Test
    void destroyedKeysOpenNothingHereAndEverythingForTheCentre() throws GeneralSecurityException, IOException {
        Path key = folder.resolve("keys/device.key");
        DeviceKey.Development device = new DeviceKey.Development(key);
        Vault.Place place = new Vault.Place(folder, Optional.of(escrow()), () -> Given.NOON);
        byte[] before;
        try (Journal journal = journal(Optional.of(escrow()))) {
            assertInstanceOf(Appended.Kept.class, kept(journal, folder));
            before = Files.readAllBytes(key);
            assertTrue(journal.destroyKeys());
            assertEquals(new Appended.Failed(Journal.KEYS_DESTROYED), kept(journal, folder));
            assertEquals(new Room.Broken(Journal.KEYS_DESTROYED), journal.room());
            Pending waiting = journal.pending().getFirst();
            assertEquals(Optional.empty(), journal.read(waiting));
            assertEquals(List.of(), journal.report().stuck(), "what waits is not damaged");
            assertFalse(Files.exists(key));
        }
        Files.write(key, before);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        assertEquals(new Vault.Opening.Refused(Journal.KEYS_DESTROYED), Vault.open(device, place));
        for (List<EpochRecord> copy : new EpochFile(new OsDisk(), folder).read()) {
            for (EpochRecord record : copy) {
                assertArrayEquals(new byte[EpochRecord.WRAPPED], record.wrapped());
                assertEquals(32, opened(record.copy().orElseThrow(), record.context()).length);
            }
        }
    }

    @Test
    void keysOfWhichTheCentreHasNoCopyAreNotDestroyed() {
        try (Journal journal = journal(Optional.empty())) {
            assertInstanceOf(Appended.Kept.class, kept(journal, folder));
            assertFalse(journal.destroyKeys());
            assertInstanceOf(Appended.Kept.class, kept(journal, folder));
            assertTrue(journal.read(journal.pending().getFirst()).isPresent());
        }
    }

    private List<EpochRecord> records() throws IOException {
        return new EpochFile(new OsDisk(), folder).read().getFirst();
    }
}
