package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A byte of the journal's files is changed behind its back: whatever it hits, the others are unharmed. More bytes than the suite
 * has time for: {@code mvn -pl offline-cache -am test -Dtest=SalvageTest -Dbanyan.flips=10000
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class SalvageTest {
    private static final int ENTRIES = 14;
    private static final int FLIPS = Integer.getInteger("banyan.flips", 40);

    @TempDir
    Path folder;

    private final Map<String, byte[]> payloads = new HashMap<>();

    /** Entries of many sizes, some of which need overflow pages, and one that the centre holds already. */
    private void fill(Journal journal) {
        PageStore pages = PageStore.open(folder, VisitKey.random());
        for (int round = 0; round < ENTRIES; round++) {
            Sealed plain = Given.sealed(journal, List.of());
            Sealed sealed = new Sealed(plain.what(), plain.id(), plain.number(), Given.bytes(200 + round * 1500, round), List.of());
            assertInstanceOf(Appended.Kept.class, journal.append(sealed, pages, Given.SOON));
            payloads.put(sealed.number(), sealed.payload());
        }
        Pending first = journal.pending().getFirst();
        assertTrue(journal.done(first));
        payloads.remove(first.number());
    }

    @Test
    void aFlippedByteOfTheDatabaseHarmsOneEntryAtMost() throws IOException {
        try (Journal journal = Given.journal(folder)) {
            fill(journal);
        }
        byte[] database = Files.readAllBytes(folder.resolve("journal.db"));
        Random random = new Random(11);
        for (int round = 0; round < FLIPS; round++) {
            byte[] flipped = database.clone();
            // The headers of the first pages too, where everything hangs.
            int at = round < 20 ? round * 5 : random.nextInt(flipped.length);
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(folder.resolve("journal.db"), flipped);
            assertOthersUnharmed("byte " + at);
        }
    }

    @Test
    void aFlippedByteOfTheLogHarmsOneEntryAtMost() throws IOException {
        byte[] database;
        byte[] log;
        try (Journal journal = Given.journal(folder)) {
            fill(journal);
            database = Files.readAllBytes(folder.resolve("journal.db"));
            log = Files.readAllBytes(folder.resolve("journal.db-wal"));
        }
        assertTrue(log.length > 100_000, "the log was emptied already");
        Random random = new Random(12);
        for (int round = 0; round < FLIPS; round++) {
            byte[] flipped = log.clone();
            int at = round < 4 ? 32 + round * 6 : 32 + random.nextInt(flipped.length - 32);
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(folder.resolve("journal.db"), database);
            Files.write(folder.resolve("journal.db-wal"), flipped);
            assertOthersUnharmed("byte " + at);
        }
    }

    private void assertOthersUnharmed(String where) {
        try (Journal journal = Given.journal(folder)) {
            int good = 0;
            for (Pending entry : journal.pending()) {
                Optional<Outgoing> out = journal.read(entry);
                byte[] payload = payloads.get(entry.number());
                if (payload != null && out.isPresent()) {
                    assertArrayEquals(payload, out.get().payload(), where);
                    good++;
                }
            }
            assertTrue(good >= payloads.size() - 1, where + " left " + good + " of " + payloads.size());
        }
    }

    @Test
    void aJournalOverwrittenFromItsBeginningIsSalvagedAndPutAside() throws IOException {
        try (Journal journal = Given.journal(folder)) {
            fill(journal);
        }
        byte[] database = Files.readAllBytes(folder.resolve("journal.db"));
        System.arraycopy(new byte[5000], 0, database, 0, 5000);
        Files.write(folder.resolve("journal.db"), database);
        try (Journal journal = Given.journal(folder)) {
            assertTrue(journal.report().kept() >= payloads.size() - 2);
            assertEquals(1, journal.report().salvaged());
        }
        try (Journal journal = Given.journal(folder)) {
            assertTrue(journal.report().kept() >= payloads.size() - 2);
        }
    }

    @Test
    void aReceiptSurvivesTheSalvageAndItsEntryDoesNotComeBack() throws IOException {
        Sealed sealed;
        try (Journal journal = Given.journal(folder)) {
            fill(journal);
            sealed = Given.sealed(journal, List.of());
            PageStore pages = PageStore.open(folder, VisitKey.random());
            assertInstanceOf(Appended.Kept.class, journal.append(sealed, pages, Given.SOON));
            assertTrue(journal.settle(journal.pending().getLast(), Receipts.json(sealed)));
        }
        byte[] database = Files.readAllBytes(folder.resolve("journal.db"));
        database[3] ^= 1;
        Files.write(folder.resolve("journal.db"), database);
        try (Journal journal = Given.journal(folder)) {
            assertEquals(1, journal.report().salvaged());
            assertInstanceOf(
                    Standing.Received.class, journal.standing(sealed.id()).orElseThrow());
            assertEquals(payloads.size(), journal.pending().size());
        }
    }

    @Test
    void aCrashInMidSalvageIsCompletedAtTheNextStart() throws IOException {
        try (Journal journal = Given.journal(folder)) {
            fill(journal);
        }
        // As it is after the old database was put aside and before the new one took its place.
        Files.move(folder.resolve("journal.db"), folder.resolve("journal.salvaged"));
        Files.write(folder.resolve("journal.db-wal"), new byte[100]);
        try (Journal journal = Given.journal(folder)) {
            assertEquals(payloads.size(), journal.report().kept());
        }
    }
}
