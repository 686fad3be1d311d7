package banyan.kiosk.visit;

import banyan.kiosk.identity.CardFlaw;
import java.util.Optional;

/** Where in the dialogue a visit is. Codes and counts only: no word, number or picture of a citizen. */
public sealed interface Place {
    /** Consent and card. */
    record Identify(Page.Identify.Phase phase, Optional<CardFlaw> trouble, boolean cardLies) implements Place {}

    /**
     * A draft was found: go on with it?
     *
     * @param account in the citizen's account at the centre, and not of a crashed visit here
     */
    record Resume(boolean account) implements Place {}

    /** An unfinished request may be kept for another time; until it is, it waits among what was left for the home page. */
    record Later(Plan plan, KeepingPage.Later.Phase phase, KeepingPage.Later.Way way) implements Place {
        Later in(KeepingPage.Later.Phase next) {
            return new Later(plan, next, way);
        }

        /** Another way is asked about; what became of the first is not said any more. */
        Later by(KeepingPage.Later.Way next) {
            return new Later(plan, KeepingPage.Later.Phase.ASKING, next);
        }

        boolean onPaper() {
            return way == KeepingPage.Later.Way.PAPER;
        }

        /** Nothing of it has been sent, as far as is known. */
        boolean open() {
            return phase == KeepingPage.Later.Phase.ASKING || phase == KeepingPage.Later.Phase.NOT_KEPT;
        }
    }

    /** The sections. */
    record Home() implements Place {}

    /** The items of a section. */
    record Items(Page.Section section, int page, int pages) implements Place {}

    /**
     * What an item needs.
     *
     * @param nameFits the citizen's name can stand on its papers
     * @param back where it was opened
     */
    record Guide(Plan plan, Page.Guide.GuidePrint print, boolean nameFits, Place back) implements Place {
        Guide printing(Page.Guide.GuidePrint next) {
            return new Guide(plan, next, nameFits, back);
        }
    }

    /** A place inside an item's filing: it can be left and come back to within the visit. */
    sealed interface Filing extends Place {
        /** The item. */
        Plan plan();

        /** The stage. */
        int stage();
    }

    /**
     * A question group.
     *
     * @param editing the field whose pad is open
     * @param returning reached by 改: goes back to the review
     */
    record Form(Plan plan, int stage, int group, Optional<String> editing, boolean returning) implements Filing {
        Form editing(Optional<String> field) {
            return new Form(plan, stage, group, field, returning);
        }
    }

    /**
     * A bank card, of which the number for a field is read.
     *
     * @param group of the form that the field stands in
     * @param read the number stands in the field; only the card must still be taken out
     * @param flaw why the last card gave none
     */
    record BankCard(
            Plan plan,
            int stage,
            int group,
            String field,
            FilingPage.BankCard.Phase phase,
            boolean read,
            Optional<FilingPage.BankCard.Flaw> flaw,
            boolean returning)
            implements Filing {
        static BankCard of(Form form, String field) {
            return new BankCard(
                    form.plan(),
                    form.stage(),
                    form.group(),
                    field,
                    FilingPage.BankCard.Phase.WAITING,
                    false,
                    Optional.empty(),
                    form.returning());
        }

        BankCard in(FilingPage.BankCard.Phase next) {
            return new BankCard(plan, stage, group, field, next, read, flaw, returning);
        }

        BankCard flawed(FilingPage.BankCard.Phase next, FilingPage.BankCard.Flaw why) {
            return new BankCard(plan, stage, group, field, next, read, Optional.of(why), returning);
        }

        /** The number is in the field. */
        BankCard done() {
            return new BankCard(
                    plan, stage, group, field, FilingPage.BankCard.Phase.REMOVING, true, Optional.empty(), returning);
        }

        /** The form that it came from. */
        Form form(Optional<String> editing) {
            return new Form(plan, stage, group, editing, returning);
        }
    }

    /**
     * How does a case stand? Its receipt is held before the code scanner, or its number is typed.
     *
     * @param scanner the site has a code scanner that works
     * @param typed by the keys, and not by the scanner
     * @param writing the field whose keys are open, while it is typed
     * @param tries so many did not fit
     * @param cardLies a card lies on the reader that was never read
     */
    record AskProgress(
            ProgressPage.AskProgress.Phase phase,
            boolean scanner,
            boolean typed,
            ProgressPage.AskProgress.Entry writing,
            Optional<ProgressPage.AskProgress.Flaw> flaw,
            int tries,
            boolean cardLies)
            implements Place {
        static AskProgress begin(boolean scanner, int tries, boolean cardLies) {
            return new AskProgress(
                    scanner ? ProgressPage.AskProgress.Phase.HOLDING : ProgressPage.AskProgress.Phase.TYPING,
                    scanner,
                    !scanner,
                    ProgressPage.AskProgress.Entry.NUMBER,
                    Optional.empty(),
                    tries,
                    cardLies);
        }

        /** By the keys, or with the scanner. */
        AskProgress by(boolean keys) {
            ProgressPage.AskProgress.Phase next = keys ? ProgressPage.AskProgress.Phase.TYPING : ProgressPage.AskProgress.Phase.HOLDING;
            return new AskProgress(next, scanner, keys, writing, Optional.empty(), tries, cardLies);
        }

        AskProgress asking() {
            return new AskProgress(
                    ProgressPage.AskProgress.Phase.ASKING, scanner, typed, writing, Optional.empty(), tries, cardLies);
        }

        AskProgress writing(ProgressPage.AskProgress.Entry entry) {
            return new AskProgress(phase, scanner, typed, entry, flaw, tries, cardLies);
        }

        AskProgress scanner(boolean usable) {
            return new AskProgress(phase, usable, typed, writing, flaw, tries, cardLies);
        }

        AskProgress quiet() {
            return new AskProgress(phase, scanner, typed, writing, Optional.empty(), tries, cardLies);
        }

        /** The same way once more. */
        AskProgress again(ProgressPage.AskProgress.Flaw why, int tried) {
            AskProgress back = by(typed || !scanner);
            return new AskProgress(
                    back.phase, scanner, back.typed, writing, Optional.of(why), tried, cardLies);
        }

        /** Nothing more in this visit. */
        AskProgress closed() {
            return new AskProgress(
                    ProgressPage.AskProgress.Phase.CLOSED,
                    scanner,
                    typed,
                    writing,
                    Optional.of(ProgressPage.AskProgress.Flaw.TOO_MANY),
                    tries,
                    cardLies);
        }
    }

    /**
     * What is known of the case.
     *
     * @param from where the next one is asked for
     */
    record Progress(AskProgress from) implements Place {}

    /**
     * Papers on the tray.
     *
     * @param current which of the stage's materials is scanned
     * @param busy a still is being taken and developed
     */
    record Materials(
            Plan plan, int stage, int current, Camera camera, Feeder feeder, boolean busy, boolean returning)
            implements Filing {
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

    /**
     * The document to sign.
     *
     * @param pages 0 while it is being drawn
     * @param taking the signature was taken and is being put on paper
     */
    record Signing(
            Plan plan,
            int stage,
            int page,
            int pages,
            FilingPage.Signing.PadState pad,
            Optional<FilingPage.Signing.InkTrouble> trouble,
            boolean taking)
            implements Filing {
        static Signing at(Plan plan, int stage) {
            return new Signing(plan, stage, 0, 0, FilingPage.Signing.PadState.SCREEN, Optional.empty(), false);
        }

        /** As it is entered. */
        Signing fresh() {
            return at(plan, stage);
        }

        Signing drawn(int count) {
            return new Signing(plan, stage, 0, Math.max(1, count), pad, trouble, false);
        }

        Signing turned(int by) {
            int to = Math.clamp((long) page + by, 0, Math.max(0, pages - 1));
            return new Signing(plan, stage, to, pages, pad, trouble, taking);
        }

        Signing with(FilingPage.Signing.PadState next) {
            return new Signing(plan, stage, page, pages, next, trouble, taking);
        }

        Signing with(Optional<FilingPage.Signing.InkTrouble> next) {
            return new Signing(plan, stage, page, pages, pad, next, taking);
        }

        Signing used() {
            return new Signing(plan, stage, page, pages, pad, Optional.empty(), true);
        }
    }

    /**
     * A fingertip.
     *
     * @param held one picture was taken; the next must be of the same finger
     * @param flaw what was wrong with the last one
     * @param tries how many in a row were wrong
     */
    record Fingerprint(
            Plan plan,
            int stage,
            FilingPage.Fingerprint.Phase phase,
            boolean held,
            Optional<FilingPage.Fingerprint.Flaw> flaw,
            int tries,
            boolean returning)
            implements Filing {
        static Fingerprint at(Plan plan, int stage, boolean returning) {
            return new Fingerprint(
                    plan, stage, FilingPage.Fingerprint.Phase.ASKING, false, Optional.empty(), 0, returning);
        }

        /** As it is entered. */
        Fingerprint fresh() {
            return at(plan, stage, returning);
        }

        Fingerprint in(FilingPage.Fingerprint.Phase next) {
            return new Fingerprint(plan, stage, next, held, flaw, tries, returning);
        }

        /** A picture was good; the finger is to be lifted and laid once more. */
        Fingerprint holding() {
            return new Fingerprint(
                    plan, stage, FilingPage.Fingerprint.Phase.LIFTING, true, Optional.empty(), 0, returning);
        }

        /** A picture was not good: the finger is to be lifted and laid once more. */
        Fingerprint poor(FilingPage.Fingerprint.Flaw why, boolean still) {
            return new Fingerprint(
                    plan, stage, FilingPage.Fingerprint.Phase.LIFTING, still, Optional.of(why), tries + 1, returning);
        }

        /** Nothing is taken any more until the citizen says so. */
        Fingerprint stopped(FilingPage.Fingerprint.Flaw why) {
            return new Fingerprint(
                    plan, stage, FilingPage.Fingerprint.Phase.ASKING, false, Optional.of(why), 0, returning);
        }
    }

    /** Everything once more. */
    record Review(Plan plan, int stage, boolean ticked) implements Filing {
        Review ticked(boolean on) {
            return new Review(plan, stage, on);
        }
    }

    /**
     * From here there is no way back: what is being sealed will be kept or refused, never dropped half-way.
     *
     * @param leaving the citizen wants to end as soon as it is kept
     * @param originals some of its originals go into the cabinet afterwards
     */
    record Submitting(Plan plan, int stage, Phase phase, boolean leaving, boolean originals) implements Place {
        /** The step being done. */
        enum Phase {
            SEALING,
            KEEPING,
            SENDING,
            CONFIRMING
        }

        Submitting in(Phase next) {
            return new Submitting(plan, stage, next, leaving, originals);
        }

        Submitting hurried() {
            return new Submitting(plan, stage, phase, true, originals);
        }

        Submitting withOriginals() {
            return new Submitting(plan, stage, phase, leaving, true);
        }

        /** The journal has answered: it is durable here. */
        boolean kept() {
            return phase.compareTo(Phase.SENDING) >= 0;
        }
    }

    /**
     * The originals of what was submitted go into the cabinet.
     *
     * @param reopened the door was opened a second time
     * @param refused the centre will not take the case as it is; said when nothing stands open any more
     */
    record Deposit(
            Plan plan,
            int stage,
            KeepingPage.Deposit.Phase phase,
            boolean reopened,
            Optional<KeepingPage.Deposit.Flaw> flaw,
            boolean refused)
            implements Place {
        static Deposit at(Plan plan, int stage) {
            return new Deposit(plan, stage, KeepingPage.Deposit.Phase.ASKING, false, Optional.empty(), false);
        }

        /** In another phase, and nothing is wrong. */
        Deposit in(KeepingPage.Deposit.Phase next) {
            return new Deposit(plan, stage, next, reopened, Optional.empty(), refused);
        }

        Deposit in(KeepingPage.Deposit.Phase next, KeepingPage.Deposit.Flaw why) {
            return new Deposit(plan, stage, next, reopened, Optional.of(why), refused);
        }

        Deposit again() {
            return new Deposit(plan, stage, KeepingPage.Deposit.Phase.OPENING, true, Optional.empty(), refused);
        }

        Deposit refusedMeanwhile() {
            return new Deposit(plan, stage, phase, reopened, flaw, true);
        }
    }

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
    record Received(Plan plan, int stage, Slip slip, int rated, KeepingPage.Rating rating) implements Place {
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
    record Kept(Plan plan, int stage, Slip slip) implements Place {
        Kept with(Slip next) {
            return new Kept(plan, stage, next);
        }
    }

    /**
     * The centre is asked for a certificate.
     *
     * @param reprint an earlier one was voided because it came out badly; the new one is printed at once
     */
    record Querying(Plan plan, int stage, boolean reprint) implements Place {}

    /** The certificate as it will be printed. */
    record Result(Plan plan, int stage, int page, int pages) implements Place {}

    /**
     * A certificate is being printed.
     *
     * @param taken the printer has the whole document; before that nothing comes out
     */
    record Printing(Plan plan, int stage, boolean taken, int pagesOut, int pages, boolean stopping, boolean done)
            implements Place {
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

    /**
     * Something does not work.
     *
     * @param pagesOut pages that are known to have come out of a print job
     * @param from where it happened, and where it goes on
     * @param alive a print job is still with the printer and goes on by itself
     * @param waiting the citizen chose to wait
     */
    record Trouble(
            PaperPage.TroubleKind kind,
            int pagesOut,
            int pages,
            Place from,
            boolean alive,
            boolean waiting,
            boolean reported)
            implements Place {
        Trouble(PaperPage.TroubleKind kind, Place from) {
            this(kind, 0, 0, from, false, false, false);
        }

        /** A print job's trouble. */
        static Trouble printing(PaperPage.TroubleKind kind, Printing from, boolean alive) {
            return new Trouble(kind, from.pagesOut(), from.pages(), from.again(), alive, false, false);
        }

        /** The same job has another trouble now. */
        Trouble renamed(PaperPage.TroubleKind next, Printing job) {
            return new Trouble(next, job.pagesOut(), job.pages(), job.again(), alive, waiting, reported);
        }

        /** The same trouble; meanwhile this became of the place where it happened. */
        Trouble over(Place place) {
            return new Trouble(kind, pagesOut, pages, place, alive, waiting, reported);
        }

        /** The same, with its 办不成事 kept for sending or not. */
        Trouble told(boolean kept) {
            return new Trouble(kind, pagesOut, pages, from, alive, waiting, kept);
        }

        /** The same, and the citizen waits. */
        Trouble patient() {
            return new Trouble(kind, pagesOut, pages, from, alive, true, reported);
        }
    }
}
