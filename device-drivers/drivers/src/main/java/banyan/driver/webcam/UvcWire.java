package banyan.driver.webcam;

import banyan.device.DeviceState;
import banyan.device.DeviceThread;
import banyan.device.DocumentCamera;
import banyan.device.DocumentCamera.FrameListener;
import banyan.device.DocumentCamera.Still;
import banyan.device.Fault;
import banyan.device.Nameplate;
import banyan.device.Outcome;
import banyan.device.Pace;
import banyan.device.Turn;
import banyan.wire.Jpeg;
import com.github.sarxos.webcam.WebcamDevice;
import com.github.sarxos.webcam.ds.buildin.WebcamDefaultDriver;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A USB camera, by the library's own driver: its devices are used directly, so that none of its global registries and discovery
 * threads are started. A still is the same stream opened again in its largest size.
 */
final class UvcWire implements CameraWire {
    /** The library's name of a camera ends with its device file. */
    private static final Pattern DEVICE_FILE = Pattern.compile("(/dev/\\S+)$");

    private static final Duration BETWEEN_FRAMES = Duration.ofMillis(66);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(400);
    private static final Duration BELIEVED = Duration.ofSeconds(10);

    /** The first frames after opening are too dark or too light: the camera still measures. */
    private static final int MEASURING_FRAMES = 5;

    private final Use use;
    private final String name;
    private final Dimension liveSize;
    private final Dimension stillSize;
    private @Nullable WebcamDevice camera;
    /** Not tried again in this process: each try would print its stack. */
    private boolean libraryFails;

    private Optional<Path> file = Optional.empty();
    private @Nullable Viewer viewer;
    private DeviceState standing = new DeviceState.Opening();

    UvcWire(Use use, String name, Jpeg.Size liveSize, Jpeg.Size stillSize) {
        this.use = use;
        this.name = name;
        this.liveSize = new Dimension(liveSize.width(), liveSize.height());
        this.stillSize = new Dimension(stillSize.width(), stillSize.height());
    }

    @Override
    public Outcome<DeviceState> open(Turn turn) {
        // The library's native part needs libv4l2.so.0, Debian's package libv4l-0.
        if (libraryFails) {
            return Outcome.failed(use.libraryMissing());
        }
        if (!anyCamera()) {
            // Without a camera the library's native part is not even loaded.
            return Outcome.failed(use.unplugged());
        }
        Optional<List<WebcamDevice>> all = guarded(() -> Optional.of(new WebcamDefaultDriver().getDevices()));
        if (all.isEmpty()) {
            libraryFails = true;
            return Outcome.failed(use.libraryMissing());
        }
        Optional<WebcamDevice> found = all.get().stream()
                .filter(there -> there.getName().contains(name))
                .findFirst();
        if (found.isEmpty()) {
            return Outcome.failed(use.unplugged());
        }
        camera = found.get();
        Matcher path = DEVICE_FILE.matcher(found.get().getName());
        file = path.find() ? Optional.of(Path.of(path.group(1))) : Optional.empty();
        return Outcome.done(standing = DeviceState.ready());
    }

    @Override
    public Nameplate nameplate() {
        return camera == null
                ? Nameplate.BLANK
                : new Nameplate(Optional.empty(), Optional.of(camera.getName()), Optional.empty(), Optional.empty());
    }

    private static boolean anyCamera() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("/dev"), "video*")) {
            return files.iterator().hasNext();
        } catch (IOException _) {
            return false;
        }
    }

    /** What the library throws says that the camera does not do as it should, and is no defect of ours. */
    private static <T> Optional<T> guarded(Supplier<Optional<T>> call) {
        try {
            return call.get();
        } catch (RuntimeException | LinkageError _) {
            return Optional.empty();
        }
    }

    @Override
    public DeviceState tend(Turn turn) {
        if (file.filter(path -> !Files.exists(path)).isPresent()) {
            end(Optional.of(use.unplugged()));
            return new DeviceState.Absent(use.unplugged());
        }
        Viewer watching = viewer;
        if (watching == null) {
            turn.heard();
            return standing;
        }
        if (watching.ended()) {
            end(Optional.empty());
            return standing = DeviceState.ready();
        }
        Optional<BufferedImage> image = grab();
        if (image.isEmpty()) {
            end(Optional.of(use.silent()));
            return unknown();
        }
        turn.heard();
        watching.show(Argb.frame(image.get()));
        return standing = DeviceState.ready();
    }

    private DeviceState unknown() {
        if (!(standing instanceof DeviceState.Unknown)) {
            standing = new DeviceState.Unknown(Instant.now());
        }
        return standing;
    }

    private Optional<BufferedImage> grab() {
        WebcamDevice open = camera;
        return open == null ? Optional.empty() : guarded(() -> Optional.ofNullable(open.getImage()));
    }

    private Outcome<Boolean> stream(Dimension size) {
        WebcamDevice closed = camera;
        if (closed == null) {
            return Outcome.failed(use.unplugged());
        }
        Optional<Boolean> opened = guarded(() -> {
            closed.close();
            closed.setResolution(size);
            closed.open();
            return Optional.of(closed.isOpen());
        });
        return opened.orElse(false) ? Outcome.done(true) : Outcome.failed(use.silent());
    }

    private void end(Optional<Fault> why) {
        Viewer watching = viewer;
        viewer = null;
        WebcamDevice open = camera;
        if (open != null) {
            var _ = guarded(() -> {
                open.close();
                return Optional.of(true);
            });
        }
        if (watching != null) {
            why.ifPresent(watching::stop);
        }
    }

    @Override
    public Outcome<Viewer> live(Turn turn, FrameListener listener) {
        end(Optional.of(use.replaced()));
        return stream(liveSize).map(_ -> {
            Viewer watching = new Viewer(listener);
            viewer = watching;
            return watching;
        });
    }

    @Override
    public Outcome<Still> still(Turn turn) {
        turn.busy();
        Outcome<Still> still = stream(stillSize).then(_ -> measured(turn)).then(this::encoded);
        if (viewer != null && stream(liveSize) instanceof Outcome.Failed<Boolean>(var fault)) {
            end(Optional.of(fault));
        }
        return still;
    }

    private Outcome<BufferedImage> measured(Turn turn) {
        Optional<BufferedImage> image = Optional.empty();
        for (int frame = 0; frame <= MEASURING_FRAMES; frame++) {
            Optional<Fault> over = turn.over();
            if (over.isPresent()) {
                return Outcome.failed(over.get());
            }
            image = grab();
        }
        return image.<Outcome<BufferedImage>>map(Outcome::done).orElse(Outcome.failed(use.silent()));
    }

    private Outcome<Still> encoded(BufferedImage image) {
        try {
            byte[] jpeg = Argb.jpeg(image);
            return jpeg.length > DocumentCamera.MAX_STILL_BYTES
                    ? Outcome.failed(use.pictureTooLarge())
                    : Outcome.done(new Still(jpeg));
        } catch (IOException _) {
            return Outcome.failed(use.silent());
        }
    }

    @Override
    public Duration rest(Pace pace) {
        return viewer == null ? pace.between(BETWEEN_LOOKS) : BETWEEN_FRAMES;
    }

    @Override
    public Duration believedFor() {
        return BELIEVED;
    }

    @Override
    public void shut() {
        end(Optional.of(DeviceThread.CLOSED));
        WebcamDevice open = camera;
        camera = null;
        if (open != null) {
            var _ = guarded(() -> {
                open.dispose();
                return Optional.of(true);
            });
        }
        standing = new DeviceState.Opening();
    }

    @Override
    public void forget() {
        // A frame is handed over as it is grabbed; none is kept here.
    }
}
