package banyan.wire;

import java.util.Optional;

/** What the head of a JPEG says of it, without decoding it: so that nothing is decoded that should not be. */
public final class Jpeg {
    /** A picture of more pixels than this is refused before room is made for it. */
    public static final long MAX_PIXELS = 40_000_000;

    private static final int MARKER = 0xFF;
    private static final int START_OF_IMAGE = 0xD8;
    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;

    private Jpeg() {}

    /** How large a picture is. */
    public record Size(int width, int height) {
        /** All of them; never overflows. */
        public long pixels() {
            return (long) width * height;
        }
    }

    /** The size of the JPEG that these bytes are, or empty where they are none. Whatever the bytes are, it ends. */
    public static Optional<Size> size(byte[] bytes) {
        if (at(bytes, 0) != MARKER || at(bytes, 1) != START_OF_IMAGE) {
            return Optional.empty();
        }
        int segment = 2;
        while (at(bytes, segment) == MARKER) {
            int kind = at(bytes, segment + 1);
            if (kind == MARKER) {
                // A fill byte before the marker.
                segment++;
                continue;
            }
            if (kind == START_OF_SCAN || kind == END_OF_IMAGE) {
                return Optional.empty();
            }
            if (isFrame(kind)) {
                int height = pair(bytes, segment + 5);
                int width = pair(bytes, segment + 7);
                return width > 0 && height > 0 ? Optional.of(new Size(width, height)) : Optional.empty();
            }
            int length = pair(bytes, segment + 2);
            if (length < 2) {
                return Optional.empty();
            }
            segment += 2 + length;
        }
        return Optional.empty();
    }

    /** Whether it has its last marker: one that was cut off does not. Some devices fill up with zeros after it. */
    public static boolean ends(byte[] bytes) {
        int last = bytes.length - 1;
        while (last > 0 && bytes[last] == 0) {
            last--;
        }
        return at(bytes, last) == END_OF_IMAGE && last > 0 && at(bytes, last - 1) == MARKER;
    }

    /** SOF0 to SOF15, without the three of that range that are something else. */
    private static boolean isFrame(int kind) {
        return kind >= 0xC0 && kind <= 0xCF && kind != 0xC4 && kind != 0xC8 && kind != 0xCC;
    }

    private static int pair(byte[] bytes, int at) {
        int high = at(bytes, at);
        int low = at(bytes, at + 1);
        return high < 0 || low < 0 ? -1 : high << 8 | low;
    }

    private static int at(byte[] bytes, int at) {
        return at < bytes.length ? bytes[at] & 0xFF : -1;
    }
}
