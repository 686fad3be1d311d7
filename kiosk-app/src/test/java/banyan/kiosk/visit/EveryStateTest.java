package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every state that any order of any events can reach, found by trying them all; and what holds of each of them. */
class EveryStateTest {
    private static final Set<VisitState> REACHED = new HashSet<>();
    private static final Map<VisitRule, String> BROKEN = new LinkedHashMap<>();

    /**
     * A long declaration alone; then a short one beside a query, so that each is tried while the other waits; then the shortest and the
     * cases that were handed in before. All at once would be each of these times each of those.
     */
    @BeforeAll
    static void walk() {
        walk(EveryEvent.with(EveryEvent.DECLARATION));
        walk(EveryEvent.with(EveryEvent.SHORT, EveryEvent.QUERY));
        walk(EveryEvent.withCases(EveryEvent.ASKED));
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
                for (VisitRule rule : VisitRule.values()) {
                    if (!rule.holds(from, event, step)) {
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

    @Test
    void staffRateNothing() {
        assertNever(VisitRule.STAFF_RATE_NOTHING);
    }

    @Test
    void nothingIsRatedWithoutAReceipt() {
        assertNever(VisitRule.NOTHING_IS_RATED_WITHOUT_A_RECEIPT);
    }

    @Test
    void nobodyIsThankedBeforeTheOutboxHasIt() {
        assertNever(VisitRule.NOBODY_IS_THANKED_BEFORE_THE_OUTBOX_HAS_IT);
    }

    @Test
    void nothingIsReadBeforeConsent() {
        assertNever(VisitRule.NOTHING_IS_READ_BEFORE_CONSENT);
    }

    @Test
    void aCardLeftBehindIsNotReadAsStaffs() {
        assertNever(VisitRule.A_CARD_LEFT_BEHIND_IS_NOT_READ_AS_STAFFS);
    }

    @Test
    void keptIsSaidOnlyAfterTheJournalAnswered() {
        assertNever(VisitRule.KEPT_IS_SAID_ONLY_AFTER_THE_JOURNAL);
    }

    @Test
    void receivedIsSaidOnlyWithTheCentresReceipt() {
        assertNever(VisitRule.RECEIVED_IS_SAID_ONLY_WITH_THE_RECEIPT);
    }

    @Test
    void whatIsBeingSealedIsNeverAbandoned() {
        assertNever(VisitRule.SEALING_IS_NEVER_ABANDONED);
    }

    @Test
    void savedIsSaidOnlyWithTheCentresAnswerAndNothingIsSentUnasked() {
        assertNever(VisitRule.SAVED_IS_SAID_ONLY_WITH_THE_CENTRES_ANSWER);
    }

    @Test
    void aCodeIsSaidToBeOutOnlyWhenItWasPrintedAndElseItOpensNothing() {
        assertNever(VisitRule.A_CODE_IS_SAID_TO_BE_OUT_ONLY_WHEN_IT_WAS_PRINTED);
        assertNever(VisitRule.WHAT_IS_NOT_SURELY_ON_PAPER_IS_GIVEN_UP);
        assertNever(VisitRule.NOTHING_GOES_TO_THE_ACCOUNT_UNASKED);
    }

    @Test
    void everyEndWipes() {
        assertNever(VisitRule.THE_END_ALWAYS_WIPES);
    }

    @Test
    void nobodyBeginsBeforeTheWipeIsDone() {
        assertNever(VisitRule.NOTHING_BEGINS_BEFORE_THE_WIPE);
    }

    @Test
    void nothingIsPrintedAgainWhereAPageMayBeOut() {
        assertNever(VisitRule.NO_PAPER_TWICE_WITHOUT_ASKING);
    }

    @Test
    void noBankCardIsReadUnasked() {
        assertNever(VisitRule.NO_BANK_CARD_IS_READ_UNASKED);
    }

    @Test
    void aBankCardsNumberLeadsOnOnlyWhenTheCardIsOut() {
        assertNever(VisitRule.A_BANK_CARDS_NUMBER_LEADS_ON_ONLY_WHEN_THE_CARD_IS_OUT);
    }

    @Test
    void progressIsToldOnlyWhenItIsKnown() {
        assertNever(VisitRule.PROGRESS_IS_TOLD_ONLY_WHEN_IT_IS_KNOWN);
    }

    @Test
    void casesAreShownOnlyToWhoeverWasIdentified() {
        assertNever(VisitRule.CASES_ARE_SHOWN_ONLY_TO_WHOEVER_WAS_IDENTIFIED);
    }

    @Test
    void aResultIsOrderedOnlyWhenTheCitizenAsked() {
        assertNever(VisitRule.A_RESULT_IS_ORDERED_ONLY_WHEN_THE_CITIZEN_ASKED);
    }

    @Test
    void progressIsTriedOnlySoOften() {
        assertNever(VisitRule.PROGRESS_IS_TRIED_ONLY_SO_OFTEN);
    }

    @Test
    void aCardThatLayThereBeginsNothingByItself() {
        assertNever(VisitRule.A_CARD_THAT_LAY_THERE_BEGINS_NOTHING_BY_ITSELF);
    }

    @Test
    void nobodyIsAskedWhetherHeIsHereWhileSomethingIsDoneForHim() {
        assertNever(VisitRule.NOBODY_IS_ASKED_WHILE_SOMETHING_IS_DONE);
    }

    @Test
    void aCardIsLookedForOnlyWhereOneIsWanted() {
        assertNever(VisitRule.A_CARD_IS_LOOKED_FOR_ONLY_WHERE_ONE_IS_WANTED);
    }

    @Test
    void paperIsDrawnInOnlyWhenTheCitizenAsked() {
        assertNever(VisitRule.PAPER_IS_DRAWN_IN_ONLY_WHEN_THE_CITIZEN_ASKED);
    }

    @Test
    void noSheetIsDrawnInForNobody() {
        assertNever(VisitRule.NO_SHEET_IS_DRAWN_IN_FOR_NOBODY);
    }

    @Test
    void noTestPictureOutlivesItsPage() {
        assertNever(VisitRule.NO_TEST_PICTURE_OUTLIVES_ITS_PAGE);
    }

    @Test
    void noFingerIsTakenBeforeConsent() {
        assertNever(VisitRule.NO_FINGER_IS_TAKEN_BEFORE_CONSENT);
    }

    @Test
    void noCellIsOpenedBeforeTheRequestIsDurable() {
        assertNever(VisitRule.NO_CELL_IS_OPENED_BEFORE_THE_REQUEST_IS_DURABLE);
    }

    @Test
    void aCellIsUnlockedOnlyWhenTheCitizenAsked() {
        assertNever(VisitRule.A_CELL_IS_UNLOCKED_ONLY_WHEN_THE_CITIZEN_ASKED);
    }

    @Test
    void aDoorIsNotLeftWithoutItsEndWrittenDown() {
        assertNever(VisitRule.A_DOOR_IS_NOT_LEFT_WITHOUT_ITS_END_WRITTEN_DOWN);
    }

    private static void assertNever(VisitRule rule) {
        assertEquals(null, BROKEN.get(rule));
    }

    @Test
    void everyPlaceIsReached() {
        var places = new HashSet<Class<?>>();
        REACHED.forEach(state -> Optional.ofNullable(VisitRule.place(state)).ifPresent(place -> places.add(place.getClass())));
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
