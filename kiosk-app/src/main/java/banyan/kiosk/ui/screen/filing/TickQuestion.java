package banyan.kiosk.ui.screen.filing;

import banyan.kiosk.ui.control.TickBox;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.FilingPage.Form.Choice;
import banyan.kiosk.visit.FilingPage.Form.Editor;
import banyan.kiosk.visit.FilingPage.Form.FieldView;
import banyan.kiosk.visit.Wish;
import java.util.Optional;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A statement to tick; its value is {@code true} or {@code false}. */
final class TickQuestion implements Question {
    private final TickBox box;
    private final Words problem = Words.wrapping(Type.SMALL_STRONG, "", "bad");
    private final VBox region;

    TickQuestion(View view, FieldView field) {
        box = new TickBox("field-" + field.code(), field.label());
        box.onAct(() -> view.wish(new Wish.Choose(field.code(), Boolean.toString(!box.ticked()))));
        region = new VBox(10, box, problem);
    }

    @Override
    public Region region() {
        return region;
    }

    @Override
    public void show(FieldView field, Optional<Editor> editor) {
        boolean ticked = field.choices().isEmpty()
                ? Boolean.parseBoolean(field.shown())
                : field.choices().stream().anyMatch(choice -> choice.chosen() && isYes(choice));
        box.show(ticked, field.problem().isPresent());
        problem.say(field.problem().orElse(""));
        problem.setVisible(field.problem().isPresent());
        problem.setManaged(field.problem().isPresent());
    }

    private static boolean isYes(Choice choice) {
        return Boolean.parseBoolean(choice.value());
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
