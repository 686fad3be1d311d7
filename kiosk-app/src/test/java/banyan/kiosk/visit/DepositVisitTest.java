package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.cache.Delivery;
import banyan.device.DeviceKind;
import banyan.item.DocumentValues.InCabinet;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.visit.KeepingPage.Deposit.Flaw;
import banyan.kiosk.visit.KeepingPage.Deposit.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An original goes into the cabinet: the cell, its door, what is written down and what is told, through everything that can come between. */
class DepositVisitTest extends AtTheCabinet {
    @Test
    void theCellIsOnTheDiskBeforeItsDoorIsUnlocked() {
        toDeposit();
        hall.cabinet.whileUnlocking = () -> assertTrue(book().contains(" OPENING "), book());
        hall.wish(new Wish.OpenCell());
        assertEquals(List.of(1), hall.cabinet.unlocked);
        assertEquals(1, deposit().cell());
    }

    @Test
    void openedClosedConfirmedRecordedAndTold() {
        toClosedDoor();
        assertEquals(List.of(), told());
        hall.wish(new Wish.Deposited(true));
        assertEquals(
                Optional.of(new KeepingPage.Originals(InCabinet.DEPOSITED, 1)),
                hall.page(KeepingPage.Received.class).originals());
        assertTrue(book().contains(" DEPOSITED TOLD"), book());
        assertEquals(1, told().size());
        String about = hall.outbox.kept.keySet().iterator().next().toString();
        says(told().getFirst(), "\"how\":\"DEPOSITED\"", "\"cell\":1", "[\"paymentProof\"]", about);
        hall.wish(new Wish.End());
        assertEquals(1, told().size());
        assertTrue(hall.happened(EventKind.DEPOSIT_ENDED));
    }

    @Test
    void thePaperIsPrintedOnlyAfterwards() {
        toOpenDoor();
        assertEquals(0, hall.printer.jobs.size());
        hall.cabinet.push(1);
        hall.pass(SECOND);
        hall.wish(new Wish.Deposited(true));
        assertEquals(1, hall.printer.jobs.size());
    }

    @Test
    void offlineItIsTheSameAndTheReceiptMayComeMeanwhile() {
        hall.outbox.online = false;
        toPapers();
        hall.tray.steady();
        hall.settle();
        hall.wish(new Wish.LeaveOriginal("paymentProof", true), new Wish.Next());
        hall.sign();
        hall.wish(new Wish.Tick(true));
        hall.wishOnly(new Wish.Submit());
        hall.settle(6);
        hall.pass(Patience.NO_RECEIPT);
        hall.wish(new Wish.OpenCell());
        hall.cabinet.push(1);
        hall.pass(SECOND);
        hall.wish(new Wish.Deposited(true));
        assertEquals(
                Optional.of(new KeepingPage.Originals(InCabinet.DEPOSITED, 1)),
                hall.page(KeepingPage.Kept.class).originals());
        says(told().getFirst(), "\"how\":\"DEPOSITED\"");
    }

    @Test
    void notYetInItIsOpenedOnceMoreAndNotTwice() {
        toClosedDoor();
        hall.wish(new Wish.Deposited(false));
        assertEquals(Phase.CLOSED, deposit().phase(), "nobody says that nothing is in it before looking");
        hall.wish(new Wish.OpenCell());
        assertEquals(List.of(1, 1), hall.cabinet.unlocked);
        hall.cabinet.push(1);
        hall.pass(SECOND);
        hall.wish(new Wish.OpenCell());
        assertEquals(List.of(1, 1), hall.cabinet.unlocked);
        hall.wish(new Wish.Deposited(false));
        assertEquals(
                Optional.of(new KeepingPage.Originals(InCabinet.NOT, 1)),
                hall.page(KeepingPage.Received.class).originals());
        says(told().getFirst(), "\"how\":\"EMPTY\"");
        assertTrue(book().contains("1 "), "and nobody is given it before staff have looked");
    }

    @Test
    void laterIsAWayOnAndNothingIsOpened() {
        toDeposit();
        hall.wish(new Wish.WithoutDeposit());
        assertEquals(
                Optional.of(new KeepingPage.Originals(InCabinet.NOT, 0)),
                hall.page(KeepingPage.Received.class).originals());
        assertEquals(List.of(), told());
        assertEquals(List.of(), hall.cabinet.unlocked);
    }

    @Test
    void aDoorThatIsNotClosedInTimeIsSaidAndStillWatched() {
        toOpenDoor();
        hall.pass(Duration.ofSeconds(91));
        assertEquals(Optional.of(Flaw.NOT_CLOSED), deposit().flaw());
        hall.cabinet.push(1);
        hall.pass(SECOND);
        assertEquals(Phase.CLOSED, deposit().phase());
        assertEquals(Optional.empty(), deposit().flaw());
    }

    @Test
    void whoDoesNotWaitForTheDoorLeavesItUncertain() {
        toOpenDoor();
        hall.pass(Duration.ofSeconds(91));
        hall.wish(new Wish.WithoutDeposit());
        assertEquals(
                Optional.of(new KeepingPage.Originals(InCabinet.UNCERTAIN, 1)),
                hall.page(KeepingPage.Received.class).originals());
        says(told().getFirst(), "\"how\":\"UNCERTAIN\"");
    }

    @Test
    void unpluggedNobodyKnowsAndPluggedAgainItsDoorIsLookedAtAndNotUnlocked() {
        toOpenDoor();
        hall.cabinet.plugged = false;
        hall.pass(SECOND);
        assertEquals(Optional.of(Flaw.GONE), deposit().flaw());
        assertTrue(deposit().said().isPresent());
        hall.stands(DeviceKind.DOCUMENT_CABINET, hall.cabinet.state());
        assertFalse(deposit().usable());
        hall.cabinet.push(1);
        hall.cabinet.plugged = true;
        hall.stands(DeviceKind.DOCUMENT_CABINET, hall.cabinet.state());
        assertEquals(Phase.CLOSED, deposit().phase());
        assertEquals(List.of(1), hall.cabinet.unlocked);
    }

    @Test
    void unpluggedBeforeItOpenedItIsLookedAtWhenItIsBack() {
        toDeposit();
        hall.cabinet.whileUnlocking = () -> hall.cabinet.plugged = false;
        hall.cabinet.fault = Optional.of("CABINET-UNPLUGGED");
        hall.wish(new Wish.OpenCell());
        assertEquals(Optional.of(Flaw.GONE), deposit().flaw());
        hall.stands(DeviceKind.DOCUMENT_CABINET, hall.cabinet.state());
        hall.cabinet.plugged = true;
        hall.stands(DeviceKind.DOCUMENT_CABINET, hall.cabinet.state());
        assertEquals(Phase.CLOSED, deposit().phase());
        assertEquals(List.of(1), hall.cabinet.unlocked);
    }

    @Test
    void aDoorThatStaysShutIsGivenUpAndAnotherCellIsOpened() {
        toDeposit();
        hall.cabinet.fault = Optional.of("CABINET-DOOR-STUCK");
        hall.wish(new Wish.OpenCell());
        assertEquals(Phase.ASKING, deposit().phase());
        assertEquals(Optional.of(Flaw.STUCK), deposit().flaw());
        says(told().getFirst(), "\"how\":\"UNCERTAIN\"", "\"cell\":1");
        hall.cabinet.fault = Optional.empty();
        hall.wish(new Wish.OpenCell());
        assertEquals(2, deposit().cell());
        hall.cabinet.push(2);
        hall.pass(SECOND);
        hall.wish(new Wish.Deposited(true));
        says(told().getLast(), "\"how\":\"DEPOSITED\"", "\"cell\":2");
        assertEquals(
                Optional.of(new KeepingPage.Originals(InCabinet.DEPOSITED, 2)),
                hall.page(KeepingPage.Received.class).originals());
    }

    @Test
    void whatTheBookCannotTakeIsNotOpened() throws IOException {
        toDeposit();
        Files.createDirectory(folder.resolve("cells.book.new"));
        hall.wish(new Wish.OpenCell());
        assertEquals(Optional.of(Flaw.NOT_RECORDED), deposit().flaw());
        assertEquals(List.of(), hall.cabinet.unlocked);
    }

    @Test
    void whatTheBookCannotTakeIsNotConfirmed() throws IOException {
        toClosedDoor();
        Files.createDirectory(folder.resolve("cells.book.new"));
        hall.wish(new Wish.Deposited(true));
        assertEquals(Phase.CLOSED, deposit().phase());
        assertEquals(Optional.of(Flaw.NOT_RECORDED), deposit().flaw());
        assertEquals(List.of(), told());
        Files.delete(folder.resolve("cells.book.new"));
        hall.wish(new Wish.Deposited(true));
        hall.page(KeepingPage.Received.class);
    }

    @Test
    void aRefusalOfTheCentreIsSaidWhenNothingStandsOpenAnyMore() {
        hall.outbox.end = Optional.of(new Delivery.StillHere("OFFLINE"));
        toDeposit();
        hall.pass(Patience.NO_RECEIPT);
        hall.wish(new Wish.OpenCell());
        hall.outbox.end = Optional.of(new Delivery.Refused("ITEM-UNKNOWN"));
        hall.pass(SECOND);
        hall.pass(SECOND);
        assertEquals(Phase.OPEN, deposit().phase());
        hall.cabinet.push(1);
        hall.pass(SECOND);
        hall.wish(new Wish.Deposited(true));
        assertEquals(PaperPage.TroubleKind.CENTRE_REFUSED, hall.page(PaperPage.Trouble.class).kind());
    }
}
