package banyan.kiosk.visit;

import banyan.device.Deadline;
import banyan.device.DocumentCamera;
import banyan.device.DocumentCamera.Frame;
import banyan.device.DocumentCamera.LiveView;
import banyan.device.DocumentCamera.Still;
import banyan.device.Fault;
import banyan.device.Outcome;
import banyan.kiosk.filing.page.Developed;
import banyan.kiosk.filing.page.Outline;
import banyan.kiosk.filing.page.PageCapture;
import banyan.kiosk.filing.page.PageFinder;
import banyan.kiosk.filing.page.PageLook;
import banyan.kiosk.filing.page.Shutter;
import banyan.kiosk.visit.ScanningPage.Materials.Camera;
import banyan.kiosk.visit.ScanningPage.Materials.Hint;
import banyan.kiosk.visit.ScanningPage.Materials.Qualities;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * The tray under the document camera: what is seen of it, when a page lies well, and the page that is taken. Judges each frame on a
 * thread of its own; when that is slower than the camera, frames are dropped.
 */
public final class Tray implements PageTray {
    /** The camera must show something within this time. */
    private static final Duration OPENING = Duration.ofSeconds(6);

    /** A still of 13 megapixels, over the wire. */
    private static final Duration STILL = Duration.ofSeconds(10);

    /** Why a page was refused stands at least so long, whatever is seen meanwhile. */
    private static final Duration READABLE = Duration.ofSeconds(4);

    private final DocumentCamera camera;
    private final Supplier<PageFinder> finder;
    private final Supplier<PageCapture> capture;
    private final AtomicReference<Camera> shown = new AtomicReference<>(new Camera.Starting());
    private final Object turn = new Object();
    private volatile Optional<Session> session = Optional.empty();

    /** @param finder and {@code capture} load a native library when they are first asked for */
    public Tray(DocumentCamera camera, Supplier<PageFinder> finder, Supplier<PageCapture> capture) {
        this.camera = camera;
        this.finder = once(finder);
        this.capture = once(capture);
    }

    private static <T> Supplier<T> once(Supplier<T> make) {
        var made = new AtomicReference<Optional<T>>(Optional.empty());
        return () -> made.updateAndGet(was -> was.isPresent() ? was : Optional.of(make.get()))
                .orElseThrow();
    }

    /** Begins to look, in place of an earlier look. Returns at once. */
    @Override
    public void open(Listener listener) {
        synchronized (turn) {
            close();
            shown.set(new Camera.Starting());
            Session next = new Session(listener);
            session = Optional.of(next);
            Thread.ofPlatform().name("tray").daemon().start(next::run);
        }
    }

    /** What the camera shows now. */
    @Override
    public Camera camera() {
        return shown.get();
    }

    /** Takes a still and develops it. Blocks for the camera and for some tenths of a second of work. */
    @Override
    public Taken take() {
        return switch (camera.still(Deadline.in(STILL))) {
            case Outcome.Failed<Still>(var fault) -> {
                refused(Hint.CAMERA_FAILED);
                yield new Taken.Failed(fault);
            }
            case Outcome.Done<Still>(var still) ->
                switch (capture.get().develop(still.jpeg())) {
                    case Developed.Page page -> {
                        session.ifPresent(Session::taken);
                        yield new Taken.Page(page);
                    }
                    case Developed.Refused not -> {
                        refused(hint(not.reason()));
                        yield new Taken.Refused(hint(not.reason()));
                    }
                };
        };
    }

    private void refused(Hint why) {
        session.ifPresent(open -> open.refused.set(Optional.of(new Refusal(why, System.nanoTime()))));
    }

    /** Why a still was not taken over, and when that was. */
    private record Refusal(Hint why, long nanos) {
        /** Long enough to be read, also where the page was taken by hand and the tray shows no change. */
        boolean readable(long now) {
            return now - nanos < READABLE.toNanos();
        }
    }

    /** Ends the look and forgets the last frame. Idempotent. */
    @Override
    public void close() {
        synchronized (turn) {
            boolean wasOpen = session.isPresent();
            session.ifPresent(Session::end);
            session = Optional.empty();
            shown.set(new Camera.Starting());
            if (wasOpen) {
                capture.get().rest();
            }
        }
    }

    private static Hint hint(Developed.Reason reason) {
        return switch (reason) {
            case NO_PAGE -> Hint.REFUSED_NO_PAGE;
            case BLANK -> Hint.REFUSED_BLANK;
            case BLURRED -> Hint.REFUSED_BLURRED;
            case CUT_OFF -> Hint.REFUSED_CUT_OFF;
            case COVERED -> Hint.REFUSED_COVERED;
            case TOO_BIG, NOT_AN_IMAGE -> Hint.CAMERA_FAILED;
        };
    }

    private static Optional<Hint> hint(PageLook.Hint hint) {
        return switch (hint) {
            case LAY_A_PAGE -> Optional.of(Hint.NO_PAGE);
            case MOVE_INSIDE -> Optional.of(Hint.CUT_OFF);
            case TAKE_HAND_AWAY -> Optional.of(Hint.COVERED);
            case AVOID_GLARE -> Optional.of(Hint.GLARE);
            case HOLD_STILL -> Optional.of(Hint.HOLD_STILL);
            case TURN_OVER -> Optional.of(Hint.BLANK);
            case GOOD -> Optional.empty();
        };
    }

    /** One look, from opening to closing. */
    private final class Session implements DocumentCamera.FrameListener {
        private final Listener listener;
        private final BlockingQueue<Frame> next = new ArrayBlockingQueue<>(1);
        private volatile boolean ended;
        private volatile boolean lost;
        private volatile boolean pageTaken;
        private final AtomicReference<Optional<Refusal>> refused = new AtomicReference<>(Optional.empty());
        private volatile Optional<LiveView> view = Optional.empty();

        Session(Listener listener) {
            this.listener = listener;
        }

        void run() {
            switch (camera.live(this, Deadline.in(OPENING))) {
                case Outcome.Failed<LiveView> _ -> goneNow();
                case Outcome.Done<LiveView>(var opened) -> {
                    view = Optional.of(opened);
                    look();
                    opened.close();
                }
            }
        }

        private void look() {
            Optional<Shutter> shutter = Optional.empty();
            try {
                while (!ended) {
                    Frame frame = next.poll(OPENING.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
                    if (lost || frame == null) {
                        goneNow();
                        return;
                    }
                    if (shutter.isEmpty()) {
                        shutter = Optional.of(new Shutter(frame.width()));
                        listener.live();
                    }
                    judge(frame, shutter.get());
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        private void judge(Frame frame, Shutter shutter) {
            PageLook look = finder.get().look(frame);
            long nanos = System.nanoTime();
            boolean now = shutter.take(look, nanos);
            if (!shutter.waiting()) {
                refused.updateAndGet(was -> was.filter(why -> why.readable(nanos)));
                pageTaken = false;
            }
            Optional<Hint> hint = refused.get()
                    .map(Refusal::why)
                    .or(() -> pageTaken && shutter.waiting() ? Optional.of(Hint.TAKE_AWAY) : hint(look.hint()));
            show(new Camera.Live(
                    frame,
                    look.outline().map(Tray::corners).orElse(new float[0]),
                    hint,
                    new Qualities(look.cornersInside(), look.sharp(), look.glareFree(), look.uncovered()),
                    shutter.waiting() && hint.isEmpty()));
            if (now) {
                listener.steady();
            }
        }

        private void show(Camera now) {
            if (!ended) {
                shown.set(now);
                listener.seen();
            }
        }

        private void goneNow() {
            if (!ended) {
                shown.set(new Camera.Gone());
                listener.gone();
            }
        }

        void taken() {
            refused.set(Optional.empty());
            pageTaken = true;
        }

        void end() {
            ended = true;
            next.clear();
            view.ifPresent(LiveView::close);
        }

        @Override
        public void frame(Frame frame) {
            next.poll();
            // A frame that finds the place taken again is one too many.
            boolean _ = next.offer(frame);
        }

        @Override
        public void stopped(Fault fault) {
            lost = true;
            boolean _ = next.offer(new Frame(1, 1, new int[1]));
        }
    }

    private static float[] corners(Outline outline) {
        return new float[] {
            (float) outline.topLeft().x(),
            (float) outline.topLeft().y(),
            (float) outline.topRight().x(),
            (float) outline.topRight().y(),
            (float) outline.bottomRight().x(),
            (float) outline.bottomRight().y(),
            (float) outline.bottomLeft().x(),
            (float) outline.bottomLeft().y()
        };
    }
}
