package banyan.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.Scanner.Colour;
import banyan.device.Scanner.ScanEvent;
import banyan.device.Scanner.ScanJob;
import banyan.device.Scanner.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What a scanner promises of pages: each of a pile, in order, as large and as fine as was asked for. */
abstract class PageContract extends ScanBench {
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
        story.pages().forEach(ScanBench::assertIsAPage);
    }

    @Test
    protected void pagesComeInTheOrderOfTheirSheets() {
        ready();
        int sheets = rig().load(4);
        Story story = scanned(Source.FEEDER);
        assertEquals(new ScanEvent.Scanned(sheets), story.end(SCANNING));
        assertEquals(IntStream.rangeClosed(1, sheets).boxed().toList(), sides(story));
    }

    final List<Integer> sides(Story story) {
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
        story.pages().forEach(ScanBench::assertIsAPage);
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
}
