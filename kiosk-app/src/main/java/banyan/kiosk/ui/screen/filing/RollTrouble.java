package banyan.kiosk.ui.screen.filing;

import banyan.kiosk.ui.screen.View;
import banyan.kiosk.visit.KeepingPage.PaperState;
import banyan.kiosk.visit.KeepingPage.PaperState.Outlet;
import banyan.kiosk.visit.PaperPage.TroubleKind;

/** Why a receipt did not come off the roll, and the way on: a page of A4 where there is one, else the roll once more. */
final class RollTrouble {
    private RollTrouble() {}

    /** @param family the words in which it is said: {@code received.roll} or {@code kept.roll} */
    static String say(View view, PaperState paper, String family) {
        String why = view.say(paper.why().map(RollTrouble::reason).orElse("roll.silent"));
        return view.say(family + (onSheets(paper) ? ".sheet" : ".again"), "why", why);
    }

    /** Whether what did not come off the roll would be printed on a page now. */
    static boolean onSheets(PaperState paper) {
        return paper.outlet() == Outlet.ROLL && paper.again() == Outlet.SHEETS;
    }

    private static String reason(TroubleKind why) {
        return switch (why) {
            case PAPER_OUT -> "roll.paper-out";
            case COVER_OPEN -> "roll.cover-open";
            case PAPER_JAM -> "roll.paper-jam";
            case PRINTER_GONE -> "roll.gone";
            case TONER_OUT,
                    PRINTER_SILENT,
                    PRINT_UNCERTAIN,
                    CAMERA_GONE,
                    READER_GONE,
                    NAME_NOT_PRINTABLE,
                    NETWORK_DOWN,
                    CENTRE_REFUSED,
                    RESULT_TAKEN,
                    STORE_FULL,
                    STORE_BROKEN,
                    PAPERS_TOO_LARGE -> "roll.silent";
        };
    }
}
