package banyan.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** A scanner under test, what is told of a scan, and the words in which a scanner's promises are written. */
abstract class ScanBench extends DeviceContract<ScannerRig, Scanner> {
    static final Duration SCANNING = Duration.ofSeconds(30);

    /** A scan that is cancelled, broken off or cut off has ended within this. */
    static final Duration ENDING = Duration.ofSeconds(4);

    /** After this a driver gives up a scanner that says nothing in the middle of a page. */
    static final Duration GIVEN_UP = Duration.ofSeconds(12);

    static final int RESOLUTION = 75;
    static final int MOST = 250;
    static final double A4_INCHES = 210 / 25.4;

    /** Keeps what is told of a scan. */
    static final class Story implements ScanListener {
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

    static ScanJob job(Source source) {
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
        story.pages().forEach(ScanBench::assertIsAPage);
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
    static void assertIsAPage(ScanEvent.Page page) {
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

    final Story scanned(Source source) {
        Story story = new Story();
        value(device().scan(job(source), story, inTime()));
        return story;
    }

    /** A scan that goes wrong: refused at once, or broken off with the pages that were good. */
    final Fault faultOf(Source source, int pagesAtMost) {
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

    final void assertWorksAgain() {
        rig().heal();
        awaitState(OPENING, DeviceState.Ready.class);
        assertWorks(device(), rig());
    }
}
