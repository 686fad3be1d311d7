package banyan.kiosk.ui.screen.filing;

import banyan.kiosk.text.Texts;
import banyan.kiosk.ui.control.Badge.Tone;
import banyan.kiosk.ui.control.DocumentView;
import banyan.kiosk.ui.control.Glyph;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.PushButton.Kind;
import banyan.kiosk.ui.control.Scenery;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.Screen;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Illustration;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.FilingPage.Signing;
import banyan.kiosk.visit.FilingPage.Signing.InkTrouble;
import banyan.kiosk.visit.FilingPage.Signing.PadState;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The very document, what is written on the pad, and where to write. Without a pad one writes on the screen. */
public final class SigningScreen extends Screen<Signing> {
    private static final double WRITING_HEIGHT = 352;

    private final DocumentView document = new DocumentView();
    private final Words which = Words.fitting(List.of(Type.BODY_SMALL, Type.NOTE), "", "ink2");
    private final WritingField writing;
    private final PushButton clear;
    private final PushButton use;

    public SigningScreen(View view, Signing page) {
        super(view);
        boolean onPad = page.pad() == PadState.PAD;
        writing = new WritingField(view, !onPad);
        VBox head = head(page.head(), Words.title(view.say("signing.title")), help(view.say("signing.help")));
        HBox below = onPad ? new HBox(GAP, writing, where()) : new HBox(writing);
        HBox.setHgrow(writing, Priority.ALWAYS);
        if (view.portrait()) {
            column(
                    head,
                    gap(41),
                    high(626, document),
                    gap(16),
                    about(page),
                    gap(18),
                    high(WRITING_HEIGHT, below),
                    rest());
        } else {
            VBox documentSide = stack(document, gap(14), about(page));
            VBox.setVgrow(document, Priority.ALWAYS);
            columns(true, stack(head, gap(28), high(WRITING_HEIGHT, below), rest()), documentSide);
        }
        back();
        clear = middle(view.say("signing.clear"), Icon.ROTATE_CCW, new Wish.ClearInk());
        use = primary(view.say("signing.use"), Icon.CHECK, new Wish.UseSignature());
    }

    /** Which page this is, its check code, and the larger view. */
    private Region about(Signing page) {
        HBox.setHgrow(which, Priority.ALWAYS);
        HBox row = new HBox(14, new Glyph(Icon.SHIELD_CHECK, 36, "link-glyph"), which);
        PushButton larger = PushButton.of(Kind.SECONDARY, "zoom", view.say("button.zoom"), Icon.ZOOM_IN);
        larger.onAct(() -> view.wish(new Wish.ZoomIn()));
        row.setAlignment(Pos.CENTER_LEFT);
        row.setPickOnBounds(false);
        if (page.pages() == 1) {
            row.getChildren().add(high(88, larger));
            return row;
        }
        HBox buttons = new HBox(
                14,
                turn("document-before", "signing.before", Icon.ARROW_LEFT, -1),
                turn("document-after", "signing.after", Icon.ARROW_RIGHT, 1),
                high(88, larger));
        buttons.setPickOnBounds(false);
        return stack(row, gap(12), buttons);
    }

    private PushButton turn(String id, String key, Icon icon, int by) {
        PushButton button = PushButton.of(by > 0 ? Kind.QUIET_TRAILING : Kind.QUIET, id, view.say(key), icon);
        button.onAct(() -> view.wish(new Wish.TurnDocument(by)));
        return high(88, button);
    }

    /** Where the pad is, and how it is used. */
    private Region where() {
        Scenery scenery = new Scenery(Illustration.SIGN_ON_PAD, "scene-frame", 18, 24, 8, -56);
        VBox words = new VBox(
                Words.fitting(List.of(Type.SMALL_STRONG, Type.NOTE_STRONG), view.say("signing.where"))
                        .align(HPos.CENTER),
                Words.flowing(List.of(Type.BODY_SMALL, Type.NOTE), view.say("signing.how"), "ink2")
                        .align(HPos.CENTER));
        words.setAlignment(Pos.BOTTOM_CENTER);
        StackPane.setMargin(words, new javafx.geometry.Insets(0, 16, 18, 16));
        StackPane both = new StackPane(scenery, words);
        both.setMinWidth(344);
        both.setPrefWidth(344);
        both.setMouseTransparent(true);
        return both;
    }

    @Override
    public void show(Signing page, Snapshot snapshot) {
        document.show(page.document(), page.end(), page.signHere());
        document.sign(page.ink().strokes(), page.ink().aspect());
        which.say(view.say(
                "signing.which",
                "page",
                page.page(),
                "of",
                page.pages(),
                "code",
                Texts.groupsOfFour(page.checkCode())));
        boolean any = !page.ink().strokes().isEmpty();
        writing.show(page.ink(), state(page, any), page.trouble().map(trouble -> view.say("ink." + word(trouble))));
        clear.setDisable(!any);
        use.show(view.say(any ? "signing.use" : "signing.not-yet"), any ? Icon.CHECK : Icon.LOCK, any);
    }

    private WritingField.State state(Signing page, boolean any) {
        if (any) {
            return new WritingField.State(Tone.GOOD, Icon.CIRCLE_CHECK, view.say("signing.receiving"));
        }
        return page.pad() == PadState.PAD
                ? new WritingField.State(Tone.LOOK, Icon.PENCIL, view.say("signing.waiting"))
                : new WritingField.State(Tone.LOOK, Icon.HAND, view.say("signing.waiting.screen"));
    }

    private static String word(InkTrouble trouble) {
        return switch (trouble) {
            case EMPTY -> "empty";
            case TAP_ONLY -> "tap-only";
            case TOO_SHORT -> "too-short";
        };
    }

    @Override
    public Object structure(Signing page) {
        return List.of(page.head(), page.pad(), page.pages() > 1);
    }
}
