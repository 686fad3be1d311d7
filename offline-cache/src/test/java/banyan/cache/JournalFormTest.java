package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Reckoning;
import banyan.acceptance.Sha256;
import banyan.acceptance.SubmissionId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Journals that terminals of November 2026 have left, with key and papers, one of each form: every later program reads them whole.
 * They were made by the programs of then and are never made anew; {@code expected.txt} says what they hold.
 */
class JournalFormTest {
    private static final Path FIRST = Path.of("src/test/resources/journal-v1");
    private static final Path SECOND = Path.of("src/test/resources/journal-v2");
    private static final Path THIRD = Path.of("src/test/resources/journal-v3");

    @TempDir
    Path folder;

    @BeforeEach
    void copyTheFirst() throws IOException {
        copy(FIRST);
    }

    private void copy(Path madeThen) throws IOException {
        try (Stream<Path> files = Files.walk(madeThen)) {
            for (Path file : files.toList()) {
                Path to = folder.resolve(madeThen.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        // A repository does not keep the rights of a file.
        Files.setPosixFilePermissions(folder.resolve("keys/device.key"), PosixFilePermissions.fromString("rw-------"));
    }

    private List<String> expected() throws IOException {
        return Files.readAllLines(folder.resolve("expected.txt"));
    }

    @Test
    void theJournalOfFormOneIsReadWholeAndCarriedOver() throws IOException, SQLException {
        assertEquals(0, form());
        assertEquals(expected(), found());
        assertEquals(JournalDb.FORM, form());
        assertEquals(expected(), found());
        try (Journal journal = Given.journal(folder)) {
            assertEquals(Optional.of(ChainState.WHOLE), journal.examine().flatMap(Journal.Examination::chain));
        }
    }

    @Test
    void theJournalOfFormTwoIsReadWholeAndItsChainBegins() throws IOException, SQLException {
        FaultLoop.remove(folder.resolve("papers"));
        copy(SECOND);
        assertEquals(2, form());
        assertEquals(expected(), found());
        assertEquals(JournalDb.FORM, form());
        assertEquals(expected(), found());
        try (Journal journal = Given.journal(folder)) {
            assertEquals(Optional.of(ChainState.WHOLE), journal.examine().flatMap(Journal.Examination::chain));
        }
    }

    @Test
    void theJournalOfFormTwoIsReadWholeWhereItsHeaderIsDamaged() throws IOException {
        FaultLoop.remove(folder.resolve("papers"));
        copy(SECOND);
        itIsReadWholeWhereItsHeaderIsDamaged();
    }

    @Test
    void theJournalOfFormThreeIsReadWholeAndItsChainGoesOn() throws IOException, SQLException {
        FaultLoop.remove(folder.resolve("papers"));
        copy(THIRD);
        assertEquals(3, form());
        assertEquals(expected(), found());
        try (Journal journal = Given.journal(folder)) {
            assertEquals(Optional.of(ChainState.WHOLE), journal.examine().flatMap(Journal.Examination::chain));
            assertTrue(journal.tell().flatMap(Reckoning.Chain::before).isPresent());
        }
    }

    @Test
    void theJournalOfFormThreeIsReadWholeWithItsChainWhereItsHeaderIsDamaged() throws IOException {
        FaultLoop.remove(folder.resolve("papers"));
        copy(THIRD);
        itIsReadWholeWhereItsHeaderIsDamaged();
        try (Journal journal = Given.journal(folder)) {
            assertEquals(1, journal.report().salvaged());
            assertEquals(Optional.of(ChainState.WHOLE), journal.examine().flatMap(Journal.Examination::chain));
        }
    }

    @Test
    void whereCarryingOverIsCutAtAnyPointItIsDoneWholeTheNextTime() throws IOException, SQLException {
        boolean clean = false;
        for (long n = 1; !clean; n += 2) {
            copyTheFirst();
            FaultyConnection faulty = new FaultyConnection();
            faulty.fail(FaultyConnection.Fault.BEFORE_AND_FROM_THERE, n);
            switch (Journal.open(Given.settings(folder, new OsDisk(), faulty::around))) {
                // Form and rows go with one commit; what is cut behind that has been carried over whole, which is looked at below.
                case Journal.Opening.Refused _ -> assertTrue(
                        Set.of(0, JournalDb.FORM).contains(form()), "carried over in part at " + n);
                case Journal.Opening.Open(var journal) -> {
                    faulty.fail(FaultyConnection.Fault.BEFORE, Long.MAX_VALUE);
                    journal.close();
                    clean = true;
                }
            }
            assertEquals(expected(), found(), "cut at " + n);
        }
    }

    @Test
    void anotherDevicesJournalOfFormOneIsRefusedAndNotCarriedOver() throws IOException, SQLException {
        Files.delete(folder.resolve("keys/device.key"));
        assertEquals(
                new Journal.Opening.Refused("DEVICE-KEY-IS-ANOTHER"),
                Journal.open(Given.settings(folder, new OsDisk(), UnaryOperator.identity())));
        assertEquals(0, form());
        copyTheFirst();
        assertEquals(expected(), found());
    }

    @Test
    void whatDoesNotOpenInFormOneIsCarriedOverAsItIsAndCounted() throws SQLException {
        change("UPDATE entry SET head=zeroblob(100) WHERE id=(SELECT min(id) FROM entry)");
        for (int round = 0; round < 2; round++) {
            try (Journal journal = Given.journal(folder)) {
                assertEquals(1, journal.report().damaged());
                assertEquals(11, journal.pending().size());
            }
        }
    }

    @Test
    void itIsReadWholeWhereItsHeaderIsDamaged() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve(JournalFile.NAME).toFile(), "rw")) {
            file.write(new byte[100]);
        }
        assertEquals(expected(), found());
    }

    @Test
    void aNewJournalSaysItsForm() throws SQLException {
        Given.journal(folder.resolve("new")).close();
        assertEquals(JournalDb.FORM, form(folder.resolve("new").resolve(JournalFile.NAME)));
    }

    @Test
    void aJournalOfALaterFormIsRefusedAndNotTouched() throws IOException, SQLException {
        change("UPDATE meta SET value=x'00' WHERE name='check'", "PRAGMA user_version=" + (JournalDb.FORM + 1));
        byte[] before = Files.readAllBytes(folder.resolve(JournalFile.NAME));
        assertEquals(
                new Journal.Opening.Refused("JOURNAL-NEWER"),
                Journal.open(Given.settings(folder, new OsDisk(), UnaryOperator.identity())));
        assertEquals(
                Sha256.of(before), Sha256.of(Files.readAllBytes(folder.resolve(JournalFile.NAME))));
    }

    @Test
    void aFlippedBitMakesNoLaterFormOfIt() throws IOException, SQLException {
        change("PRAGMA user_version=" + (JournalDb.FORM | 1 << 20));
        assertEquals(expected(), found());
        assertEquals(JournalDb.FORM, form());
    }

    private void change(String... commands) throws SQLException {
        try (Connection connection = connect(folder.resolve(JournalFile.NAME));
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                boolean _ = statement.execute(command);
            }
        }
    }

    private int form() throws SQLException {
        return form(folder.resolve(JournalFile.NAME));
    }

    private static int form(Path file) throws SQLException {
        try (Connection connection = connect(file);
                Statement statement = connection.createStatement();
                ResultSet said = statement.executeQuery("PRAGMA user_version")) {
            return said.getInt(1);
        }
    }

    private static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    /** In the lines of {@code expected.txt}: all that the citizens were promised, opened with the key of then. */
    private List<String> found() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Journal journal = Given.journal(folder)) {
            assertEquals(0, journal.report().damaged());
            String[] receipt = expected().getFirst().split(" ", -1);
            Standing.Received received = assertInstanceOf(
                    Standing.Received.class,
                    journal.standing(new SubmissionId(UUID.fromString(receipt[1]))).orElseThrow());
            lines.add("receipt " + receipt[1] + " " + received.number() + " "
                    + received.receipt().acceptanceNumber() + " " + received.receipt().payload());
            for (Pending entry : journal.pending()) {
                lines.add(line(journal, entry));
            }
        }
        return lines;
    }

    static String line(Journal journal, Pending entry) throws IOException {
        Outgoing out = journal.read(entry).orElseThrow();
        StringBuilder line = new StringBuilder("entry %s %s %s %s %s %s"
                .formatted(
                        entry.kind().map(Enum::name).orElse("SUBMISSION"),
                        entry.name(),
                        entry.number(),
                        entry.state(),
                        entry.code(),
                        Sha256.of(out.payload())));
        for (Head.KeptPaper paper : out.papers()) {
            ByteArrayOutputStream clear = new ByteArrayOutputStream();
            journal.read(paper, clear);
            line.append(' ').append(Sha256.of(clear.toByteArray()));
        }
        return line.toString();
    }
}
