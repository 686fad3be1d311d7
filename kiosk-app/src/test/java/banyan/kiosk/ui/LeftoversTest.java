package banyan.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.kiosk.documents.Picture;
import banyan.kiosk.ui.control.Leftovers;
import banyan.kiosk.ui.control.PaperView;
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
        // What has been found to be gone can be let go of.
        long kept = used();
        FxThread.run(Leftovers::letGo);
        long after = used();
        assertTrue(after - before < PIXELS / 2, "kept %d, afterwards %d".formatted(kept - before, after - before));
    }
}
