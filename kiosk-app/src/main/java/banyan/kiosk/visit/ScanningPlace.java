package banyan.kiosk.visit;

import java.util.Optional;

/** Where papers come into the request. */
public sealed interface ScanningPlace extends Place.Filing {
    /**
     * Papers on the tray.
     *
     * @param current which of the stage's materials is scanned
     * @param busy a still is being taken and developed
     */
    record Materials(
            Plan plan, int stage, int current, Camera camera, Feeder feeder, boolean busy, boolean returning)
            implements ScanningPlace {
        static Materials at(Plan plan, int stage, boolean returning) {
            return new Materials(plan, stage, 0, Camera.STARTING, new Feeder.None(), false, returning);
        }

        Materials with(Camera next) {
            return new Materials(plan, stage, current, next, feeder, busy && next == Camera.LIVE, returning);
        }

        Materials with(Feeder next) {
            return new Materials(plan, stage, current, camera, next, busy, returning);
        }

        /** Another material is to be scanned, whatever the camera does. */
        Materials looking(int which) {
            return new Materials(plan, stage, which, camera, feeder, busy, returning);
        }

        /** No still is being taken; this material is to be scanned. */
        Materials at(int which) {
            return new Materials(plan, stage, which, camera, feeder, false, returning);
        }

        Materials taking() {
            return new Materials(plan, stage, current, camera, feeder.quiet(), true, returning);
        }

        /** Pages are on their way, from the tray or from the feeder: nothing else begins. */
        boolean occupied() {
            return busy || feeder instanceof Feeder.Drawing;
        }

        /** As it is entered. */
        Materials fresh() {
            return at(plan, stage, returning);
        }
    }

    /** How the camera stands. */
    enum Camera {
        STARTING,
        LIVE,
        GONE
    }

    /** How the scanner's feeder stands. */
    sealed interface Feeder {
        /** The site has none, as far as is known. */
        record None() implements Feeder {}

        /**
         * Nothing moves.
         *
         * @param usable a pile can be put in
         * @param last how the last pile ended, until something else is done
         */
        record Resting(boolean usable, Optional<ScanningPage.Materials.FeedEnd> last) implements Feeder {}

        /**
         * A pile is being drawn in.
         *
         * @param pages so many of it are durable here
         * @param stopping the citizen wants it to stop
         */
        record Drawing(int pages, boolean stopping) implements Feeder {}

        /** It can be used now, or not. What is being drawn says itself how it ends. */
        default Feeder usable(boolean now) {
            return switch (this) {
                case None() -> new Resting(now, Optional.empty());
                case Resting resting ->
                    new Resting(
                            now,
                            resting.last()
                                    .map(how -> now && !resting.usable() && how.leavesSome()
                                            ? ScanningPage.Materials.FeedEnd.MENDED
                                            : how));
                case Drawing drawing -> drawing;
            };
        }

        /** How the last pile ended is not said any more. */
        default Feeder quiet() {
            return this instanceof Resting(boolean now, _) ? new Resting(now, Optional.empty()) : this;
        }

        /** A pile can be put in. */
        default boolean ready() {
            return this instanceof Resting resting && resting.usable();
        }
    }
}
