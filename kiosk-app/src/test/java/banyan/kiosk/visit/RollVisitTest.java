package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.Auxiliaries.Lamp;
import banyan.device.DeviceKind;
import banyan.device.DeviceState;
import banyan.device.Outcome;
import banyan.device.ReceiptPrinter.Part;
import banyan.device.ReceiptPrinter.ReceiptEnd;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.visit.KeepingPage.PaperState;
import banyan.kiosk.visit.KeepingPage.PaperState.Outlet;
import banyan.kiosk.visit.KeepingPage.PaperState.State;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receipts at a site that has a receipt printer. */
class RollVisitTest {
    private static final DeviceState OUT = new DeviceState.NeedsHelp(FakeRoll.EMPTY);

    @TempDir
    Path folder;

    private Hall hall;

    @BeforeEach
    void open() {
        hall = new Hall(folder, true);
    }

    private PaperState submitted() {
        hall.toReview();
        hall.wish(new Wish.Tick(true), new Wish.Submit());
        return paper();
    }

    private PaperState paper() {
        return hall.page(KeepingPage.Received.class).paper();
    }

    @Test
    void theReceiptComesOffTheRollAndNoPageIsUsed() {
        assertEquals(new PaperState(State.PRINTED, 1, 1, Outlet.ROLL, Optional.empty(), Outlet.ROLL), submitted());
        assertEquals(1, hall.roll.receipts.size());
        assertEquals(0, hall.printer.jobs.size());
        assertTrue(hall.happened(EventKind.RECEIPT_ENDED));
        assertFalse(hall.happened(EventKind.PRINT_ENDED));
    }

    @Test
    void theRollSaysTheCentresNumberAndNeverTheWholeNumberOfTheCard() {
        submitted();
        var receipt = hall.roll.receipts.getFirst();
        String words = FakeRoll.words(receipt);
        String number = hall.page(KeepingPage.Received.class).acceptanceNumber();
        assertTrue(words.replace(" ", "").contains(number), words);
        assertTrue(receipt.parts().contains(new Part.Qr(number + ":48271093")));
        assertTrue(words.contains("查询码 4827 1093"), words);
        assertTrue(words.contains("灵活就业社会保险补贴申领"), words);
        assertFalse(words.contains(FakeReader.ZHANG.number()), words);
        assertFalse(words.contains(FakeReader.ZHANG.name()), words);
    }

    @Test
    void whatIsKeptHereSaysSoOnTheRoll() {
        hall.outbox.online = false;
        hall.toReview();
        hall.wish(new Wish.Tick(true), new Wish.Submit());
        hall.pass(Duration.ofSeconds(16));
        assertEquals(State.PRINTED, hall.page(KeepingPage.Kept.class).paper().state());
        String words = FakeRoll.words(hall.roll.receipts.getFirst());
        assertTrue(words.contains("存放凭据") && words.contains("这不是受理编号") && words.contains("0137-8K41"), words);
    }

    @Test
    void theLampBesideTheRollSaysTakeIt() {
        submitted();
        var lamps = GuideLights.lamps(hall.page(), _ -> Optional.of(DeviceState.ready()));
        assertEquals(Lamp.TAKE, lamps.get(DeviceKind.RECEIPT_PRINTER));
        assertEquals(Lamp.OFF, lamps.get(DeviceKind.PRINTER));
    }

    @Test
    void whatNobodyKnowsIsAskedAndPrintedAgainOnlyByWish() {
        hall.roll.end = Outcome.done(new ReceiptEnd.Uncertain(FakeRoll.EMPTY));
        assertEquals(new PaperState(State.UNKNOWN, 0, 1, Outlet.ROLL, Optional.empty(), Outlet.ROLL), submitted());
        hall.pass(Duration.ofSeconds(20));
        assertEquals(1, hall.roll.receipts.size());
        hall.roll.end = Outcome.done(new ReceiptEnd.Printed());
        hall.wish(new Wish.PrintAgain());
        assertEquals(State.PRINTED, paper().state());
        assertEquals(2, hall.roll.receipts.size());
    }

    @Test
    void aRollThatTurnsOutToBeEmptyIsNamedAndAPageIsOffered() {
        hall.roll.end = Outcome.failed(FakeRoll.EMPTY);
        hall.toReview();
        hall.wish(new Wish.Tick(true), new Wish.Submit());
        hall.roll.state = OUT;
        hall.wish(new Wish.Rate(5));
        assertEquals(
                new PaperState(State.TROUBLE, 0, 1, Outlet.ROLL, Optional.of(PaperPage.TroubleKind.PAPER_OUT), Outlet.SHEETS),
                paper());
        assertEquals(0, hall.printer.jobs.size());
        hall.wish(new Wish.PrintAgain());
        assertEquals(State.PRINTED, paper().state());
        assertEquals(Outlet.SHEETS, paper().outlet());
        assertEquals("receipt", hall.printer.last().document().name());
    }

    @Test
    void aRollThatIsKnownToBeEmptyIsNotTried() {
        hall.roll.state = OUT;
        submitted();
        assertEquals(0, hall.roll.receipts.size());
        assertEquals(1, hall.printer.jobs.size());
    }

    @Test
    void littlePaperIsStillPaper() {
        hall.roll.state = new DeviceState.Ready(Set.of("RECEIPT-PAPER-LOW"));
        submitted();
        assertEquals(1, hall.roll.receipts.size());
    }

    @Test
    void theNextCitizenSeesNothingOfIt() {
        submitted();
        hall.wish(new Wish.End());
        assertEquals(1, hall.roll.forgotten);
        assertEquals(
                1,
                hall.page(Page.Ended.class).cleared().stream()
                        .filter(line -> line.what() == Page.Ended.What.PRINT_JOBS)
                        .findFirst()
                        .orElseThrow()
                        .count());
    }
}
