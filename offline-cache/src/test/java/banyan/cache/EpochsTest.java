package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys of a month: that they change, outlast the device's key, survive damage to one copy, and are gone when they are destroyed. */
class EpochsTest {
    private static final Duration RETENTION = Duration.ofDays(90);

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Given.NOON);

    private DeviceKey.Development device() {
        return new DeviceKey.Development(folder.resolve("keys/device.key"));
    }

    private Vault.Place place() {
        return new Vault.Place(folder, Optional.empty(), now::get);
    }

    private Vault vault() {
        return Given.vault(folder, place());
    }

    private Journal journal() {
        return Given.journal(new Journal.Settings(
                folder, vault(), Given.TERMINAL, now::get, 1 << 20, 0, new OsDisk(), UnaryOperator.identity()));
    }

    private Sealed kept(Journal journal) {
        Sealed sealed = Given.sealed(journal, List.of());
        PageStore pages = PageStore.open(folder, VisitKey.random());
        assertInstanceOf(Appended.Kept.class, journal.append(sealed, pages, Given.SOON));
        return sealed;
    }

    private Sealed received(Journal journal) {
        Sealed sealed = kept(journal);
        assertTrue(journal.settle(journal.pending(sealed.id().toString()).orElseThrow(), Receipts.json(sealed)));
        return sealed;
    }

    private void days(int count) {
        now.updateAndGet(then -> then.plus(Duration.ofDays(count)));
    }

    private Path copy(int number) {
        return folder.resolve(EpochFile.COPIES.get(number));
    }

    private List<EpochRecord> records() throws IOException {
        return new EpochFile(new OsDisk(), folder).read().getFirst();
    }

    private static void assertReads(Journal journal, List<Sealed> all) {
        assertEquals(0, journal.report().damaged());
        for (Sealed sealed : all) {
            Pending entry = journal.pending(sealed.id().toString()).orElseThrow();
            assertArrayEquals(sealed.payload(), journal.read(entry).orElseThrow().payload());
        }
    }

    @Test
    void whatWasKeptInManyEpochsIsReadInAnother() throws IOException {
        List<Sealed> all = new ArrayList<>();
        try (Journal journal = journal()) {
            all.add(kept(journal));
            assertTrue(journal.nextEpoch());
            all.add(kept(journal));
        }
        days(31);
        try (Journal journal = journal()) {
            all.add(kept(journal));
            assertEquals(4, records().size(), "the root, the first, the one that was asked for and the next month's");
            assertReads(journal, all);
        }
    }

    @Test
    void aSlipsCodeOutlastsTheDevicesKey() throws IOException {
        String code;
        try (Journal journal = journal()) {
            code = journal.slipCode("0137-8K42");
        }
        anotherDeviceKey();
        try (Journal journal = journal()) {
            assertEquals(code, journal.slipCode("0137-8K42"));
        }
    }

    private void anotherDeviceKey() throws IOException {
        Files.move(device().file(), device().before());
    }

    @Test
    void anotherDeviceKeyTakesThePlaceAndTheOldOneIsForgotten() throws IOException {
        List<Sealed> all = new ArrayList<>();
        try (Journal journal = journal()) {
            all.add(kept(journal));
        }
        byte[] old = Files.readAllBytes(device().file());
        anotherDeviceKey();
        try (Journal journal = journal()) {
            assertReads(journal, all);
            all.add(kept(journal));
        }
        assertFalse(Files.exists(device().before()));
        try (Journal journal = journal()) {
            assertReads(journal, all);
        }
        Files.write(device().file(), old);
        assertEquals(new Vault.Opening.Refused("DEVICE-KEY-IS-ANOTHER"), Vault.open(device(), place()));
    }

    @Test
    void whereverTheExchangeStopsOneOfTheTwoKeysOpensEverything() throws IOException {
        byte[] wrapped;
        Vault first = vault();
        assertEquals(Optional.empty(), first.begin());
        wrapped = first.wrap(new byte[32], new byte[0]);
        byte[] old = Files.readAllBytes(device().file());
        List<byte[]> before = List.of(Files.readAllBytes(copy(0)), Files.readAllBytes(copy(1)));
        anotherDeviceKey();
        assertInstanceOf(Vault.Opening.Open.class, Vault.open(device(), place()));
        byte[] fresh = Files.readAllBytes(device().file());
        for (int operation = 1; ; operation++) {
            for (int copy = 0; copy < before.size(); copy++) {
                Files.write(copy(copy), before.get(copy));
            }
            own(device().before(), old);
            FaultyDisk disk = new FaultyDisk();
            Vault vault = assertInstanceOf(Vault.Opening.Open.class, Vault.open(device(), place(), disk)).vault();
            disk.fail(FaultyDisk.Fault.FROM_THERE, operation);
            assertEquals(Optional.empty(), vault.begin());
            assertTrue(vault.unwrap(wrapped, new byte[0]).isPresent());
            if (disk.operations() < operation) {
                break;
            }
            // As it lies now: with both keys, and with one of them at least.
            boolean both = opens(fresh, Optional.of(old), wrapped);
            boolean one = opens(fresh, Optional.empty(), wrapped) || opens(old, Optional.empty(), wrapped);
            assertTrue(both && one, "stopped at operation " + operation);
            Files.write(device().file(), fresh);
        }
        Files.deleteIfExists(device().before());
        assertTrue(opens(fresh, Optional.empty(), wrapped));
        assertFalse(opens(old, Optional.empty(), wrapped));
    }

    private boolean opens(byte[] key, Optional<byte[]> before, byte[] wrapped) throws IOException {
        Files.write(device().file(), key);
        Files.deleteIfExists(device().before());
        if (before.isPresent()) {
            own(device().before(), before.get());
        }
        return Vault.open(device(), place()) instanceof Vault.Opening.Open(var vault)
                && vault.unwrap(wrapped, new byte[0]).isPresent();
    }

    private static void own(Path file, byte[] key) throws IOException {
        Files.write(file, key);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void noDamageToOneCopyCostsAnything() throws IOException {
        Vault first = vault();
        assertEquals(Optional.empty(), first.begin());
        byte[] wrapped = first.wrap(new byte[32], new byte[0]);
        byte[] right = Files.readAllBytes(copy(0));
        for (int at = 0; at < 2 * right.length; at += 5) {
            Path copy = copy(at % 2);
            byte[] flipped = right.clone();
            flipped[at / 2] ^= (byte) (1 << at % 8);
            Files.write(copy, flipped);
            Vault vault = vault();
            assertTrue(vault.unwrap(wrapped, new byte[0]).isPresent(), "byte " + at / 2);
            assertEquals(Optional.empty(), vault.begin());
            assertArrayEquals(right, Files.readAllBytes(copy), "byte " + at / 2);
        }
        for (byte[] rest : List.of(new byte[0], new byte[right.length], Given.bytes(right.length / 2, 7))) {
            Files.write(copy(0), rest);
            assertTrue(vault().unwrap(wrapped, new byte[0]).isPresent());
        }
        Files.delete(copy(0));
        assertTrue(vault().unwrap(wrapped, new byte[0]).isPresent());
    }

    @Test
    void afterItsRetentionAReceiptIsGoneAndWhatTheDiskStillHasOfItOpensNoMore() throws IOException {
        Sealed old;
        Path then = folder.resolve("then.db");
        try (Journal journal = journal()) {
            old = received(journal);
        }
        Files.copy(folder.resolve(JournalFile.NAME), then);
        days(45);
        Sealed late;
        try (Journal journal = journal()) {
            late = received(journal);
            assertTrue(journal.erase(RETENTION));
            assertInstanceOf(Standing.Received.class, journal.standing(old.id()).orElseThrow());
        }
        days(46);
        try (Journal journal = journal()) {
            assertTrue(journal.erase(RETENTION));
            assertEquals(Optional.empty(), journal.standing(old.id()));
            assertInstanceOf(Standing.Received.class, journal.standing(late.id()).orElseThrow());
            assertEquals(4, records().size(), "the first receipt's epoch is kept until it was no epoch for as long");
        }
        days(45);
        try (Journal journal = journal()) {
            assertTrue(journal.erase(RETENTION));
            assertEquals(Optional.empty(), journal.standing(late.id()));
        }
        Files.move(then, folder.resolve(JournalFile.NAME), StandardCopyOption.REPLACE_EXISTING);
        try (Journal journal = journal()) {
            assertInstanceOf(Standing.Refused.class, journal.standing(old.id()).orElseThrow());
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertTrue(files.noneMatch(file -> file.toString().endsWith(".before")));
        }
    }

    @Test
    void anEpochInWhichSomethingWaitsIsKeptHoweverOldItIs() {
        Sealed waiting;
        try (Journal journal = journal()) {
            waiting = kept(journal);
        }
        for (int months = 0; months < 6; months++) {
            days(40);
            try (Journal journal = journal()) {
                assertTrue(journal.erase(RETENTION));
                assertReads(journal, List.of(waiting));
            }
        }
    }

    @Test
    void whatLiesAsideKeepsItsEpochs() throws IOException {
        try (Journal journal = journal()) {
            kept(journal);
        }
        int before = records().size();
        Files.createDirectories(folder.resolve("damaged/0011223344556677"));
        Files.move(folder.resolve(JournalFile.NAME), folder.resolve("damaged/0011223344556677/journal.db"));
        days(400);
        try (Journal journal = journal()) {
            assertTrue(journal.erase(RETENTION));
            assertEquals(before + 1, records().size());
        }
    }

    @Test
    void withoutAnEpochOnTheDiskNothingIsKept() {
        FaultyDisk disk = new FaultyDisk();
        Vault vault = assertInstanceOf(Vault.Opening.Open.class, Vault.open(device(), place(), disk)).vault();
        disk.fail(FaultyDisk.Fault.FROM_THERE, 1);
        assertEquals(Optional.of("KEY-RECORDS-UNWRITABLE"), vault.begin());
    }
}
