package banyan.kiosk.ui.control;

import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A question with its answer: the label above with the source of the value at the right, the box, and below it what is
 * wrong and how to cure it. The value stands masked unless it is being edited.
 */
public final class Field extends VBox {
    private static final PseudoClass EDITING = PseudoClass.getPseudoClass("editing");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final double BOX_HEIGHT = 96;

    private final Target box;
    private final Words value;
    private final Glyph alert = new Glyph(Icon.CIRCLE_ALERT, 44, "bad-glyph");
    private final Region caret = new Region();
    private final HBox cure;
    private final Words problem = Words.wrapping(Type.SMALL_STRONG, "", "bad");
    private final QuestionHead head;

    /**
     * @param editable whether the box opens an editor
     * @param action what stands at the right of the box: 改, or 不可改 for one that cannot be changed
     */
    public Field(String id, String label, String hint, Optional<Badge> source, boolean editable, String action) {
        super(10);
        head = new QuestionHead(label, hint, source);

        box = new Target(id);
        box.getStyleClass().setAll("field", editable ? "open" : "locked");
        box.setMinHeight(BOX_HEIGHT);
        value = Words.fitting(List.of(Type.FIELD, Type.BODY, Type.NOTE), "");
        caret.getStyleClass().setAll("caret");
        caret.setMinSize(4, 48);
        caret.setMaxSize(4, 48);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        cure = editable
                ? new HBox(8, new Glyph(Icon.PENCIL, 36, "link-glyph"), Words.line(Type.SMALL_STRONG, action, "strong"))
                : new HBox(8, new Glyph(Icon.LOCK, 36, "ink2-glyph"), Words.line(Type.NOTE, action, "ink2"));
        cure.setAlignment(Pos.CENTER);
        HBox row = new HBox(12, alert, value, caret, gap, cure);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMouseTransparent(true);
        box.setPadding(new Insets(0, 26, 0, 28));
        box.getChildren().add(row);
        box.setDisable(!editable);
        box.setAccessibleText(label);
        problem.setMouseTransparent(true);
        getChildren().addAll(head, box, problem);
    }

    public Field onEdit(Runnable action) {
        box.onAct(action);
        return this;
    }

    public void show(String shown, boolean editing, Optional<String> wrong) {
        value.say(shown);
        box.pseudoClassStateChanged(EDITING, editing);
        box.pseudoClassStateChanged(WRONG, wrong.isPresent());
        toggle(alert, wrong.isPresent());
        toggle(caret, editing);
        toggle(cure, !editing);
        toggle(problem, wrong.isPresent());
        problem.say(wrong.orElse(""));
    }

    private static void toggle(javafx.scene.Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** Whether label and badge stand in one line of this width, as they must in half a row. */
    public boolean fits(double width) {
        return head.fits(width);
    }

    /** The box, which the page brings into view while it is edited. */
    public Target box() {
        return box;
    }
}
