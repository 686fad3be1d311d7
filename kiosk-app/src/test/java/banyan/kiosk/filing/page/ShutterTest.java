package banyan.kiosk.filing.page;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.kiosk.filing.page.PageLook.Hint;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShutterTest {
    private static final long MS = 1_000_000;
    private static final Outline HERE = new Outline(
            new Outline.Corner(270, 43),
            new Outline.Corner(752, 56),
            new Outline.Corner(770, 740),
            new Outline.Corner(251, 725));
    private static final PageLook GOOD = look(HERE, Hint.GOOD);
    private static final PageLook HAND = look(HERE, Hint.TAKE_HAND_AWAY);
    private static final PageLook NOTHING =
            new PageLook(Optional.empty(), false, false, true, true, Hint.LAY_A_PAGE, Side.NOWHERE);

    private final Shutter shutter = new Shutter(1040);

    @Test
    void aPageIsTakenOnceItWasGoodForSixTenthsOfASecond() {
        assertFalse(shutter.take(GOOD, 0));
        assertFalse(shutter.take(GOOD, 599 * MS));
        assertTrue(shutter.take(GOOD, 600 * MS));
    }

    @Test
    void aHandInBetweenStartsTheTimeAnew() {
        shutter.take(GOOD, 0);
        shutter.take(HAND, 500 * MS);
        assertFalse(shutter.take(GOOD, 600 * MS));
        assertTrue(shutter.take(GOOD, 1200 * MS));
    }

    @Test
    void aPageThatIsStillBeingMovedIsNotTaken() {
        shutter.take(GOOD, 0);
        var elsewhere = look(moved(30), Hint.GOOD);
        assertFalse(shutter.take(elsewhere, 600 * MS));
        assertTrue(shutter.take(elsewhere, 1200 * MS));
    }

    @Test
    void theSamePageIsNotTakenTwice() {
        shutter.take(GOOD, 0);
        assertTrue(shutter.take(GOOD, 600 * MS));
        assertFalse(shutter.take(GOOD, 1200 * MS));
        assertFalse(shutter.take(GOOD, 1800 * MS));
    }

    @Test
    void theNextPageIsTakenAfterTheFirstHasGone() {
        shutter.take(GOOD, 0);
        shutter.take(GOOD, 600 * MS);
        shutter.take(NOTHING, 1000 * MS);
        shutter.take(GOOD, 2000 * MS);
        assertTrue(shutter.take(GOOD, 2600 * MS));
    }

    @Test
    void aRefusedStillMayBeTakenAgainWithoutMovingThePage() {
        shutter.take(GOOD, 0);
        shutter.take(GOOD, 600 * MS);
        shutter.again();
        shutter.take(GOOD, 700 * MS);
        assertTrue(shutter.take(GOOD, 1300 * MS));
    }

    private static PageLook look(Outline outline, Hint hint) {
        return new PageLook(Optional.of(outline), true, true, true, hint != Hint.TAKE_HAND_AWAY, hint, Side.NOWHERE);
    }

    private static Outline moved(double by) {
        return new Outline(
                new Outline.Corner(HERE.topLeft().x() + by, HERE.topLeft().y()),
                new Outline.Corner(HERE.topRight().x() + by, HERE.topRight().y()),
                new Outline.Corner(
                        HERE.bottomRight().x() + by, HERE.bottomRight().y()),
                new Outline.Corner(HERE.bottomLeft().x() + by, HERE.bottomLeft().y()));
    }
}
