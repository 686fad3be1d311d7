package banyan.kiosk.ui.screen.filing;

import banyan.kiosk.ui.control.Field;
import banyan.kiosk.visit.FilingPage.Form.Editor;
import banyan.kiosk.visit.FilingPage.Form.FieldView;
import java.util.Optional;
import javafx.scene.layout.Region;

/** A value in a box, typed on the pad or only shown. */
record BoxQuestion(Field field) implements Question {
    @Override
    public Region region() {
        return field;
    }

    @Override
    public void show(FieldView shown, Optional<Editor> editor) {
        field.show(editor.map(Editor::text).orElse(shown.shown()), editor.isPresent(), shown.problem());
    }

    @Override
    public boolean fits(double width) {
        return field.fits(width);
    }

    @Override
    public Region edited() {
        return field;
    }
}
