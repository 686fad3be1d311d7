package banyan.kiosk.visit;

/** Where a certificate is asked for, looked at and printed. */
public sealed interface CertificatePlace extends Place {
    /**
     * The centre is asked for a certificate.
     *
     * @param reprint an earlier one was voided because it came out badly; the new one is printed at once
     */
    record Querying(Plan plan, int stage, boolean reprint) implements CertificatePlace {}

    /** The certificate as it will be printed. */
    record Result(Plan plan, int stage, int page, int pages) implements CertificatePlace {}

    /**
     * A certificate is being printed.
     *
     * @param taken the printer has the whole document; before that nothing comes out
     */
    record Printing(Plan plan, int stage, boolean taken, int pagesOut, int pages, boolean stopping, boolean done)
            implements CertificatePlace {
        /** The printer has it. */
        Printing underWay() {
            return new Printing(plan, stage, true, pagesOut, pages, stopping, done);
        }

        /** So many pages are out; they never grow fewer, and never more than there are. */
        Printing out(int count) {
            return new Printing(plan, stage, true, Math.clamp(count, pagesOut, pages), pages, stopping, done);
        }

        /** Only so many pages are sure to be out, whatever was reported of them: somebody who counts them says otherwise. */
        Printing sure(int count) {
            return new Printing(plan, stage, true, Math.clamp(count, 0, pages), pages, stopping, done);
        }

        Printing finished() {
            return new Printing(plan, stage, true, pages, pages, false, true);
        }

        /** Not being stopped. */
        Printing again() {
            return new Printing(plan, stage, taken, pagesOut, pages, false, done);
        }

        Printing halting() {
            return new Printing(plan, stage, taken, pagesOut, pages, true, done);
        }
    }
}
