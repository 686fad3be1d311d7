package banyan.kiosk.filing.page;

/**
 * How well one paper came out.
 *
 * @param what which paper, and how it lay
 * @param turned degrees by which its lines or its sides are not level and upright; the worst of both ways
 * @param astray the farthest way of a corner of the paper from the picture's corner, in millimetres: desk that is shown, or paper
 *     that is lost
 * @param contrast of the words with the paper beside them, as a ratio of luminances by WCAG 2.2
 * @param seenContrast the same in the device's own picture
 */
public record PageScore(String what, double turned, double astray, double contrast, double seenContrast) {
    /** What became of the contrast that the device saw; above 1 where evening made the paper whiter. */
    public double kept() {
        return contrast / seenContrast;
    }
}
