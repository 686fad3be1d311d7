package banyan.kiosk.ui.control;

import banyan.kiosk.ui.theme.Type;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The line above an answer: what is asked, a short help, and at the right where the answer comes from. */
public final class QuestionHead extends HBox {
    private static final double HEIGHT = 50;

    private final double natural;

    public QuestionHead(String label, String hint, Optional<Badge> source) {
        super(12);
        Words name = Words.fitting(List.of(Type.BODY_STRONG, Type.SMALL_STRONG, Type.NOTE_STRONG), label);
        getChildren().add(name);
        double wide = name.prefWidth(-1);
        if (!hint.isEmpty()) {
            Words aside = Words.fitting(List.of(Type.NOTE), hint, "ink2");
            getChildren().add(aside);
            wide += aside.prefWidth(-1) + 12;
        }
        if (source.isPresent()) {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            Badge badge = source.get();
            badge.setMinWidth(USE_PREF_SIZE);
            getChildren().addAll(gap, badge);
            wide += badge.prefWidth(-1) + 36;
        }
        natural = wide;
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(HEIGHT);
        setMouseTransparent(true);
    }

    /** Whether all of it stands in one line of this width. */
    public boolean fits(double width) {
        return natural <= width;
    }
}
