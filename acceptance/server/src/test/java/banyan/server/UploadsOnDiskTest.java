package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Paper;
import banyan.acceptance.Sha256;
import banyan.acceptance.Submission;
import banyan.acceptance.SubmissionId;
import banyan.server.TerminalAtTest.Heard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploads at a centre with a disk of its own: what outlives a restart, what room they take, and when they are forgotten. */
class UploadsOnDiskTest {
    private static final int CHUNK = 64 * 1024;
    private static final byte[] NOTHING = {};

    private final byte[] page = TusAtTest.page(5 * CHUNK + 77);
    private final Submission submission = Cases.with(page);

    @Test
    void aRestartKeepsWhatWasPromisedAndNothingElse(@TempDir Path folder) throws IOException {
        String upload = "";
        for (int from = 0; from < page.length; from += CHUNK) {
            try (Centre centre = Centre.start(House.settings(folder), House.ITEMS)) {
                centre.introduce(House.TERMINAL, House.TERMINAL_KEYS.getPublic());
                TerminalAtTest there = new TerminalAtTest(centre, House.TERMINAL, House.TERMINAL_KEYS, House.CLOCK);
                there.put(Cases.path(submission), submission);
                Heard begun = TusAtTest.begin(there, submission.id(), Sha256.of(page), page.length);
                assertTrue(upload.isEmpty() || upload.equals(TusAtTest.location(begun)));
                upload = TusAtTest.location(begun);
                assertEquals(from, TusAtTest.offset(there, upload));
                byte[] chunk = Arrays.copyOfRange(page, from, Math.min(page.length, from + CHUNK));
                assertEquals(204, TusAtTest.chunk(there, upload, from, chunk).status());
                if (from + CHUNK >= page.length) {
                    assertEquals(
                            201, there.put(Cases.path(submission), submission).status());
                }
            }
            // As if the centre had died in the middle of the next chunk: its bytes are there, and no row speaks of them.
            try (Stream<Path> files = Files.list(folder.resolve("papers/.uploads"))) {
                for (Path file : files.toList()) {
                    Files.write(file, new byte[1000], java.nio.file.StandardOpenOption.APPEND);
                }
            }
        }
    }

    @Test
    void aFileThatIsShorterThanItsRowCounts(@TempDir Path folder) throws IOException {
        try (Centre centre = Centre.start(House.settings(folder), House.ITEMS)) {
            centre.introduce(House.TERMINAL, House.TERMINAL_KEYS.getPublic());
            TerminalAtTest there = new TerminalAtTest(centre, House.TERMINAL, House.TERMINAL_KEYS, House.CLOCK);
            there.put(Cases.path(submission), submission);
            String upload = TusAtTest.location(TusAtTest.begin(there, submission.id(), Sha256.of(page), page.length));
            TusAtTest.chunk(there, upload, 0, Arrays.copyOf(page, 2 * CHUNK));
            Path file = folder.resolve("papers/.uploads").resolve(upload.substring(upload.lastIndexOf('/') + 1));
            Files.write(file, Arrays.copyOf(page, CHUNK));
            assertEquals(CHUNK, TusAtTest.offset(there, upload));
            byte[] rest = Arrays.copyOfRange(page, CHUNK, page.length);
            assertEquals(204, TusAtTest.chunk(there, upload, CHUNK, rest).status());
            assertFalse(Files.exists(file));
        }
    }

    @Test
    void whereTheDiskIsFullNothingIsBegun(@TempDir Path folder) throws IOException {
        CentreSettings full = House.settings(folder).withPaperReserve(Long.MAX_VALUE / 2);
        try (Centre centre = Centre.start(full, House.ITEMS)) {
            centre.introduce(House.TERMINAL, House.TERMINAL_KEYS.getPublic());
            TerminalAtTest there = new TerminalAtTest(centre, House.TERMINAL, House.TERMINAL_KEYS, House.CLOCK);
            there.put(Cases.path(submission), submission);
            assertEquals(
                    "STORE-FULL",
                    TusAtTest.begin(there, submission.id(), Sha256.of(page), page.length).code());
        }
    }

    @Test
    void aTerminalHasNoMoreThanAFewOpenAndAnAbandonedOneIsForgotten(@TempDir Path folder) throws IOException {
        try (Centre centre = Centre.start(House.settings(folder), House.ITEMS)) {
            centre.introduce(House.TERMINAL, House.TERMINAL_KEYS.getPublic());
            TerminalAtTest there = new TerminalAtTest(centre, House.TERMINAL, House.TERMINAL_KEYS, House.CLOCK);
            List<Paper> papers = new ArrayList<>();
            for (int at = 1; at <= 40; at++) {
                papers.add(new Paper("proof", at, "image/jpeg", 2_000_000, Sha256.of(Cases.page("open " + at))));
            }
            Submission many = Cases.of(SubmissionId.random(), TestItems.FILING, "13850192671", papers);
            there.put(Cases.path(many), many);
            Instant before = House.NOW.get();
            try {
                // So late that what other tests have begun is over, and so is what is begun here next time.
                House.NOW.set(before.plus(Duration.ofDays(8)));
                List<Heard> begun = papers.stream()
                        .map(paper -> TusAtTest.begin(there, many.id(), paper.hash(), paper.size()))
                        .toList();
                assertEquals(32, begun.stream().filter(one -> one.status() == 201).count());
                assertEquals("UPLOADS-TOO-MANY", begun.getLast().code());
                House.NOW.set(before.plus(Duration.ofDays(16)));
                Paper last = papers.getLast();
                assertEquals(
                        201, TusAtTest.begin(there, many.id(), last.hash(), last.size()).status());
                assertEquals(
                        404,
                        there.unsigned("HEAD", TusAtTest.location(begun.getFirst()), NOTHING, TusAtTest.headers())
                                .status());
            } finally {
                House.NOW.set(before);
            }
        }
    }
}
