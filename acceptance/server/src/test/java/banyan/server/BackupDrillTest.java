package banyan.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.ProgressQuery;
import banyan.acceptance.Receipt;
import banyan.acceptance.Reckoning;
import banyan.acceptance.Sha256;
import banyan.acceptance.Signing;
import banyan.acceptance.Submission;
import banyan.server.backup.Backup;
import banyan.server.wire.Json;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drill: a centre is lost, and another is made of its backup, of its keys, and of what terminals still have. */
class BackupDrillTest {
    private static final LocalDate DAY = LocalDate.ofInstant(House.NOW.get(), java.time.ZoneId.of("Asia/Shanghai"));
    private static final byte[] PAGE = TusAtTest.page(90_000);
    private static final byte[] LATER_PAGE = TusAtTest.page(40_001);

    @TempDir
    Path folder;

    @Test
    void whatWasInTheBackupIsBackAndWhatCameAfterIsMissedAndComesAgain() throws IOException, SQLException {
        Path backups = folder.resolve("backups");
        Submission before = Cases.with(PAGE);
        Submission after = Cases.with();
        Path lost = folder.resolve("lost");
        byte[] receiptBefore;
        Receipt receiptAfter;
        Backup.Written second;
        CentreSettings first = House.settings(lost, House.emptyDatabase("drill_lost"));
        try (Centre centre = Centre.start(first, House.ITEMS)) {
            TerminalAtTest terminal = there(centre);
            receiptBefore = file(terminal, before, PAGE);
            Files.createDirectories(first.releases());
            Files.writeString(first.releases().resolve("1.release"), "what was released");
            Backup.Written one = BackupMain.write(first, backups);
            assertEquals(List.of(1L, 1L), List.of(one.papers(), one.newPapers()));
            Submission between = Cases.with(LATER_PAGE);
            file(terminal, between, LATER_PAGE);
            second = BackupMain.write(first.withClock(() -> House.NOW.get().plusSeconds(1)), backups);
            assertEquals(List.of(2L, 1L), List.of(second.papers(), second.newPapers()), "what is there is not copied again");
            assertEquals(List.of(), second.missing());
            receiptAfter = terminal.put(Cases.path(after), after).as(Receipt.class);
        }
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(second.file())));

        Path found = folder.resolve("found");
        CentreSettings next = House.settings(found, House.emptyDatabase("drill_found"));
        IOException keyless = assertThrows(IOException.class, () -> RestoreMain.bring(next, second.file()));
        assertTrue(String.valueOf(keyless.getMessage()).startsWith("put the centre's keys into "));
        copyKeys(lost, found);
        RestoreMain.Restored restored = RestoreMain.bring(next, second.file());
        assertEquals(
                List.of(2L, 0L, 1L, 0L),
                List.of(restored.hold(), restored.fail(), (long) restored.releases(), (long) restored.missing().size()));

        try (Centre centre = Centre.start(next, House.ITEMS)) {
            TerminalAtTest terminal = there(centre);
            TerminalAtTest.Heard again = terminal.put(Cases.path(before), before);
            assertEquals(200, again.status());
            assertArrayEquals(receiptBefore, again.body(), "the receipt of before, to the byte");
            Receipt receipt = again.as(Receipt.class);
            assertTrue(Signing.holds(centre.key(), receipt.signedBytes(), receipt.signature()));
            assertEquals(
                    200,
                    terminal.post(
                                    "/api/v1/progress",
                                    new ProgressQuery(receipt.acceptanceNumber(), receipt.lookupCode().orElseThrow()))
                            .status());
            assertArrayEquals(PAGE, centre.records().bytes(centre.records().papers(House.TERMINAL, before.id()).getFirst()));
            assertEquals("what was released", Files.readString(next.releases().resolve("1.release")));

            reckon(terminal, after, receiptAfter);
            assertEquals(List.of(after.id().toString()), lost(centre));
            TerminalAtTest.Heard anew = terminal.put(Cases.path(after), after);
            assertEquals(201, anew.status());
            assertFalse(anew.as(Receipt.class).acceptanceNumber().equals(receiptAfter.acceptanceNumber()), "a number that was given is not given again");
            IOException full = assertThrows(IOException.class, () -> RestoreMain.bring(next, second.file()));
            assertTrue(String.valueOf(full.getMessage()).contains("into an empty one"));
        }
    }

    @Test
    void aBackupInWhichARowIsOtherIsNotBroughtAndADamagedPaperIsNamed() throws IOException, SQLException {
        Path source = folder.resolve("source");
        CentreSettings settings = House.settings(source, House.emptyDatabase("drill_damaged"));
        Backup.Written written;
        try (Centre centre = Centre.start(settings, House.ITEMS)) {
            Submission submission = Cases.with(PAGE);
            file(there(centre), submission, PAGE);
            written = BackupMain.write(settings, folder.resolve("backups"));
            Path paper;
            try (var all = Files.walk(folder.resolve("backups/papers"))) {
                paper = all.filter(Files::isRegularFile).findFirst().orElseThrow();
            }
            byte[] other = PAGE.clone();
            other[7] ^= 1;
            Files.write(paper, other);
        }
        CentreSettings next = House.settings(folder.resolve("next"), House.emptyDatabase("drill_next"));
        copyKeys(source, folder.resolve("next"));
        assertEquals(List.of(Sha256.of(PAGE).hex()), RestoreMain.bring(next, written.file()).missing());

        Path damaged = Files.copy(written.file(), folder.resolve("backups/damaged.zip"));
        try (FileSystem zip = FileSystems.newFileSystem(damaged)) {
            Path rows = zip.getPath("rows/submission.copy");
            Files.writeString(rows, Files.readString(rows).replace(House.TERMINAL, "0138"));
        }
        CentreSettings never = House.settings(folder.resolve("never"), House.emptyDatabase("drill_never"));
        copyKeys(source, folder.resolve("never"));
        IOException other = assertThrows(IOException.class, () -> RestoreMain.bring(never, damaged));
        assertEquals("rows/submission.copy is not in " + damaged + " as it was written", other.getMessage());
    }

    private static TerminalAtTest there(Centre centre) throws IOException {
        centre.introduce(House.TERMINAL, House.TERMINAL_KEYS.getPublic());
        return new TerminalAtTest(centre, House.TERMINAL, House.TERMINAL_KEYS, House.CLOCK);
    }

    private static byte[] file(TerminalAtTest terminal, Submission submission, byte[] page) {
        terminal.put(Cases.path(submission), submission);
        assertEquals(204, terminal.putPaper(submission.id(), page).status());
        TerminalAtTest.Heard received = terminal.put(Cases.path(submission), submission);
        assertEquals(201, received.status());
        return received.body();
    }

    private static void reckon(TerminalAtTest terminal, Submission submission, Receipt receipt) {
        Reckoning.Line line = new Reckoning.Line(
                submission.id(),
                submission.provisional(),
                Optional.of(Sha256.of(Json.write(submission))),
                Reckoning.State.RECEIVED,
                Optional.of(receipt.acceptanceNumber()));
        Reckoning said = new Reckoning(
                DAY, 1, 1, House.NOW.get(), Optional.empty(), Optional.empty(), List.of(line), new TreeMap<>());
        assertEquals(200, terminal.put("/api/v1/days/" + DAY + "/1", said).status());
    }

    /** Names in the outbox of what a terminal holds a receipt for and the centre has not. */
    private static List<String> lost(Centre centre) {
        return centre.database().jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT subject FROM outbox WHERE kind = 'SUBMISSION-LOST'")
                .mapTo(String.class)
                .list());
    }

    private static void copyKeys(Path from, Path to) throws IOException {
        Files.createDirectories(to.resolve("keys"));
        for (String name : List.of("centre.key", "centre.pub", "centre.secret")) {
            Files.copy(
                    from.resolve("keys").resolve(name),
                    to.resolve("keys").resolve(name),
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
