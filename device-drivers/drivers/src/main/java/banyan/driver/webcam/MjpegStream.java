package banyan.driver.webcam;

import banyan.device.Deadline;
import banyan.device.DocumentCamera.Frame;
import banyan.device.Fault;
import com.github.sarxos.webcam.ds.ipcam.impl.IpCamMJPEGStream;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * A running MJPEG stream. It is read by webcam-capture's IP-camera driver on a thread of its own, because reading and decoding
 * wait; only the newest picture is kept, and only until it is taken.
 *
 * <p>Of that driver this is the reader of streams alone. Its device opens a connection without any limit of time, waits for a
 * picture for ever, connects again and again without a pause, and cannot be closed while it waits.
 */
final class MjpegStream implements AutoCloseable {
    static {
        // By default a picture that is decoded from a stream is written to a temporary file: it may be somebody's
        // paper.
        ImageIO.setUseCache(false);
    }

    /** A stream that gives no picture for so long has stopped. */
    static final Duration SILENT_AFTER = Duration.ofSeconds(2);

    /** Two pictures of a camera are never the same in every byte; after so long a time of the same it has frozen. */
    static final Duration FROZEN_AFTER = Duration.ofSeconds(3);

    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final Use use;
    private final BoundedParts parts;
    private final AtomicReference<@Nullable Frame> newest = new AtomicReference<>();
    private final Thread thread;
    private volatile boolean ended;
    private volatile Deadline silent = Deadline.in(SILENT_AFTER);
    private volatile Deadline frozen = Deadline.in(FROZEN_AFTER);

    MjpegStream(String deviceId, Use use, InputStream body) {
        this.use = use;
        parts = new BoundedParts(body);
        thread = Thread.ofPlatform()
                .name("device-" + deviceId + "-live")
                .daemon(true)
                .start(this::readAll);
    }

    private void readAll() {
        long last = 0;
        try (IpCamMJPEGStream stream = new IpCamMJPEGStream(parts)) {
            while (!ended) {
                BufferedImage image = stream.readFrame();
                if (image != null) {
                    silent = Deadline.in(SILENT_AFTER);
                    if (parts.fingerprint() != last) {
                        frozen = Deadline.in(FROZEN_AFTER);
                        last = parts.fingerprint();
                    }
                    newest.set(Argb.frame(image));
                }
            }
        } catch (IOException | RuntimeException _) {
            // Cut off, closed by us, or bytes that the decoder throws over: there will be no more pictures.
        }
        ended = true;
    }

    /** The newest picture, if one came since the last was taken. */
    Optional<Frame> take() {
        return Optional.ofNullable(newest.getAndSet(null));
    }

    /** Why no more pictures come; empty while they do. */
    Optional<Fault> over() {
        if (ended) {
            return Optional.of(use.cutOff());
        }
        if (silent.passed()) {
            return Optional.of(use.silent());
        }
        return frozen.passed() ? Optional.of(use.frozen()) : Optional.empty();
    }

    /** Cuts the connection, which also ends the reading. */
    @Override
    public void close() {
        ended = true;
        try {
            parts.close();
        } catch (IOException _) {
            // It is gone either way.
        }
        try {
            boolean _ = thread.join(PATIENCE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        newest.set(null);
    }
}
