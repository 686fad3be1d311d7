package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The connection is reset at every point of a delivery, before, during and after each PUT: one effect, and its receipt. */
class SyncCutsTest extends LineThatIsCut {
    private static final int POINTS = 30;

    @Test
    void aCutOnTheWayUpHasOneEffect() {
        deliver();
        long all = proxy.up();
        cutEverywhere(all, proxy::cutUpAfter);
    }

    @Test
    void aCutOnTheWayDownHasOneEffect() {
        deliver();
        long all = proxy.down();
        cutEverywhere(all, proxy::cutDownAfter);
    }

    private void cutEverywhere(long all, LongConsumer cut) {
        assertTrue(all > 1000, "only " + all + " bytes were exchanged");
        List<Long> points = LongStream.range(0, POINTS)
                .mapToObj(point -> all * point / POINTS)
                .toList();
        for (long point : points) {
            cut.accept(point);
            deliver();
        }
        assertEquals(POINTS + 1, centre.effects(), "submissions at the centre");
        assertEquals(POINTS + 1, centre.effects.size(), "one effect each");
        assertEquals(List.of(), journal.pending());
    }

    /** One submission with two papers by a fresh sender, as after a restart. */
    private void deliver() {
        Sealed sealed = Given.sealed(journal, Given.pages(pages, 1500, 2500));
        assertInstanceOf(Appended.Kept.class, journal.append(sealed, pages, Given.SOON));
        try (CentreClient client = TestCentre.client(proxy.port());
                Sync sync = new Sync(journal, client, Instant::now, Given.QUICK)) {
            sync.start();
            assertInstanceOf(Delivery.Received.class, sync.deliver(sealed.id(), Given.SOON, _ -> {}));
        }
    }
}
