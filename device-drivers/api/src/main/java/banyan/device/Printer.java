package banyan.device;

import java.util.Set;

/** A page printer that tells the truth about its pages (Internet Printing Protocol, RFC 8011). */
public non-sealed interface Printer extends Device {
    @Override
    default Set<Capability> capabilities() {
        return Set.of(Capability.PRINT);
    }

    @Override
    default DeviceKind kind() {
        return DeviceKind.PRINTER;
    }

    /**
     * Sends a document to the printer. Returns when the printer has taken it or refused; how it goes on is told to the listener,
     * from the device's thread, until exactly one {@link PrintEvent.End}. Failed means that nothing was printed nor will be, and
     * the listener hears nothing; only where the command was cancelled in the middle of sending, it hears how that ended.
     *
     * <p>A job is never sent twice by the driver: where it cannot know whether the printer took it, the end is {@link
     * PrintEvent.Uncertain}, and the caller asks the citizen.
     */
    Outcome<PrintTask> print(PrintJob job, PrintListener listener, Deadline deadline);

    /**
     * What became of a job that was sent under this name, perhaps by a program that has ended since: the printer is asked, nothing is
     * sent. It is known only where the printer has exactly one job of that name; so a caller that wants to find a job again gives it
     * a name that no other has.
     *
     * @param pages how many pages the job had; {@link PrintEvent.Printed} means that so many were reported printed
     */
    default Outcome<Found> find(String name, int pages, Deadline deadline) {
        return Outcome.done(new Found.NotKnown());
    }

    /** What a printer knows of an earlier job. */
    sealed interface Found {
        /** It has ended, so. */
        record Ended(PrintEvent.End end) implements Found {}

        /** It has not ended; so many pages have come out. */
        record UnderWay(int pagesOut) implements Found {}

        /** The printer knows no such job, or several, or does not keep them: ask whoever stands there. */
        record NotKnown() implements Found {}
    }

    /** Which sides of the sheets are printed, in the words of IPP. */
    enum Sides {
        ONE_SIDED("one-sided"),
        /** Turned like the pages of a book: for upright pages. */
        TWO_SIDED_LONG_EDGE("two-sided-long-edge"),
        /** Turned like a calendar on the wall. */
        TWO_SIDED_SHORT_EDGE("two-sided-short-edge");

        private final String word;

        Sides(String word) {
            this.word = word;
        }

        /** Its keyword (RFC 8011, 5.2.8). */
        public String word() {
            return word;
        }
    }

    /** What lies in a tray, by what is printed on it. */
    enum Stock {
        /** Plain paper: receipts, declarations, reports. */
        PLAIN,
        /** The paper for certificates, where a site has one of its own. */
        CERTIFICATE
    }

    /**
     * What is to be printed.
     *
     * @param name a fixed word for the printer's job list, without personal data
     * @param pdf the document; the driver forgets it when the job ends
     * @param pages how many pages the document has; success means that so many were reported printed
     * @param sides a printer that cannot do both sides refuses a two-sided job and prints nothing
     * @param stock on what; where the site says in which tray that lies, it comes out of this tray and never of another, also when
     *     this one is empty; elsewhere the printer has one paper for all
     */
    record PrintJob(String name, byte[] pdf, int pages, Sides sides, Stock stock) {
        /** On plain paper. */
        public PrintJob(String name, byte[] pdf, int pages, Sides sides) {
            this(name, pdf, pages, sides, Stock.PLAIN);
        }

        /** On one side of each sheet. */
        public PrintJob(String name, byte[] pdf, int pages) {
            this(name, pdf, pages, Sides.ONE_SIDED, Stock.PLAIN);
        }

        @Override
        public String toString() {
            return "PrintJob[" + name + ", " + pages + " pages]";
        }
    }

    /** A job the printer has taken. */
    interface PrintTask {
        /** Asks the printer to stop. Pages may still come out; the end says how many are known to have. */
        Outcome<Boolean> cancel(Deadline deadline);
    }

    /** Is told how a job goes. */
    @FunctionalInterface
    interface PrintListener {
        /** This happened; pages only grow, and nothing follows an {@link PrintEvent.End}. */
        void happened(PrintEvent event);
    }

    /** What happens to a job. Pages are those the printer has reported, never estimated from time. */
    sealed interface PrintEvent {
        /** So many pages have come out so far. */
        record PagesOut(int pages) implements PrintEvent {}

        /**
         * The printer waits for somebody: no paper, open cover. The job is not lost. It waits until {@link GoingOn} or the end; a
         * sheet that was on its way may still be told by {@link PagesOut}.
         */
        record Waiting(Fault fault, int pagesOut) implements PrintEvent {}

        /** It goes on after {@link Waiting}. */
        record GoingOn(int pagesOut) implements PrintEvent {}

        /** The end of a job; nothing follows. */
        sealed interface End extends PrintEvent {}

        /** All pages are reported printed, and nothing contradicts it. */
        record Printed(int pages) implements End {}

        /** Cancelled after so many pages. */
        record Cancelled(int pagesOut) implements End {}

        /** It will not be printed; so many pages are known to have come out. */
        record Broken(Fault fault, int pagesOut) implements End {}

        /** Nobody can tell how many pages came out; at least so many. Never print again without asking. */
        record Uncertain(Fault fault, int atLeast) implements End {}
    }
}
