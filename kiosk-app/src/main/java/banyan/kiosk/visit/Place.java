package banyan.kiosk.visit;

import banyan.kiosk.identity.CardFlaw;
import banyan.kiosk.visit.CertificatePlace.Printing;
import java.util.Optional;

/** Where in the dialogue a visit is. Codes and counts only: no word, number or picture of a citizen. */
public sealed interface Place
        permits Place.Identify,
                Place.Resume,
                Place.Later,
                Place.Home,
                Place.Items,
                Place.Guide,
                Place.Filing,
                Place.Submitting,
                Place.Deposit,
                Place.Trouble,
                ProgressPlace,
                AppointmentPlace,
                SubmittedPlace,
                CertificatePlace {
    /**
     * Consent and card.
     *
     * @param answering what is asked for in a case is given afterwards
     */
    record Identify(Page.Identify.Phase phase, Optional<CardFlaw> trouble, boolean cardLies, boolean answering)
            implements Place {
        /** For whatever somebody wants. */
        Identify(Page.Identify.Phase phase, Optional<CardFlaw> trouble, boolean cardLies) {
            this(phase, trouble, cardLies, false);
        }

        /** Before anything is read. */
        Identify consenting(boolean lies) {
            return new Identify(Page.Identify.Phase.CONSENT, Optional.empty(), lies, answering);
        }

        Identify reading() {
            return new Identify(Page.Identify.Phase.READING, Optional.empty(), false, answering);
        }

        Identify waiting(Optional<CardFlaw> why) {
            return new Identify(Page.Identify.Phase.WAITING, why, false, answering);
        }
    }

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
    sealed interface Filing extends Place permits Form, BankCard, ScanningPlace, SigningPlace, Review {
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
