package banyan.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.Capability;
import banyan.device.Deadline;
import banyan.device.Device;
import banyan.device.DeviceState;
import banyan.device.DocumentCamera.Frame;
import banyan.device.DocumentCamera.FrameListener;
import banyan.device.DocumentCamera.LiveView;
import banyan.device.DocumentCamera.Still;
import banyan.device.Fault;
import banyan.device.Outcome;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * What every camera promises, whatever it looks at.
 *
 * @param <C> the class of camera
 */
abstract class CameraContract<C extends Device> extends DeviceContract<CameraRig, C> {
    private static final Duration A_FRAME = Duration.ofSeconds(2);
    private static final Duration FROZEN = Duration.ofSeconds(6);

    /** A live picture of 1920 by 1080, four bytes a point. */
    private static final long LIVE_PICTURE = 4L * 1920 * 1080;

    @Override
    protected final long largest() {
        return LIVE_PICTURE;
    }

    /** Keeps the newest frame only. */
    private static final class Screen implements FrameListener {
        final AtomicInteger frames = new AtomicInteger();
        final List<Fault> stops = new CopyOnWriteArrayList<>();
        volatile Frame last = new Frame(0, 0, new int[0]);

        @Override
        public void frame(Frame frame) {
            last = frame;
            frames.incrementAndGet();
        }

        @Override
        public void stopped(Fault fault) {
            stops.add(fault);
        }

        void awaitFrames(int more) {
            int from = frames.get();
            Patience.until(A_FRAME, more + " frames", () -> frames.get() >= from + more);
        }
    }

    /** As {@link banyan.device.DocumentCamera#live}. */
    abstract Outcome<LiveView> live(C camera, FrameListener listener, Deadline deadline);

    /** As {@link banyan.device.DocumentCamera#still}. */
    abstract Outcome<Still> still(C camera, Deadline deadline);

    @Override
    protected final SequencedMap<Capability, Function<Deadline, Outcome<?>>> commands(C device) {
        SequencedMap<Capability, Function<Deadline, Outcome<?>>> commands = new LinkedHashMap<>();
        commands.put(Capability.STILL, deadline -> still(device, deadline));
        commands.put(Capability.LIVE_PICTURE, deadline -> live(device, new Screen(), deadline));
        return commands;
    }

    @Override
    protected final void assertWorks(C device, CameraRig rig) {
        assertIsJpeg(value(still(device, inTime())));
        Screen screen = new Screen();
        try (LiveView _ = value(live(device, screen, inTime()))) {
            screen.awaitFrames(2);
        }
    }

    @Override
    protected final Secret useWithSecret(C device, CameraRig rig) {
        rig.show();
        byte[] jpeg = value(still(device, inTime())).jpeg();
        Screen screen = new Screen();
        LiveView view = value(live(device, screen, inTime()));
        screen.awaitFrames(2);
        view.close();
        // The connection to the camera is closed with the next look at it.
        awaitFramesEnd(screen);
        int[] pixels = screen.last.argb();
        ByteBuffer middle = ByteBuffer.allocate(4 * screen.last.width());
        Arrays.stream(pixels, pixels.length / 2, pixels.length / 2 + screen.last.width())
                .forEach(middle::putInt);
        // The tables at the head of a JPEG are the same in many; what is in the middle is in this one alone.
        byte[] inside = Arrays.copyOfRange(jpeg, jpeg.length / 2, jpeg.length / 2 + 2000);
        return new Secret(List.of("Still[jpeg=", "argb=["), List.of(inside, middle.array()));
    }

    private void awaitFramesEnd(Screen screen) {
        int seen = screen.frames.get();
        Patience.until(A_FRAME, "the camera is ready", () -> device().state() instanceof DeviceState.Ready);
        assertTrue(screen.frames.get() <= seen + 1);
    }

    private static void assertIsJpeg(Still still) {
        byte[] jpeg = still.jpeg();
        assertTrue(jpeg.length > 4 && (jpeg[0] & 0xFF) == 0xFF && (jpeg[1] & 0xFF) == 0xD8, "begins as a JPEG");
        int last = jpeg.length - 1;
        assertTrue((jpeg[last - 1] & 0xFF) == 0xFF && (jpeg[last] & 0xFF) == 0xD9, "ends as a JPEG");
    }

    @Test
    protected void aStillIsAWholeJpeg() {
        assertIsJpeg(value(still(ready(), inTime())));
    }

    @Test
    protected void theLivePictureMoves() {
        Screen screen = new Screen();
        try (LiveView _ = value(live(ready(), screen, inTime()))) {
            screen.awaitFrames(5);
        }
        assertEquals(screen.last.width() * screen.last.height(), screen.last.argb().length);
        assertTrue(Arrays.stream(screen.last.argb()).allMatch(pixel -> pixel >>> 24 == 0xFF));
    }

    @Test
    protected void theLivePictureShowsWhatIsBeforeTheCamera() {
        Screen screen = new Screen();
        try (LiveView _ = value(live(ready(), screen, inTime()))) {
            screen.awaitFrames(2);
            double before = brightness(screen.last);
            rig().show();
            Patience.until(A_FRAME, "a brighter picture", () -> brightness(screen.last) > before + 10);
        }
    }

    private static double brightness(Frame frame) {
        int from = frame.argb().length * 2 / 5;
        int to = frame.argb().length * 3 / 5;
        return Arrays.stream(frame.argb(), from, to)
                .map(pixel -> pixel >> 8 & 0xFF)
                .average()
                .orElse(0);
    }

    @Test
    protected void aStillIsTakenWhileTheLivePictureGoesOn() {
        Screen screen = new Screen();
        C camera = ready();
        try (LiveView _ = value(live(camera, screen, inTime()))) {
            screen.awaitFrames(2);
            assertIsJpeg(value(still(camera, inTime())));
            screen.awaitFrames(2);
        }
    }

    @Test
    protected void aSlowWatcherMissesFramesAndNoneAreQueued() {
        Semaphore slow = new Semaphore(0);
        AtomicInteger frames = new AtomicInteger();
        FrameListener watcher = new FrameListener() {
            @Override
            public void frame(Frame frame) {
                frames.incrementAndGet();
                slow.acquireUninterruptibly();
            }

            @Override
            public void stopped(Fault fault) {
                // Nothing is expected of it.
            }
        };
        C camera = ready();
        LiveView view = value(live(camera, watcher, inTime()));
        Patience.until(A_FRAME, "a first frame", () -> frames.get() == 1);
        Screen other = new Screen();
        view.close();
        slow.release(100);
        try (LiveView _ = value(live(camera, other, inTime()))) {
            other.awaitFrames(3);
        }
        assertEquals(1, frames.get());
    }

    @Test
    protected void afterTheEndOfTheLivePictureNoFrameComes() {
        Screen first = new Screen();
        C camera = ready();
        LiveView view = value(live(camera, first, inTime()));
        first.awaitFrames(2);
        view.close();
        view.close();
        int before = first.frames.get();
        assertWorks(camera, rig());
        assertTrue(first.frames.get() <= before + 1);
        assertEquals(List.of(), first.stops);
    }

    @Test
    protected void aSecondLivePictureTakesThePlaceOfTheFirst() {
        Screen first = new Screen();
        C camera = ready();
        LiveView replaced = value(live(camera, first, inTime()));
        first.awaitFrames(1);
        assertWorks(camera, rig());
        replaced.close();
        assertEquals(1, first.stops.size());
    }

    @Test
    protected void aCameraUnpluggedInTheMiddleOfTheLivePictureSaysSo() {
        Screen screen = new Screen();
        try (LiveView _ = value(live(ready(), screen, inTime()))) {
            screen.awaitFrames(2);
            rig().unplug();
            Patience.until(NOTICED, "the end of the picture", () -> !screen.stops.isEmpty());
        }
        assertEquals(Fault.Kind.DISCONNECTED, screen.stops.getFirst().kind());
        awaitState(NOTICED, DeviceState.Absent.class);
    }

    @Test
    protected void aFrozenPictureIsNotShownForEver() {
        Screen screen = new Screen();
        try (LiveView _ = value(live(ready(), screen, inTime()))) {
            screen.awaitFrames(2);
            rig().freeze();
            Patience.until(FROZEN, "the end of the picture", () -> !screen.stops.isEmpty());
        }
        assertEquals(1, screen.stops.size());
    }

    @Test
    protected void aPictureThatStopsComingIsNotShownForEver() {
        Screen screen = new Screen();
        try (LiveView _ = value(live(ready(), screen, inTime()))) {
            screen.awaitFrames(2);
            rig().fallSilent();
            Patience.until(FROZEN, "the end of the picture", () -> !screen.stops.isEmpty());
        }
        assertEquals(Fault.Kind.TIMEOUT, screen.stops.getFirst().kind());
    }
}
