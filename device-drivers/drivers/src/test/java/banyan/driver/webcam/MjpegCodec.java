package banyan.driver.webcam;

import banyan.conformance.CodecUnderTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** A camera's stream of pictures as a function of bytes, to its end or to the first part that is not sound. */
public final class MjpegCodec implements CodecUnderTest {
    private static final List<byte[]> SAMPLES = List.of(part(8, 8), part(16, 4));

    @Override
    public String name() {
        return "mjpeg-camera";
    }

    private static byte[] part(int width, int height) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        try {
            byte[] jpeg = Argb.jpeg(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));
            part.writeBytes(("--frame\r\nContent-Type: image/jpeg\r\nContent-Length: " + jpeg.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            part.writeBytes(jpeg);
            part.writeBytes(new byte[] {'\r', '\n'});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return part.toByteArray();
    }

    @Override
    public Set<String> models() {
        return Set.of("mjpeg-camera", "mjpeg-face-camera");
    }

    @Override
    public List<byte[]> samples() {
        return SAMPLES;
    }

    /** A picture is read, then stands a second time behind its length. */
    @Override
    public int largest() {
        return 2 * BoundedParts.MAX_FRAME;
    }

    @Override
    public String read(List<byte[]> portions) {
        List<InputStream> streams =
                portions.stream().<InputStream>map(ByteArrayInputStream::new).toList();
        long bytes = 0;
        StringBuilder seen = new StringBuilder();
        try (BoundedParts parts = new BoundedParts(new SequenceInputStream(Collections.enumeration(streams)))) {
            byte[] into = new byte[512];
            long fingerprint = parts.fingerprint();
            for (int count = parts.read(into); count >= 0; count = parts.read(into)) {
                bytes += count;
                if (parts.fingerprint() != fingerprint) {
                    fingerprint = parts.fingerprint();
                    seen.append(fingerprint).append(';');
                }
            }
        } catch (IOException _) {
            seen.append("not sound");
        }
        return seen.append(bytes).toString();
    }
}
