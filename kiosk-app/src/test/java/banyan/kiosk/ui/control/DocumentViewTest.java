package banyan.kiosk.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import banyan.kiosk.documents.Picture;
import java.util.Arrays;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class DocumentViewTest {
    private static final int WIDTH = 100;
    private static final int HEIGHT = 200;
    private final int[] page = new int[WIDTH * HEIGHT];

    DocumentViewTest() {
        Arrays.fill(page, 0xFFFFFFFF);
    }

    @Test
    void blankMarginsAreLeftOut() {
        ink(20, 30);
        ink(79, 49);
        assertEquals(new Rectangle2D(20, 30, 60, 20), DocumentView.written(picture(), 1));
    }

    @Test
    void whatStandsBelowTheTextIsLeftToTheLargerView() {
        ink(20, 30);
        ink(79, 49);
        ink(50, 190);
        assertEquals(new Rectangle2D(20, 30, 60, 20), DocumentView.written(picture(), 0.5));
    }

    @Test
    void anEmptyPageIsShownWhole() {
        assertEquals(new Rectangle2D(0, 0, WIDTH, HEIGHT), DocumentView.written(picture(), 1));
    }

    private void ink(int x, int y) {
        page[y * WIDTH + x] = 0xFF000000;
    }

    private Picture picture() {
        return new Picture(WIDTH, HEIGHT, page);
    }
}
