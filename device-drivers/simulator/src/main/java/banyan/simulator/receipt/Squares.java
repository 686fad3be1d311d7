package banyan.simulator.receipt;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** A QR code as the printer's own firmware makes it from what it was sent. */
record Squares(ByteMatrix matrix, int size) {
    /** Empty if so much does not fit into a code. */
    static Optional<Squares> of(String content, char level, int size) {
        boolean ascii = StandardCharsets.US_ASCII.newEncoder().canEncode(content);
        Map<EncodeHintType, Object> hints = ascii ? Map.of() : Map.of(EncodeHintType.CHARACTER_SET, "UTF-8");
        try {
            return Optional.of(new Squares(
                    Encoder.encode(content, ErrorCorrectionLevel.valueOf(String.valueOf(level)), hints)
                            .getMatrix(),
                    size));
        } catch (WriterException _) {
            return Optional.empty();
        }
    }

    /** How many dots it is wide and high. */
    int dots() {
        return matrix.getWidth() * size;
    }

    boolean black(int x, int y) {
        return matrix.get(x / size, y / size) == 1;
    }
}
