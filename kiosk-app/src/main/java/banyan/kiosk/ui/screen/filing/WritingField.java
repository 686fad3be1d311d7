package banyan.kiosk.ui.screen.filing;

import banyan.kiosk.ui.control.Badge;
import banyan.kiosk.ui.control.Badge.Tone;
import banyan.kiosk.ui.control.Glyph;
import banyan.kiosk.ui.control.InkView;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.FilingPage.Ink;
import banyan.kiosk.visit.Wish;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** The pad's mirror, and without a pad the place to write with a finger. */
final class WritingField extends Region {
    private static final double HEADING = 84;
    private static final double MARGIN = 28;
    private static final double LINE_FROM_BOTTOM = 66;
    private static final float FINGER = 0.7f;

    private final View view;
    private final Glyph glyph = new Glyph(Icon.SIGNATURE, 42, "link-glyph");
    private final Words heading;
    private final Badge badge = Badge.of(Tone.NEUTRAL, Icon.PENCIL, "");
    private final Region line = new Region();
    private final InkView ink = new InkView(11);
    private final Words problem = Words.wrapping(Type.NOTE_STRONG, "", "bad");
    private double aspect = 3;
    private boolean touching;

    /** What is going on, in a badge. */
    record State(Tone tone, Icon icon, String text) {}

    WritingField(View view, boolean onScreen) {
        this.view = view;
        setId("writing");
        getStyleClass().setAll("writing");
        heading = Words.fitting(
                List.of(Type.BODY_BOLD, Type.NOTE_STRONG), view.say(onScreen ? "signing.on-screen" : "signing.mirror"));
        ink.setId("ink");
        line.getStyleClass().setAll("writing-line");
        problem.setMouseTransparent(true);
        line.setMouseTransparent(true);
        getChildren().addAll(glyph, heading, badge, line, ink, problem);
        if (onScreen) {
            addEventHandler(MouseEvent.MOUSE_PRESSED, event -> touch(event, true));
            addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> touch(event, true));
            addEventHandler(MouseEvent.MOUSE_RELEASED, event -> touch(event, false));
        } else {
            setMouseTransparent(true);
        }
    }

    /** The writing area has the proportions of the ink and lies below the heading; 0 to 1 from its upper left. */
    private void touch(MouseEvent event, boolean down) {
        double x = (event.getX() - (getWidth() - areaWidth()) / 2) / areaWidth();
        double y = (event.getY() - HEADING - (roomHeight() - areaWidth() / aspect) / 2) / (areaWidth() / aspect);
        boolean inside = x >= 0 && x <= 1 && y >= 0 && y <= 1;
        // A line that leaves the field ends at its edge; one begun outside writes nothing.
        if (down && (inside || touching)) {
            touching = true;
            view.wish(new Wish.Touched((float) Math.clamp(x, 0, 1), (float) Math.clamp(y, 0, 1), FINGER, true));
        } else if (!down && touching) {
            touching = false;
            view.wish(new Wish.Touched((float) Math.clamp(x, 0, 1), (float) Math.clamp(y, 0, 1), 0, false));
        }
        event.consume();
    }

    private double areaWidth() {
        return Math.min(getWidth() - 2 * MARGIN, roomHeight() * aspect);
    }

    private double roomHeight() {
        return getHeight() - HEADING - 16;
    }

    void show(Ink now, State state, Optional<String> wrong) {
        aspect = now.aspect();
        ink.show(now.strokes(), aspect);
        badge.show(state.tone(), state.icon(), state.text());
        problem.say(wrong.orElse(""));
        problem.setVisible(wrong.isPresent());
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        glyph.relocate(32, 34);
        double badgeWidth = Math.ceil(badge.prefWidth(-1));
        badge.resizeRelocate(getWidth() - 32 - badgeWidth, 28, badgeWidth, 50);
        heading.resizeRelocate(86, 29, getWidth() - 86 - 44 - badgeWidth, 48);
        line.resizeRelocate(32, getHeight() - LINE_FROM_BOTTOM - 4, getWidth() - 64, 4);
        ink.resizeRelocate(MARGIN, HEADING, getWidth() - 2 * MARGIN, roomHeight());
        double height = problem.prefHeight(getWidth() - 64);
        problem.resizeRelocate(32, getHeight() - 14 - height, getWidth() - 64, height);
    }
}
