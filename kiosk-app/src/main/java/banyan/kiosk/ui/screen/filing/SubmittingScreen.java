package banyan.kiosk.ui.screen.filing;

import banyan.kiosk.ui.control.Card;
import banyan.kiosk.ui.control.IconTile;
import banyan.kiosk.ui.control.Line;
import banyan.kiosk.ui.control.Notice;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.Screen;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.KeepingPage.Submitting;
import banyan.kiosk.visit.KeepingPage.Submitting.Progress;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Four true steps; each turns only when that has happened. */
public final class SubmittingScreen extends Screen<Submitting> {
    private static final List<Step> STEPS = List.of(
            new Step("submitting.seal", Icon.SHIELD_CHECK),
            new Step("submitting.keep", Icon.SAVE),
            new Step("submitting.send", Icon.SEND),
            new Step("submitting.receipt", Icon.HASH));

    private record Step(String key, Icon icon) {}

    private final List<IconTile> discs = new ArrayList<>();
    private final List<Words> names = new ArrayList<>();
    private final List<Words> states = new ArrayList<>();

    public SubmittingScreen(View view, Submitting page) {
        super(view);
        Words item = Words.fitting(List.of(Type.BODY_SMALL, Type.NOTE), page.itemTitle(), "ink2");
        VBox head = new VBox(
                item, gap(16), Words.title(view.say("submitting.title")), gap(8), help(view.say("submitting.help")));
        Notice notice = new Notice("info", Icon.INFO, "", view.say("submitting.late"));
        notice.setMinHeight(152);
        double height = view.portrait() ? 184 : 156;
        Card card = Card.of(0);
        for (int i = 0; i < STEPS.size(); i++) {
            if (i > 0) {
                card.getChildren().add(new Line());
            }
            card.getChildren().add(high(height, step(i, page.supplement())));
        }
        card.setPadding(new Insets(20, 48, 20, 48));
        card.setMouseTransparent(true);
        if (view.portrait()) {
            column(head, gap(113), card, gap(16), notice, rest());
        } else {
            columns(false, stack(head, gap(40), notice, rest()), stack(card, rest()));
        }
        PushButton primary = primary(view.say("submitting.primary"), Icon.HOURGLASS, new Wish.Here());
        primary.setDisable(true);
    }

    private HBox step(int index, boolean supplement) {
        Step step = STEPS.get(index);
        IconTile disc = new IconTile("disc-ahead", step.icon(), 96, 48);
        Words name = Words.fitting(
                List.of(Type.H2, Type.H3, Type.BUTTON),
                // What was missing in a case has its number already.
                view.say(supplement && index == STEPS.size() - 1 ? step.key() + ".supplement" : step.key()));
        Words state = Words.wrapping(Type.BODY, "", "ink2");
        discs.add(disc);
        names.add(name);
        states.add(state);
        VBox words = new VBox(name, state);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(34, disc, words);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    @Override
    public void show(Submitting page, Snapshot snapshot) {
        for (int i = 0; i < STEPS.size(); i++) {
            Progress progress = i < page.steps().size() ? page.steps().get(i) : Progress.TO_DO;
            Step step = STEPS.get(i);
            IconTile disc = discs.get(i);
            switch (progress) {
                case DONE -> disc.show("disc", Icon.CHECK);
                case DOING -> disc.show("disc-doing", step.icon());
                case TO_DO -> disc.show("disc-ahead", step.icon());
            }
            names.get(i).tone(progress == Progress.TO_DO ? "ink2" : null);
            states.get(i)
                    .say(view.say(
                            switch (progress) {
                                case DONE -> step.key() + ".done";
                                case DOING -> step.key() + ".doing";
                                case TO_DO -> step.key() + ".to-do";
                            }));
        }
    }

    @Override
    public Object structure(Submitting page) {
        return page.itemTitle();
    }
}
