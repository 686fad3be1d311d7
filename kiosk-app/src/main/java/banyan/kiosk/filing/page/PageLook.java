package banyan.kiosk.filing.page;

import java.util.Optional;

/**
 * What one live frame shows of the page on the desk: the four judgements that stand as badges on the screen, and the one
 * hint that helps most now.
 *
 * @param outline the page's corners in pixels of the frame, absent where no page was seen
 * @param cornersInside all four corners are in the frame
 * @param sharp what is written could be read
 * @param glareFree no lamp is mirrored in the page
 * @param uncovered neither hand nor thing lies over the page
 * @param side where the hint applies
 */
public record PageLook(
        Optional<Outline> outline,
        boolean cornersInside,
        boolean sharp,
        boolean glareFree,
        boolean uncovered,
        Hint hint,
        Side side) {

    /** The most useful thing to say, in the order in which a clerk would say it. */
    public enum Hint {
        LAY_A_PAGE,
        MOVE_INSIDE,
        TAKE_HAND_AWAY,
        AVOID_GLARE,
        HOLD_STILL,
        TURN_OVER,
        GOOD
    }

    public boolean good() {
        return hint == Hint.GOOD;
    }
}
