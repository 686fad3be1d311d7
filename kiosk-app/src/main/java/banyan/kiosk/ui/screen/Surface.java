package banyan.kiosk.ui.screen;

import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.PushButton.Kind;
import banyan.kiosk.ui.control.Row;
import banyan.kiosk.ui.control.Steps;
import banyan.kiosk.ui.control.Wipeable;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.ui.theme.Zone;
import banyan.kiosk.visit.Page;
import banyan.kiosk.visit.Wish;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A pane of the reference scene's size, with the buttons at the places where they always stand. */
public abstract class Surface {
    /** Between cards. */
    protected static final double GAP = 24;

    protected final View view;

    private final Pane root = new Pane();

    protected Surface(View view) {
        this.view = view;
        root.getStyleClass().setAll("page");
        root.setPickOnBounds(false);
        Zone scene = view.format().scene();
        root.resize(scene.width(), scene.height());
    }

    /** All of it, in the scene's measure. */
    public final Pane root() {
        return root;
    }

    /** Overwrites what a citizen left here. It is not shown again. */
    public void wipe() {
        wipe(root);
    }

    private static void wipe(Node node) {
        if (node instanceof Wipeable wipeable) {
            wipeable.wipe();
        }
        if (node instanceof Words words) {
            words.say("");
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(Surface::wipe);
        }
    }

    // The three buttons and where they stand.

    /** 返回, at its place. */
    protected final PushButton back() {
        return back(view.say("button.back"), Icon.ARROW_LEFT, new Wish.Back());
    }

    protected final PushButton back(String says, Icon icon, Wish wish) {
        PushButton button = PushButton.of(Kind.QUIET, "back", says, icon);
        button.onAct(() -> view.wish(wish));
        return at(view.format().back(), button);
    }

    /** The primary, at its place. There is one a page, and it says what it does. */
    protected final PushButton primary(String says, Icon icon, Wish wish) {
        PushButton button = PushButton.of(Kind.PRIMARY, "primary", says, icon);
        button.onAct(() -> view.wish(wish));
        return at(view.format().primary(), button);
    }

    /** The button between them. */
    protected final PushButton middle(String says, Icon icon, Wish wish) {
        PushButton button = PushButton.of(Kind.SECONDARY, "middle", says, icon);
        button.onAct(() -> view.wish(wish));
        return at(view.format().middle(), button);
    }

    /** A button at a place of its own in the row of the primary. */
    protected final PushButton at(Zone zone, PushButton button) {
        button.setManaged(false);
        button.resizeRelocate(zone.x(), zone.y(), zone.width(), zone.height());
        root.getChildren().add(button);
        return button;
    }

    /** Where a left button stands that is wider than 返回. */
    protected final Zone wideLeft(double width) {
        Zone back = view.format().back();
        return view.portrait()
                ? new Zone(back.x(), back.y(), width, back.height())
                : new Zone(view.format().primary().x() - GAP - width, back.y(), width, back.height());
    }

    /** Lays a node over the page in the scene's measure, such as the keyboard in its zone. */
    protected final void lay(Node node) {
        node.setManaged(false);
        root.getChildren().add(node);
    }

    /** Takes such a node away. */
    protected final void lift(Node node) {
        root.getChildren().remove(node);
    }

    /** A column of blocks. */
    protected static VBox stack(Node... blocks) {
        VBox stack = new VBox(blocks);
        stack.setFillWidth(true);
        stack.setPickOnBounds(false);
        return stack;
    }

    /** Blocks side by side, equally wide. */
    protected static Row row(double spacing, Region... blocks) {
        return new Row(spacing, blocks);
    }

    /** Free space of a height, of which most may go where a longer language needs it. */
    protected static Region gap(double height) {
        Region gap = new Region();
        gap.setMinHeight(Math.min(height, Math.max(8, height / 3)));
        gap.setPrefHeight(height);
        gap.setMaxHeight(height);
        gap.setMouseTransparent(true);
        return gap;
    }

    /** Free space that takes what is left over. */
    protected static Region rest() {
        Region rest = new Region();
        VBox.setVgrow(rest, Priority.ALWAYS);
        HBox.setHgrow(rest, Priority.ALWAYS);
        rest.setMouseTransparent(true);
        return rest;
    }

    protected static <N extends Region> N high(double height, N node) {
        node.setMinHeight(height);
        node.setPrefHeight(height);
        node.setMaxHeight(height);
        return node;
    }

    /** Title and one line of help, as every page begins. */
    protected static VBox head(Words title, Words help) {
        VBox head = new VBox(8, title, help);
        head.setMouseTransparent(true);
        return head;
    }

    /** Where in the item's steps, title, and one line of help. */
    protected final VBox head(Page.StepHead at, Words title, Words help) {
        Steps steps = new Steps(
                at.itemTitle(), view.say("steps.count", "step", at.step(), "of", at.of()), at.step(), at.of());
        VBox head = new VBox(steps, gap(32), title, gap(8), help);
        head.setMouseTransparent(true);
        return head;
    }

    protected static Words help(String text) {
        return Words.wrapping(Type.BODY, text, "ink2");
    }
}
