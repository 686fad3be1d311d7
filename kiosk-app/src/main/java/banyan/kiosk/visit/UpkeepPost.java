package banyan.kiosk.visit;

import banyan.kiosk.upkeep.Guidance;
import java.util.Optional;

/** Where staff are while the terminal is in their hands. Neither card nor PIN is in it. */
public sealed interface UpkeepPost {
    /** Who is it? */
    record SignIn(Asks asks, Optional<Flaw> flaw) implements UpkeepPost {
        /** What is asked for. */
        public enum Asks {
            /** That the card be taken away that lies there: whose it is nobody knows, and nobody has agreed to its being read. */
            LIFT,
            /** The staff card. */
            CARD,
            /** It is being read. */
            READING,
            /** The PIN. */
            PIN,
            /** Both are being tried. */
            CHECKING
        }
    }

    /** Why somebody was not let in. */
    enum Flaw {
        /** The card could not be read. */
        CARD_UNREADABLE,
        /** Card and PIN do not belong together. */
        NOT_RECOGNISED,
        /** Too many vain tries: wait. */
        PAUSED
    }

    /** How everything stands. */
    record Board(Doing doing) implements UpkeepPost {}

    /** What is being done at the board, or how it ended. */
    enum Doing {
        NOTHING,
        EXAMINING,
        PRINTING,
        PRINT_FAILED,
        REPORTING,
        REPORTED,
        REPORT_FAILED,
        /** Opening was asked for, and something is still to be done. */
        NOT_YET
    }

    /** The test page is out: is it good? A person says so. */
    record Judging() implements UpkeepPost {}

    /** Led through something. */
    record Led(Guidance through, int step) implements UpkeepPost {}
}
