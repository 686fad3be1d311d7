package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.CaseStand;
import banyan.device.DeviceKind;
import banyan.item.Language;
import banyan.kiosk.visit.KeepingPage.Received.AtOnce;
import banyan.kiosk.visit.KeepingPage.Received.AtOnce.State;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a citizen hears of a decision by rules, after the receipt and never instead of it. */
class DecisionVisitTest {
    private static final Instant AT = Instant.parse("2026-11-20T12:46:11Z");

    @TempDir
    Path folder;

    private Hall hall;

    @BeforeEach
    void open() {
        hall = new Hall(folder);
    }

    private static Optional<CaseStand> stand(Optional<CaseStand.Decision> decision, boolean deciding) {
        return Optional.of(new CaseStand(
                decision.isPresent() ? "issued" : "received",
                new CaseStand.Promise(Optional.of(LocalDate.of(2026, 11, 27)), Optional.of(5), LocalDate.of(2026, 11, 20), Optional.empty()),
                Optional.empty(),
                decision,
                Optional.empty(),
                decision.isEmpty(),
                deciding ? Optional.of(AT) : Optional.empty()));
    }

    private static Optional<CaseStand.Decision> decided(CaseStand.Decision.Outcome outcome) {
        return Optional.of(new CaseStand.Decision(
                outcome,
                AT,
                List.of("查到了"),
                "照常发放",
                Optional.of(new CaseStand.ByRules("1.0.0", List.of("Found"), "Goes on"))));
    }

    private static Optional<CaseStand> withDocument(boolean collected) {
        return stand(decided(CaseStand.Decision.Outcome.GRANTED), false)
                .map(said -> new CaseStand(
                        said.state(),
                        said.promise(),
                        said.asked(),
                        said.decision(),
                        Optional.of(new CaseStand.Result(AT, collected)),
                        false,
                        Optional.empty()));
    }

    @Test
    void itsDocumentIsPrintedRightThereOnceTheReceiptIsOut() {
        hall.centre.stand = withDocument(false);
        hall.printer.quick = false;
        submitted();
        assertTrue(shown().document());
        hall.wish(new Wish.Collect());
        hall.page(KeepingPage.Received.class);
        assertEquals(List.of(), hall.centre.resultsOrdered);
        hall.printer.finish();
        hall.settle();
        hall.wish(new Wish.Rate(1), new Wish.Stay(), new Wish.Collect());
        hall.page(PaperPage.Result.class);
        hall.wish(new Wish.Print());
        hall.printer.finish();
        hall.settle();
        assertEquals(2, hall.printer.jobs.size());
        assertEquals(1, hall.centre.resultsOrdered.size());
    }

    @Test
    void aDocumentThatSomebodyHasIsNotOffered() {
        hall.centre.stand = withDocument(true);
        submitted();
        assertFalse(shown().document());
    }

    /** A pensioner who has confirmed, to the receipt. */
    private void submitted() {
        hall.identify();
        hall.visit().device(DeviceKind.FINGERPRINT_PAD, hall.fingers.state());
        hall.begin(Hall.PENSION);
        hall.wish(new Wish.Choose("livesIn", "here"), new Wish.Next());
        hall.fingers.lay(1, 1);
        hall.fingers.lay(1, 2);
        hall.wish(new Wish.Agree());
        hall.wish(new Wish.Tick(true), new Wish.Submit());
    }

    private AtOnce shown() {
        return hall.page(KeepingPage.Received.class).decision().orElseThrow();
    }

    @Test
    void whatWasGrantedIsSaidWithItsGroundsBesideTheReceipt() {
        hall.centre.stand = stand(decided(CaseStand.Decision.Outcome.GRANTED), false);
        submitted();
        assertEquals(new AtOnce(State.GRANTED, LocalDate.of(2026, 11, 20), List.of("查到了"), "照常发放", false), shown());
        hall.wish(new Wish.Speak(Language.EN));
        assertEquals(List.of("Found"), shown().grounds());
        assertEquals("Goes on", shown().words());
    }

    @Test
    void whatWasRefusedIsSaidAsSuch() {
        hall.centre.stand = stand(decided(CaseStand.Decision.Outcome.REFUSED), false);
        submitted();
        assertEquals(State.REFUSED, shown().state());
    }

    @Test
    void whileTheRulesMayDecideItIsAskedAgainAndTheReceiptStands() {
        hall.centre.stand = stand(Optional.empty(), true);
        submitted();
        assertEquals(State.ASKING, shown().state());
        assertEquals("receipt", hall.printer.last().document().name());
        hall.centre.stand = stand(decided(CaseStand.Decision.Outcome.GRANTED), false);
        hall.pass(Duration.ofSeconds(1));
        assertEquals(State.GRANTED, shown().state());
    }

    @Test
    void whatTheRulesLeaveIsAPersonsByThePromisedDay() {
        hall.centre.stand = stand(Optional.empty(), false);
        submitted();
        assertEquals(AtOnce.without(State.PERSON, LocalDate.of(2026, 11, 27)), shown());
    }

    @Test
    void nobodyWaitsForRulesThatNeverEnd() {
        hall.centre.stand = stand(Optional.empty(), true);
        submitted();
        for (int second = 0; second < 10; second++) {
            hall.pass(Duration.ofSeconds(1));
        }
        assertEquals(State.PERSON, shown().state());
        int asked = hall.centre.asked.size();
        hall.pass(Duration.ofSeconds(5));
        assertEquals(asked, hall.centre.asked.size());
    }

    @Test
    void whatIsNotHeardOverACutLineIsSaidToBeNotHeard() {
        hall.centre.refusal = Optional.of("CENTRE-BUSY");
        submitted();
        assertEquals(State.ASKING, shown().state());
        for (int second = 0; second < 10; second++) {
            hall.pass(Duration.ofSeconds(1));
        }
        assertEquals(State.UNHEARD, shown().state());
    }

    @Test
    void whoeverDoesNotWaitEndsAndNothingIsAskedAnyMore() {
        hall.centre.stand = stand(Optional.empty(), true);
        submitted();
        hall.wish(new Wish.End());
        int asked = hall.centre.asked.size();
        hall.pass(Duration.ofSeconds(3));
        assertEquals(asked, hall.centre.asked.size());
    }

    @Test
    void anItemThatPeopleDecideSaysNothingOfRules() {
        hall.toReview();
        hall.wish(new Wish.Tick(true), new Wish.Submit());
        assertEquals(Optional.empty(), hall.page(KeepingPage.Received.class).decision());
        assertEquals(0, hall.centre.asked.size());
    }
}
