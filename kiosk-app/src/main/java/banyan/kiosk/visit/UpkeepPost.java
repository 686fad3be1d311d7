package banyan.kiosk.visit;

import banyan.kiosk.upkeep.Guidance;
import java.util.Optional;

/** Where staff are while the terminal is in their hands. Neither card nor PIN is in it. */
public sealed interface UpkeepPost {
    /** Who is it? */
    record SignIn(Asks asks, Optional<Flaw> flaw) implements UpkeepPost {
        /** What is asked for. */
        public enum Asks {
            /** Nothing: this site has named nobody, so that nobody can be let in. */
            NOBODY,
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

    /** The test page is taken by camera or scanner, and a person judges the picture. */
    record Trial(Step step, From from) implements UpkeepPost {
        /** How far it is. */
        public enum Step {
            /** The test page is to be laid there. */
            LAYING,
            /** It is being taken. */
            TAKING,
            /** Its picture is shown: is it sharp, straight, whole? */
            SHOWN,
            /** There is no picture. */
            FAILED
        }

        /** What takes it. */
        public enum From {
            /** The document camera. */
            CAMERA,
            /** The scanner's feeder. */
            FEEDER
        }
    }

    /**
     * At the cabinet's cells.
     *
     * @param cell the one at hand; 0 in the list
     * @param failed the last thing asked of it was not done
     */
    record Cells(int cell, Phase phase, boolean failed) implements UpkeepPost {
        static final Cells LIST = new Cells(0, Phase.LIST, false);

        /** How far it is. */
        public enum Phase {
            /** Which one? */
            LIST,
            OPENING,
            /** Waiting until it is closed. */
            OPEN,
            /** What lay in it? */
            CLOSED,
            NOTING
        }

        Cells in(Phase next) {
            return new Cells(cell, next, false);
        }
    }

    /** At what is set aside. */
    record SetAside(Phase phase) implements UpkeepPost {
        /** How far it is. */
        public enum Phase {
            /** The journal is being asked. */
            LOOKING,
            LIST,
            /** It is being noted that it goes again. */
            SENDING,
            /** It goes again. */
            SENT,
            /** Not all of it could be noted. */
            NOT_ALL
        }

        boolean busy() {
            return phase == Phase.LOOKING || phase == Phase.SENDING;
        }
    }

    /** Led through something. */
    record Led(Guidance through, int step) implements UpkeepPost {}
}
