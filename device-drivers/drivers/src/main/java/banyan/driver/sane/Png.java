package banyan.driver.sane;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Rows of samples as a PNG (ISO/IEC 15948), quickly: each row as the difference from its left neighbours, at the fastest level of
 * deflate. A page of paper is mostly even, so this is also nearly as small as the slow way.
 */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte FILTER_SUB = 1;
    private static final int GREY = 0;
    private static final int RGB = 2;
    private static final double INCHES_PER_METRE = 1 / 0.0254;
    private static final int BLOCK = 1 << 16;

    private Png() {}

    /**
     * A PNG of at most {@code most} bytes, or empty where it would be larger.
     *
     * @param channels 1 or 3, of eight bits
     * @param stride bytes from the start of one row to that of the next
     * @param resolution dots an inch
     */
    static Optional<byte[]> encode(
            byte[] samples, int width, int height, int channels, int stride, int resolution, int most) {
        Sink out = new Sink(Math.min(most, 1 << 20));
        out.writeBytes(SIGNATURE);
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) 8)
                .put((byte) (channels == 1 ? GREY : RGB))
                .array();
        chunk(out, "IHDR", header, header.length);
        int perMetre = (int) Math.round(resolution * INCHES_PER_METRE);
        byte[] dots = ByteBuffer.allocate(9)
                .putInt(perMetre)
                .putInt(perMetre)
                .put((byte) 1)
                .array();
        chunk(out, "pHYs", dots, dots.length);
        boolean fits = data(out, samples, width * channels, height, channels, stride, most);
        chunk(out, "IEND", new byte[0], 0);
        Optional<byte[]> png = fits && out.size() <= most ? Optional.of(out.toByteArray()) : Optional.empty();
        out.wipe();
        return png;
    }

    private static boolean data(
            Sink out, byte[] samples, int rowBytes, int height, int channels, int stride, int most) {
        byte[] row = new byte[rowBytes + 1];
        byte[] packed = new byte[BLOCK];
        row[0] = FILTER_SUB;
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            for (int y = 0; y < height; y++) {
                int from = y * stride;
                System.arraycopy(samples, from, row, 1, channels);
                for (int at = channels; at < rowBytes; at++) {
                    row[at + 1] = (byte) (samples[from + at] - samples[from + at - channels]);
                }
                deflater.setInput(row);
                drain(out, deflater, packed);
                if (out.size() > most) {
                    return false;
                }
            }
            deflater.finish();
            while (!deflater.finished()) {
                drain(out, deflater, packed);
            }
            return true;
        } finally {
            deflater.end();
            Arrays.fill(row, (byte) 0);
            Arrays.fill(packed, (byte) 0);
        }
    }

    private static void drain(Sink out, Deflater deflater, byte[] packed) {
        int count = deflater.deflate(packed);
        while (count > 0) {
            chunk(out, "IDAT", packed, count);
            count = deflater.deflate(packed);
        }
    }

    private static void chunk(Sink out, String name, byte[] content, int count) {
        byte[] type = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(type);
        sum.update(content, 0, count);
        out.writeBytes(ByteBuffer.allocate(4).putInt(count).array());
        out.writeBytes(type);
        out.write(content, 0, count);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    /** A growing array that can be overwritten. */
    private static final class Sink extends ByteArrayOutputStream {
        Sink(int room) {
            super(room);
        }

        void wipe() {
            Arrays.fill(buf, (byte) 0);
        }
    }
}
