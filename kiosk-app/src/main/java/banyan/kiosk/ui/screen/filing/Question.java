package banyan.kiosk.ui.screen.filing;

import banyan.kiosk.visit.FilingPage.Form.Editor;
import banyan.kiosk.visit.FilingPage.Form.FieldView;
import java.util.Optional;
import javafx.scene.layout.Region;

/** A field of a form as it stands on the page. */
interface Question {
    Region region();

    /** Shows the field's value and what is wrong with it. */
    void show(FieldView field, Optional<Editor> editor);

    /** Whether it may stand in half a row. */
    boolean fits(double width);

    /** What must stand above the keyboard while it is edited. */
    Region edited();
}
