package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftRefugeTest {
    private static final byte[] DRAFT = "{\"name\":\"欧阳娜娜\"}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PAGE = Given.bytes(70_000, 3);

    @TempDir
    Path folder;

    private volatile Instant now = Given.NOON;
    private final InstantSource clock = () -> now;
    private final VisitKey key = VisitKey.random();

    private DraftRefuge refuge() {
        return DraftRefuge.open(folder, Given.vault(folder), clock);
    }

    private static char[] card() {
        return Given.CARD.toCharArray();
    }

    private PageHandle save(DraftRefuge refuge) {
        PageHandle page = Given.page(PageStore.open(folder, key), PAGE);
        assertEquals(new DraftRefuge.Saved.Safe(), refuge.save(DRAFT, key, card(), now.plus(DraftRefuge.LONGEST)));
        return page;
    }

    private boolean reopens(String number) {
        try (DraftRefuge refuge = refuge()) {
            return refuge.reopen(number.toCharArray()) instanceof DraftRefuge.Reopening.Reopened;
        }
    }

    @Test
    void afterACrashTheSameCardFindsDraftAndPages() {
        PageHandle page;
        try (DraftRefuge refuge = refuge()) {
            page = save(refuge);
        }
        key.forget();
        now = now.plus(Duration.ofMinutes(9));
        try (DraftRefuge refuge = refuge()) {
            var found = assertInstanceOf(DraftRefuge.Reopening.Reopened.class, refuge.reopen(card()));
            assertArrayEquals(DRAFT, found.draft());
            PageStore pages = PageStore.open(folder, found.key());
            assertArrayEquals(
                    PAGE,
                    assertInstanceOf(PageStore.Page.Bytes.class, pages.read(page))
                            .bytes());
        }
    }

    @Test
    void anotherCardFindsNothingAndTakesNothingAway() {
        try (DraftRefuge refuge = refuge()) {
            save(refuge);
        }
        assertTrue(!reopens("110101199003076632"));
        assertTrue(reopens(Given.CARD));
    }

    @Test
    void aCheckCharacterInSmallLettersIsTheSameCard() {
        try (DraftRefuge refuge = refuge()) {
            save(refuge);
        }
        assertTrue(reopens(Given.CARD.replace('X', 'x')));
    }

    @Test
    void afterTenMinutesDraftAndPagesAreDestroyedAtStart() throws IOException {
        try (DraftRefuge refuge = refuge()) {
            save(refuge);
        }
        now = now.plus(DraftRefuge.LONGEST);
        assertTrue(!reopens(Given.CARD));
        assertEquals(List.of(), drafts());
        assertEquals(List.of(), JournalTest.list(folder.resolve("visits")));
    }

    @Test
    void aDraftThatExpiresWhileTheTerminalRunsIsDestroyedWithItsPages() throws IOException {
        try (DraftRefuge refuge = refuge()) {
            save(refuge);
        }
        try (DraftRefuge refuge = refuge()) {
            assertEquals(1, drafts().size());
            now = now.plus(DraftRefuge.LONGEST);
            refuge.sweep();
            assertEquals(List.of(), drafts());
            assertEquals(List.of(), JournalTest.list(folder.resolve("visits")));
        }
    }

    @Test
    void theSweepComesByItself() throws IOException {
        try (DraftRefuge refuge = refuge()) {
            save(refuge);
            now = now.plus(DraftRefuge.LONGEST);
            Until.holds(() -> drafts().isEmpty());
        }
    }

    @Test
    void aRunningVisitKeepsItsPagesWhenItsDraftExpires() throws IOException {
        try (DraftRefuge refuge = refuge()) {
            save(refuge);
            now = now.plus(DraftRefuge.LONGEST);
            refuge.sweep();
            assertEquals(
                    1,
                    JournalTest.list(folder.resolve("visits").resolve(key.visit()))
                            .size());
        }
    }

    @Test
    void nobodyCanAskForMoreThanTenMinutes() {
        try (DraftRefuge refuge = refuge()) {
            assertEquals(new DraftRefuge.Saved.Safe(), refuge.save(DRAFT, key, card(), now.plus(Duration.ofDays(1))));
        }
        now = now.plus(DraftRefuge.LONGEST);
        assertTrue(!reopens(Given.CARD));
    }

    @Test
    void aClockSetBackBetweenStartsEndsTheDraft() {
        try (DraftRefuge refuge = refuge()) {
            save(refuge);
        }
        now = now.minus(Duration.ofMinutes(5));
        assertTrue(!reopens(Given.CARD));
    }

    @Test
    void aClockSetBackBehindTheLatestTimeSeenEndsTheDraftToo() {
        try (DraftRefuge refuge = refuge()) {
            save(refuge);
            now = now.plus(Duration.ofMinutes(8));
            refuge.sweep();
        }
        now = now.minus(Duration.ofMinutes(4));
        assertTrue(!reopens(Given.CARD));
    }

    @Test
    void aClockSetBackWhileTheTerminalRunsEndsTheDraftsOfBefore() throws IOException {
        try (DraftRefuge refuge = refuge()) {
            save(refuge);
            now = now.plus(Duration.ofMinutes(8));
            refuge.sweep();
        }
        try (DraftRefuge refuge = refuge()) {
            now = now.minus(Duration.ofMinutes(4));
            refuge.sweep();
            assertEquals(List.of(), drafts());
        }
    }

    @Test
    void afterAClockWasSetBackNewDraftsAreKeptAsEver() {
        try (DraftRefuge refuge = refuge()) {
            save(refuge);
            now = now.plus(Duration.ofMinutes(8));
            refuge.sweep();
        }
        now = now.minus(Duration.ofDays(1));
        try (DraftRefuge refuge = refuge()) {
            save(refuge);
            refuge.sweep();
        }
        assertTrue(reopens(Given.CARD));
    }

    @Test
    void timesWrittenIntoTheFileByHandDoNotOpenIt() throws IOException {
        try (DraftRefuge refuge = refuge()) {
            save(refuge);
        }
        byte[] file = Files.readAllBytes(drafts().getFirst());
        ByteBuffer.wrap(file).putLong(48, now.plus(Duration.ofMinutes(9)).toEpochMilli());
        Files.write(drafts().getFirst(), file);
        assertTrue(!reopens(Given.CARD));
    }

    @Test
    void anotherDeviceCannotOpenIt() throws IOException {
        try (DraftRefuge refuge = refuge()) {
            save(refuge);
        }
        Files.delete(folder.resolve("keys/device.key"));
        assertTrue(!reopens(Given.CARD));
    }

    @Test
    void theWipeDestroysItAtOnce() throws IOException {
        try (DraftRefuge refuge = refuge()) {
            save(refuge);
            assertEquals(new Cleared.Gone(Cleared.Part.DRAFT, 1), refuge.destroy(key));
            assertEquals(List.of(), drafts());
        }
        assertTrue(!reopens(Given.CARD));
    }

    @Test
    void aWipeThatCannotRemoveItSaysSoAndLeavesNoKeyInTheFile() throws IOException {
        FaultyDisk disk = new FaultyDisk();
        try (DraftRefuge refuge = DraftRefuge.open(folder, Given.vault(folder), clock, disk)) {
            save(refuge);
            disk.failDelete();
            assertEquals(new Cleared.Left(Cleared.Part.DRAFT, "DRAFT-NOT-REMOVED"), refuge.destroy(key));
            byte[] file = Files.readAllBytes(drafts().getFirst());
            assertArrayEquals(new byte[116], java.util.Arrays.copyOf(file, 116));
        }
    }

    @Test
    void theLatestSaveIsTheOneFound() {
        byte[] later = {'2'};
        try (DraftRefuge refuge = refuge()) {
            save(refuge);
            assertEquals(new DraftRefuge.Saved.Safe(), refuge.save(later, key, card(), now.plus(DraftRefuge.LONGEST)));
        }
        try (DraftRefuge refuge = refuge()) {
            var found = assertInstanceOf(DraftRefuge.Reopening.Reopened.class, refuge.reopen(card()));
            assertArrayEquals(later, found.draft());
        }
    }

    @Test
    void aSaveThatFailsAtAnyPointLeavesTheOneBefore() throws IOException {
        FaultyDisk disk = new FaultyDisk();
        long n = 0;
        boolean clean = false;
        while (!clean) {
            n++;
            Path here = Files.createDirectory(folder.resolve("n" + n));
            try (DraftRefuge refuge = DraftRefuge.open(here, Given.vault(here), clock, disk)) {
                assertEquals(
                        new DraftRefuge.Saved.Safe(), refuge.save(DRAFT, key, card(), now.plus(DraftRefuge.LONGEST)));
                disk.fail(FaultyDisk.Fault.ONCE, n);
                var _ = refuge.save(new byte[] {'2'}, key, card(), now.plus(DraftRefuge.LONGEST));
                clean = disk.operations() < n;
                disk.fail(FaultyDisk.Fault.ONCE, Long.MAX_VALUE);
            }
            try (DraftRefuge refuge = DraftRefuge.open(here, Given.vault(here), clock)) {
                var found = assertInstanceOf(DraftRefuge.Reopening.Reopened.class, refuge.reopen(card()));
                assertTrue(found.draft().length == 1 || found.draft().length == DRAFT.length, "at " + n);
            }
        }
        assertTrue(n > 4, "only " + n + " points were tried");
    }

    @Test
    void aVisitThatNeverSavedLeavesNoPagesAfterTheCrash() throws IOException {
        refuge().close();
        PageHandle _ = Given.page(PageStore.open(folder, key), PAGE);
        refuge().close();
        assertEquals(List.of(), JournalTest.list(folder.resolve("visits")));
    }

    @Test
    void twoPeoplesDraftsDoNotMeet() {
        try (DraftRefuge refuge = refuge()) {
            save(refuge);
            VisitKey other = VisitKey.random();
            assertEquals(
                    new DraftRefuge.Saved.Safe(),
                    refuge.save(
                            new byte[] {'o'},
                            other,
                            "110101199003076632".toCharArray(),
                            now.plus(DraftRefuge.LONGEST)));
        }
        try (DraftRefuge refuge = refuge()) {
            var found = assertInstanceOf(DraftRefuge.Reopening.Reopened.class, refuge.reopen(card()));
            assertArrayEquals(DRAFT, found.draft());
        }
    }

    private List<Path> drafts() throws IOException {
        return JournalTest.list(folder.resolve("refuge")).stream()
                .filter(file -> !file.endsWith("clock"))
                .toList();
    }
}
