package banyan.kiosk.ui.screen.filing;

import banyan.kiosk.ui.control.Badge;
import banyan.kiosk.ui.control.Badge.Tone;
import banyan.kiosk.ui.control.Field;
import banyan.kiosk.ui.control.Pad;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.Row;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.Screen;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Format;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Zone;
import banyan.kiosk.visit.FilingPage.Form;
import banyan.kiosk.visit.FilingPage.Form.Editor;
import banyan.kiosk.visit.FilingPage.Form.Entry;
import banyan.kiosk.visit.FilingPage.Form.FieldView;
import banyan.kiosk.visit.FilingPage.Form.Source;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/**
 * One group of questions. While a field is edited its pad lies in the keyboard's zone, and the group is moved up so that
 * the field stands right above it; nothing of it is ever covered.
 */
public final class FormScreen extends Screen<Form> {
    private static final double HALF = 468;
    private static final double BETWEEN = 24;
    private static final double ABOVE_KEYBOARD = 28;

    private final Map<String, Question> questions = new LinkedHashMap<>();
    private final VBox head;
    private final VBox group;
    private final VBox all;
    private final PushButton next;
    private Optional<Pad> pad = Optional.empty();
    private String padFor = "";

    public FormScreen(View view, Form page) {
        super(view);
        head = head(page.head(), Words.title(page.question()), help(page.help()));
        List<Region> rows = new ArrayList<>();
        for (FieldView field : page.fields()) {
            Question question = question(field);
            questions.put(field.code(), question);
            rows.add(question.region());
        }
        group = view.portrait() ? stack(paired(page.fields()).toArray(Region[]::new)) : inTwoColumns(rows);
        group.setSpacing(BETWEEN);
        all = stack(head, gap(view.portrait() ? 54 : 32), group);
        // Moved up, the group goes under the strip, and not beyond it.
        Rectangle window = new Rectangle();
        window.setX(-20);
        window.setWidth(2000);
        window.setHeight(2000);
        content().setClip(window);
        column(all, rest());
        back();
        next = primary(view.say("button.next"), Icon.ARROW_RIGHT, new Wish.Next());
        root().addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        root().addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** Short questions that are only shown stand two in a row; all others have a row of their own. */
    private List<Region> paired(List<FieldView> fields) {
        List<Region> rows = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            Question one = at(fields, i);
            if (i + 1 < fields.size() && one.fits(HALF) && at(fields, i + 1).fits(HALF)) {
                Row pair = row(GAP, one.region(), at(fields, i + 1).region());
                rows.add(pair);
                i++;
            } else {
                rows.add(one.region());
            }
        }
        return rows;
    }

    private Question at(List<FieldView> fields, int index) {
        Question question = questions.get(fields.get(index).code());
        if (question == null) {
            throw new IllegalStateException("a field twice");
        }
        return question;
    }

    /** In landscape the first questions stand on the left, the others on the right, both sides about equally high. */
    private static VBox inTwoColumns(List<Region> all) {
        double half = Format.LANDSCAPE.content().width() / 2 - GAP / 2;
        double height =
                all.stream().mapToDouble(region -> region.prefHeight(half)).sum();
        VBox left = stack();
        VBox right = stack();
        left.setSpacing(BETWEEN);
        right.setSpacing(BETWEEN);
        double filled = 0;
        for (Region region : all) {
            boolean onTheLeft = left.getChildren().isEmpty() || filled + region.prefHeight(half) <= height / 2 + 1;
            (onTheLeft && right.getChildren().isEmpty() ? left : right)
                    .getChildren()
                    .add(region);
            filled += region.prefHeight(half);
        }
        return stack(row(GAP, left, right));
    }

    private Question question(FieldView field) {
        return switch (field.entry()) {
            case CHOICE -> new ChoiceQuestion(view, field);
            case MONTH -> new StepQuestion(view, field);
            case TICK -> new TickQuestion(view, field);
            case DIGITS, ID_NUMBER, SHOWN -> new BoxQuestion(box(field));
        };
    }

    private Field box(FieldView field) {
        Field box = new Field(
                "field-" + field.code(),
                field.label(),
                field.hint(),
                field.source().map(source -> badge(view, source)),
                field.editable(),
                view.say(field.editable() ? "form.change" : "form.fixed"));
        return box.onEdit(() -> view.wish(new Wish.Edit(field.code())));
    }

    static Badge badge(View view, Source source) {
        return switch (source) {
            case ID_CARD -> Badge.of(Tone.GOOD, Icon.BADGE_CHECK, view.say("source.id-card"));
            case SOCIAL_CARD -> Badge.of(Tone.GOOD, Icon.BADGE_CHECK, view.say("source.social-card"));
            case BANK_CARD -> Badge.of(Tone.GOOD, Icon.BADGE_CHECK, view.say("source.bank-card"));
            case E_LICENCE -> Badge.of(Tone.GOOD, Icon.BADGE_CHECK, view.say("source.e-licence"));
            case LAST_FILING -> Badge.of(Tone.LOOK, Icon.HISTORY, view.say("source.last-filing"));
            case TO_FILL -> Badge.of(Tone.NEUTRAL, Icon.SQUARE_PEN, view.say("source.to-fill"));
            case FILLED -> Badge.of(Tone.NEUTRAL, Icon.SQUARE_PEN, view.say("source.filled"));
        };
    }

    @Override
    public void show(Form page, Snapshot snapshot) {
        for (FieldView field : page.fields()) {
            Question question = questions.get(field.code());
            if (question != null) {
                Optional<Editor> here =
                        page.editor().filter(editor -> editor.field().equals(field.code()));
                question.show(field, here);
            }
        }
        next.show(view.say("button.next"), Icon.ARROW_RIGHT, true);
        showPad(page);
    }

    private void showPad(Form page) {
        if (page.editor().isEmpty()) {
            pad.ifPresent(this::lift);
            pad = Optional.empty();
            padFor = "";
            all.setTranslateY(0);
            showWhole();
            return;
        }
        Editor editor = page.editor().get();
        String shownFor = editor.field() + (editor.byCard() ? " by card" : "");
        if (!padFor.equals(shownFor)) {
            pad.ifPresent(this::lift);
            boolean withX = page.fields().stream()
                    .anyMatch(field -> field.code().equals(editor.field()) && field.entry() == Entry.ID_NUMBER);
            Pad opened = new Pad(
                    view.format().keyboard(),
                    withX,
                    editor.longest(),
                    new Pad.Labels(view.say("pad.clear"), view.say("pad.done"), view.say("pad.delete")),
                    text -> view.wish(new Wish.Type(editor.field(), text)),
                    () -> view.wish(new Wish.DoneEditing()));
            if (editor.byCard()) {
                opened.beside(
                        "insert-card", view.say("form.insert-card"), () -> view.wish(new Wish.InsertCard(editor.field())));
            }
            lay(opened);
            pad = Optional.of(opened);
            padFor = shownFor;
        }
        pad.ifPresent(shown -> shown.show(editor.text()));
        bringUp(editor.field());
    }

    /** Moves the group so that the edited field stands above the keyboard, if it does not anyway. */
    private void bringUp(String code) {
        Question question = questions.get(code);
        if (question == null) {
            return;
        }
        root().applyCss();
        root().layout();
        all.setTranslateY(0);
        Zone keyboard = view.format().keyboard();
        Bounds box = root().sceneToLocal(
                        question.edited().localToScene(question.edited().getLayoutBounds()));
        double over = box.getMaxY() - (keyboard.y() - ABOVE_KEYBOARD);
        all.setTranslateY(Math.min(0, -over));
        showWhole();
    }

    /** What would stand half under the strip or the keyboard is not shown: it could be neither read nor pressed. */
    private void showWhole() {
        boolean typing = pad.isPresent();
        head.setVisible(all.getTranslateY() == 0);
        for (Question question : questions.values()) {
            Region region = question.region();
            Bounds at = root().sceneToLocal(region.localToScene(region.getLayoutBounds()));
            boolean whole = at.getMinY() >= view.format().strip().bottom()
                    && at.getMaxY() <= view.format().keyboard().y();
            region.setVisible(!typing || whole);
        }
    }

    private void typed(KeyEvent event) {
        String character = event.getCharacter().toUpperCase(java.util.Locale.ROOT);
        pad.ifPresent(open -> open.type(character));
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.BACK_SPACE) {
            pad.ifPresent(Pad::delete);
        }
    }

    @Override
    public Object structure(Form page) {
        List<Object> structure = new ArrayList<>();
        structure.add(page.head());
        structure.add(page.question());
        for (FieldView field : page.fields()) {
            structure.add(List.of(
                    field.code(),
                    field.label(),
                    field.hint(),
                    field.entry(),
                    field.source(),
                    field.editable(),
                    field.choices().stream().map(Form.Choice::label).toList()));
        }
        return structure;
    }
}
