package banyan.kiosk.visit;

import banyan.kiosk.documents.Picture;
import banyan.kiosk.visit.FilingPage.Form;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** Where a certificate is looked up and printed, and what is said when paper does not come. */
public sealed interface PaperPage extends Page {
    /** The citizen waits a moment for what comes next. */
    record Querying(String itemTitle, Work work) implements PaperPage {
        /** What is being done. */
        public enum Work {
            /** The centre is asked. */
            ASKING,
            /** A document is set out of what was filled in; nobody is asked. */
            SETTING
        }
    }

    /**
     * The preview of a certificate: the very page that will be printed, and above it a layer that hides what the screen must not
     * show.
     */
    record Result(String itemTitle, Preview preview, List<Form.Choice> periods, Truth printer) implements PaperPage {}

    /**
     * A page as it is on paper, and the bars and words above it.
     *
     * @param bars x, y, width, height in fractions of the page
     */
    record Preview(Picture picture, List<float[]> bars, int page, int pages) {}

    /**
     * A document is being printed.
     *
     * @param taken the printer has the whole document; before that nothing comes out
     */
    record Printing(
            String itemTitle, Preview preview, boolean taken, int pagesOut, int pages, boolean stopping, boolean done)
            implements PaperPage {}

    /**
     * The honest page when something does not work, with the ways on, sorted by effort.
     *
     * @param kind chooses the sentences
     * @param detail numbers for the sentences, such as the pages that came out
     * @param told when the staff were told; empty if they could not be
     * @param trace the help number, without personal data
     * @param reported whether 办不成事 was sent or kept for sending
     */
    record Trouble(
            TroubleKind kind,
            int pagesOut,
            int pages,
            Optional<LocalDateTime> told,
            List<WayOn> ways,
            String trace,
            boolean reported)
            implements PaperPage {}

    /** What does not work. */
    enum TroubleKind {
        PAPER_OUT,
        PAPER_JAM,
        COVER_OPEN,
        TONER_OUT,
        PRINTER_GONE,
        PRINTER_SILENT,
        PRINT_UNCERTAIN,
        CAMERA_GONE,
        READER_GONE,
        NAME_NOT_PRINTABLE,
        NETWORK_DOWN,
        CENTRE_REFUSED,
        /** The document of a case has been printed, or is being printed elsewhere: there is one of it. */
        RESULT_TAKEN,
        STORE_FULL,
        STORE_BROKEN,
        PAPERS_TOO_LARGE
    }

    /** A way on. */
    enum WayOn {
        /** Wait here; it goes on by itself. */
        WAIT,
        /** Try once more. */
        RETRY,
        /** Print it later, at any terminal, with the ID card. */
        LATER,
        /** Go on without this paper. */
        WITHOUT_PAPER,
        /** Another way of doing the same, such as signing on the screen. */
        OTHER_WAY,
        /** Go back a step. */
        BACK,
        /** End the visit; what holds then is said. */
        END
    }
}
