package banyan.kiosk.ui.control;

import banyan.kiosk.documents.QrSquares;
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
        boolean[][] dark = QrSquares.of(text);
        int across = dark.length;
        int module = (int) Math.max(1, Math.floor((side - 2 * FRAME) / across));
        double offset = Math.round((side - module * (double) across) / 2);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < across; y++) {
            for (int x = 0; x < across; ) {
                int run = 0;
                while (x + run < across && dark[y][x + run]) {
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
