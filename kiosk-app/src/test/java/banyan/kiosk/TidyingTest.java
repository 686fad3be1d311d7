package banyan.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import banyan.item.Language;
import banyan.kiosk.visit.Page;
import banyan.kiosk.visit.Snapshot;
import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.management.ListenerNotFoundException;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When the heap is collected because somebody said so. */
class TidyingTest {
    private static final Page NOBODY =
            new Page.Attract(OptionalInt.empty(), Page.Truth.READY, Page.Truth.READY, Page.Truth.READY, true);
    private static final Page SOMEBODY = new Page.Home(Page.Home.DayPart.MORNING, List.of(), List.of());

    /** Longer than a terminal waits before it tidies. */
    private static final long LONG_MILLIS = 3000;

    private final LinkedBlockingQueue<String> collected = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Boolean> letGo = new LinkedBlockingQueue<>();
    private final NotificationListener listener = (notification, _) -> {
        String cause = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData())
                .getGcCause();
        if (cause.equals("System.gc()")) {
            collected.add(cause);
        }
    };

    @BeforeEach
    void listen() {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector).addNotificationListener(listener, null, null);
        }
    }

    @AfterEach
    void leave() throws ListenerNotFoundException {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector).removeNotificationListener(listener);
        }
    }

    /** Lets go only when a collection has been told. */
    private Tidying tidying() {
        return new Tidying(() -> {
            try {
                letGo.add(collected.poll(30, TimeUnit.SECONDS) != null);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Collects, has the screen let go, and collects again what that has set free. */
    private void assertTidied() throws InterruptedException {
        assertEquals(true, letGo.poll(40, TimeUnit.SECONDS));
        assertNotNull(collected.poll(30, TimeUnit.SECONDS));
    }

    private static Snapshot of(Page page) {
        return new Snapshot(
                0,
                Language.ZH_CN,
                false,
                new Snapshot.Site("", ""),
                LocalDateTime.of(2026, 11, 22, 9, 0),
                new Snapshot.Strip(
                        Optional.empty(), Snapshot.StripLine.NOBODY, OptionalInt.empty(), Snapshot.EndButton.NONE),
                page,
                Optional.empty());
    }

    @Test
    void theHeapIsCollectedOnceTheVisitorHasGone() throws InterruptedException {
        try (Tidying tidying = tidying()) {
            tidying.accept(of(SOMEBODY));
            tidying.accept(of(NOBODY));
            tidying.accept(of(NOBODY));
            assertTidied();
            assertNull(collected.poll(LONG_MILLIS, TimeUnit.MILLISECONDS));
        }
    }

    @Test
    void whatIsShownWhileTheTerminalClosesIsNoBug() throws InterruptedException {
        Tidying tidying = tidying();
        tidying.close();
        tidying.accept(of(SOMEBODY));
        tidying.accept(of(NOBODY));
        tidying.now();
        assertNull(letGo.poll(LONG_MILLIS, TimeUnit.MILLISECONDS));
    }

    @Test
    void whoFollowsAtOnceIsNotHeldUp() throws InterruptedException {
        try (Tidying tidying = tidying()) {
            tidying.accept(of(SOMEBODY));
            tidying.accept(of(NOBODY));
            tidying.accept(of(SOMEBODY));
            assertNull(collected.poll(LONG_MILLIS, TimeUnit.MILLISECONDS));
        }
    }

    @Test
    void itCanBeAskedForWhileNobodyIsThereYet() throws InterruptedException {
        try (Tidying tidying = tidying()) {
            tidying.now();
            assertTidied();
        }
    }
}
