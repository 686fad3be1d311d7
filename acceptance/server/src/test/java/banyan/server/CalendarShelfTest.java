package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import banyan.acceptance.CaseStand;
import banyan.acceptance.KeyFiles;
import banyan.acceptance.Progress;
import banyan.acceptance.ProgressQuery;
import banyan.acceptance.Receipt;
import banyan.acceptance.Submission;
import banyan.server.casework.CalendarShelf;
import banyan.server.casework.CaseBeginnings;
import banyan.server.casework.Sweep;
import banyan.server.casework.WorkCalendar;
import banyan.server.release.ReleaseFolder;
import banyan.server.release.ReleasePacker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A calendar that comes in a signed release counts, for what was open before too. */
class CalendarShelfTest {
    private static final Path CATALOGUE = Path.of("../../service-items/catalogue");
    /** Invented: nobody has announced 2027. */
    private static final String NEXT_YEAR = """
            years:
              - year: 2027
                source: invented for a test
                off:
                  - { name: 元旦, from: 2027-01-01, to: 2027-01-03 }
                worked:
                  - 2027-01-09
            """;

    @TempDir
    Path folder;

    private final KeyPair key = KeyFiles.newPair();
    private final Instant began = House.NOW.get();
    private final WorkCalendar calendar = new WorkCalendar(House.ITEMS.workingDays(), ZoneId.of("Asia/Shanghai"));

    @AfterEach
    void asBefore() {
        House.NOW.set(began);
    }

    private Sweep sweep(KeyPair trusted) throws IOException {
        Path file = folder.resolve("releases.pub");
        KeyFiles.writePublic(file, trusted.getPublic());
        return new Sweep(
                House.database().jdbi(),
                new CaseBeginnings(House.ITEMS, new byte[32], calendar),
                calendar,
                new CalendarShelf(new ReleaseFolder(folder.resolve("releases")), file),
                House.CLOCK);
    }

    private void release(Instant from) throws IOException {
        Path content = folder.resolve("content");
        try (Stream<Path> files = Files.walk(CATALOGUE)) {
            for (Path file : files.sorted().toList()) {
                Path to = content.resolve("catalogue").resolve(CATALOGUE.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
        Files.writeString(content.resolve("catalogue/shared/calendar.yaml"), NEXT_YEAR);
        ReleasePacker packer = new ReleasePacker(new ReleaseFolder(folder.resolve("releases")), key);
        assertInstanceOf(ReleasePacker.Packed.Done.class, packer.pack(content, 1, from, began));
    }

    @Test
    void aCaseWhoseDayNobodyKnewHasOneOnceTheYearIsAnnounced() throws IOException {
        House.NOW.set(Instant.parse("2026-12-29T02:00:00Z"));
        Submission submission = Cases.confirmed(House.NOW.get());
        Receipt receipt =
                House.terminal().put(Cases.path(submission), submission).as(Receipt.class);
        assertEquals(Optional.empty(), promise(receipt).by());
        release(House.NOW.get());
        sweep(key).once();
        // 30 and 31 December, 4, 5 and 6 January.
        assertEquals(Optional.of(LocalDate.of(2027, 1, 6)), promise(receipt).by());
        assertEquals(Optional.of(LocalDate.of(2027, 1, 9)), calendar.after(LocalDate.of(2027, 1, 8), 1));
        assertEquals(Optional.of(LocalDate.of(2026, 12, 31)), calendar.after(LocalDate.of(2026, 12, 30), 1));
    }

    @Test
    void aReleaseOfAnotherKeyOrOfLaterChangesNothing() throws IOException {
        release(began.plusSeconds(60));
        sweep(key).once();
        assertEquals(Optional.empty(), calendar.after(LocalDate.of(2027, 1, 8), 1));
        House.NOW.set(began.plusSeconds(60));
        sweep(KeyFiles.newPair()).once();
        assertEquals(Optional.empty(), calendar.after(LocalDate.of(2027, 1, 8), 1));
    }

    private static CaseStand.Promise promise(Receipt receipt) {
        return House.terminal()
                .post("/api/v1/progress", new ProgressQuery(receipt.acceptanceNumber(), receipt.lookupCode().orElseThrow()))
                .as(Progress.class)
                .stand()
                .orElseThrow()
                .promise();
    }
}
