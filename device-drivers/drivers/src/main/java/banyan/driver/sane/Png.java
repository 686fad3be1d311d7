package banyan.driver.sane;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Rows of samples as a PNG (ISO/IEC 15948), quickly: each row as the difference from its left neighbours, at the fastest level of
 * deflate. A page of paper is mostly even, so this is also nearly as small as the slow way.
 */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte FILTER_SUB = 1;

    /** Deflate with a window of 32 KiB, the fastest way. */
    private static final byte[] ZLIB = {0x78, 0x01};

    private static final long ADLER = 65521;

    /** A band of an A4 page at 300 dots an inch is some two megabytes: large enough that its seam costs nothing. */
    private static final int ROWS_A_BAND = 256;

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
        boolean fits = data(out, new Rows(samples, width * channels, height, channels, stride), most);
        chunk(out, "IEND", new byte[0], 0);
        Optional<byte[]> png = fits && out.size() <= most ? Optional.of(out.toByteArray()) : Optional.empty();
        out.wipe();
        return png;
    }

    /** @param bytes of samples in a row */
    private record Rows(byte[] samples, int bytes, int height, int channels, int stride) {
        /** The row as the difference from its left neighbours, after the filter's number. */
        void filtered(int y, byte[] row) {
            int from = y * stride;
            row[0] = FILTER_SUB;
            System.arraycopy(samples, from, row, 1, channels);
            for (int at = channels; at < bytes; at++) {
                row[at + 1] = (byte) (samples[from + at] - samples[from + at - channels]);
            }
        }

        @Override
        public String toString() {
            return "Rows[" + height + "]";
        }
    }

    /** Some rows, deflated. */
    private record Band(Sink packed, long sum, long length) {}

    /** The bands are deflated side by side; one after the other they are one stream, as each but the last ends at a whole byte. */
    private static boolean data(Sink out, Rows rows, int most) {
        int count = (rows.height() + ROWS_A_BAND - 1) / ROWS_A_BAND;
        List<Band> bands = IntStream.range(0, count)
                .parallel()
                .mapToObj(band -> band(rows, band * ROWS_A_BAND, band == count - 1))
                .toList();
        Sink stream = new Sink(BLOCK);
        stream.writeBytes(ZLIB);
        long sum = 1;
        boolean fits = true;
        for (Band band : bands) {
            sum = joined(sum, band.sum(), band.length());
            fits = fits && out.size() + stream.size() + band.packed().size() <= most;
            if (fits) {
                band.packed().into(stream);
                stream.flushed(out);
            }
            band.packed().wipe();
        }
        stream.writeBytes(ByteBuffer.allocate(4).putInt((int) sum).array());
        stream.flushed(out);
        return fits;
    }

    private static Band band(Rows rows, int first, boolean last) {
        byte[] row = new byte[rows.bytes() + 1];
        byte[] packed = new byte[BLOCK];
        Sink sink = new Sink(BLOCK);
        Adler32 sum = new Adler32();
        int end = Math.min(rows.height(), first + ROWS_A_BAND);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            for (int y = first; y < end; y++) {
                rows.filtered(y, row);
                sum.update(row);
                deflater.setInput(row);
                drain(sink, deflater, packed, Deflater.NO_FLUSH);
            }
            if (last) {
                deflater.finish();
            }
            drain(sink, deflater, packed, Deflater.SYNC_FLUSH);
            return new Band(sink, sum.getValue(), (long) (end - first) * row.length);
        } finally {
            deflater.end();
            Arrays.fill(row, (byte) 0);
            Arrays.fill(packed, (byte) 0);
        }
    }

    private static void drain(Sink sink, Deflater deflater, byte[] packed, int flush) {
        int count;
        do {
            count = deflater.deflate(packed, 0, packed.length, flush);
            sink.write(packed, 0, count);
        } while (count == packed.length);
    }

    /** Adler-32 of two pieces one after the other, by those of the pieces (RFC 1950, and what follows from its sums). */
    private static long joined(long first, long second, long secondLength) {
        long low = (first & 0xFFFF) + (second & 0xFFFF) - 1;
        long high = (first >>> 16) + (second >>> 16) + (secondLength % ADLER) * ((first & 0xFFFF) - 1);
        return Math.floorMod(high, ADLER) << 16 | Math.floorMod(low, ADLER);
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

        void into(Sink other) {
            other.write(buf, 0, count);
        }

        /** Goes out as one chunk of image data, and is empty again. */
        void flushed(Sink out) {
            chunk(out, "IDAT", buf, count);
            reset();
        }

        void wipe() {
            Arrays.fill(buf, (byte) 0);
        }
    }
}
