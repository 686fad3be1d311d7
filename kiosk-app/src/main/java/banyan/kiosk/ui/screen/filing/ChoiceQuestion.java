package banyan.kiosk.ui.screen.filing;

import banyan.kiosk.ui.control.Choice;
import banyan.kiosk.ui.control.QuestionHead;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.FilingPage.Form;
import banyan.kiosk.visit.FilingPage.Form.Editor;
import banyan.kiosk.visit.FilingPage.Form.FieldView;
import banyan.kiosk.visit.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A question with a few answers, of which one holds. */
final class ChoiceQuestion implements Question {
    private static final double GAP = 16;
    /** Beside a label stand the ring and the margins. */
    private static final double BESIDE_LABEL = 130;

    private static final double UNEVEN = 1.2;

    private final VBox region;
    private final List<Choice> choices = new ArrayList<>();
    private final Words problem = Words.wrapping(Type.SMALL_STRONG, "", "bad");

    ChoiceQuestion(View view, FieldView field) {
        QuestionHead head = new QuestionHead(
                field.label(), field.hint(), field.source().map(source -> FormScreen.badge(view, source)));
        double half = ((view.portrait() ? 960 : 888) - GAP) / 2;
        boolean two = true;
        for (Form.Choice answer : field.choices()) {
            Choice choice = new Choice("choice-" + field.code() + "-" + answer.value(), answer.label());
            choice.onAct(() -> view.wish(new Wish.Choose(field.code(), answer.value())));
            choices.add(choice);
            // Two lines of the smallest type stand in a choice, and lines never break quite in the middle.
            double inTwoLines = Words.line(Type.NOTE_STRONG, answer.label()).prefWidth(-1) * UNEVEN / 2;
            two &= inTwoLines + BESIDE_LABEL <= half;
        }
        VBox rows = new VBox(GAP);
        int across = two ? 2 : 1;
        for (int i = 0; i < choices.size(); i += across) {
            HBox row = new HBox(GAP);
            for (Choice choice : choices.subList(i, Math.min(i + across, choices.size()))) {
                grow(choice);
                row.getChildren().add(choice);
            }
            if (row.getChildren().size() < across) {
                Region free = new Region();
                grow(free);
                row.getChildren().add(free);
            }
            rows.getChildren().add(row);
        }
        region = new VBox(10, head, rows, problem);
    }

    private static void grow(Region region) {
        HBox.setHgrow(region, Priority.ALWAYS);
        region.setMaxWidth(Double.MAX_VALUE);
        region.setPrefWidth(1);
    }

    @Override
    public Region region() {
        return region;
    }

    @Override
    public void show(FieldView field, Optional<Editor> editor) {
        for (int i = 0; i < choices.size(); i++) {
            choices.get(i).show(field.choices().get(i).chosen(), field.problem().isPresent());
        }
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
