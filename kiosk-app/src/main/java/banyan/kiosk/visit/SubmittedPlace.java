package banyan.kiosk.visit;

/** Where a request was submitted and nothing more is asked of it: its number is said, and its receipt or slip printed. */
public sealed interface SubmittedPlace extends Place {
    /**
     * How the receipt or slip of a submitted case stands.
     *
     * @param alive a job is with the printer and may still go on by itself
     */
    record Slip(KeepingPage.PaperState.State state, int pagesOut, int pages, boolean alive) {
        static final Slip NOT_ASKED = new Slip(KeepingPage.PaperState.State.NOT_ASKED, 0, 0, false);
        static final Slip BEGINNING = new Slip(KeepingPage.PaperState.State.PRINTING, 0, 0, true);

        /** The same after this event; print events alone change it. */
        Slip after(VisitEvent event) {
            if (!alive) {
                return this;
            }
            return switch (event) {
                case VisitEvent.PrintBegun(int of) -> new Slip(KeepingPage.PaperState.State.PRINTING, 0, of, true);
                // A stopped printer may still tell of the sheet that was on its way.
                case VisitEvent.PagesOut(int out)
                when state == KeepingPage.PaperState.State.TROUBLE -> new Slip(state, out, pages, true);
                case VisitEvent.PagesOut(int out) -> new Slip(KeepingPage.PaperState.State.PRINTING, out, pages, true);
                case VisitEvent.PrintGoesOn(int out) -> new Slip(KeepingPage.PaperState.State.PRINTING, out, pages, true);
                case VisitEvent.PrintWaits waits ->
                    new Slip(KeepingPage.PaperState.State.TROUBLE, waits.pagesOut(), pages, true);
                case VisitEvent.Printed() -> new Slip(KeepingPage.PaperState.State.PRINTED, pages, pages, false);
                case VisitEvent.PrintStopped(int out) -> new Slip(KeepingPage.PaperState.State.TROUBLE, out, pages, false);
                case VisitEvent.PrintBroken broken ->
                    new Slip(KeepingPage.PaperState.State.TROUBLE, broken.pagesOut(), pages, false);
                case VisitEvent.PrintUncertain(int out) -> new Slip(KeepingPage.PaperState.State.UNKNOWN, out, pages, false);
                default -> this;
            };
        }

        /** Nothing was heard for too long: what came out is not known. */
        Slip silent() {
            return new Slip(KeepingPage.PaperState.State.UNKNOWN, pagesOut, pages, alive);
        }

        boolean printing() {
            return state == KeepingPage.PaperState.State.PRINTING;
        }
    }

    /**
     * The centre's receipt is in store.
     *
     * @param rated 0 while nothing was chosen
     * @param rating how far that is
     */
    record Received(Plan plan, int stage, Slip slip, int rated, KeepingPage.Rating rating) implements SubmittedPlace {
        Received(Plan plan, int stage, Slip slip) {
            this(plan, stage, slip, 0, KeepingPage.Rating.FREE);
        }

        Received with(Slip next) {
            return new Received(plan, stage, next, rated, rating);
        }

        Received rate(int level, boolean reasonsFirst) {
            return new Received(
                    plan, stage, slip, level, reasonsFirst ? KeepingPage.Rating.ASKED : KeepingPage.Rating.GOING);
        }

        /** Its reasons were given, or left out. */
        Received given() {
            return rate(rated, false);
        }

        /** Chosen, and not yet given to the outbox because its reasons are being asked. */
        boolean owing() {
            return rating == KeepingPage.Rating.ASKED;
        }

        /** Whether the outbox has it; what is not kept may be chosen again. */
        Received rated(boolean kept) {
            if (rating != KeepingPage.Rating.GOING) {
                return this;
            }
            return kept
                    ? new Received(plan, stage, slip, rated, KeepingPage.Rating.NOTED)
                    : new Received(plan, stage, slip, 0, KeepingPage.Rating.NOT_KEPT);
        }
    }

    /** Durable here, not confirmed by the centre. */
    record Kept(Plan plan, int stage, Slip slip) implements SubmittedPlace {
        Kept with(Slip next) {
            return new Kept(plan, stage, next);
        }
    }
}
