package banyan.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.Capability;
import banyan.device.Deadline;
import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.device.Outcome;
import banyan.device.Scanner;
import banyan.device.Scanner.Colour;
import banyan.device.Scanner.ScanEvent;
import banyan.device.Scanner.ScanJob;
import banyan.device.Scanner.ScanListener;
import banyan.device.Scanner.ScanTask;
import banyan.device.Scanner.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;

/** What every scanner promises: above all, that no sheet of a pile is lost or taken for another. */
public abstract class ScannerContract extends DeviceContract<ScannerRig, Scanner> {
    private static final Duration SCANNING = Duration.ofSeconds(30);

    /** A scan that is cancelled, broken off or cut off has ended within this. */
    private static final Duration ENDING = Duration.ofSeconds(4);

    /** After this a driver gives up a scanner that says nothing in the middle of a page. */
    private static final Duration GIVEN_UP = Duration.ofSeconds(12);

    private static final int RESOLUTION = 75;
    private static final int MOST = 250;
    private static final double A4_INCHES = 210 / 25.4;

    /** Keeps what is told of a scan. */
    private static final class Story implements ScanListener {
        final List<ScanEvent> events = new CopyOnWriteArrayList<>();

        @Override
        public void happened(ScanEvent event) {
            events.add(event);
        }

        List<ScanEvent.Page> pages() {
            return events.stream()
                    .filter(ScanEvent.Page.class::isInstance)
                    .map(ScanEvent.Page.class::cast)
                    .toList();
        }

        void await(Duration atMost, Class<? extends ScanEvent> kind) {
            Patience.until(
                    atMost,
                    () -> kind.getSimpleName() + " in " + events,
                    () -> events.stream().anyMatch(kind::isInstance));
        }

        ScanEvent end(Duration atMost) {
            await(atMost, ScanEvent.End.class);
            assertEquals(
                    1, events.stream().filter(ScanEvent.End.class::isInstance).count());
            assertInstanceOf(ScanEvent.End.class, events.getLast());
            List<Integer> numbers = pages().stream().map(ScanEvent.Page::page).toList();
            assertEquals(IntStream.rangeClosed(1, numbers.size()).boxed().toList(), numbers, "pages are told in order");
            return events.getLast();
        }

        /** The end that a fault made; the pages it counts are those that were told. */
        Fault broken(Duration atMost) {
            ScanEvent.Broken broken = assertInstanceOf(ScanEvent.Broken.class, end(atMost));
            assertEquals(pages().size(), broken.pages());
            return broken.fault();
        }
    }

    private static ScanJob job(Source source) {
        return new ScanJob(source, RESOLUTION, Colour.COLOUR, MOST);
    }

    @Override
    protected final Class<Scanner> type() {
        return Scanner.class;
    }

    @Override
    protected final SequencedMap<Capability, Function<Deadline, Outcome<?>>> commands(Scanner device) {
        SequencedMap<Capability, Function<Deadline, Outcome<?>>> commands = new LinkedHashMap<>();
        commands.put(Capability.SCAN, deadline -> device.scan(job(Source.FEEDER), new Story(), deadline));
        return commands;
    }

    @Override
    protected final void assertWorks(Scanner device, ScannerRig rig) {
        Patience.until(OPENING, "ready", () -> device.state() instanceof DeviceState.Ready);
        int sheets = rig.load(2);
        Story story = new Story();
        value(device.scan(job(Source.FEEDER), story, inTime()));
        assertEquals(new ScanEvent.Scanned(sheets), story.end(SCANNING));
        story.pages().forEach(ScannerContract::assertIsAPage);
        // What was scanned is done with, and the scanner is there for the next.
        Patience.until(OPENING, "ready again", () -> device.state() instanceof DeviceState.Ready);
    }

    @Override
    protected final Secret useWithSecret(Scanner device, ScannerRig rig) {
        rig.load(1);
        Story story = new Story();
        value(device.scan(job(Source.FEEDER), story, inTime()));
        story.end(SCANNING);
        byte[] image = story.pages().getFirst().image();
        byte[] inside = Arrays.copyOfRange(image, image.length / 2, Math.min(image.length, image.length / 2 + 2000));
        return new Secret(List.of("image=[B", "Samples[bytes="), List.of(inside));
    }

    /** PNG or JPEG, with the dots that its resolution makes of the paper, all of them there. */
    private static void assertIsAPage(ScanEvent.Page page) {
        assertTrue(page.resolution() >= RESOLUTION, () -> "resolution " + page.resolution());
        assertTrue(page.image().length <= ScanEvent.Page.MAX_PAGE_BYTES);
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(page.image()))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            assertTrue(readers.hasNext(), "PNG or JPEG");
            ImageReader reader = readers.next();
            reader.setInput(in);
            var image = reader.read(0);
            reader.dispose();
            double widest = A4_INCHES * page.resolution() + 1;
            assertTrue(image.getWidth() <= widest && image.getWidth() >= widest / 10, () -> "width " + image.getWidth());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Story scanned(Source source) {
        Story story = new Story();
        value(device().scan(job(source), story, inTime()));
        return story;
    }

    /** A scan that goes wrong: refused at once, or broken off with the pages that were good. */
    private Fault faultOf(Source source, int pagesAtMost) {
        Story story = new Story();
        return switch (device().scan(job(source), story, inTime())) {
            case Outcome.Failed<ScanTask>(var fault) -> {
                assertEquals(List.of(), story.events, "what is refused is told once");
                yield fault;
            }
            case Outcome.Done<ScanTask> _ -> {
                Fault fault = story.broken(SCANNING);
                assertTrue(story.pages().size() <= pagesAtMost, () -> "told " + story.events);
                yield fault;
            }
        };
    }

    private void assertWorksAgain() {
        rig().heal();
        awaitState(OPENING, DeviceState.Ready.class);
        assertWorks(device(), rig());
    }

    @Test
    protected void itsSourcesAreKnownWhenItIsReady() {
        assertEquals(Set.of(), device().sources());
        assertTrue(ready().sources().contains(Source.FEEDER));
    }

    @Test
    protected void aPileIsScannedToItsEnd() {
        ready();
        int sheets = rig().load(3);
        Story story = scanned(Source.FEEDER);
        assertEquals(new ScanEvent.Scanned(sheets), story.end(SCANNING));
        assertEquals(sheets, story.pages().size());
        story.pages().forEach(ScannerContract::assertIsAPage);
    }

    @Test
    protected void pagesComeInTheOrderOfTheirSheets() {
        ready();
        int sheets = rig().load(4);
        Story story = scanned(Source.FEEDER);
        assertEquals(new ScanEvent.Scanned(sheets), story.end(SCANNING));
        assertEquals(IntStream.rangeClosed(1, sheets).boxed().toList(), sides(story));
    }

    private List<Integer> sides(Story story) {
        return story.pages().stream().map(page -> rig().sideOf(page.image())).toList();
    }

    @Test
    protected void bothSidesComeFrontBeforeBack() {
        ready();
        int sheets = rig().loadBothSides(3);
        Story story = scanned(Source.FEEDER_BOTH_SIDES);
        assertEquals(new ScanEvent.Scanned(2 * sheets), story.end(SCANNING));
        assertEquals(IntStream.rangeClosed(1, 2 * sheets).boxed().toList(), sides(story));
    }

    @Test
    protected void thePageOnTheGlassIsOnePage() {
        ready();
        rig().layOnGlass();
        Story story = scanned(Source.FLATBED);
        assertEquals(new ScanEvent.Scanned(1), story.end(SCANNING));
        story.pages().forEach(ScannerContract::assertIsAPage);
    }

    @Test
    protected void aGreyPageHasOneChannel() {
        ready();
        int sheets = rig().load(1);
        Story story = new Story();
        ScanJob grey = new ScanJob(Source.FEEDER, RESOLUTION, Colour.GREY, MOST);
        value(device().scan(grey, story, inTime()));
        assertEquals(new ScanEvent.Scanned(sheets), story.end(SCANNING));
        try {
            var image = ImageIO.read(new ByteArrayInputStream(story.pages().getFirst().image()));
            assertEquals(1, image.getRaster().getNumBands());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    protected void theResolutionIsTheNearestThatIsNotLess() {
        ready();
        rig().layOnGlass();
        Story story = new Story();
        value(device().scan(new ScanJob(Source.FLATBED, 110, Colour.GREY, MOST), story, inTime()));
        story.end(SCANNING);
        ScanEvent.Page page = story.pages().getFirst();
        assertTrue(page.resolution() >= 110 && page.resolution() <= 200, () -> "resolution " + page.resolution());
    }

    @Test
    protected void progressOnlyGrows() {
        ready();
        rig().slowDown();
        rig().load(3);
        Story story = scanned(Source.FEEDER);
        story.end(SCANNING);
        int page = 0;
        double part = 0;
        for (ScanEvent event : story.events) {
            switch (event) {
                case ScanEvent.Reading(int of, double now) -> {
                    assertTrue(of > page || of == page && now > part, () -> "told " + story.events);
                    assertTrue(now >= 0 && now <= 1, () -> "told " + story.events);
                    page = of;
                    part = now;
                }
                case ScanEvent.Page told -> {
                    assertTrue(told.page() >= page, () -> "told " + story.events);
                    page = told.page();
                    part = 1;
                }
                case ScanEvent.End _ -> assertEquals(event, story.events.getLast());
            }
        }
    }

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
