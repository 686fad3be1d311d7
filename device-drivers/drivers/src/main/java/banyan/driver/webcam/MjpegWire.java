package banyan.driver.webcam;

import banyan.device.DeviceState;
import banyan.device.DeviceThread;
import banyan.device.DocumentCamera;
import banyan.device.DocumentCamera.FrameListener;
import banyan.device.DocumentCamera.Still;
import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Outcome;
import banyan.device.Pace;
import banyan.device.Turn;
import banyan.wire.HttpLine;
import banyan.wire.Jpeg;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A camera on the network: a stream at one address, stills at another. */
final class MjpegWire implements CameraWire {
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final Duration STILL = Duration.ofSeconds(20);
    private static final Duration WHILE_LIVE = Duration.ofMillis(8);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final int CONNECTING_MILLIS = 400;

    /** Whether pictures would come is tried out less often than whether anybody is there: it starts the camera's stream. */
    private static final Duration BETWEEN_TRIALS = Duration.ofSeconds(2);

    private static final Duration BELIEVED = Duration.ofSeconds(6);

    private final String id;
    private final Use use;
    private final URI stream;
    private final Optional<URI> stills;
    private final HttpLine http;
    private @Nullable MjpegStream running;
    private @Nullable Viewer viewer;
    private DeviceState standing = new DeviceState.Opening();
    private long triedNanos = System.nanoTime();

    MjpegWire(String id, Use use, URI stream, Optional<URI> stills) {
        this.id = id;
        this.use = use;
        this.http = new HttpLine(use.word());
        this.stream = stream;
        this.stills = stills;
    }

    @Override
    public Outcome<DeviceState> open(Turn turn) {
        return trial(turn).map(_ -> standing = DeviceState.ready());
    }

    /** Starts the stream and stops it again. */
    private Outcome<Boolean> trial(Turn turn) {
        triedNanos = System.nanoTime();
        return start(turn).map(body -> {
            close(body);
            return true;
        });
    }

    private Outcome<InputStream> start(Turn turn) {
        return http.open(turn, HttpRequest.newBuilder(stream).build(), ANSWER).then(answer -> {
            if (answer.status() == 200) {
                turn.heard();
                return Outcome.done(answer.body());
            }
            close(answer.body());
            return Outcome.failed(refusal(answer.status()));
        });
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException _) {
            // It is gone either way.
        }
    }

    private Fault refusal(int status) {
        return status == 503 ? use.busy() : use.refused(status);
    }

    @Override
    public DeviceState tend(Turn turn) {
        Viewer watching = viewer;
        if (running != null && watching != null) {
            return watch(turn, running, watching);
        }
        if (!reachable()) {
            return new DeviceState.Absent(use.unplugged());
        }
        if (System.nanoTime() - triedNanos < BETWEEN_TRIALS.toNanos()) {
            return standing;
        }
        return switch (trial(turn)) {
            case Outcome.Done<Boolean> _ -> standing = DeviceState.ready();
            case Outcome.Failed<Boolean>(var fault) -> judged(fault);
        };
    }

    /** A camera whose picture is being watched is seen to live; any other is tried now. */
    @Override
    public DeviceState examine(Turn turn) {
        triedNanos = System.nanoTime() - BETWEEN_TRIALS.toNanos();
        return tend(turn);
    }

    private DeviceState judged(Fault fault) {
        if (fault.kind() == Kind.DISCONNECTED) {
            return new DeviceState.Absent(fault);
        }
        if (!(standing instanceof DeviceState.Unknown)) {
            // Since when is said once, so that it is one state and not many.
            standing = new DeviceState.Unknown(Instant.now());
        }
        return standing;
    }

    private DeviceState watch(Turn turn, MjpegStream source, Viewer watching) {
        source.take().ifPresent(frame -> {
            turn.heard();
            watching.show(frame);
        });
        if (watching.ended()) {
            stop(Optional.empty());
            return standing = DeviceState.ready();
        }
        Optional<Fault> over = source.over();
        if (over.isPresent()) {
            stop(over);
            return judged(over.get());
        }
        return standing = DeviceState.ready();
    }

    private void stop(Optional<Fault> why) {
        Viewer watching = viewer;
        viewer = null;
        if (running != null) {
            running.close();
            running = null;
        }
        if (watching != null) {
            why.ifPresent(watching::stop);
        }
    }

    private boolean reachable() {
        int port = stream.getPort() < 0 ? 80 : stream.getPort();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(stream.getHost(), port), CONNECTING_MILLIS);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public Outcome<Viewer> live(Turn turn, FrameListener listener) {
        stop(Optional.of(use.replaced()));
        return start(turn).map(started -> {
            Viewer watching = new Viewer(listener);
            running = new MjpegStream(id, use, started);
            viewer = watching;
            return watching;
        });
    }

    @Override
    public Outcome<Still> still(Turn turn) {
        if (stills.isEmpty()) {
            return Outcome.failed(use.noStills());
        }
        turn.busy();
        HttpRequest request = HttpRequest.newBuilder(stills.get()).build();
        return http.ask(turn, request, DocumentCamera.MAX_STILL_BYTES, STILL).then(answer -> {
            if (answer.status() != 200) {
                return Outcome.failed(refusal(answer.status()));
            }
            turn.heard();
            Optional<Jpeg.Size> size = Jpeg.size(answer.body());
            if (size.isEmpty()) {
                return Outcome.failed(use.notJpeg());
            }
            return size.get().pixels() > Jpeg.MAX_PIXELS
                    ? Outcome.failed(use.pictureTooLarge())
                    : Outcome.done(new Still(answer.body()));
        });
    }

    @Override
    public Duration rest(Pace pace) {
        return running == null ? pace.between(BETWEEN_LOOKS) : WHILE_LIVE;
    }

    @Override
    public Duration believedFor() {
        return BELIEVED;
    }

    @Override
    public void shut() {
        stop(Optional.of(DeviceThread.CLOSED));
        standing = new DeviceState.Opening();
    }

    @Override
    public void ended() {
        http.close();
    }

    @Override
    public void forget() {
        if (running != null) {
            var _ = running.take();
        }
    }
}
