package banyan.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import banyan.kiosk.ui.theme.Weight;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The typefaces on a screen smaller than the one they were laid out for: JavaFX fills a scaled glyph by the even-odd
 * rule, so that strokes drawn one over the other would leave a hole where they cross.
 */
class GlyphTest {
    private static final int FIRST = 0x4E00;
    private static final int LAST = 0x9FA5;
    private static final int CELL = 40;
    private static final int COLUMNS = 60;
    private static final double SIZE = 30;

    /** Holes take a tenth of a character's ink and more; another rounding of its edges takes a hundredth. */
    private static final double MISSING = 0.05;

    /** How dark each cell is when these characters are drawn large and scaled down to {@link #SIZE}. */
    private static List<Double> ink(List<String> characters, Weight weight, double scale) {
        Pane page = new Pane();
        for (int i = 0; i < characters.size(); i++) {
            Text text = new Text(characters.get(i));
            text.setFont(weight.font(SIZE / scale));
            text.getTransforms().add(new Scale(scale, scale));
            text.setLayoutX(i % COLUMNS * CELL);
            text.setLayoutY(i / COLUMNS * CELL + SIZE);
            page.getChildren().add(text);
        }
        SnapshotParameters white = new SnapshotParameters();
        white.setFill(Color.WHITE);
        WritableImage image = new WritableImage(COLUMNS * CELL, (characters.size() / COLUMNS + 1) * CELL);
        WritableImage drawn = page.snapshot(white, image);
        List<Double> ink = new ArrayList<>();
        for (int i = 0; i < characters.size(); i++) {
            double sum = 0;
            for (int p = 0; p < CELL * CELL; p++) {
                int x = i % COLUMNS * CELL + p % CELL;
                int y = i / COLUMNS * CELL + p / CELL;
                sum += 255 - (drawn.getPixelReader().getArgb(x, y) & 0xFF);
            }
            ink.add(sum);
        }
        return ink;
    }

    @ParameterizedTest
    @EnumSource
    void aScaledCharacterHasNoHoles(Weight weight) {
        List<String> holed = new ArrayList<>();
        for (int from = FIRST; from <= LAST; from += COLUMNS * COLUMNS) {
            List<String> characters = new ArrayList<>();
            for (int c = from; c <= LAST && c < from + COLUMNS * COLUMNS; c++) {
                characters.add(Character.toString(c));
            }
            List<Double> plain = FxThread.call(() -> ink(characters, weight, 1));
            List<Double> scaled = FxThread.call(() -> ink(characters, weight, 0.7));
            for (int i = 0; i < characters.size(); i++) {
                if (scaled.get(i) < plain.get(i) * (1 - MISSING)) {
                    holed.add("%s %.2f".formatted(characters.get(i), scaled.get(i) / plain.get(i)));
                }
            }
        }
        assertEquals(List.of(), holed);
    }
}
