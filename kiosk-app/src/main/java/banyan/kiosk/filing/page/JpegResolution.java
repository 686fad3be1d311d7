package banyan.kiosk.filing.page;

/** Writes the resolution into a JPEG's JFIF header, so that whoever prints the page prints it at its true size. */
final class JpegResolution {
    private JpegResolution() {}

    /** Changes the given bytes, and returns them. A file without a JFIF header right at its front stays as it is. */
    static byte[] set(byte[] jpeg, int dotsPerInch) {
        boolean jfif = jpeg.length > 20 && jpeg[3] == (byte) 0xE0 && jpeg[6] == 'J' && jpeg[7] == 'F' && jpeg[8] == 'I';
        if (jfif) {
            jpeg[13] = 1;
            jpeg[14] = (byte) (dotsPerInch >> 8);
            jpeg[15] = (byte) dotsPerInch;
            jpeg[16] = (byte) (dotsPerInch >> 8);
            jpeg[17] = (byte) dotsPerInch;
        }
        return jpeg;
    }
}
