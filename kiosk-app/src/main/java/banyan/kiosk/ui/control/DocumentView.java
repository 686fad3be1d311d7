package banyan.kiosk.ui.control;

import banyan.kiosk.documents.Area;
import banyan.kiosk.documents.Picture;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * A document as large as it can be read: its picture without the blank margins round what is written. Nothing of the
 * picture is changed; all of it, margins too, is seen in the larger view. What is written on the pad stands at once where
 * the document is signed.
 */
public final class DocumentView extends Region implements Wipeable {
    private static final double EDGE = 2;
    private static final double PADDING = 28;
    private static final double INK = 5;
    /** Paper that is lighter than this is blank. */
    private static final int BLANK = 0xE0;

    private final Region sheet = new Region();
    private final ImageView view = new ImageView();
    private final Rectangle clip = new Rectangle();
    private final List<InkView> inks = new ArrayList<>();
    private List<Area> signHere = List.of();
    private Rectangle2D written = new Rectangle2D(0, 0, 1, 1);
    private double pageWidth = 1;
    private double pageHeight = 1;
    private int @Nullable [] shown;

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

    /**
     * Shows a page.
     *
     * @param end where its text ends, in shares of its height
     * @param places where it is signed
     */
    public void show(Picture picture, double end, List<Area> places) {
        if (shown == picture.argb()) {
            return;
        }
        shown = picture.argb();
        view.setImage(Bitmap.of(picture));
        pageWidth = picture.width();
        pageHeight = picture.height();
        written = written(picture, end);
        signHere = List.copyOf(places);
        getChildren().removeAll(inks);
        inks.clear();
        for (int i = 0; i < signHere.size(); i++) {
            InkView ink = new InkView(INK);
            ink.setManaged(false);
            inks.add(ink);
        }
        getChildren().addAll(inks);
        requestLayout();
    }

    /** Shows the same ink wherever the page is signed. */
    public void sign(List<float[]> strokes, double aspect) {
        inks.forEach(ink -> ink.show(strokes, aspect));
    }

    /** Where something is written, down to the end of the text. */
    static Rectangle2D written(Picture picture, double end) {
        int left = picture.width();
        int right = -1;
        int top = -1;
        int bottom = -1;
        int last = (int) Math.min(picture.height(), Math.ceil(end * picture.height()));
        for (int y = 0; y < last; y++) {
            boolean any = false;
            for (int x = 0; x < picture.width(); x++) {
                if (isInk(picture.at(x, y))) {
                    any = true;
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                }
            }
            if (any) {
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
        for (int i = 0; i < inks.size(); i++) {
            Area area = signHere.get(i);
            inks.get(i)
                    .resizeRelocate(
                            view.getX() + (area.x() * pageWidth - written.getMinX()) * factor,
                            view.getY() + (area.y() * pageHeight - written.getMinY()) * factor,
                            area.width() * pageWidth * factor,
                            area.height() * pageHeight * factor);
        }
    }

    @Override
    public void wipe() {
        view.setImage(null);
        inks.forEach(InkView::wipe);
        shown = null;
    }
}
