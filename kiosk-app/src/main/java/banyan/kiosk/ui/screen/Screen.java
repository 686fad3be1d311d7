package banyan.kiosk.ui.screen;

import banyan.kiosk.ui.control.Scenery;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.theme.Format;
import banyan.kiosk.ui.theme.Zone;
import banyan.kiosk.visit.Page;
import banyan.kiosk.visit.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * One page on the screen, a pure function of its record: the same record always looks the same. It is built from the first
 * record and then told the next ones, which change its nodes and build none anew; a record whose structure differs gets a
 * screen of its own.
 *
 * @param <P> the page it shows
 */
public abstract class Screen<P extends Page> extends Surface {
    /** Where the first line of a page stands below the strip. */
    protected static final double TOP = 36;

    private final Pane content = new Pane();
    private double top = TOP;

    protected Screen(View view) {
        super(view);
        content.getStyleClass().setAll("content");
        content.setPickOnBounds(false);
        content.setManaged(false);
        root().getChildren().add(content);
        settle(0);
    }

    /** Shows the next record. */
    public abstract void show(P page, Snapshot snapshot);

    /**
     * What must be equal for a record to be shown by an existing screen of the same page. Two records of equal structure
     * differ in values only.
     */
    public abstract Object structure(P page);

    /** Everything between strip and dock but the buttons at their places. */
    public final Pane content() {
        return content;
    }

    /** Puts the content in its zone, with its upper edge lower by so much. */
    public final void settle(double lower) {
        Zone zone = view.format().content();
        content.resizeRelocate(zone.x(), zone.y() + lower, zone.width(), zone.height() - lower);
    }

    /** Whether this page has the whole height to itself, without the session strip. */
    public boolean withoutStrip() {
        return false;
    }

    // How the content is laid out.

    /** Begins the content at another height below the strip. */
    protected final void from(double height) {
        top = height;
    }

    /** A column over the whole content, from its first line down. */
    protected final void column(Node... blocks) {
        fill(stack(blocks), false);
    }

    /** Two columns of equal width in landscape. */
    protected final void columns(boolean withMiddle, Node left, Node right) {
        HBox both = new HBox(GAP, left, right);
        for (Node side : List.of(left, right)) {
            HBox.setHgrow(side, Priority.ALWAYS);
            if (side instanceof Region region) {
                region.setPrefWidth(1);
                region.setMinWidth(0);
                region.setMaxHeight(Double.MAX_VALUE);
            }
        }
        both.setFillHeight(true);
        fill(both, withMiddle);
    }

    /** One gesture at a device: its picture, what it is for, and below that what hinders; in landscape the words stand beside it. */
    protected final void gesture(Node head, Scenery picture, Node facts, Node below) {
        if (view.portrait()) {
            column(head, gap(33), high(520, picture), gap(GAP), facts, gap(GAP), below, rest());
        } else {
            columns(true, stack(head, gap(28), high(400, picture), rest()), stack(facts, gap(GAP), below, rest()));
        }
    }

    private void fill(Region all, boolean withMiddle) {
        double lost = withMiddle ? view.format().content().bottom() - Format.LANDSCAPE_CONTENT_END_WITH_MIDDLE : 0;
        content.getChildren().add(all);
        all.setManaged(false);
        all.setPickOnBounds(false);
        content.heightProperty().addListener((_, _, _) -> place(all, lost));
        content.widthProperty().addListener((_, _, _) -> place(all, lost));
        place(all, lost);
    }

    private void place(Region all, double lost) {
        all.resizeRelocate(0, top, content.getWidth(), Math.max(0, content.getHeight() - top - lost));
    }

    /** The screen's main words, found again by tests and by the voice. */
    public Optional<String> title() {
        return titleIn(root());
    }

    /** All of the content but its title and what the title stands on; nothing where there is no title. */
    public final List<Node> besidesTitle() {
        List<Node> besides = new ArrayList<>();
        return gather(content, besides) ? besides : List.of();
    }

    private static boolean gather(Parent parent, List<Node> besides) {
        boolean found = false;
        List<Node> here = new ArrayList<>();
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (child instanceof Words words) {
                found |= words.isTitle();
                if (!words.isTitle()) {
                    here.add(child);
                }
            } else if (child instanceof Parent inner && gather(inner, here)) {
                found = true;
            } else {
                here.add(child);
            }
        }
        if (found) {
            besides.addAll(here);
        }
        return found;
    }

    private static Optional<String> titleIn(Parent parent) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (child instanceof Words words && words.isTitle()) {
                return Optional.of(words.said());
            }
            if (child instanceof Parent inner && !(child instanceof Words)) {
                Optional<String> found = titleIn(inner);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
