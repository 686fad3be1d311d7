package banyan.kiosk.ui.screen.sheet;

import banyan.kiosk.text.Texts;
import banyan.kiosk.ui.screen.Surface;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Zone;
import banyan.kiosk.visit.Sheet;
import banyan.kiosk.visit.Snapshot;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A sheet over a page. What was on the page is not there while it is open: blank blocks stand in its place, so that nobody
 * reads or touches anything behind.
 *
 * @param <S> the sheet it shows
 */
public abstract class SheetScreen<S extends Sheet> extends Surface {
    private static final double[][] BLOCKS = {{176, 90}, {292, 140}, {458, 200}, {690, 200}, {920, 200}};

    private final Class<S> kind;
    private final Pane body = new Pane();
    private final double top;
    private final double width;

    /**
     * A sheet whose body begins at some height and ends at the dock.
     *
     * @param portraitTop the body's upper edge in portrait
     * @param landscapeTop the body's upper edge in landscape
     */
    protected SheetScreen(View view, Class<S> kind, double portraitTop, double landscapeTop) {
        super(view);
        this.kind = kind;
        Zone scene = view.format().scene();
        double dock = view.format().dock().y();
        double strip = view.format().strip().bottom();
        top = view.portrait() ? portraitTop : landscapeTop;
        width = scene.width();
        Region veil = new Region();
        veil.getStyleClass().setAll("veil");
        veil.resizeRelocate(0, strip, width, dock - strip);
        // Catches every touch that would fall on the page.
        veil.setPickOnBounds(true);
        lay(veil);
        for (double[] block : BLOCKS) {
            if (block[0] < top) {
                Region blank = new Region();
                blank.getStyleClass().setAll("veil-block");
                blank.resizeRelocate(60, block[0], width - 120, block[1]);
                blank.setMouseTransparent(true);
                lay(blank);
            }
        }
        body.getStyleClass().setAll("sheet");
        body.resizeRelocate(0, top, width, dock - top);
        body.setPickOnBounds(true);
        lay(body);
    }

    /** Shows the next record. */
    protected abstract void show(S sheet, Snapshot snapshot);

    /** What must be equal for a record to be shown on the same nodes. */
    protected abstract Object structure(S sheet);

    private Object shownStructure = "";

    /** Shows the first record. */
    final void open(S sheet, Snapshot snapshot) {
        shownStructure = structure(sheet);
        show(sheet, snapshot);
    }

    /** Shows the next record where its structure is the same. */
    public final boolean update(Sheet next, Snapshot snapshot) {
        if (!kind.isInstance(next)) {
            return false;
        }
        S sheet = kind.cast(next);
        if (!structure(sheet).equals(shownStructure)) {
            return false;
        }
        show(sheet, snapshot);
        return true;
    }

    public final boolean speaks(Texts texts) {
        return view.texts() == texts;
    }

    /** What rises when the sheet opens. */
    public final Node body() {
        return body;
    }

    /** Lays a column on the body, between two edges of the scene. */
    protected final void fill(double left, double right, VBox column, double from, double to) {
        column.setManaged(false);
        column.setPickOnBounds(false);
        body.getChildren().add(column);
        column.resizeRelocate(left, from - top, right - left, to - from);
    }

    /** The body's upper edge in the scene. */
    protected final double top() {
        return top;
    }

    /** Where the row of buttons begins. */
    protected final double buttonsTop() {
        return view.format().primary().y();
    }

    protected final double sceneWidth() {
        return width;
    }
}
