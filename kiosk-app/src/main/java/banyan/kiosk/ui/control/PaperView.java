package banyan.kiosk.ui.control;

import banyan.kiosk.documents.Picture;
import banyan.kiosk.ui.theme.Type;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Rotate;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/**
 * A page as it is on paper, on a sheet with a soft edge. What the screen must not show lies under bars, and the words that
 * say that this is no proof are written across: both on a layer above the page, which itself is the very picture of what
 * is printed. Its pixels are not copied: who gave the picture wipes it.
 */
public final class PaperView extends Region implements Wipeable {
    private static final double EDGE = 2;
    /** The width of a page for which the words across it have their own size. */
    private static final double ACROSS_FOR = 540;

    private final ImageView view = new ImageView();
    private @Nullable Picture shown;
    private final Region sheet = new Region();
    private final Group layer = new Group();
    private final Rectangle clip = new Rectangle();
    private final List<Region> bars = new ArrayList<>();
    private final List<float[]> barShares = new ArrayList<>();
    private final List<Words> across = new ArrayList<>();
    private final Scale acrossScale = new Scale(1, 1);
    private double aspect = 1;
    private boolean atLeft;

    public PaperView() {
        getStyleClass().setAll("paper-shadow");
        sheet.getStyleClass().setAll("paper-sheet");
        sheet.setManaged(false);
        view.setManaged(false);
        view.setSmooth(true);
        layer.setManaged(false);
        layer.setClip(clip);
        getChildren().addAll(sheet, view, layer);
        setMouseTransparent(true);
    }

    /** Puts the page at the left of its room instead of in the middle. */
    public PaperView atLeft() {
        atLeft = true;
        return this;
    }

    /** Shows a page with nothing above it. */
    public void show(Picture picture) {
        show(picture, List.of(), "");
    }

    /**
     * Shows a page.
     *
     * @param hidden what the bars cover: x, y, width and height in shares of the page
     * @param words written across; empty for none
     */
    public void show(Picture picture, List<float[]> hidden, String words) {
        if (shown == null || shown.argb() != picture.argb()) {
            shown = picture;
            view.setImage(Bitmap.of(picture));
        }
        aspect = (double) picture.width() / picture.height();
        if (!same(hidden)) {
            layer.getChildren().removeAll(bars);
            bars.clear();
            barShares.clear();
            for (float[] share : hidden) {
                Region bar = new Region();
                bar.getStyleClass().setAll("mask-bar");
                // A group would give it the size it prefers, which is none: then nothing would be covered.
                bar.setManaged(false);
                bars.add(bar);
                barShares.add(share);
            }
            layer.getChildren().addAll(0, bars);
        }
        writeAcross(words);
        requestLayout();
    }

    private boolean same(List<float[]> hidden) {
        if (hidden.size() != barShares.size()) {
            return false;
        }
        for (int i = 0; i < hidden.size(); i++) {
            if (!java.util.Arrays.equals(hidden.get(i), barShares.get(i))) {
                return false;
            }
        }
        return true;
    }

    private void writeAcross(String words) {
        if (words.isEmpty()) {
            layer.getChildren().removeAll(across);
            across.clear();
            return;
        }
        if (across.isEmpty()) {
            for (int i = 0; i < 2; i++) {
                Words line = Words.line(Type.H1, words, "across");
                line.setManaged(false);
                line.getTransforms().addAll(new Rotate(-28), acrossScale);
                across.add(line);
            }
            layer.getChildren().addAll(across);
        }
        across.forEach(line -> line.say(words));
    }

    /** The page itself as it stands in this node, without its frame. */
    public javafx.geometry.Rectangle2D page() {
        double width = Math.min(getWidth() - 2 * EDGE, (getHeight() - 2 * EDGE) * aspect);
        double height = width / aspect;
        return new javafx.geometry.Rectangle2D(
                atLeft ? EDGE : Math.round((getWidth() - width) / 2),
                Math.round((getHeight() - height) / 2),
                width,
                height);
    }

    @Override
    protected void layoutChildren() {
        var page = page();
        sheet.resizeRelocate(
                page.getMinX() - EDGE, page.getMinY() - EDGE, page.getWidth() + 2 * EDGE, page.getHeight() + 2 * EDGE);
        view.setX(page.getMinX());
        view.setY(page.getMinY());
        view.setFitWidth(page.getWidth());
        view.setFitHeight(page.getHeight());
        layer.setLayoutX(page.getMinX());
        layer.setLayoutY(page.getMinY());
        clip.setWidth(page.getWidth());
        clip.setHeight(page.getHeight());
        for (int i = 0; i < bars.size(); i++) {
            float[] share = barShares.get(i);
            bars.get(i)
                    .resizeRelocate(
                            share[0] * page.getWidth(),
                            share[1] * page.getHeight(),
                            share[2] * page.getWidth(),
                            share[3] * page.getHeight());
        }
        double longest =
                across.stream().mapToDouble(line -> line.prefWidth(-1)).max().orElse(ACROSS_FOR);
        double factor = page.getWidth() / ACROSS_FOR * Math.min(1, ACROSS_FOR * 0.8 / longest);
        acrossScale.setX(factor);
        acrossScale.setY(factor);
        for (int i = 0; i < across.size(); i++) {
            Words line = across.get(i);
            line.autosize();
            line.relocate(page.getWidth() * (0.02 + 0.2 * i), page.getHeight() * (0.46 + 0.24 * i));
        }
    }

    @Override
    public void wipe() {
        view.setImage(null);
        shown = null;
    }
}
