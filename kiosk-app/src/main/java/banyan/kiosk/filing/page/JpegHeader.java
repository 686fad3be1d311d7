package banyan.kiosk.filing.page;

/** The size of a JPEG picture, read from its header before anything is decoded. */
sealed interface JpegHeader {
    record Size(int width, int height) implements JpegHeader {
        long pixels() {
            return (long) width * height;
        }
    }

    /** No JPEG, or cut short. */
    record Unreadable() implements JpegHeader {}

    /** A camera may pad its file, but not by more than this. */
    int MOST_PADDING = 4096;

    static JpegHeader read(byte[] file) {
        if (file.length < 4 || at(file, 0) != 0xFF || at(file, 1) != 0xD8 || !ends(file)) {
            return new Unreadable();
        }
        int at = 2;
        while (at + 9 < file.length && at(file, at) == 0xFF) {
            int marker = at(file, at + 1);
            if (marker == 0xFF) {
                at++;
            } else if (isStartOfFrame(marker)) {
                int height = at(file, at + 5) << 8 | at(file, at + 6);
                int width = at(file, at + 7) << 8 | at(file, at + 8);
                return width == 0 || height == 0 ? new Unreadable() : new Size(width, height);
            } else {
                at += 2 + (at(file, at + 2) << 8 | at(file, at + 3));
            }
        }
        return new Unreadable();
    }

    /** C0 to CF but for the Huffman tables (C4), the extension (C8) and the arithmetic coding (CC). */
    private static boolean isStartOfFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    /** The end marker is there: a file cut short in transfer would decode with a grey rest. */
    private static boolean ends(byte[] file) {
        for (int at = file.length - 2; at >= Math.max(2, file.length - 2 - MOST_PADDING); at--) {
            if (at(file, at) == 0xFF && at(file, at + 1) == 0xD9) {
                return true;
            }
        }
        return false;
    }

    private static int at(byte[] file, int index) {
        return file[index] & 0xFF;
    }
}
