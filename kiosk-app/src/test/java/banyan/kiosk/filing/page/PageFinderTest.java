package banyan.kiosk.filing.page;

import static org.bytedeco.opencv.global.opencv_imgproc.circle;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.kiosk.filing.page.PageLook.Hint;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;

class PageFinderTest {
    private static final PageFinder FINDER = new PageFinder();
    private static final Outline IN_FRAME = Desk.LYING_WELL.scaled(0.25);

    @Test
    void theCornersOfAPageOnADarkDeskAreFoundToAPixel() {
        var look = look(lyingWell(Desk.DARK).lit(0.55, 0.9).noisy(4));
        assertEquals(Hint.GOOD, look.hint());
        assertTrue(look.outline().orElseThrow().farthestFrom(IN_FRAME) < 1, "within a pixel");
    }

    @Test
    void theCornersOfAWhitePageOnALightDeskAreFoundToAPixel() {
        var look = look(lyingWell(Desk.LIGHT).lit(0.6, 0.9).noisy(4));
        assertEquals(Hint.GOOD, look.hint());
        assertTrue(look.outline().orElseThrow().farthestFrom(IN_FRAME) < 1, "within a pixel");
    }

    @Test
    void aWoodenDeskOfTheColourOfSkinIsNoHand() {
        assertEquals(
                Hint.GOOD, look(lyingWell(Desk.WOOD).lit(0.6, 0.8).noisy(4)).hint());
    }

    @Test
    void paperUnderAWarmLampIsNoHand() {
        assertEquals(
                Hint.GOOD, look(lyingWell(Desk.DARK).lit(0.6, 0.65).noisy(4)).hint());
    }

    @Test
    void aHandIsNamedWithItsSideAndTheOutlineStaysThePages() {
        var look = look(lyingWell(Desk.DARK)
                .withHand(2850, 1600, Desk.SKIN)
                .lit(0.7, 0.9)
                .noisy(4));
        assertEquals(Hint.TAKE_HAND_AWAY, look.hint());
        assertEquals(Side.RIGHT, look.side());
        assertFalse(look.uncovered());
        assertTrue(look.outline().orElseThrow().farthestFrom(IN_FRAME) < 2, "found under the hand");
    }

    @Test
    void aCornerUnderAHandIsFoundWhereItsSidesMeet() {
        var look = look(lyingWell(Desk.DARK).withHand(2850, 2800, Desk.SKIN).lit(0.7, 0.9));
        assertEquals(Hint.TAKE_HAND_AWAY, look.hint());
        assertTrue(look.outline().orElseThrow().farthestFrom(IN_FRAME) < 3, "found under the hand");
    }

    @Test
    void anArmAcrossThePageDoesNotMakeTwoPagesOfIt() {
        var look = look(lyingWell(Desk.DARK).withHand(300, 1600, Desk.SKIN).lit(0.7, 0.9));
        assertEquals(Hint.TAKE_HAND_AWAY, look.hint());
        assertTrue(look.outline().orElseThrow().farthestFrom(IN_FRAME) < 2, "one page");
    }

    @Test
    void aHandOnALightDeskIsSeenToo() {
        var look = look(lyingWell(Desk.LIGHT)
                .withHand(2850, 1600, Desk.SKIN)
                .lit(0.7, 0.9)
                .noisy(4));
        assertEquals(Hint.TAKE_HAND_AWAY, look.hint());
    }

    @Test
    void aPrintedFrameIsNotThePapersRim() {
        for (var desk : List.of(Desk.LIGHT, Desk.WOOD, Desk.DARK)) {
            var look = look(Desk.live(desk)
                    .with(Desk.framedPage(), Desk.LYING_WELL)
                    .lit(0.8, 0.95)
                    .noisy(3));
            assertEquals(Hint.GOOD, look.hint());
            assertTrue(look.outline().orElseThrow().farthestFrom(IN_FRAME) < 3, "the rim, not the frame");
        }
    }

    @Test
    void aTintedPageAsPaleAsTheDeskIsFoundByItsColour() {
        var look = look(Desk.live(Desk.LIGHT)
                .with(Desk.tintedPage(), Desk.LYING_WELL)
                .lit(0.8, 0.95)
                .noisy(3));
        assertEquals(Hint.GOOD, look.hint());
        assertTrue(look.outline().orElseThrow().farthestFrom(IN_FRAME) < 4, "all of the paper, not only its print");
    }

    @Test
    void aPhotographDoesNotMakeThePageLookBlurred() {
        var look = look(Desk.live(Desk.DARK)
                .with(Desk.photographedPage(), Desk.LYING_WELL)
                .lit(0.8, 0.95)
                .noisy(3));
        assertEquals(Hint.GOOD, look.hint());
    }

    @Test
    void aPunchedHoleIsNoHand() {
        var page = Desk.page();
        circle(page, new Point(140, 1600), 36, new Scalar(50, 55, 48, 0), -1, 16, 0);
        assertEquals(
                Hint.GOOD,
                look(Desk.live(Desk.DARK).with(page, Desk.LYING_WELL).lit(0.7, 0.9))
                        .hint());
    }

    @Test
    void aPageThatLeavesThePictureIsToBeMovedIn() {
        var outside = Desk.outline(2283, 172, 4208, 226, 4280, 2961, 2204, 2903);
        var look = look(Desk.live(Desk.DARK).with(Desk.page(), outside).lit(0.7, 0.9));
        assertEquals(Hint.MOVE_INSIDE, look.hint());
        assertEquals(Side.RIGHT, look.side());
        assertFalse(look.cornersInside());
    }

    @Test
    void aLampMirroredInThePageIsGlare() {
        var look = look(
                lyingWell(Desk.DARK).lit(0.7, 0.9).withLamp(1800, 1300, 200).noisy(4));
        assertEquals(Hint.AVOID_GLARE, look.hint());
        assertFalse(look.glareFree());
    }

    @Test
    void aPageInMotionIsToBeHeldStill() {
        var look = look(lyingWell(Desk.DARK).blurred(12).lit(0.7, 0.9).noisy(3));
        assertEquals(Hint.HOLD_STILL, look.hint());
    }

    @Test
    void theBackOfAPageIsToBeTurnedOver() {
        var look = look(Desk.live(Desk.DARK)
                .with(Desk.blankPage(), Desk.LYING_WELL)
                .lit(0.6, 0.9)
                .noisy(4));
        assertEquals(Hint.TURN_OVER, look.hint());
    }

    @Test
    void anEmptyDeskAsksForAPage() {
        assertEquals(
                Hint.LAY_A_PAGE,
                look(Desk.live(Desk.DARK).lit(0.5, 0.9).noisy(4)).hint());
        assertEquals(
                Hint.LAY_A_PAGE,
                look(Desk.live(Desk.LIGHT).lit(0.5, 0.9).noisy(4)).hint());
    }

    @Test
    void aHandAloneIsNoPage() {
        var look = look(Desk.live(Desk.DARK)
                .withHand(1200, 1600, Desk.SKIN)
                .lit(0.5, 0.9)
                .noisy(4));
        assertEquals(Hint.LAY_A_PAGE, look.hint());
    }

    private static Desk lyingWell(Scalar desk) {
        return Desk.live(desk).with(Desk.page(), Desk.LYING_WELL);
    }

    private static PageLook look(Desk desk) {
        return FINDER.look(desk.frame());
    }
}
