package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receipts that nobody waits for are stored several at a time; and still nobody hears of one that is not stored. */
class GatheredTest {
    private static final int MANY = 50;

    @TempDir
    Path folder;

    private static List<Sealed> keep(Journal journal, PageStore pages) {
        List<Sealed> kept = new ArrayList<>();
        for (int at = 0; at < MANY; at++) {
            Sealed sealed = Given.sealed(journal, List.of());
            assertInstanceOf(Appended.Kept.class, journal.append(sealed, pages, Given.SOON));
            kept.add(sealed);
        }
        return kept;
    }

    @Test
    void whoIsToldOfAReceiptFindsItInTheJournalThoughTheDiskFailsMeanwhile() throws IOException {
        FaultyConnection faulty = new FaultyConnection();
        List<Optional<Standing>> whenTold = new CopyOnWriteArrayList<>();
        AtomicInteger asked = new AtomicInteger();
        try (TestCentre centre = new TestCentre();
                Journal journal = Given.journal(Given.settings(folder, new OsDisk(), faulty::around));
                CentreClient client = TestCentre.client(centre.port());
                Sync sync = new Sync(journal, client, Instant::now, Given.QUICK)) {
            keep(journal, PageStore.open(folder, VisitKey.random()));
            centre.handling = _ -> {
                switch (asked.incrementAndGet()) {
                    case MANY / 2 -> faulty.fail(FaultyConnection.Fault.BEFORE_AND_FROM_THERE, 1);
                    case MANY / 2 + 10 -> faulty.fail(FaultyConnection.Fault.BEFORE, Long.MAX_VALUE);
                    default -> {}
                }
                return Optional.empty();
            };
            sync.onLateEnd(end -> whenTold.add(journal.standing(
                    assertInstanceOf(Delivery.Received.class, end).receipt().submission())));
            sync.start();
            Until.holds(() -> {
                // A disk that fails at every request is none that the sender can work with.
                if (asked.get() > MANY / 2) {
                    faulty.fail(FaultyConnection.Fault.BEFORE, Long.MAX_VALUE);
                }
                return whenTold.size() == MANY;
            });
        }
        for (Optional<Standing> standing : whenTold) {
            assertInstanceOf(Standing.Received.class, standing.orElseThrow());
        }
    }

    @Test
    void manyReceiptsNeedFewFlushes() throws IOException {
        FaultyConnection counting = new FaultyConnection();
        try (Journal journal = Given.journal(Given.settings(folder, new OsDisk(), counting::around))) {
            List<Sealed> kept = keep(journal, PageStore.open(folder, VisitKey.random()));
            counting.fail(FaultyConnection.Fault.BEFORE, Long.MAX_VALUE);
            List<Outbox.Settlement> all = kept.stream()
                    .map(sealed -> new Outbox.Settlement(
                            journal.pending(sealed.id().toString()).orElseThrow(), Receipts.json(sealed)))
                    .toList();
            assertTrue(journal.settle(all));
            assertEquals(3L * MANY + 3, counting.statements(), "three statements each, the chain's link, one beginning and one commit");
            assertEquals(List.of(), journal.pending());
        }
    }

    @Test
    void aCitizenWhoComesWhileReceiptsAreGatheredIsToldOfHisOwn() throws IOException {
        try (TestCentre centre = new TestCentre();
                Journal journal = Given.journal(folder);
                CentreClient client = TestCentre.client(centre.port());
                Sync sync = new Sync(journal, client, Instant::now, Given.QUICK)) {
            List<Sealed> kept = keep(journal, PageStore.open(folder, VisitKey.random()));
            sync.start();
            for (Sealed sealed : kept) {
                Delivery.Received received = assertInstanceOf(
                        Delivery.Received.class, sync.deliver(sealed.id(), Given.SOON, _ -> {}));
                assertEquals(sealed.id(), received.receipt().submission());
            }
            assertEquals(MANY, centre.effects.size());
        }
    }
}
