package banyan.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.DevicePart;
import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.device.Outcome;
import banyan.device.Scanner.Colour;
import banyan.device.Scanner.ScanEvent;
import banyan.device.Scanner.ScanJob;
import banyan.device.Scanner.ScanTask;
import banyan.device.Scanner.Source;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every scanner promises: above all, that no sheet of a pile is lost or taken for another. Written here: how a scan ends; what its
 * pages are stands in the room it extends.
 */
public abstract class ScannerContract extends PageContract {
    /** More good pages than any far end gives before it jams. */
    private static final int PILE = 10;

    @Test
    protected void anEmptyFeederIsRefusedAndTheCitizenCanHelp() {
        ready();
        rig().leaveEmpty();
        Story story = new Story();
        Fault fault = fault(device().scan(job(Source.FEEDER), story, inTime()));
        assertEquals(new Fault(Fault.Kind.MEDIA, Fault.Remedy.ASK_CITIZEN, "SCANNER-EMPTY"), fault);
        assertEquals(List.of(), story.events);
        assertWorksAgain();
    }

    @Test
    @Tag("C12")
    protected void aFeederWithoutPaperIsNotBroken() {
        ready();
        rig().leaveEmpty();
        assertEquals("SCANNER-EMPTY", faultOf(Source.FEEDER, 0).code());
        awaitState(OPENING, DeviceState.Ready.class);
        assertTrue(part("feeder").mayBeUsed(), device().parts()::toString);
    }

    @Test
    @Tag("C12")
    protected void aFeederThatJamsOrACoverThatIsOpenIsWhyTheScannerCannotBeUsed() {
        ready();
        assertTrue(part("feeder").required());
        rig().load(4);
        rig().jamAfter(1);
        assertBreaks("feeder", faultOf(Source.FEEDER, PILE));
        rig().heal();
        awaitWell("feeder");
        rig().load(2);
        rig().openCover();
        assertBreaks("cover", faultOf(Source.FEEDER, 0));
        rig().heal();
        awaitWell("cover");
    }

    /** Where the protocol has no word for the part, the scan has told what it could, and the part claims nothing. */
    private void assertBreaks(String name, Fault fault) {
        assertTrue(
                switch (awaitBroken(name, true)) {
                    case DevicePart.Standing.Broken(var its) -> its.equals(fault);
                    case DevicePart.Standing.Untold _ -> true;
                    case DevicePart.Standing.Usable _, DevicePart.Standing.Unknown _ -> false;
                },
                () -> name + " is not why: " + device().parts());
    }

    @Test
    protected void aJamEndsTheScanWithThePagesThatAreGood() {
        ready();
        int sheets = rig().load(4);
        rig().jamAfter(2);
        Fault fault = faultOf(Source.FEEDER, sheets - 1);
        assertEquals("SCANNER-JAM", fault.code());
        assertEquals(Fault.Kind.MEDIA, fault.kind());
        assertWorksAgain();
    }

    @Test
    protected void twoSheetsAtOnceEndTheScan() {
        ready();
        rig().load(4);
        rig().doubleFeedAfter(2);
        assertEquals("SCANNER-DOUBLE-FEED", faultOf(Source.FEEDER, 2).code());
        assertWorksAgain();
    }

    @Test
    protected void anOpenCoverStopsTheScannerUntilItIsClosed() {
        ready();
        rig().load(2);
        rig().openCover();
        assertEquals("SCANNER-COVER-OPEN", faultOf(Source.FEEDER, 0).code());
        assertWorksAgain();
    }

    @Test
    protected void aPileOfTwoHundredSheetsIsTwoHundredPages() {
        ready();
        int sheets = rig().load(200);
        assertEquals(200, sheets);
        Story story = scanned(Source.FEEDER);
        assertEquals(new ScanEvent.Scanned(200), story.end(SCANNING));
        assertEquals(IntStream.rangeClosed(1, 200).boxed().toList(), sides(story));
    }

    @Test
    protected void aPageOfNoBytesIsNeverAPage() {
        ready();
        rig().load(3);
        rig().emptyPage();
        assertEquals("SCANNER-PAGE-INCOMPLETE", faultOf(Source.FEEDER, 2).code());
        assertWorksAgain();
    }

    @Test
    protected void aCountThatDoesNotAgreeIsNotAScan() {
        ready();
        int sheets = rig().load(3);
        rig().miscount();
        Fault fault = faultOf(Source.FEEDER, sheets);
        assertEquals(new Fault(Fault.Kind.MEDIA, Fault.Remedy.ASK_CITIZEN, "SCANNER-MISCOUNTED"), fault);
        assertWorksAgain();
    }

    @Test
    protected void moreSheetsThanWereAskedForStopTheScan() {
        ready();
        rig().load(3);
        Story story = new Story();
        value(device().scan(new ScanJob(Source.FEEDER, RESOLUTION, Colour.GREY, 2), story, inTime()));
        assertEquals("SCANNER-TOO-MANY-PAGES", story.broken(SCANNING).code());
        assertEquals(2, story.pages().size());
    }

    @Test
    protected void aCancelledScanEndsCancelledWithThePagesThatWereTold() {
        ready();
        rig().load(10);
        rig().slowDown();
        Story story = new Story();
        ScanTask task = value(device().scan(job(Source.FEEDER), story, inTime()));
        assertTrue(value(task.cancel(inTime())));
        ScanEvent.Cancelled end = assertInstanceOf(ScanEvent.Cancelled.class, story.end(ENDING));
        assertEquals(story.pages().size(), end.pages());
        assertWorksAgain();
        assertEquals(end, story.events.getLast());
    }

    @Test
    protected void aScanThatHasEndedCannotBeCancelled() {
        ready();
        rig().load(1);
        Story story = new Story();
        ScanTask task = value(device().scan(job(Source.FEEDER), story, inTime()));
        story.end(SCANNING);
        assertEquals(Outcome.done(false), task.cancel(inTime()));
    }

    @Test
    protected void aSecondScanWhileOneRunsIsRefused() {
        ready();
        rig().load(3);
        rig().slowDown();
        Story story = scanned(Source.FEEDER);
        assertEquals(
                Fault.Kind.BUSY,
                fault(device().scan(job(Source.FEEDER), new Story(), inTime())).kind());
        assertInstanceOf(ScanEvent.Scanned.class, story.end(SCANNING));
    }

    @Test
    protected void aScannerUnpluggedInTheMiddleOfAPileSaysSo() {
        ready();
        rig().load(10);
        rig().slowDown();
        Story story = scanned(Source.FEEDER);
        rig().unplug();
        assertEquals(Fault.Kind.DISCONNECTED, story.broken(ENDING).kind());
        awaitState(NOTICED, DeviceState.Absent.class);
        rig().plug();
        awaitState(REPLUGGED, DeviceState.Ready.class);
    }

    @Test
    protected void aScannerThatFallsSilentInTheMiddleOfAPileIsNotWaitedForForEver() {
        ready();
        rig().load(10);
        rig().slowDown();
        Story story = scanned(Source.FEEDER);
        rig().fallSilent();
        assertEquals(Fault.Kind.TIMEOUT, story.broken(GIVEN_UP).kind());
        assertWorksAgain();
    }

    @Test
    protected void closingEndsAScanAndSaysSo() {
        ready();
        rig().load(10);
        rig().slowDown();
        Story story = scanned(Source.FEEDER);
        device().close();
        assertInstanceOf(ScanEvent.Cancelled.class, story.end(ENDING));
    }

    @Test
    protected void forgettingEndsAScanAndSaysSo() {
        ready();
        rig().load(10);
        rig().slowDown();
        Story story = scanned(Source.FEEDER);
        device().forget();
        assertInstanceOf(ScanEvent.Cancelled.class, story.end(ENDING));
        int told = story.events.size();
        assertWorksAgain();
        assertFalse(story.events.size() > told, "nothing follows the end");
    }
}
