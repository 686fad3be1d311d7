package banyan.driver.webcam;

import banyan.wire.Jpeg;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a camera's MJPEG stream and the library that reads it, and lets only sound parts through: with a length, within
 * limits, and a JPEG of a sensible size. The library alone makes room for whatever length a stream announces, and fails in ways of
 * its own where a part is no JPEG.
 */
final class BoundedParts extends InputStream {
    /** One picture of a live stream. */
    static final int MAX_FRAME = 2_000_000;

    private static final int MAX_LINE = 256;
    private static final int MAX_LINES = 32;
    private static final String LENGTH = "content-length:";

    private final InputStream in;
    private byte[] ready = new byte[0];
    private int at;
    private volatile long fingerprint;

    BoundedParts(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /** Tells one picture from another: a camera whose pictures do not differ at all has frozen. */
    long fingerprint() {
        return fingerprint;
    }

    @Override
    public int read() throws IOException {
        return fill() ? ready[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        if (most == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(most, ready.length - at);
        System.arraycopy(ready, at, into, from, count);
        at += count;
        return count;
    }

    /** Has the next part ready when the last is used up; false at the end of the stream. */
    private boolean fill() throws IOException {
        if (at < ready.length) {
            return true;
        }
        int length = length();
        if (length < 0) {
            return false;
        }
        byte[] jpeg = in.readNBytes(length);
        if (jpeg.length < length) {
            return false;
        }
        long pixels = Jpeg.size(jpeg).map(Jpeg.Size::pixels).orElse(0L);
        if (pixels == 0 || pixels > Jpeg.MAX_PIXELS) {
            throw new IOException("a part that is no picture, or too large a one");
        }
        CRC32 sum = new CRC32();
        sum.update(jpeg);
        fingerprint = sum.getValue();
        byte[] head = ("Content-Length: " + length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        ready = Arrays.copyOf(head, head.length + length);
        System.arraycopy(jpeg, 0, ready, head.length, length);
        at = 0;
        return true;
    }

    /** Reads the lines before a picture: its length, or -1 at the end of the stream. */
    private int length() throws IOException {
        int length = -1;
        for (int lines = 0; lines < MAX_LINES; lines++) {
            String line = line();
            if (line == null) {
                return -1;
            }
            if (line.isEmpty() && length >= 0) {
                return length;
            }
            if (line.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                length = number(line.substring(LENGTH.length()).strip());
            }
        }
        throw new IOException("no length among " + MAX_LINES + " lines");
    }

    private static int number(String text) throws IOException {
        if (!text.matches("[0-9]{1,7}") || Integer.parseInt(text) > MAX_FRAME) {
            throw new IOException("no length of at most " + MAX_FRAME);
        }
        return Integer.parseInt(text);
    }

    private @Nullable String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n') {
                return line.toString().strip();
            }
            if (line.length() == MAX_LINE) {
                throw new IOException("a line of more than " + MAX_LINE);
            }
            line.append((char) c);
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
