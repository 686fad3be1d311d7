package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Paper;
import banyan.acceptance.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Large papers go in chunks, and no cut costs more than one. */
class UploadsTest extends LineThatIsCut {
    private static final int CHUNKS = 5;
    private static final int SIZE = (CHUNKS - 1) * Uploads.CHUNK + 12_345;

    @Test
    void aLargePaperGoesInChunksAndASmallOneWhole() {
        deliver(kept(SIZE, Uploads.CHUNK));
        assertEquals(CHUNKS, count("PATCH"));
        assertEquals(1, centre.requests.stream().filter(one -> one.contains("/papers/")).count());
    }

    @Test
    void aCutAtEveryChunkCostsThatChunkAndNoOther() throws IOException {
        int sent = 0;
        for (int chunk = 0; chunk < CHUNKS; chunk++) {
            Sealed sealed = kept(SIZE + chunk);
            // In the middle of this chunk; what goes before it is little beside a chunk.
            proxy.cutUpAfter((long) chunk * Uploads.CHUNK + Uploads.CHUNK / 200 + 6_000);
            deliver(sealed);
            // The chunk that was cut never came whole, so the centre has seen each just once.
            assertEquals(sent + CHUNKS, count("PATCH"), "chunks sent when the cut was in chunk " + chunk);
            sent += CHUNKS;
        }
        assertEquals(CHUNKS, centre.effects());
    }

    @Test
    void anAnswerThatIsLostAfterEveryChunkIsNoReasonToSendItAgain() throws IOException {
        for (int lost = 1; lost <= CHUNKS; lost++) {
            Sealed sealed = kept(SIZE + lost);
            int before = (int) count("PATCH");
            int at = lost;
            AtomicInteger chunks = new AtomicInteger();
            centre.swallowing = request -> request.startsWith("PATCH") && chunks.incrementAndGet() == at;
            deliver(sealed);
            // Once more it may be offered on a fresh connection, and then it is refused by its offset.
            long offered = count("PATCH") - before;
            assertTrue(offered <= CHUNKS + 1, offered + " when the answer to chunk " + lost + " was lost");
        }
        assertEquals(CHUNKS, centre.effects());
    }

    @Test
    void aTerminalThatIsKilledAfterEveryChunkGoesOnWithTheNext() throws IOException {
        Sealed sealed = kept(SIZE);
        AtomicInteger taken = new AtomicInteger();
        for (int chunk = 1; chunk < CHUNKS; chunk++) {
            AtomicInteger offered = new AtomicInteger();
            AtomicBoolean stopped = new AtomicBoolean();
            centre.handling = request -> {
                if (!request.startsWith("PATCH")) {
                    return Optional.empty();
                }
                if (offered.incrementAndGet() == 1) {
                    taken.incrementAndGet();
                    return Optional.empty();
                }
                stopped.set(true);
                return Optional.of(TestCentre.Said.refusal(Refusal.STORE_AWAY).after(3600));
            };
            try (CentreClient client = TestCentre.client(proxy.port());
                    Sync sync = new Sync(journal, client, Instant::now, Given.QUICK)) {
                sync.start();
                Until.holds(stopped::get);
            }
            journal.close();
            journal = Given.journal(folder);
        }
        centre.handling = request -> {
            taken.addAndGet(request.startsWith("PATCH") ? 1 : 0);
            return Optional.empty();
        };
        deliver(sealed);
        assertEquals(CHUNKS, taken.get());
        assertEquals(1, centre.effects());
    }

    @Test
    void whatTheCentreHasLostIsBegunAgain() {
        Sealed sealed = kept(SIZE);
        AtomicInteger chunks = new AtomicInteger();
        centre.handling = request -> {
            if (request.startsWith("PATCH") && chunks.incrementAndGet() == 3) {
                centre.uploads.forget();
            }
            return Optional.empty();
        };
        deliver(sealed);
        assertEquals(3 + CHUNKS, count("PATCH"));
    }

    @Test
    void aChunkThatWasChangedOnTheWayIsSentAgain() {
        Sealed sealed = kept(SIZE);
        AtomicInteger chunks = new AtomicInteger();
        centre.handling = request -> request.startsWith("PATCH") && chunks.incrementAndGet() == 2
                ? Optional.of(TestCentre.Said.refusal(Refusal.CHUNK_DIFFERS))
                : Optional.empty();
        deliver(sealed);
        assertEquals(CHUNKS + 1, count("PATCH"));
    }

    @Test
    void aCitizenWhoWaitsGoesBetweenTwoChunks() throws IOException {
        List<Sealed> urgent = new ArrayList<>();
        List<Thread> waiting = new ArrayList<>();
        Sealed large = kept(SIZE);
        try (CentreClient client = TestCentre.client(centre.port());
                Sync sync = new Sync(journal, client, Instant::now, Given.QUICK)) {
            centre.handling = request -> {
                if (request.startsWith("PATCH") && urgent.isEmpty()) {
                    urgent.add(kept());
                    waiting.add(Thread.ofVirtual()
                            .start(() -> sync.deliver(urgent.getFirst().id(), Given.SOON, _ -> {})));
                    // The sender asks after each chunk, so this one must not end before somebody waits.
                    try {
                        Until.holds(() -> waiting.getFirst().getState() == Thread.State.TIMED_WAITING);
                    } catch (IOException impossible) {
                        throw new AssertionError(impossible);
                    }
                }
                return Optional.empty();
            };
            sync.start();
            Until.holds(() -> journal.pending().isEmpty());
        }
        int urgentAt = centre.requests.indexOf("PUT /api/v1/submissions/" + urgent.getFirst().id());
        long before = centre.requests.subList(0, urgentAt).stream()
                .filter(one -> one.startsWith("PATCH"))
                .count();
        assertTrue(before < CHUNKS, "it waited for " + before + " chunks");
        assertEquals(CHUNKS, count("PATCH"), "and none of them was sent twice");
        assertTrue(centre.effects.containsKey(large.id().toString()));
    }

    @Test
    void aPaperThatIsDamagedIsNotSent() throws IOException {
        Sealed sealed = kept(SIZE);
        Path file = JournalTest.list(folder.resolve("papers")).getFirst();
        byte[] bytes = java.nio.file.Files.readAllBytes(file);
        bytes[3 * Uploads.CHUNK] ^= 1;
        java.nio.file.Files.write(file, bytes);
        try (CentreClient client = TestCentre.client(centre.port());
                Sync sync = new Sync(journal, client, Instant::now, Given.QUICK)) {
            sync.start();
            assertEquals(
                    new Delivery.Refused(CentreClient.PAPER_DAMAGED), sync.deliver(sealed.id(), Given.SOON, _ -> {}));
        }
        assertEquals(2, count("PATCH"));
    }

    @Test
    void aPartOfASealedFileIsWhatItWas() throws IOException {
        byte[] clear = Given.bytes(3 * SealedFile.CHUNK + 5, 9);
        Sealed sealed = sealed(clear);
        Head.KeptPaper paper = journal.read(journal.pending(sealed.id().toString()).orElseThrow())
                .orElseThrow()
                .papers()
                .getFirst();
        for (int from : new int[] {0, 1, SealedFile.CHUNK - 1, SealedFile.CHUNK, 2 * SealedFile.CHUNK + 3}) {
            for (int length : new int[] {1, 100, SealedFile.CHUNK, SealedFile.CHUNK + 2, clear.length - from}) {
                int within = Math.min(length, clear.length - from);
                byte[] part = new byte[within];
                journal.read(paper, from, part, within);
                assertArrayEquals(
                        java.util.Arrays.copyOfRange(clear, from, from + within), part, from + " and " + within);
            }
        }
    }

    @Test
    void aStreamIsSealedAsItsBytesAre() throws IOException {
        byte[] clear = Given.bytes(SIZE, 4);
        PageHandle page = assertInstanceOf(
                        PageStore.Put.Stored.class, pages.put(new ByteArrayInputStream(clear), clear.length))
                .page();
        assertArrayEquals(
                clear,
                assertInstanceOf(PageStore.Page.Bytes.class, pages.read(page)).bytes());
        assertEquals(
                new PageStore.Put.Failed("PAGE-UNWRITABLE"),
                pages.put(new ByteArrayInputStream(clear), clear.length + 1));
        assertEquals(
                new PageStore.Put.Failed("PAGE-TOO-LARGE"),
                pages.put(new ByteArrayInputStream(clear), Paper.MAX_TOTAL + 1));
        assertEquals(
                1,
                JournalTest.list(JournalTest.list(folder.resolve(PageStore.VISITS)).getFirst())
                        .size(),
                "something of the papers that failed was left");
    }

    @Test
    void moreThanTwoHundredMillionBytesAreNotKept() {
        PageHandle small = Given.page(pages, Given.bytes(10, 1));
        List<PageHandle> large = IntStream.range(0, 7)
                .mapToObj(at -> new PageHandle(
                        small.name(), Paper.MAX_BYTES, banyan.acceptance.Sha256.of(new byte[] {(byte) at})))
                .toList();
        assertEquals(
                new Appended.Failed("SUBMISSION-TOO-LARGE"),
                journal.append(Given.sealed(journal, large), pages, Given.SOON));
    }

    private Sealed kept(int... sizes) {
        Sealed sealed = Given.sealed(journal, Given.pages(pages, sizes));
        assertInstanceOf(Appended.Kept.class, journal.append(sealed, pages, Given.SOON));
        return sealed;
    }

    private Sealed sealed(byte[] page) {
        Sealed sealed = Given.sealed(journal, List.of(Given.page(pages, page)));
        assertInstanceOf(Appended.Kept.class, journal.append(sealed, pages, Given.SOON));
        return sealed;
    }

    private void deliver(Sealed sealed) {
        try (CentreClient client = TestCentre.client(proxy.port());
                Sync sync = new Sync(journal, client, Instant::now, Given.QUICK)) {
            sync.start();
            assertInstanceOf(Delivery.Received.class, sync.deliver(sealed.id(), Given.SOON, _ -> {}));
        }
    }

    private long count(String method) {
        return centre.requests.stream().filter(one -> one.startsWith(method)).count();
    }
}
