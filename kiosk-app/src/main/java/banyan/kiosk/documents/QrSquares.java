package banyan.kiosk.documents;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;

/** A QR code as rows of squares, on paper and screen alike, without the white border that whoever draws it must leave. */
public final class QrSquares {
    private QrSquares() {}

    /** The squares, row by row; {@code true} is dark. The value is short and holds no personal data. */
    public static boolean[][] of(String value) {
        try {
            var matrix = Encoder.encode(value, ErrorCorrectionLevel.M).getMatrix();
            boolean[][] dark = new boolean[matrix.getHeight()][matrix.getWidth()];
            for (int y = 0; y < dark.length; y++) {
                for (int x = 0; x < dark[y].length; x++) {
                    dark[y][x] = matrix.get(x, y) == 1;
                }
            }
            return dark;
        } catch (WriterException tooLong) {
            // A template's address is some 60 characters; a code takes over 2000.
            throw new IllegalArgumentException("this value is no QR code", tooLong);
        }
    }
}
