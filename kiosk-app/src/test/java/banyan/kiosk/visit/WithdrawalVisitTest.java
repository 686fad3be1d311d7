package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.CaseProof;
import banyan.acceptance.CaseStand;
import banyan.acceptance.Progress;
import banyan.acceptance.SlipAnswer;
import banyan.acceptance.Withdrawal;
import banyan.device.DeviceKind;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.visit.ProgressPage.Progress.Known;
import banyan.kiosk.visit.ProgressPage.Progress.What;
import banyan.kiosk.visit.ProgressPage.Withdraw.Phase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A case taken back by whoever holds its receipt. */
class WithdrawalVisitTest {
    @TempDir
    Path folder;

    private Hall hall;

    @BeforeEach
    void open() {
        hall = new Hall(folder);
        hall.centre.stand = Optional.of(stand());
        hall.stands(DeviceKind.CODE_SCANNER, hall.codes.state());
        hall.wish(new Wish.CheckProgress());
    }

    private static CaseStand stand() {
        LocalDate day = LocalDate.of(2026, 11, 27);
        return new CaseStand(
                Progress.Stage.ACCEPTED,
                new CaseStand.Promise(Optional.of(day), Optional.of(3), day, Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true);
    }

    private void hold() {
        hall.codes.hold("350120260427:48271093");
        hall.settle();
    }

    private Known.AtCentre known() {
        return assertInstanceOf(
                Known.AtCentre.class, hall.page(ProgressPage.Progress.class).known());
    }

    private Phase phase() {
        return hall.page(ProgressPage.Withdraw.class).phase();
    }

    private boolean logged(EventKind kind) {
        return hall.events.stream().anyMatch(event -> event.kind() == kind);
    }

    @Test
    void itIsAskedOnceMoreAndLeftAsItIsWhereTheCitizenGoesBack() {
        hold();
        assertTrue(known().ways().contains(ProgressPage.Progress.Way.WITHDRAW));
        hall.wish(new Wish.Withdraw());
        assertEquals(Phase.CONFIRMING, phase());
        hall.wish(new Wish.Back());
        assertTrue(known().ways().contains(ProgressPage.Progress.Way.WITHDRAW));
        assertEquals(List.of(), hall.centre.withdrawals);
    }

    @Test
    void itIsTakenBackByTheReceiptsCodeAndThePageSaysSoOnceTheCentreDoes() {
        hold();
        hall.wish(new Wish.Withdraw(), new Wish.Next());
        assertEquals(Optional.of(What.WITHDRAWN), known().news().map(ProgressPage.Progress.News::what));
        assertFalse(known().ways().contains(ProgressPage.Progress.Way.WITHDRAW));
        assertEquals(
                List.of(CaseProof.receipt("48271093")),
                hall.centre.withdrawals.stream().map(Withdrawal::proof).toList());
        assertTrue(logged(EventKind.CASE_WITHDRAWN));
    }

    @Test
    void withoutAnAnswerNobodyIsToldThatItIsAndTheSameWordGoesAgain() {
        hold();
        hall.centre.online = false;
        hall.wish(new Wish.Withdraw(), new Wish.Next());
        assertEquals(Phase.UNANSWERED, phase());
        assertFalse(logged(EventKind.CASE_WITHDRAWN));
        hall.centre.online = true;
        hall.wish(new Wish.Next());
        assertEquals(Optional.of(What.WITHDRAWN), known().news().map(ProgressPage.Progress.News::what));
    }

    @Test
    void whatWasDecidedMeanwhileIsNotTakenBackAndIsAskedForAnew() {
        hold();
        hall.centre.refusal = Optional.of("CASE-STATE");
        hall.wish(new Wish.Withdraw(), new Wish.Next());
        assertEquals(Phase.TOO_LATE, phase());
        assertTrue(logged(EventKind.CASE_NOT_WITHDRAWN));
        hall.wish(new Wish.CheckProgress());
        hall.page(ProgressPage.AskProgress.class);
    }

    @Test
    void aRefusalOfAnotherKindDoesNotSayThatItIsTooLate() {
        hold();
        hall.centre.refusal = Optional.of("PROGRESS-TOO-MANY-TRIES");
        hall.wish(new Wish.Withdraw(), new Wish.Next());
        assertEquals(Phase.UNANSWERED, phase());
    }

    @Test
    void whatCannotBeTakenBackDoesNotOfferIt() {
        hall.centre.stand = Optional.empty();
        hold();
        assertFalse(known().ways().contains(ProgressPage.Progress.Way.WITHDRAW));
        hall.wish(new Wish.Withdraw());
        hall.page(ProgressPage.Progress.class);
    }

    @Test
    void theSlipOfAnotherTerminalTellsAndTakesNothingBack() {
        hold();
        Progress progress = CaseNewsTest.progress(stand());
        hall.centre.slip = Optional.of(new SlipAnswer("0138-8K42", Optional.of(progress), Optional.empty()));
        hall.wish(new Wish.CheckProgress());
        hall.codes.hold("0138-8K42:48271093");
        hall.settle();
        assertFalse(known().ways().contains(ProgressPage.Progress.Way.WITHDRAW));
    }
}
