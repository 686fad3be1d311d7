package banyan.kiosk.visit;

import banyan.device.DocumentCamera.Frame;
import banyan.kiosk.documents.Picture;
import java.util.List;
import java.util.Optional;

/** Where papers come into the request. */
public sealed interface ScanningPage extends Page {
    /** Scanning papers with the document camera. */
    record Materials(
            StepHead head,
            List<MaterialRow> rows,
            int current,
            Camera camera,
            Feeder feeder,
            Cabinet cabinet,
            int missing,
            boolean busy)
            implements ScanningPage {
        /** Where no original goes into a cabinet. */
        public Materials(
                StepHead head,
                List<MaterialRow> rows,
                int current,
                Camera camera,
                Feeder feeder,
                int missing,
                boolean busy) {
            this(head, rows, current, camera, feeder, Cabinet.NONE, missing, busy);
        }

        /** Whether the original of the material at hand can go into the cabinet instead. */
        public enum Cabinet {
            /** The site has none, or no material of this item goes there. */
            NONE,
            /** This material does not go there, or some of it was scanned already. */
            NOT_THIS,
            /** It can. */
            OFFERED,
            /** It will. */
            CHOSEN,
            /** No cell is free. */
            FULL,
            /** It does not work now. */
            UNUSABLE
        }

        /** A material and how far it is. */
        public record MaterialRow(
                String code,
                String title,
                String detail,
                RowState state,
                int pages,
                int minPages,
                int maxPages,
                List<Picture> thumbnails) {}

        /** How far a material is. */
        public enum RowState {
            NOT_NEEDED,
            FETCHED,
            WAITING,
            LATER,
            SCANNED,
            COMPLETE,
            /** Its original goes into the cabinet when everything is submitted. */
            IN_CABINET
        }

        /** What the camera sees. */
        public sealed interface Camera {
            /** The picture is being started. */
            record Starting() implements Camera {}

            /**
             * The live picture.
             *
             * @param corners x and y of the four corners in frame pixels, clockwise from upper left; empty when no page is seen
             * @param good the outline has been good for long enough; a picture is being taken
             */
            record Live(Frame frame, float[] corners, Optional<Hint> hint, Qualities qualities, boolean good)
                    implements Camera {
                @Override
                public String toString() {
                    return "Live[]";
                }
            }

            /** It is gone; the terminal looks for it. */
            record Gone() implements Camera {}
        }

        /** The one most useful hint; the last group is why a picture was not taken over. */
        public enum Hint {
            NO_PAGE,
            CUT_OFF,
            COVERED,
            GLARE,
            BLURRED,
            BLANK,
            HOLD_STILL,
            TAKE_AWAY,
            REFUSED_BLANK,
            REFUSED_COVERED,
            REFUSED_BLURRED,
            REFUSED_CUT_OFF,
            REFUSED_NO_PAGE,
            CAMERA_FAILED
        }

        /** How the scanner's feeder stands. */
        public sealed interface Feeder {
            /** The site has none. */
            record None() implements Feeder {}

            /**
             * Nothing moves.
             *
             * @param usable a pile can be put in now
             * @param last what became of the last pile, as long as nothing else was done
             */
            record Resting(boolean usable, Optional<Pile> last) implements Feeder {}

            /**
             * A pile is being drawn in.
             *
             * @param pages so many of it are durable here
             */
            record Drawing(int pages, boolean stopping) implements Feeder {}
        }

        /**
         * What became of a pile.
         *
         * @param pages taken over
         * @param blank drawn in as well, and not taken over because nothing is on them
         */
        public record Pile(FeedEnd how, int pages, int blank) {
            /** The first sheet of which nothing was scanned, counted from 1. */
            public int next() {
                return pages + blank + 1;
            }
        }

        /** How a pile ended. */
        public enum FeedEnd {
            /** Every sheet was taken over. */
            DONE,
            /** Every sheet was drawn in; blank ones were not taken over. */
            BLANK,
            /** The material has as many pages as it may have. */
            FULL,
            /** The citizen stopped it. */
            STOPPED,
            /** There was no paper. */
            EMPTY,
            JAM,
            COVER_OPEN,
            DOUBLE_FEED,
            /** A sheet is too long or too short for the feeder. */
            LENGTH,
            /** The scanner counts otherwise than we do. */
            MISCOUNTED,
            /** The scanner is gone; the terminal looks for it. */
            GONE,
            /** Anything else. */
            FAILED,
            /** What had stopped it has been put right. */
            MENDED;

            /** Whether there may be sheets that are still to be scanned. */
            public boolean leavesSome() {
                return switch (this) {
                    case DONE, BLANK, FULL -> false;
                    case STOPPED, EMPTY, JAM, COVER_OPEN, DOUBLE_FEED, LENGTH, MISCOUNTED, GONE, FAILED, MENDED -> true;
                };
            }
        }

        /** The four badges. */
        public record Qualities(boolean corners, boolean sharp, boolean noGlare, boolean uncovered) {}
    }
}
