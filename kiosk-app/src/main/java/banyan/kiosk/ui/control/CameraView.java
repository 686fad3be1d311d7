package banyan.kiosk.ui.control;

import banyan.device.DocumentCamera.Frame;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;

/**
 * The tray as the camera sees it now, with the page's outline drawn over it: dashed amber while it is not good, a solid
 * green line when it is. A line above says what this picture is, one below what would help.
 */
public final class CameraView extends Region implements Wipeable {
    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
    private static final double EDGE = 4;
    private static final double RADIUS = 20;
    private static final double LINE_INSET = 24;

    private final ImageView view = new ImageView();
    private final Bitmap bitmap = new Bitmap();
    private final Rectangle clip = new Rectangle();
    private final Polygon outline = new Polygon();
    private final HBox label;
    private final Words labelWords;
    private final HBox hint;
    private final Glyph hintGlyph;
    private final Words hintWords;
    private double frameWidth = 4;
    private double frameHeight = 3;
    private float[] corners = {};

    public CameraView() {
        getStyleClass().setAll("camera");
        view.setManaged(false);
        view.setClip(clip);
        clip.setArcWidth(RADIUS * 2);
        clip.setArcHeight(RADIUS * 2);
        outline.setManaged(false);
        outline.getStyleClass().setAll("outline");
        labelWords = Words.fitting(List.of(Type.NOTE), "", "on-dark");
        label = line("camera-label", new Glyph(Icon.CAMERA, 34, "on-dark-glyph"), labelWords);
        hintGlyph = new Glyph(Icon.HAND, 48, "on-camera-glyph");
        hintWords = Words.fitting(List.of(Type.BODY_STRONG, Type.SMALL_STRONG, Type.NOTE_STRONG), "", "on-camera");
        hint = line("camera-hint", hintGlyph, hintWords);
        getChildren().addAll(view, outline, label, hint);
        setMouseTransparent(true);
    }

    private static HBox line(String dress, Glyph glyph, Words words) {
        HBox line = new HBox(14, glyph, words);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setPadding(new Insets(0, 18, 0, 18));
        line.getStyleClass().setAll(dress);
        line.setManaged(false);
        return line;
    }

    /** Shows a frame; one that comes after another of the same size costs a copy and no node. */
    public void show(Frame frame, float[] newCorners, boolean good) {
        view.setImage(bitmap.show(frame.width(), frame.height(), frame.argb()));
        view.setVisible(true);
        frameWidth = frame.width();
        frameHeight = frame.height();
        corners = newCorners.clone();
        outline.pseudoClassStateChanged(GOOD, good);
        requestLayout();
    }

    /** Shows no picture: there is none yet, or none any more. */
    public void dark() {
        view.setVisible(false);
        corners = new float[0];
        requestLayout();
    }

    public void say(String above, Icon icon, String below) {
        labelWords.say(above);
        hintGlyph.show(icon);
        hintWords.say(below);
        hint.setVisible(!below.isEmpty());
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - 2 * EDGE;
        double height = getHeight() - 2 * EDGE;
        // The whole frame is seen: what the camera does not see cannot be judged by the citizen either.
        double factor = Math.min(width / frameWidth, height / frameHeight);
        double shownWidth = frameWidth * factor;
        double shownHeight = frameHeight * factor;
        double left = EDGE + (width - shownWidth) / 2;
        double top = EDGE + (height - shownHeight) / 2;
        view.setX(left);
        view.setY(top);
        view.setFitWidth(shownWidth);
        view.setFitHeight(shownHeight);
        clip.setX(left);
        clip.setY(top);
        clip.setWidth(shownWidth);
        clip.setHeight(shownHeight);
        outline.setVisible(corners.length == 8);
        if (corners.length == 8) {
            Double[] points = new Double[8];
            for (int i = 0; i < 8; i += 2) {
                points[i] = left + corners[i] * factor;
                points[i + 1] = top + corners[i + 1] * factor;
            }
            outline.getPoints().setAll(points);
        }
        double labelWidth = Math.min(width - 2 * LINE_INSET + 8, label.prefWidth(-1));
        label.resizeRelocate(LINE_INSET, LINE_INSET, labelWidth, 56);
        hint.resizeRelocate(LINE_INSET, getHeight() - LINE_INSET - 80, getWidth() - 2 * LINE_INSET, 80);
    }

    @Override
    public void wipe() {
        view.setImage(null);
        bitmap.wipe();
        corners = new float[0];
    }
}
