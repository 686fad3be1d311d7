package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import banyan.acceptance.Sha256;
import banyan.acceptance.SubmissionId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A journal that a terminal of November 2026 has left, with its key and papers, in {@code journal-v1}: every later program reads
 * it whole. It was made by the program of then and is never made anew; {@code expected.txt} says what it holds.
 */
class JournalFormTest {
    private static final Path MADE_THEN = Path.of("src/test/resources/journal-v1");

    @TempDir
    Path folder;

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> files = Files.walk(MADE_THEN)) {
            for (Path file : files.toList()) {
                Path to = folder.resolve(MADE_THEN.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
        // A repository does not keep the rights of a file.
        Files.setPosixFilePermissions(folder.resolve("keys/device.key"), PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void theJournalOfThenIsReadWhole() throws IOException, SQLException {
        assertEquals(0, form());
        assertEquals(Files.readAllLines(folder.resolve("expected.txt")), found());
        assertEquals(JournalDb.FORM, form());
        assertEquals(Files.readAllLines(folder.resolve("expected.txt")), found());
    }

    @Test
    void itIsReadWholeWhereItsHeaderIsDamaged() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve(JournalFile.NAME).toFile(), "rw")) {
            file.write(new byte[100]);
        }
        assertEquals(Files.readAllLines(folder.resolve("expected.txt")), found());
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
        assertEquals(Files.readAllLines(folder.resolve("expected.txt")), found());
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
            String[] receipt = Files.readAllLines(folder.resolve("expected.txt")).getFirst().split(" ", -1);
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

    private static String line(Journal journal, Pending entry) throws IOException {
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
