package banyan.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.kiosk.documents.Picture;
import banyan.kiosk.ui.control.Leftovers;
import banyan.kiosk.ui.control.PaperView;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the renderer keeps of a paper that is no longer shown. */
class LeftoversTest {
    private static final int SIDE = 2400;
    private static final long PIXELS = 4L * SIDE * SIDE;

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void showOnce() {
        PaperView paper = new PaperView();
        paper.show(new Picture(SIDE, SIDE, new int[SIDE * SIDE]));
        paper.resize(SIDE, SIDE);
        paper.layout();
        var _ = paper.snapshot(null, null);
        paper.wipe();
    }

    @Test
    void thePixelsOfAPaperLeaveMemory() {
        FxThread.run(Leftovers::letGo);
        long before = used();
        FxThread.run(LeftoversTest::showOnce);
        FxThread.settle();
        long kept = used();
        long after = kept;
        // The collector finds what is gone, another thread says so, and only then can it be let go of.
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (after - before >= PIXELS / 2 && System.nanoTime() - limit < 0) {
            FxThread.run(Leftovers::letGo);
            after = used();
        }
        assertTrue(after - before < PIXELS / 2, "kept %d, and for good".formatted(kept - before));
    }
}
