package banyan.kiosk.ui.shell;

import banyan.kiosk.text.Texts;
import banyan.kiosk.ui.control.Glyph;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.Ring;
import banyan.kiosk.ui.control.StaffMark;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.theme.Format;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.Snapshot.EndButton;
import banyan.kiosk.visit.Snapshot.Strip;
import banyan.kiosk.visit.UpkeepWish;
import banyan.kiosk.visit.Wish;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Who is here, how sure we are of it, how long there is left, and the way to end it: always at the top. */
final class SessionStrip extends Pane {
    /** Of the 30 s in which the strip counts. */
    private static final int COUNTED = 30;

    private static final double END_HEIGHT = 88;
    private static final double MARK = 64;

    private final Format format;
    private final Consumer<Wish> wishes;
    private final StaffMark mark = new StaffMark(MARK, "on-dark");
    private final Region divider = new Region();
    private final Glyph person = new Glyph(Icon.CIRCLE_USER_ROUND, 52, "on-dark2-glyph");
    private final Words name = Words.fitting(List.of(Type.BODY_STRONG, Type.NOTE_STRONG), "", "on-dark");
    private final Words line = Words.fitting(List.of(Type.NOTE), "", "on-dark2");
    private final Ring ring = new Ring(60, 8, "small");
    private final Words seconds = Words.line(Type.BODY_STRONG, "", "on-dark");
    private final Words until = Words.line(Type.NOTE, "", "on-dark");
    private @Nullable PushButton end;
    private @Nullable Strip shown;
    private @Nullable Texts shownIn;

    SessionStrip(Format format, Consumer<Wish> wishes) {
        this.format = format;
        this.wishes = wishes;
        getStyleClass().setAll("strip");
        divider.getStyleClass().setAll("strip-divider");
        mark.onAct(() -> wishes.accept(new Wish.OfStaff(new UpkeepWish.Open())));
        setManaged(false);
        resizeRelocate(0, 0, format.strip().width(), format.strip().height());
        getChildren().addAll(mark, divider, person, name, line, ring, seconds, until);
    }

    void show(Strip strip, Texts texts) {
        if (strip.equals(shown) && texts == shownIn) {
            return;
        }
        shown = strip;
        boolean anew = texts != shownIn;
        shownIn = texts;
        mark.setAccessibleText(texts.say("strip.staff"));
        boolean known = strip.name().isPresent();
        person.setVisible(known);
        switch (strip.line()) {
            case NOBODY -> say(texts.say("strip.nobody"), texts.say("strip.nobody.line"));
            case NOTHING_READ -> say(texts.say("strip.nothing-read"), texts.say("strip.nothing-read.line"));
            case NOTHING_KEPT -> say(texts.say("strip.nothing-read"), texts.say("strip.nothing-kept.line"));
            case SELF_BY_ID_CARD -> say(strip.name().orElse(""), texts.say("strip.self-by-id-card"));
            case SUBMITTED -> say(strip.name().orElse(""), texts.say("strip.submitted"));
            case ORIGINALS -> say(strip.name().orElse(""), texts.say("strip.originals"));
            case KEPT -> say(strip.name().orElse(""), texts.say("strip.kept"));
            case ENDED -> say(texts.say("strip.ended"), texts.say("strip.ended.line"));
        }
        showSeconds(strip.secondsLeft(), texts);
        showEnd(strip.end(), texts, anew);
        requestLayout();
    }

    private void say(String first, String second) {
        name.say(first);
        line.say(second);
    }

    private void showSeconds(OptionalInt left, Texts texts) {
        boolean counting = left.isPresent();
        ring.setVisible(counting);
        seconds.setVisible(counting);
        until.setVisible(counting);
        if (counting) {
            ring.show(left.getAsInt(), COUNTED);
            seconds.say(texts.say("strip.seconds", "seconds", left.getAsInt()));
            until.say(texts.say("strip.until-end"));
        }
    }

    private void showEnd(EndButton kind, Texts texts, boolean anew) {
        PushButton present = end;
        String says = switch (kind) {
            case NONE -> "";
            case LEAVE -> texts.say("strip.leave");
            case END -> texts.say("strip.end");
        };
        if (present != null && !anew && present.said().equals(says)) {
            return;
        }
        if (present != null) {
            getChildren().remove(present);
            end = null;
        }
        if (kind != EndButton.NONE) {
            PushButton button = PushButton.of(
                    PushButton.Kind.ON_STRIP, "end", says, kind == EndButton.LEAVE ? Icon.X : Icon.LOG_OUT);
            button.onAct(() -> wishes.accept(new Wish.End()));
            getChildren().add(button);
            end = button;
        }
    }

    @Override
    protected void layoutChildren() {
        double left = format.isPortrait() ? 32 : 60;
        mark.resizeRelocate(left - (mark.getMinWidth() - MARK) / 2, 8, mark.getMinWidth(), mark.getMinHeight());
        divider.resizeRelocate(left + 88, 24, 2, 56);
        person.relocate(left + 114, 26);
        double text = person.isVisible() ? left + 182 : left + 114;
        double right = getWidth() - (format.isPortrait() ? 16 : 12);
        if (end != null) {
            double width = Math.ceil(Math.max(END_HEIGHT, end.prefWidth(-1)));
            end.resizeRelocate(right - width, 8, width, END_HEIGHT);
            right -= width + 24;
        }
        if (ring.isVisible()) {
            double width = Math.ceil(Math.max(seconds.prefWidth(-1), until.prefWidth(-1)));
            right -= width;
            seconds.resizeRelocate(right, 14, width, 45);
            until.resizeRelocate(right, 51, width, 40);
            right -= 74;
            ring.relocate(right, 22);
            right -= 24;
        }
        name.resizeRelocate(text, 13, right - text, 45);
        line.resizeRelocate(text, 51, right - text, 40);
    }
}
