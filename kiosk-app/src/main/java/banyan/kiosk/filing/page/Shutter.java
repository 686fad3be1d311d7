package banyan.kiosk.filing.page;

import java.time.Duration;
import java.util.Optional;

/**
 * Decides when the camera may take a page by itself: when the page has been good, and has lain still, for long enough. After a
 * page was taken it waits until that page has gone, so that none is taken twice.
 */
public final class Shutter {
    /** How long a page must be good before it is taken. */
    public static final Duration GOOD_FOR = Duration.ofMillis(600);

    /** A corner that went further than this share of the picture's width is a page being moved. */
    private static final double STILL = 0.012;

    private final double moved;
    private Optional<Outline> lying = Optional.empty();
    private Optional<Outline> taken = Optional.empty();
    private long goodSince;

    /** @param frameWidth width of the live frames, in whose pixels the outlines are */
    public Shutter(int frameWidth) {
        moved = STILL * frameWidth;
    }

    /** Is told each look and when it was, on the monotonic clock; true exactly when the page is to be taken now. */
    public boolean take(PageLook look, long nanos) {
        var outline = look.good() ? look.outline() : Optional.<Outline>empty();
        if (gone(look)) {
            taken = Optional.empty();
        }
        if (outline.isEmpty() || taken.isPresent()) {
            lying = Optional.empty();
            return false;
        }
        var page = outline.get();
        if (lying.isEmpty() || lying.get().farthestFrom(page) > moved) {
            lying = outline;
            goodSince = nanos;
            return false;
        }
        if (nanos - goodSince < GOOD_FOR.toNanos()) {
            return false;
        }
        taken = outline;
        return true;
    }

    /** The still was refused, or is wanted again: the same page may be taken once more. */
    public void again() {
        taken = Optional.empty();
        lying = Optional.empty();
    }

    /** A page was taken and still lies there. */
    public boolean waiting() {
        return taken.isPresent();
    }

    /** The page that was taken is no longer where it lay: another one, or none. */
    private boolean gone(PageLook look) {
        return taken.isPresent()
                && (look.outline().isEmpty()
                        || look.outline().get().farthestFrom(taken.get()) > 4 * moved
                        || !look.uncovered());
    }
}
