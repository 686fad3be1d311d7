package banyan.kiosk.visit;

import banyan.device.DeviceKind;
import banyan.kiosk.visit.Page.Identify.Phase;
import banyan.kiosk.visit.VisitState.Attract;
import banyan.kiosk.visit.VisitState.Ended;
import banyan.kiosk.visit.VisitState.Open;
import banyan.kiosk.visit.VisitState.Over;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must hold of each single event in each state. */
enum VisitRule {
    NOTHING_IS_READ_BEFORE_CONSENT,
    A_CARD_LEFT_BEHIND_IS_NOT_READ_AS_STAFFS,
    KEPT_IS_SAID_ONLY_AFTER_THE_JOURNAL,
    RECEIVED_IS_SAID_ONLY_WITH_THE_RECEIPT,
    SEALING_IS_NEVER_ABANDONED,
    THE_END_ALWAYS_WIPES,
    NOTHING_BEGINS_BEFORE_THE_WIPE,
    NO_PAPER_TWICE_WITHOUT_ASKING,
    NOBODY_IS_ASKED_WHILE_SOMETHING_IS_DONE,
    A_CARD_IS_LOOKED_FOR_ONLY_WHERE_ONE_IS_WANTED,
    PAPER_IS_DRAWN_IN_ONLY_WHEN_THE_CITIZEN_ASKED,
    NO_SHEET_IS_DRAWN_IN_FOR_NOBODY,
    NO_FINGER_IS_TAKEN_BEFORE_CONSENT,
    NO_TEST_PICTURE_OUTLIVES_ITS_PAGE,
    NO_BANK_CARD_IS_READ_UNASKED,
    A_BANK_CARDS_NUMBER_LEADS_ON_ONLY_WHEN_THE_CARD_IS_OUT,
    PROGRESS_IS_TOLD_ONLY_WHEN_IT_IS_KNOWN,
    A_CASE_IS_TAKEN_BACK_ONLY_WHEN_THE_CITIZEN_SAID_SO_TWICE,
    CASES_ARE_SHOWN_ONLY_TO_WHOEVER_WAS_IDENTIFIED,
    A_RESULT_IS_ORDERED_ONLY_WHEN_THE_CITIZEN_ASKED,
    AN_APPOINTMENT_STANDS_ONLY_BY_THE_CENTRES_WORD,
    NOTHING_IS_ARRANGED_UNASKED,
    PROGRESS_IS_TRIED_ONLY_SO_OFTEN,
    A_CARD_THAT_LAY_THERE_BEGINS_NOTHING_BY_ITSELF,
    NO_CELL_IS_OPENED_BEFORE_THE_REQUEST_IS_DURABLE,
    A_CELL_IS_UNLOCKED_ONLY_WHEN_THE_CITIZEN_ASKED,
    A_DOOR_IS_NOT_LEFT_WITHOUT_ITS_END_WRITTEN_DOWN,
    STAFF_RATE_NOTHING,
    NOTHING_IS_RATED_WITHOUT_A_RECEIPT,
    NOBODY_IS_THANKED_BEFORE_THE_OUTBOX_HAS_IT,
    SAVED_IS_SAID_ONLY_WITH_THE_CENTRES_ANSWER,
    A_CODE_IS_SAID_TO_BE_OUT_ONLY_WHEN_IT_WAS_PRINTED,
    WHAT_IS_NOT_SURELY_ON_PAPER_IS_GIVEN_UP,
    NOTHING_GOES_TO_THE_ACCOUNT_UNASKED;

    /** Whether it held when this event came in this state and led there. */
    boolean holds(VisitState from, VisitEvent event, Step step) {
        return switch (this) {
            case NOTHING_IS_READ_BEFORE_CONSENT ->
                !does(step, Effect.ReadCard.class)
                        || event.equals(new VisitEvent.Asked(new Wish.Agree()))
                        || (place(from) instanceof Place.Identify identify && identify.phase() == Phase.WAITING);
            case A_CARD_LEFT_BEHIND_IS_NOT_READ_AS_STAFFS ->
                !(from instanceof Attract attract && attract.card() != Attract.Card.NONE)
                        || !(step.state() instanceof VisitState.Upkeep(UpkeepPost.SignIn(var asks, _)))
                        || asks == UpkeepPost.SignIn.Asks.LIFT;
            case KEPT_IS_SAID_ONLY_AFTER_THE_JOURNAL -> !saysKept(step.state()) || saysKept(from) || durable(from);
            case RECEIVED_IS_SAID_ONLY_WITH_THE_RECEIPT ->
                !(place(step.state()) instanceof SubmittedPlace.Received)
                        || place(from) instanceof SubmittedPlace.Received
                        || under(from) instanceof SubmittedPlace.Received
                        || event instanceof VisitEvent.ReceiptHeld
                        || (from instanceof Open open && open.visitor().done() == VisitState.Visitor.Outcome.SUBMITTED);
            case SEALING_IS_NEVER_ABANDONED ->
                !(place(from) instanceof Place.Submitting submitting && !submitting.kept())
                        || step.state() instanceof Open
                        || event instanceof VisitEvent.Appended;
            case THE_END_ALWAYS_WIPES ->
                !(from instanceof Open && !(step.state() instanceof Open)) || does(step, Effect.Wipe.class);
            case NOTHING_BEGINS_BEFORE_THE_WIPE ->
                !(from instanceof Ended ended && !ended.wiped()) || step.state() instanceof Ended;
            case NO_PAPER_TWICE_WITHOUT_ASKING -> !does(step, Effect.PrintCertificate.class) || nothingIsOut(from);
            case NOBODY_IS_ASKED_WHILE_SOMETHING_IS_DONE ->
                !(step.state() instanceof Open open
                        && open.over().equals(Optional.of(new Over.IdleWarning()))
                        && VisitFlow.patience(open) instanceof Patience.Work);
            case A_CARD_IS_LOOKED_FOR_ONLY_WHERE_ONE_IS_WANTED ->
                !VisitFlow.used(step.state()).contains(Effect.Device.CARD_WATCH)
                        || step.state() instanceof Attract
                        || step.state() instanceof VisitState.Upkeep
                        || place(step.state()) instanceof Place.Identify;
            case PAPER_IS_DRAWN_IN_ONLY_WHEN_THE_CITIZEN_ASKED ->
                !step.effects().contains(new Effect.Use(Effect.Device.FEEDER))
                        || event.equals(new VisitEvent.Asked(new Wish.Feed()));
            case NO_SHEET_IS_DRAWN_IN_FOR_NOBODY ->
                !(VisitFlow.used(from).contains(Effect.Device.FEEDER)
                                && !(place(step.state()) instanceof ScanningPlace.Materials))
                        || step.effects().contains(new Effect.Leave(Effect.Device.FEEDER));
            case NO_FINGER_IS_TAKEN_BEFORE_CONSENT ->
                !VisitFlow.used(step.state()).contains(Effect.Device.FINGER)
                        || VisitFlow.used(from).contains(Effect.Device.FINGER)
                        || event.equals(new VisitEvent.Asked(new Wish.Agree()));
            case NO_TEST_PICTURE_OUTLIVES_ITS_PAGE ->
                !trial(from)
                        || trial(step.state())
                        || step.effects().contains(new Effect.Upkeep(new UpkeepDeed.ForgetTrial()))
                        || step.effects().contains(new Effect.Upkeep(new UpkeepDeed.Leave()));
            case NO_BANK_CARD_IS_READ_UNASKED ->
                !VisitFlow.used(step.state()).contains(Effect.Device.CHIP_CARD)
                        || VisitFlow.used(from).contains(Effect.Device.CHIP_CARD)
                        || event instanceof VisitEvent.Asked(Wish.InsertCard _)
                        || (event.equals(new VisitEvent.DeviceUsable(DeviceKind.SMART_CARD_TERMINAL, true))
                                && place(from) instanceof Place.BankCard);
            case A_BANK_CARDS_NUMBER_LEADS_ON_ONLY_WHEN_THE_CARD_IS_OUT ->
                !(place(from) instanceof Place.BankCard && place(step.state()) instanceof Place.Form)
                        || event instanceof VisitEvent.Asked
                        || event instanceof VisitEvent.ChipOut
                        || event instanceof VisitEvent.DeviceUsable
                        || event.equals(new VisitEvent.ChipFailed(FilingPage.BankCard.Flaw.GONE));
            case PROGRESS_IS_TOLD_ONLY_WHEN_IT_IS_KNOWN ->
                !(place(step.state()) instanceof ProgressPlace.Progress)
                        || place(from) instanceof ProgressPlace.Progress
                        || place(from) instanceof ProgressPlace.News
                        || (place(from) instanceof ProgressPlace.Withdrawing
                                && (event instanceof VisitEvent.Withdrawn || event.equals(new VisitEvent.Asked(new Wish.Back()))))
                        || event instanceof VisitEvent.ProgressHere
                        || event instanceof VisitEvent.CaseShown;
            case A_CASE_IS_TAKEN_BACK_ONLY_WHEN_THE_CITIZEN_SAID_SO_TWICE ->
                !step.effects().contains(new Effect.Withdraw())
                        || (place(from) instanceof ProgressPlace.Withdrawing
                                && event.equals(new VisitEvent.Asked(new Wish.Next())));
            case CASES_ARE_SHOWN_ONLY_TO_WHOEVER_WAS_IDENTIFIED ->
                !(does(step, Effect.AskCases.class)
                                || does(step, Effect.Collect.class)
                                || place(step.state()) instanceof ProgressPlace.Cases)
                        || (step.state() instanceof Open open && open.visitor().identified());
            case A_RESULT_IS_ORDERED_ONLY_WHEN_THE_CITIZEN_ASKED ->
                !does(step, Effect.Collect.class) || event.equals(new VisitEvent.Asked(new Wish.Collect()));
            case AN_APPOINTMENT_STANDS_ONLY_BY_THE_CENTRES_WORD ->
                !saysArranged(place(step.state()))
                        || saysArranged(place(from))
                        || event.equals(new VisitEvent.Appointed(new AppointmentEvent.Done()));
            case NOTHING_IS_ARRANGED_UNASKED ->
                step.effects().stream()
                        .noneMatch(effect -> effect instanceof Effect.Appointment(AppointmentDeed.Send _)
                                && !event.equals(new VisitEvent.Asked(new Wish.Next()))
                                && !event.equals(new VisitEvent.Asked(new Wish.Appoint(AppointmentPage.Deed.CHECK_IN))));
            case PROGRESS_IS_TRIED_ONLY_SO_OFTEN ->
                !(place(step.state()) instanceof ProgressPlace.AskProgress ask)
                        || ask.tries() < ProgressFlow.MOST_TRIES;
            case A_CARD_THAT_LAY_THERE_BEGINS_NOTHING_BY_ITSELF ->
                !(place(from) instanceof ProgressPlace.AskProgress ask
                                && ask.cardLies()
                                && step.state() instanceof Ended ended)
                        || ended.cardForgotten();
            case NO_CELL_IS_OPENED_BEFORE_THE_REQUEST_IS_DURABLE ->
                !(VisitFlow.used(step.state()).contains(Effect.Device.CABINET)
                        && step.state() instanceof Open open
                        && open.visitor().done() == VisitState.Visitor.Outcome.NOTHING);
            case A_CELL_IS_UNLOCKED_ONLY_WHEN_THE_CITIZEN_ASKED ->
                !(step.effects().contains(new Effect.Use(Effect.Device.CABINET))
                                && place(step.state()) instanceof Place.Deposit deposit
                                && deposit.phase() == KeepingPage.Deposit.Phase.OPENING)
                        || event.equals(new VisitEvent.Asked(new Wish.OpenCell()));
            case A_DOOR_IS_NOT_LEFT_WITHOUT_ITS_END_WRITTEN_DOWN ->
                !(place(from) instanceof Place.Deposit deposit
                                && deposit.phase() != KeepingPage.Deposit.Phase.ASKING
                                && !(place(step.state()) instanceof Place.Deposit))
                        || deposit.phase() == KeepingPage.Deposit.Phase.RECORDING
                        || does(step, Effect.Wipe.class);
            case STAFF_RATE_NOTHING ->
                !(from instanceof VisitState.Upkeep)
                        || (!does(step, Effect.SendEvaluation.class) && !(place(step.state()) instanceof SubmittedPlace.Received));
            case NOTHING_IS_RATED_WITHOUT_A_RECEIPT ->
                !does(step, Effect.SendEvaluation.class) || place(from) instanceof SubmittedPlace.Received;
            case NOBODY_IS_THANKED_BEFORE_THE_OUTBOX_HAS_IT ->
                !thanked(step.state())
                        || thanked(from)
                        || event.equals(new VisitEvent.EvaluationKept(true))
                                && place(from) instanceof SubmittedPlace.Received given
                                && given.rating() == KeepingPage.Rating.GOING;
            case SAVED_IS_SAID_ONLY_WITH_THE_CENTRES_ANSWER ->
                !saved(step.state(), KeepingPage.Later.Way.ACCOUNT)
                        || saved(from, KeepingPage.Later.Way.ACCOUNT)
                        || event.equals(new VisitEvent.DraftKept()) && sending(from, KeepingPage.Later.Way.ACCOUNT);
            case A_CODE_IS_SAID_TO_BE_OUT_ONLY_WHEN_IT_WAS_PRINTED ->
                !saved(step.state(), KeepingPage.Later.Way.PAPER)
                        || saved(from, KeepingPage.Later.Way.PAPER)
                        || event.equals(new VisitEvent.Printed()) && sending(from, KeepingPage.Later.Way.PAPER);
            case WHAT_IS_NOT_SURELY_ON_PAPER_IS_GIVEN_UP ->
                !(sending(from, KeepingPage.Later.Way.PAPER)
                                && place(step.state()) instanceof Place.Later now
                                && now.phase() == KeepingPage.Later.Phase.NOT_KEPT)
                        || does(step, Effect.AbandonDraft.class);
            case NOTHING_GOES_TO_THE_ACCOUNT_UNASKED ->
                !(does(step, Effect.KeepDraft.class) || does(step, Effect.PrintDraft.class))
                        || event.equals(new VisitEvent.Asked(new Wish.KeepDraft())) && place(from) instanceof Place.Later;
        };
    }

    private static boolean saved(VisitState state, KeepingPage.Later.Way way) {
        return later(place(state), KeepingPage.Later.Phase.KEPT, way)
                || later(under(state), KeepingPage.Later.Phase.KEPT, way);
    }

    private static boolean sending(VisitState state, KeepingPage.Later.Way way) {
        return later(place(state), KeepingPage.Later.Phase.SENDING, way);
    }

    private static boolean later(@Nullable Place place, KeepingPage.Later.Phase phase, KeepingPage.Later.Way way) {
        return place instanceof Place.Later later && later.phase() == phase && later.way() == way;
    }

    private static boolean thanked(VisitState state) {
        return place(state) instanceof SubmittedPlace.Received received && received.rating() == KeepingPage.Rating.NOTED;
    }

    private static boolean trial(VisitState state) {
        return state instanceof VisitState.Upkeep(UpkeepPost.Trial _);
    }

    private static boolean does(Step step, Class<? extends Effect> effect) {
        return step.effects().stream().anyMatch(effect::isInstance);
    }

    private static boolean saysKept(VisitState state) {
        return Set.of(Optional.of(SubmittedPlace.Kept.class), Optional.of(SubmittedPlace.Received.class))
                .contains(Optional.ofNullable(place(state)).map(Place::getClass));
    }

    private static boolean durable(VisitState state) {
        return (place(state) instanceof Place.Submitting submitting && submitting.kept())
                || place(state) instanceof Place.Deposit
                || under(state) instanceof SubmittedPlace.Kept
                || under(state) instanceof SubmittedPlace.Received;
    }

    private static boolean nothingIsOut(VisitState from) {
        return place(from) instanceof CertificatePlace.Result
                || (place(from) instanceof CertificatePlace.Querying querying && querying.reprint());
    }

    static @Nullable Place place(VisitState state) {
        return state instanceof Open open ? open.place() : null;
    }

    private static boolean saysArranged(@Nullable Place place) {
        return place instanceof AppointmentPlace.Appointing appointing
                && appointing.phase() == AppointmentPlace.Appointing.Phase.DONE;
    }

    private static @Nullable Place under(VisitState state) {
        return place(state) instanceof Place.Trouble trouble ? trouble.from() : null;
    }
}
