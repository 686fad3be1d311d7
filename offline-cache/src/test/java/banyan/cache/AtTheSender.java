package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What every test of the sender has: a journal on a disk that can fail, a centre in memory, and whoever keeps and waits. */
abstract class AtTheSender {
    /** Nothing of this happens while a test runs. */
    static final Sync.Pacing SLOW =
            new Sync.Pacing(Duration.ofHours(2), Duration.ofHours(2), Duration.ofHours(2), Duration.ofHours(2));

    @TempDir
    Path folder;

    final FaultyDisk disk = new FaultyDisk();
    final List<AutoCloseable> open = new ArrayList<>();
    TestCentre centre;
    Journal journal;
    PageStore pages;
    Sync sync;

    @BeforeEach
    void start() throws IOException {
        centre = new TestCentre();
        journal = Given.journal(Given.settings(folder, disk, UnaryOperator.identity()));
        pages = PageStore.open(folder, VisitKey.random());
        sync = sync(centre.port(), TestCentre.TERMINAL);
    }

    Sync sync(int port, KeyPair terminal) {
        CentreClient client = TestCentre.client(port, terminal.getPrivate());
        open.add(client);
        return new Sync(journal, client, Instant::now, Given.QUICK);
    }

    @AfterEach
    void stop() throws Exception {
        sync.close();
        for (AutoCloseable each : open) {
            each.close();
        }
        journal.close();
        centre.close();
    }

    Sealed keep(int... sizes) {
        Sealed sealed = Given.sealed(journal, Given.pages(pages, sizes));
        assertInstanceOf(Appended.Kept.class, journal.append(sealed, pages, Given.SOON));
        return sealed;
    }

    Delivery.End deliver(Sealed sealed) {
        return sync.deliver(sealed.id(), Given.SOON, _ -> {});
    }

    /** The end of a short wait in which it was at least tried, however busy the machine is. */
    Delivery.End tried(Sealed sealed) {
        long until = System.nanoTime() + Given.SOON.toNanos();
        Delivery.End end = new Delivery.StillHere("NOT-YET-SENT");
        while (end.equals(new Delivery.StillHere("NOT-YET-SENT")) && System.nanoTime() - until < 0) {
            end = sync.deliver(sealed.id(), Duration.ofMillis(300), _ -> {});
        }
        return end;
    }

    Optional<Standing> standing(Sealed sealed) {
        return journal.standing(sealed.id());
    }

    CentreClient closing(CentreClient client) {
        open.add(client);
        return client;
    }

    List<String> putRequests() {
        return centre.requests.stream().filter(each -> each.startsWith("PUT")).toList();
    }

    void awaitEmpty() {
        try {
            Until.holds(() -> journal.pending().isEmpty());
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static void awaitQuietly(CountDownLatch latch) {
        try {
            boolean _ = latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    static void join(Thread thread) {
        try {
            assertTrue(thread.join(Given.SOON));
        } catch (InterruptedException closing) {
            throw new AssertionError(closing);
        }
    }
}
