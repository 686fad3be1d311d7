package banyan.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.conformance.PadRig.Point;
import banyan.device.Capability;
import banyan.device.Deadline;
import banyan.device.Fault;
import banyan.device.Outcome;
import banyan.device.SignaturePad;
import banyan.device.SignaturePad.Capture;
import banyan.device.SignaturePad.InkListener;
import banyan.device.SignaturePad.PenPoint;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every signature pad promises. */
public abstract class SignaturePadContract extends DeviceContract<PadRig, SignaturePad> {
    private static final Duration ARRIVING = Duration.ofSeconds(1);

    /** A pad resolves at least so finely. */
    private static final double FINE = 0.002;

    /** As many points as a pen makes in a minute and more without being lifted. */
    private static final int LONG_STROKE = 10_000;

    private static final List<Point> LINE = IntStream.rangeClosed(0, 20)
            .mapToObj(i -> new Point(0.1 + i * 0.04, 0.2 + i * 0.03, 0.3 + i * 0.02, i * 8))
            .toList();

    private static final List<Point> LATER = LINE.stream()
            .map(point -> new Point(point.x(), 1 - point.y(), point.pressure(), point.millis() + 250))
            .toList();

    /** Keeps the ink. */
    private static final class Ink implements InkListener {
        final List<PenPoint> points = new CopyOnWriteArrayList<>();
        final List<Fault> stops = new CopyOnWriteArrayList<>();

        @Override
        public void point(PenPoint point) {
            points.add(point);
        }

        @Override
        public void stopped(Fault fault) {
            stops.add(fault);
        }

        List<PenPoint> written() {
            return points.stream().filter(PenPoint::touching).toList();
        }

        /** How often the pen was put down. */
        int strokes() {
            int strokes = 0;
            boolean touching = false;
            for (PenPoint point : points) {
                strokes += point.touching() && !touching ? 1 : 0;
                touching = point.touching();
            }
            return strokes;
        }
    }

    @Override
    protected final Class<SignaturePad> type() {
        return SignaturePad.class;
    }

    @Override
    protected final SequencedMap<Capability, Function<Deadline, Outcome<?>>> commands(SignaturePad device) {
        SequencedMap<Capability, Function<Deadline, Outcome<?>>> commands = new LinkedHashMap<>();
        commands.put(Capability.INK, deadline -> device.capture(new Ink(), deadline));
        return commands;
    }

    @Override
    protected final void assertWorks(SignaturePad device, PadRig rig) {
        Ink ink = new Ink();
        try (Capture _ = value(device.capture(ink, inTime()))) {
            rig.draw(List.of(LINE));
            Patience.until(ARRIVING, "the whole line", () -> ink.written().size() == LINE.size());
        }
    }

    @Override
    protected final Secret useWithSecret(SignaturePad device, PadRig rig) {
        assertWorks(device, rig);
        return new Secret(List.of("PenPoint[x=", "PenPoint[0."), List.of(rig.onTheWire(LINE)));
    }

    private Ink drawn(List<List<Point>> strokes, int points) {
        Ink ink = new Ink();
        try (Capture _ = value(ready().capture(ink, inTime()))) {
            rig().draw(strokes);
            Patience.until(
                    ARRIVING,
                    () -> points + " points, not " + ink.points.size(),
                    () -> ink.written().size() >= points);
        }
        return ink;
    }

    @Test
    protected void aLineArrivesPointByPointWhereItWasDrawn() {
        List<PenPoint> written = drawn(List.of(LINE), LINE.size()).written();
        assertEquals(LINE.size(), written.size());
        for (int i = 0; i < LINE.size(); i++) {
            assertEquals(LINE.get(i).x(), written.get(i).x(), FINE);
            assertEquals(LINE.get(i).y(), written.get(i).y(), FINE);
            assertEquals(LINE.get(i).pressure(), written.get(i).pressure(), FINE);
        }
    }

    @Test
    protected void timeNeverRunsBackwards() {
        List<Long> times = drawn(List.of(LINE, LATER), 2 * LINE.size()).points.stream()
                .map(PenPoint::nanos)
                .toList();
        assertEquals(times.stream().sorted().toList(), times);
    }

    @Test
    protected void theTimesOfALineAreThoseAtWhichItWasDrawn() {
        List<PenPoint> written = drawn(List.of(LINE), LINE.size()).written();
        long took = (written.getLast().nanos() - written.getFirst().nanos()) / 1_000_000;
        assertTrue(took > 100 && took < 1000, () -> "160 ms of drawing took " + took);
    }

    @Test
    protected void aLiftedPenEndsAStroke() {
        assertEquals(2, drawn(List.of(LINE, LATER), 2 * LINE.size()).strokes());
    }

    @Test
    protected void aTapIsAStrokeOfOnePoint() {
        Ink ink = drawn(List.of(List.of(new Point(0.5, 0.5, 0.4, 0))), 1);
        assertEquals(1, ink.strokes());
        assertEquals(1, ink.written().size());
    }

    @Test
    protected void withoutAPenThereIsNoInk() {
        Ink ink = new Ink();
        value(ready().capture(ink, inTime())).close();
        assertWorks(device(), rig());
        assertEquals(List.of(), ink.points);
        assertEquals(List.of(), ink.stops);
    }

    @Test
    protected void everyPlaceIsOnTheWritingArea() {
        List<Point> corners =
                List.of(new Point(0, 0, 0, 0), new Point(1, 1, 1, 8), new Point(1, 0, 0.5, 16), new Point(0, 1, 1, 24));
        Ink ink = drawn(List.of(corners), corners.size());
        assertTrue(ink.points.stream()
                .allMatch(point -> point.x() >= 0
                        && point.x() <= 1
                        && point.y() >= 0
                        && point.y() <= 1
                        && point.pressure() >= 0
                        && point.pressure() <= 1));
    }

    @Test
    protected void theWritingAreaHasAShape() {
        try (Capture capture = value(ready().capture(new Ink(), inTime()))) {
            assertTrue(capture.aspect() > 0.3 && capture.aspect() < 5, () -> "aspect " + capture.aspect());
        }
    }

    @Test
    protected void afterTheEndOfACaptureNothingArrives() {
        Ink ink = new Ink();
        SignaturePad pad = ready();
        Capture capture = value(pad.capture(ink, inTime()));
        rig().draw(List.of(LINE));
        Patience.until(ARRIVING, "the line", () -> ink.written().size() == LINE.size());
        capture.close();
        capture.close();
        int before = ink.points.size();
        assertWorks(pad, rig());
        assertEquals(before, ink.points.size());
    }

    @Test
    protected void aSecondCaptureTakesThePlaceOfTheFirst() {
        Ink first = new Ink();
        SignaturePad pad = ready();
        Capture replaced = value(pad.capture(first, inTime()));
        assertWorks(pad, rig());
        replaced.close();
        assertEquals(List.of(), first.points);
        assertEquals(1, first.stops.size());
    }

    @Test
    protected void aPadUnpluggedInTheMiddleOfAStrokeSaysSo() {
        Ink ink = new Ink();
        try (Capture _ = value(ready().capture(ink, inTime()))) {
            rig().unplug();
            Patience.until(NOTICED, "the end of the capture", () -> !ink.stops.isEmpty());
        }
        assertEquals(Fault.Kind.DISCONNECTED, ink.stops.getFirst().kind());
    }

    @Test
    protected void aListenerThatThrowsLosesNothingForTheNext() {
        SignaturePad pad = ready();
        List<PenPoint> seen = new CopyOnWriteArrayList<>();
        InkListener throwing = new InkListener() {
            @Override
            public void point(PenPoint point) {
                seen.add(point);
                throw new IllegalStateException("a listener's defect, thrown on purpose");
            }

            @Override
            public void stopped(Fault fault) {
                throw new IllegalStateException("a listener's defect, thrown on purpose");
            }
        };
        try (Capture _ = value(pad.capture(throwing, inTime()))) {
            rig().draw(List.of(LINE));
            Patience.until(ARRIVING, () -> "the whole line, not " + seen.size(), () -> seen.size() >= LINE.size());
        }
        assertWorks(pad, rig());
    }

    @Test
    protected void aVeryLongStrokeArrivesWhole() {
        List<Point> stroke = IntStream.range(0, LONG_STROKE)
                .mapToObj(i -> new Point(0.5 + 0.4 * Math.sin(i / 50.0), 0.5 + 0.4 * Math.cos(i / 70.0), 0.5, 0))
                .toList();
        assertEquals(LONG_STROKE, drawn(List.of(stroke), LONG_STROKE).written().size());
    }

    /** C8. */
    @Test
    @Tag("C8")
    protected void overANoisyLineTheInkIsThatOfThePen() {
        SignaturePad pad = ready();
        Ink ink = new Ink();
        rig().makeNoise();
        Capture capture = value(pad.capture(ink, inTime()));
        rig().draw(List.of(LINE));
        Patience.until(ARRIVING, "most of the line", () -> ink.written().size() > LINE.size() / 2);
        capture.close();
        assertTrue(ink.written().stream().allMatch(SignaturePadContract::onTheLine));
        rig().heal();
        assertWorks(pad, rig());
    }

    private static boolean onTheLine(PenPoint seen) {
        return LINE.stream()
                .anyMatch(drawn -> Math.abs(drawn.x() - seen.x()) < FINE && Math.abs(drawn.y() - seen.y()) < FINE);
    }
}
