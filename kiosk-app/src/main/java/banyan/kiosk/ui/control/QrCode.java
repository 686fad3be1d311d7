package banyan.kiosk.ui.control;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;

/** A QR code of whole pixels in a white frame. It holds no personal data: whoever makes the text sees to that. */
public final class QrCode extends Region {
    private static final double FRAME = 22;

    private final SVGPath modules = new SVGPath();

    public QrCode(String text, double side) {
        getStyleClass().setAll("qr");
        setMinSize(side, side);
        setPrefSize(side, side);
        setMaxSize(side, side);
        modules.setManaged(false);
        modules.getStyleClass().setAll("qr-modules");
        getChildren().add(modules);
        setMouseTransparent(true);
        draw(text, side);
    }

    private void draw(String text, double side) {
        BitMatrix matrix;
        try {
            matrix = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.MARGIN,
                                    0,
                                    EncodeHintType.CHARACTER_SET,
                                    "UTF-8",
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M));
        } catch (WriterException e) {
            throw new IllegalArgumentException("this does not fit a QR code", e);
        }
        int module = (int) Math.max(1, Math.floor((side - 2 * FRAME) / matrix.getWidth()));
        double offset = Math.round((side - module * (double) matrix.getWidth()) / 2);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); ) {
                int run = 0;
                while (x + run < matrix.getWidth() && matrix.get(x + run, y)) {
                    run++;
                }
                if (run > 0) {
                    path.append('M').append(x * module).append(' ').append(y * module);
                    path.append('h').append(run * module).append('v').append(module);
                    path.append('h').append(-run * module).append('z');
                }
                x += Math.max(1, run);
            }
        }
        modules.setContent(path.toString());
        modules.setLayoutX(offset);
        modules.setLayoutY(offset);
        modules.setCache(true);
    }
}
