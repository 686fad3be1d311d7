package banyan.kiosk.ui.screen.filing;

import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.PushButton.Kind;
import banyan.kiosk.ui.control.QuestionHead;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.FilingPage.Form.Choice;
import banyan.kiosk.visit.FilingPage.Form.Editor;
import banyan.kiosk.visit.FilingPage.Form.FieldView;
import banyan.kiosk.visit.Wish;
import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One of many values in order, such as a month: one step back, the value, one step on. */
final class StepQuestion implements Question {
    private static final double HEIGHT = 96;
    private static final double STEP_WIDTH = 248;

    private final View view;
    private final VBox region;
    private final PushButton earlier;
    private final PushButton later;
    private final Words value =
            Words.fitting(List.of(Type.FIELD, Type.BODY, Type.NOTE), "").align(HPos.CENTER);
    private final Words problem = Words.wrapping(Type.SMALL_STRONG, "", "bad");
    private List<Choice> choices = List.of();
    /** Where the last touch went; a second one before the next record is shown goes on from there. */
    private int at;

    StepQuestion(View view, FieldView field) {
        this.view = view;
        QuestionHead head = new QuestionHead(
                field.label(), field.hint(), field.source().map(source -> FormScreen.badge(view, source)));
        earlier = PushButton.of(Kind.QUIET, "earlier-" + field.code(), view.say("form.earlier"), Icon.ARROW_LEFT);
        later = PushButton.of(Kind.QUIET_TRAILING, "later-" + field.code(), view.say("form.later"), Icon.ARROW_RIGHT);
        earlier.onAct(() -> step(field.code(), -1));
        later.onAct(() -> step(field.code(), 1));
        StackPane box = new StackPane(value);
        box.getStyleClass().setAll("field");
        box.setMouseTransparent(true);
        HBox.setHgrow(box, Priority.ALWAYS);
        HBox row = new HBox(16, earlier, box, later);
        for (Region part : new Region[] {earlier, box, later}) {
            part.setMinHeight(HEIGHT);
            part.setPrefHeight(HEIGHT);
            part.setMaxHeight(HEIGHT);
        }
        earlier.setMinWidth(STEP_WIDTH);
        later.setMinWidth(STEP_WIDTH);
        region = new VBox(10, head, row, problem);
    }

    private void step(String code, int by) {
        int to = at + by;
        if (to >= 0 && to < choices.size()) {
            at = to;
            view.wish(new Wish.Choose(code, choices.get(to).value()));
        }
    }

    private int chosen() {
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i).chosen()) {
                return i;
            }
        }
        // Nothing is chosen beforehand: the first step takes the latest value.
        return choices.size();
    }

    @Override
    public Region region() {
        return region;
    }

    @Override
    public void show(FieldView field, Optional<Editor> editor) {
        choices = field.choices();
        at = chosen();
        value.say(field.shown());
        earlier.setDisable(at <= 0);
        later.setDisable(at >= choices.size() - 1);
        problem.say(field.problem().orElse(""));
        problem.setVisible(field.problem().isPresent());
        problem.setManaged(field.problem().isPresent());
    }

    @Override
    public boolean fits(double width) {
        return false;
    }

    @Override
    public Region edited() {
        return region;
    }
}
