package banyan.kiosk.ui.control;

import banyan.kiosk.documents.Picture;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * A document as large as it can be read: its picture without the blank margins round what is written. Nothing of the
 * picture is changed; all of it, margins too, is seen in the larger view.
 */
public final class DocumentView extends Region implements Wipeable {
    private static final double EDGE = 2;
    private static final double PADDING = 40;
    /** Paper that is lighter than this is blank. */
    private static final int BLANK = 0xE0;
    /** So large a blank part of the page's height divides what is written from a foot line. */
    private static final double FOOT_GAP = 0.15;

    private final Region sheet = new Region();
    private final ImageView view = new ImageView();
    private final Rectangle clip = new Rectangle();
    private final Bitmap bitmap = new Bitmap();
    private Rectangle2D written = new Rectangle2D(0, 0, 1, 1);
    private int @org.jspecify.annotations.Nullable [] shown;

    public DocumentView() {
        getStyleClass().setAll("paper-shadow");
        sheet.getStyleClass().setAll("paper-sheet");
        sheet.setManaged(false);
        view.setManaged(false);
        view.setSmooth(true);
        view.setClip(clip);
        getChildren().addAll(sheet, view);
        setMouseTransparent(true);
    }

    public void show(Picture picture) {
        if (shown != picture.argb()) {
            shown = picture.argb();
            view.setImage(bitmap.show(picture.width(), picture.height(), picture.argb()));
            written = written(picture);
            requestLayout();
        }
    }

    /** Where something is written, down to a foot line that stands far below. */
    static Rectangle2D written(Picture picture) {
        int left = picture.width();
        int right = -1;
        int top = -1;
        int bottom = -1;
        int farthest = (int) (picture.height() * FOOT_GAP);
        for (int y = 0; y < picture.height(); y++) {
            boolean any = false;
            for (int x = 0; x < picture.width(); x++) {
                if (isInk(picture.at(x, y))) {
                    any = true;
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                }
            }
            if (any) {
                if (bottom >= 0 && y - bottom > farthest) {
                    break;
                }
                top = top < 0 ? y : top;
                bottom = y;
            }
        }
        if (bottom < 0) {
            return new Rectangle2D(0, 0, picture.width(), picture.height());
        }
        return new Rectangle2D(left, top, right - left + 1.0, bottom - top + 1.0);
    }

    private static boolean isInk(int argb) {
        int green = argb >> 8 & 0xFF;
        int red = argb >> 16 & 0xFF;
        return Math.min(red, green) < BLANK;
    }

    @Override
    protected void layoutChildren() {
        sheet.resizeRelocate(0, 0, getWidth(), getHeight());
        double width = getWidth() - 2 * (EDGE + PADDING);
        double height = getHeight() - 2 * (EDGE + PADDING);
        double factor = Math.min(width / written.getWidth(), height / written.getHeight());
        double shownWidth = written.getWidth() * factor;
        double shownHeight = written.getHeight() * factor;
        view.setViewport(written);
        view.setFitWidth(shownWidth);
        view.setFitHeight(shownHeight);
        view.setX(Math.round((getWidth() - shownWidth) / 2));
        view.setY(Math.round((getHeight() - shownHeight) / 2));
        clip.setX(view.getX());
        clip.setY(view.getY());
        clip.setWidth(shownWidth);
        clip.setHeight(shownHeight);
    }

    @Override
    public void wipe() {
        view.setImage(null);
        bitmap.wipe();
        shown = null;
    }
}
