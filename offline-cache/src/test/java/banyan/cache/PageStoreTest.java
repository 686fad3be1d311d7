package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Paper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageStoreTest {
    @TempDir
    Path folder;

    private final VisitKey key = VisitKey.random();

    private PageStore pages() {
        return PageStore.open(folder, key);
    }

    @Test
    void aPageComesBackAsItWasPut() {
        byte[] page = Given.bytes(200_000, 1);
        PageHandle handle = Given.page(pages(), page);
        assertArrayEquals(
                page,
                assertInstanceOf(PageStore.Page.Bytes.class, pages().read(handle))
                        .bytes());
    }

    @Test
    void anotherVisitCannotReadIt() throws IOException {
        PageHandle handle = Given.page(pages(), new byte[10]);
        VisitKey other = VisitKey.random();
        PageStore others = PageStore.open(folder, other);
        Path stolen = others.file(handle);
        Files.createDirectories(stolen.resolveSibling("."));
        Files.copy(pages().file(handle), stolen);
        assertEquals(new PageStore.Page.Damaged("PAGE-DAMAGED"), others.read(handle));
    }

    @Test
    void aDamagedPageIsNotAPage() throws IOException {
        PageHandle handle = Given.page(pages(), Given.bytes(70_000, 2));
        JournalTest.flip(pages().file(handle), 69_000);
        assertEquals(new PageStore.Page.Damaged("PAGE-DAMAGED"), pages().read(handle));
    }

    @Test
    void aPageTooLargeForTheCentreIsNotTaken() {
        assertEquals(new PageStore.Put.Failed("PAGE-TOO-LARGE"), pages().put(new byte[(int) Paper.MAX_BYTES + 1]));
    }

    @Test
    void aDroppedPageIsGone() throws IOException {
        PageHandle handle = Given.page(pages(), new byte[10]);
        pages().drop(handle);
        assertEquals(List.of(), JournalTest.list(folder.resolve("visits").resolve(key.visit())));
    }

    @Test
    void theEndOfAVisitForgetsTheKeyAndUnlinksThePages() throws IOException {
        PageStore pages = pages();
        Given.pages(pages, 10, 20, 30);
        assertEquals(
                List.of(new Cleared.Gone(Cleared.Part.VISIT_KEY, 1), new Cleared.Gone(Cleared.Part.PAGES, 3)),
                pages.abandon());
        assertTrue(key.forgotten());
        assertEquals(List.of(), JournalTest.list(folder.resolve("visits")));
    }

    @Test
    void aVisitWithoutPagesEndsCleanToo() {
        assertEquals(new Cleared.Gone(Cleared.Part.PAGES, 0), pages().abandon().get(1));
    }

    @Test
    void afterTheEndNothingCanBePut() {
        PageStore pages = pages();
        List<Cleared> _ = pages.abandon();
        assertThrows(IllegalStateException.class, () -> pages.put(new byte[1]));
    }

    @Test
    void pagesThatCannotBeUnlinkedAreReportedAndUnreadable() {
        FaultyDisk disk = new FaultyDisk();
        PageStore pages = PageStore.open(folder, key, disk);
        Given.pages(pages, 10);
        disk.failDelete();
        assertEquals(
                new Cleared.Left(Cleared.Part.PAGES, "PAGES-NOT-REMOVED"),
                pages.abandon().get(1));
        assertTrue(key.forgotten());
    }

    @Test
    void pagesThatOverwriteAPreparedFileComeBackAsTheyWerePutAndTellNoTime() throws IOException {
        PageStore pages = pages();
        List<PageHandle> handles = new ArrayList<>(Given.pages(pages, 300_000, 200_000));
        // Shorter and longer than what was prepared, and empty.
        for (int size : new int[] {1, 400_000, 0, 65_536}) {
            Until.holds(pages::isPrepared);
            handles.add(Given.page(pages, Given.bytes(size, handles.size())));
        }
        for (int at = 0; at < handles.size(); at++) {
            PageHandle handle = handles.get(at);
            byte[] expected = Given.bytes((int) handle.size(), at);
            assertArrayEquals(
                    expected,
                    assertInstanceOf(PageStore.Page.Bytes.class, pages.read(handle)).bytes());
            assertTrue(pages.prove(handle).isPresent());
            assertEquals(FileTime.from(Instant.EPOCH), Files.getLastModifiedTime(pages.file(handle)));
        }
        assertEquals(new Cleared.Gone(Cleared.Part.PAGES, handles.size()), pages.abandon().get(1));
        assertEquals(List.of(), JournalTest.list(folder.resolve("visits")));
    }

    @Test
    void aPreparedFileThatCannotBeWrittenOverIsNoPageAndIsGone() throws IOException {
        for (long n = 1; ; n++) {
            FaultyDisk disk = new FaultyDisk();
            VisitKey own = VisitKey.random();
            PageStore pages = PageStore.open(folder, own, disk);
            List<PageHandle> before = Given.pages(pages, 100, 100);
            Until.holds(pages::isPrepared);
            disk.fail(FaultyDisk.Fault.ONCE, n);
            PageStore.Put put = pages.put(Given.bytes(70_000, 9));
            boolean clean = put instanceof PageStore.Put.Stored;
            disk.fail(FaultyDisk.Fault.ONCE, Long.MAX_VALUE);
            assertEquals(
                    new Cleared.Gone(Cleared.Part.PAGES, before.size() + (clean ? 1 : 0)),
                    pages.abandon().get(1));
            if (clean) {
                assertTrue(n > 4, "only " + n + " points were tried");
                return;
            }
        }
    }

    @Test
    void aFileTellsNoTime() throws IOException {
        PageHandle handle = Given.page(pages(), new byte[10]);
        FileTime time = Files.getLastModifiedTime(pages().file(handle));
        assertEquals(FileTime.from(Instant.EPOCH), time);
    }

    @Test
    void aFullDiskIsSaidAndLeavesNothing() throws IOException {
        FaultyDisk disk = new FaultyDisk();
        disk.room(100_000);
        assertEquals(new PageStore.Put.Full(), PageStore.open(folder, key, disk).put(new byte[200_000]));
        assertEquals(List.of(), JournalTest.list(folder.resolve("visits").resolve(key.visit())));
    }

    @Test
    void aHandleTellsNothingOfThePicture() {
        PageHandle handle = Given.page(pages(), Given.bytes(100, 3));
        assertEquals("PageHandle[100 bytes]", handle.toString());
    }
}
