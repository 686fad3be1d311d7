package banyan.acceptance;

/**
 * What became of a certificate's paper.
 *
 * @param pages that the printer reported as printed
 * @param outcome how sure that is
 */
public record PrintReport(int pages, Outcome outcome) {
    /** What the printer said of the whole job. */
    public enum Outcome {
        /** Every page is reported printed. */
        PRINTED,
        /** Some pages are, and the rest are known not to be. */
        PARTLY,
        /** The printer never said. */
        UNKNOWN
    }
}
