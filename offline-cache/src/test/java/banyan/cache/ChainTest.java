package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody opens the journal's database in an editor, without any key: whatever he does there, the next examination says it, once. */
class ChainTest {
    private static final int ENTRIES = 5;

    @TempDir
    Path folder;

    /** Five submissions wait, two were received, a note is on its way and one has arrived. */
    private void fill() {
        try (Journal journal = Given.journal(folder)) {
            PageStore pages = PageStore.open(folder, VisitKey.random());
            for (int at = 0; at < ENTRIES + 2; at++) {
                Sealed sealed = Given.sealed(journal, List.of());
                assertInstanceOf(Appended.Kept.class, journal.append(sealed, pages, Given.SOON));
                if (at < 2) {
                    assertTrue(journal.settle(journal.pending().getLast(), Receipts.json(sealed)));
                }
            }
            for (int seed = 0; seed < 2; seed++) {
                assertInstanceOf(Appended.Kept.class, journal.append(Given.trouble(seed), Given.SOON));
            }
            assertTrue(journal.done(journal.pending().getLast()));
            journal.sent(journal.pending().getFirst());
            assertEquals(ChainState.WHOLE, chain(journal));
        }
    }

    private static ChainState chain(Journal journal) {
        return journal.examine().flatMap(Journal.Examination::chain).orElseThrow();
    }

    private ChainState examined() {
        try (Journal journal = Given.journal(folder)) {
            ChainState found = chain(journal);
            assertEquals(ChainState.WHOLE, chain(journal), "said more than once");
            return found;
        }
    }

    private void edit(String... commands) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(JournalFile.NAME));
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                boolean _ = statement.execute(command);
            }
        }
    }

    @Test
    void whatTheJournalDoesItselfLeavesTheChainWhole() {
        fill();
        assertEquals(ChainState.WHOLE, examined());
        try (Journal journal = Given.journal(folder)) {
            // Receipts go after their time, and what was refused goes on again.
            assertTrue(journal.erase(Duration.ofDays(-1)));
            assertTrue(journal.refuse(journal.pending().getFirst(), "NO"));
            assertTrue(journal.sendAgain(journal.report().stuck().getFirst()));
            assertTrue(journal.nextEpoch());
            assertInstanceOf(Appended.Kept.class, journal.append(Given.trouble(8), Given.SOON));
            assertEquals(ChainState.WHOLE, chain(journal));
        }
        assertEquals(ChainState.WHOLE, examined());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | DELETE FROM head WHERE id=(SELECT min(id) FROM head)",
                "1 | DELETE FROM head WHERE id=(SELECT max(id) FROM head)",
                "1 | DELETE FROM head WHERE id=(SELECT id FROM head ORDER BY id LIMIT 1 OFFSET 2)",
                "6 | DELETE FROM head",
                "1 | DELETE FROM receipt WHERE id=(SELECT min(id) FROM receipt)",
                "2 | DELETE FROM receipt",
            })
    void rowsThatAreTakenOutAreMissedAndCounted(int missing, String edit) throws SQLException {
        fill();
        edit(edit);
        assertEquals(new ChainState(false, missing, false), examined());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE head SET state=2, code='NO' WHERE id=(SELECT min(id) FROM head)",
                "UPDATE head SET hour=hour+24 WHERE id=(SELECT min(id) FROM head)",
                "UPDATE head SET kind=3 WHERE id=(SELECT min(id) FROM head WHERE kind=0)",
                "UPDATE head SET number=NULL WHERE id=(SELECT min(id) FROM head WHERE kind=0)",
                "UPDATE receipt SET hour=hour-24",
                "UPDATE receipt SET receipt=x'657261736564'",
                "INSERT INTO head SELECT id+1, kind, state, hour, code, NULL, head FROM head LIMIT 1",
                "DELETE FROM meta WHERE name='chain'",
                "UPDATE meta SET value=zeroblob(length(value)) WHERE name='chain'",
                "DELETE FROM meta",
            })
    void whatIsChangedIsFound(String edit) throws SQLException {
        fill();
        edit(edit);
        assertEquals(new ChainState(false, 0, true), examined());
    }

    @Test
    void rowsThatHaveChangedPlacesAreFoundAndNeitherOpens() throws SQLException {
        fill();
        edit(
                "CREATE TEMP TABLE two AS SELECT id, head FROM head WHERE kind=0 ORDER BY id LIMIT 2",
                "UPDATE head SET head=(SELECT head FROM two WHERE two.id<>head.id) WHERE id IN (SELECT id FROM two)");
        try (Journal journal = Given.journal(folder)) {
            assertEquals(2, journal.report().damaged());
        }
    }

    /** Whoever knows that the sums are of rows takes one out and puts another's copy in. */
    @Test
    void aRowInThePlaceOfAnotherIsFoundThoughTheirNumberIsRight() throws SQLException {
        fill();
        edit(
                "CREATE TEMP TABLE one AS SELECT * FROM head WHERE kind=0 ORDER BY id LIMIT 1",
                "DELETE FROM head WHERE id=(SELECT min(id) FROM head WHERE kind<>0)",
                "UPDATE one SET id=id+1, number=NULL",
                "INSERT INTO head SELECT * FROM one");
        assertEquals(new ChainState(false, 0, true), examined());
    }

    /** The seal is taken out too, and the file says that it is of a form that had no chain. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aFileThatPretendsToBeOlderIsFound(int form) throws SQLException {
        fill();
        edit("DELETE FROM head WHERE kind=0", "DELETE FROM meta", "PRAGMA user_version=" + form);
        assertEquals(new ChainState(false, 0, true), examined());
    }

    @Test
    void aJournalThatIsGoneIsMissed() throws IOException {
        fill();
        Files.delete(folder.resolve(JournalFile.NAME));
        Files.deleteIfExists(folder.resolve(JournalFile.NAME + "-wal"));
        assertEquals(new ChainState(false, 0, true), examined());
    }

    @Test
    void whatASalvageCouldNotCarryOverIsMissedToo() throws SQLException, IOException {
        fill();
        // Overwritten as well: what is only unlinked may still lie there whole, and then the salvage brings it back.
        edit("PRAGMA secure_delete=ON", "DELETE FROM head WHERE id=(SELECT min(id) FROM head)");
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve(JournalFile.NAME).toFile(), "rw")) {
            file.write(new byte[100]);
        }
        try (Journal journal = Given.journal(folder)) {
            assertEquals(1, journal.report().salvaged());
            assertEquals(new ChainState(false, 1, false), chain(journal));
        }
    }

    @Test
    void theEndOfTheChainTellsNothingToWhoeverHasTheFileAlone() throws SQLException {
        try (Journal journal = Given.journal(folder)) {
            assertInstanceOf(Appended.Kept.class, journal.append(Given.trouble(1), Given.SOON));
        }
        byte[] before = end();
        try (Journal journal = Given.journal(folder)) {
            for (int seed = 2; seed < 9; seed++) {
                assertInstanceOf(Appended.Kept.class, journal.append(Given.trouble(seed), Given.SOON));
            }
        }
        byte[] after = end();
        assertEquals(Chain.SEALED, before.length);
        assertEquals(before.length, after.length);
        int same = 0;
        for (int at = 0; at < before.length; at++) {
            same += before[at] == after[at] ? 1 : 0;
        }
        // Of so many random bytes one in 256 is the same.
        assertTrue(same < 12, "the same in " + same + " places");
    }

    private byte[] end() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(JournalFile.NAME));
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT value FROM meta WHERE name='chain'")) {
            assertTrue(found.next());
            return found.getBytes(1);
        }
    }

    /** Wherever an append or a settlement is cut, the chain fits what is there. */
    @ParameterizedTest
    @EnumSource(
            value = FaultyConnection.Fault.class,
            names = {"BEFORE", "AFTER"})
    void aCutAnywhereLeavesItWhole(FaultyConnection.Fault fault) throws IOException {
        boolean clean = false;
        for (int n = 1; !clean; n++) {
            Path place = folder.resolve(fault + "-" + n);
            Files.createDirectories(place);
            FaultyConnection faulty = new FaultyConnection();
            try (Journal journal = Given.journal(Given.settings(place, new OsDisk(), faulty::around))) {
                Sealed sealed = Given.sealed(journal, List.of());
                PageStore pages = PageStore.open(place, VisitKey.random());
                faulty.fail(fault, n);
                if (journal.append(sealed, pages, Given.SOON) instanceof Appended.Kept) {
                    boolean _ = journal.settle(journal.pending().getLast(), Receipts.json(sealed));
                }
                clean = faulty.statements() < n;
            }
            try (Journal journal = Given.journal(Given.settings(place, new OsDisk(), UnaryOperator.identity()))) {
                assertEquals(ChainState.WHOLE, chain(journal), "cut at " + n);
            }
        }
    }
}
