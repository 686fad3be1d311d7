package banyan.conformance;

/**
 * A hand at a scanner with a feeder. A page takes it a fraction of a second. What a far end cannot do it answers with {@link
 * OutOfReach}.
 */
public interface ScannerRig extends Rig {
    /** Puts sheets into the empty feeder: so many, or where a far end has piles of one size only, that many. How many there are. */
    int load(int sheets);

    /** As {@link #load}, sheets with something on both sides. */
    int loadBothSides(int sheets);

    /** Lays a page on the glass. */
    void layOnGlass();

    /** The feeder has no paper. */
    void leaveEmpty();

    /** Paper jams after so many sheets; what is stuck is gone after {@link #heal}. */
    void jamAfter(int sheets);

    /** Two sheets are drawn in at once after so many. */
    void doubleFeedAfter(int sheets);

    /** Opens the cover: nothing moves. */
    void openCover();

    /** One of the first pages comes as no bytes at all. */
    void emptyPage();

    /** From now on the scanner's own count is not that of the pages it gives. */
    void miscount();

    /** From now on a page takes so long that something can be done in its middle. */
    void slowDown();

    /** Which side of the pile this page shows, counted from 1 in the order in which both sides of all sheets lie. */
    int sideOf(byte[] image);
}
