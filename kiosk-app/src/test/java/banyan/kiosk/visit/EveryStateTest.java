package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.DeviceKind;
import banyan.kiosk.visit.Page.Identify.Phase;
import banyan.kiosk.visit.VisitState.Attract;
import banyan.kiosk.visit.VisitState.Ended;
import banyan.kiosk.visit.VisitState.Open;
import banyan.kiosk.visit.VisitState.Over;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every state that any order of any events can reach, found by trying them all; and what holds of each of them. */
class EveryStateTest {
    private static final Set<VisitState> REACHED = new HashSet<>();
    private static final Map<Rule, String> BROKEN = new LinkedHashMap<>();

    /** What must hold of each single event in each state. */
    private enum Rule {
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
        NOTHING_GOES_TO_THE_ACCOUNT_UNASKED
    }

    /** A long declaration alone; then a short one beside a query, so that each is tried while the other waits. */
    @BeforeAll
    static void walk() {
        walk(EveryEvent.with(EveryEvent.DECLARATION));
        walk(EveryEvent.with(EveryEvent.SHORT, EveryEvent.QUERY));
    }

    private static void walk(List<VisitEvent> events) {
        var seen = new HashSet<VisitState>();
        var todo = new ArrayDeque<VisitState>();
        VisitState start = new Attract(Attract.Card.NONE);
        seen.add(start);
        todo.add(start);
        while (!todo.isEmpty()) {
            VisitState from = todo.remove();
            for (VisitEvent event : events) {
                Step step = VisitFlow.next(from, event);
                for (Rule rule : Rule.values()) {
                    if (!holds(rule, from, event, step)) {
                        BROKEN.putIfAbsent(rule, from + "\n + " + event + "\n = " + step);
                    }
                }
                if (seen.add(step.state())) {
                    todo.add(step.state());
                }
            }
        }
        REACHED.addAll(seen);
    }

    private static boolean holds(Rule rule, VisitState from, VisitEvent event, Step step) {
        return switch (rule) {
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
                        || event instanceof VisitEvent.ProgressHere;
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

    private static @Nullable Place place(VisitState state) {
        return state instanceof Open open ? open.place() : null;
    }

    private static @Nullable Place under(VisitState state) {
        return place(state) instanceof Place.Trouble trouble ? trouble.from() : null;
    }

    @Test
    void staffRateNothing() {
        assertNever(Rule.STAFF_RATE_NOTHING);
    }

    @Test
    void nothingIsRatedWithoutAReceipt() {
        assertNever(Rule.NOTHING_IS_RATED_WITHOUT_A_RECEIPT);
    }

    @Test
    void nobodyIsThankedBeforeTheOutboxHasIt() {
        assertNever(Rule.NOBODY_IS_THANKED_BEFORE_THE_OUTBOX_HAS_IT);
    }

    @Test
    void nothingIsReadBeforeConsent() {
        assertNever(Rule.NOTHING_IS_READ_BEFORE_CONSENT);
    }

    @Test
    void aCardLeftBehindIsNotReadAsStaffs() {
        assertNever(Rule.A_CARD_LEFT_BEHIND_IS_NOT_READ_AS_STAFFS);
    }

    @Test
    void keptIsSaidOnlyAfterTheJournalAnswered() {
        assertNever(Rule.KEPT_IS_SAID_ONLY_AFTER_THE_JOURNAL);
    }

    @Test
    void receivedIsSaidOnlyWithTheCentresReceipt() {
        assertNever(Rule.RECEIVED_IS_SAID_ONLY_WITH_THE_RECEIPT);
    }

    @Test
    void whatIsBeingSealedIsNeverAbandoned() {
        assertNever(Rule.SEALING_IS_NEVER_ABANDONED);
    }

    @Test
    void savedIsSaidOnlyWithTheCentresAnswerAndNothingIsSentUnasked() {
        assertNever(Rule.SAVED_IS_SAID_ONLY_WITH_THE_CENTRES_ANSWER);
    }

    @Test
    void aCodeIsSaidToBeOutOnlyWhenItWasPrintedAndElseItOpensNothing() {
        assertNever(Rule.A_CODE_IS_SAID_TO_BE_OUT_ONLY_WHEN_IT_WAS_PRINTED);
        assertNever(Rule.WHAT_IS_NOT_SURELY_ON_PAPER_IS_GIVEN_UP);
        assertNever(Rule.NOTHING_GOES_TO_THE_ACCOUNT_UNASKED);
    }

    @Test
    void everyEndWipes() {
        assertNever(Rule.THE_END_ALWAYS_WIPES);
    }

    @Test
    void nobodyBeginsBeforeTheWipeIsDone() {
        assertNever(Rule.NOTHING_BEGINS_BEFORE_THE_WIPE);
    }

    @Test
    void nothingIsPrintedAgainWhereAPageMayBeOut() {
        assertNever(Rule.NO_PAPER_TWICE_WITHOUT_ASKING);
    }

    @Test
    void noBankCardIsReadUnasked() {
        assertNever(Rule.NO_BANK_CARD_IS_READ_UNASKED);
    }

    @Test
    void aBankCardsNumberLeadsOnOnlyWhenTheCardIsOut() {
        assertNever(Rule.A_BANK_CARDS_NUMBER_LEADS_ON_ONLY_WHEN_THE_CARD_IS_OUT);
    }

    @Test
    void progressIsToldOnlyWhenItIsKnown() {
        assertNever(Rule.PROGRESS_IS_TOLD_ONLY_WHEN_IT_IS_KNOWN);
    }

    @Test
    void progressIsTriedOnlySoOften() {
        assertNever(Rule.PROGRESS_IS_TRIED_ONLY_SO_OFTEN);
    }

    @Test
    void aCardThatLayThereBeginsNothingByItself() {
        assertNever(Rule.A_CARD_THAT_LAY_THERE_BEGINS_NOTHING_BY_ITSELF);
    }

    @Test
    void nobodyIsAskedWhetherHeIsHereWhileSomethingIsDoneForHim() {
        assertNever(Rule.NOBODY_IS_ASKED_WHILE_SOMETHING_IS_DONE);
    }

    @Test
    void aCardIsLookedForOnlyWhereOneIsWanted() {
        assertNever(Rule.A_CARD_IS_LOOKED_FOR_ONLY_WHERE_ONE_IS_WANTED);
    }

    @Test
    void paperIsDrawnInOnlyWhenTheCitizenAsked() {
        assertNever(Rule.PAPER_IS_DRAWN_IN_ONLY_WHEN_THE_CITIZEN_ASKED);
    }

    @Test
    void noSheetIsDrawnInForNobody() {
        assertNever(Rule.NO_SHEET_IS_DRAWN_IN_FOR_NOBODY);
    }

    @Test
    void noTestPictureOutlivesItsPage() {
        assertNever(Rule.NO_TEST_PICTURE_OUTLIVES_ITS_PAGE);
    }

    @Test
    void noFingerIsTakenBeforeConsent() {
        assertNever(Rule.NO_FINGER_IS_TAKEN_BEFORE_CONSENT);
    }

    @Test
    void noCellIsOpenedBeforeTheRequestIsDurable() {
        assertNever(Rule.NO_CELL_IS_OPENED_BEFORE_THE_REQUEST_IS_DURABLE);
    }

    @Test
    void aCellIsUnlockedOnlyWhenTheCitizenAsked() {
        assertNever(Rule.A_CELL_IS_UNLOCKED_ONLY_WHEN_THE_CITIZEN_ASKED);
    }

    @Test
    void aDoorIsNotLeftWithoutItsEndWrittenDown() {
        assertNever(Rule.A_DOOR_IS_NOT_LEFT_WITHOUT_ITS_END_WRITTEN_DOWN);
    }

    private static void assertNever(Rule rule) {
        assertEquals(null, BROKEN.get(rule));
    }

    @Test
    void everyPlaceIsReached() {
        var places = new HashSet<Class<?>>();
        REACHED.forEach(state -> Optional.ofNullable(place(state)).ifPresent(place -> places.add(place.getClass())));
        assertEquals(kinds(Place.class).collect(Collectors.toSet()), places);
    }

    private static Stream<Class<?>> kinds(Class<?> kind) {
        return kind.isSealed()
                ? Stream.of(kind.getPermittedSubclasses()).flatMap(EveryStateTest::kinds)
                : Stream.of(kind);
    }

    @Test
    void everyStateButAttractHasADeadline() {
        assertAll(state -> state instanceof Attract || !(VisitFlow.patience(state) instanceof Patience.Endless));
    }

    @Test
    void aTerminalThatIsLeftAloneComesBackToAttract() {
        assertAll(state -> {
            VisitState at = state;
            for (int patience = 0; patience < 8 && !(at instanceof Attract); patience++) {
                at = answered(VisitFlow.next(at, new VisitEvent.TimeUp()));
            }
            return at instanceof Attract;
        });
    }

    /** Wiping and the journal always answer; nothing else is needed to come to an end. */
    private static VisitState answered(Step step) {
        return step.state() instanceof Ended
                ? VisitFlow.next(step.state(), new VisitEvent.Wiped()).state()
                : step.state();
    }

    @Test
    void theEndIsThereInEveryState() {
        assertAll(state -> {
            if (!(state instanceof Open)) {
                return true;
            }
            VisitState asked = after(state, new Wish.End());
            VisitState sure = after(asked, new Wish.EndForSure());
            return sure instanceof Ended
                    || VisitFlow.next(sure, new VisitEvent.Appended()).state() instanceof Ended;
        });
    }

    @Test
    void helpIsThereOnEveryPage() {
        assertAll(state -> !(state instanceof Open open)
                || open.over().isPresent()
                || after(state, new Wish.CannotDo()) instanceof Open helped
                        && helped.over().equals(Optional.of(new Over.CannotDo(false))));
    }

    @Test
    void everyTroubleHasAWayOnThatLeadsElsewhere() {
        assertAll(state -> !(state instanceof Open open && open.place() instanceof Place.Trouble trouble)
                || open.over().isPresent()
                || Troubles.ways(trouble).stream()
                        .anyMatch(way -> !after(state, new Wish.Take(way)).equals(state)));
    }

    @Test
    void everySheetCanBeClosed() {
        assertAll(state -> !(state instanceof Open open)
                || open.over().isEmpty()
                || (after(state, new Wish.Stay()) instanceof Open closed
                        && closed.over().isEmpty()));
    }

    @Test
    void theWarningCanBeAnsweredAnyNumberOfTimes() {
        VisitState state = new Open(new Place.Home(), VisitState.Visitor.UNKNOWN.known(), Optional.empty());
        for (int time = 0; time < 100; time++) {
            VisitState warned = VisitFlow.next(state, new VisitEvent.TimeUp()).state();
            assertFalse(((Open) warned).over().isEmpty());
            assertEquals(state, after(warned, new Wish.Here()));
        }
    }

    private static VisitState after(VisitState state, Wish wish) {
        return VisitFlow.next(state, new VisitEvent.Asked(wish)).state();
    }

    private static void assertAll(Predicate<VisitState> holds) {
        assertTrue(REACHED.size() > 1_000);
        assertEquals(
                Optional.empty(),
                REACHED.stream().filter(holds.negate()).map(Object::toString).findFirst());
    }
}
