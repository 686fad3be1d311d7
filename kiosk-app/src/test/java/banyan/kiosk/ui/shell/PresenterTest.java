package banyan.kiosk.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import banyan.item.Language;
import banyan.kiosk.visit.Page;
import banyan.kiosk.visit.Snapshot;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class PresenterTest {
    private final Queue<Runnable> screenThread = new ArrayDeque<>();
    private final List<Long> shown = new ArrayList<>();
    private final Presenter presenter = new Presenter(screenThread::add, snapshot -> shown.add(snapshot.number()));

    @Test
    void atMostOneHandOverIsPending() {
        presenter.accept(snapshot(1));
        presenter.accept(snapshot(2));
        presenter.accept(snapshot(3));
        assertEquals(1, screenThread.size());
    }

    @Test
    void theLatestSnapshotWins() {
        presenter.accept(snapshot(1));
        presenter.accept(snapshot(2));
        run();
        assertEquals(List.of(2L), shown);
    }

    @Test
    void afterAHandOverTheNextIsAskedFor() {
        presenter.accept(snapshot(1));
        run();
        presenter.accept(snapshot(2));
        run();
        assertEquals(List.of(1L, 2L), shown);
    }

    @Test
    void anOlderSnapshotIsNeverShownAfterANewer() {
        presenter.accept(snapshot(5));
        run();
        presenter.accept(snapshot(4));
        run();
        assertEquals(List.of(5L), shown);
    }

    private void run() {
        while (!screenThread.isEmpty()) {
            screenThread.remove().run();
        }
    }

    private static Snapshot snapshot(long number) {
        return new Snapshot(
                number,
                Language.ZH_CN,
                false,
                new Snapshot.Site("大厅", "0137"),
                LocalDateTime.of(2026, 11, 20, 20, 46),
                new Snapshot.Strip(
                        Optional.empty(), Snapshot.StripLine.NOBODY, OptionalInt.empty(), Snapshot.EndButton.NONE),
                new Page.Attract(OptionalInt.of(2), Page.Truth.READY, Page.Truth.READY, Page.Truth.READY, true),
                Optional.empty());
    }
}
