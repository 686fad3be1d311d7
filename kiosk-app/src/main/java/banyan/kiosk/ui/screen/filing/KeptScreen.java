package banyan.kiosk.ui.screen.filing;

import banyan.kiosk.ui.control.Card;
import banyan.kiosk.ui.control.Glyph;
import banyan.kiosk.ui.control.IconTile;
import banyan.kiosk.ui.control.Line;
import banyan.kiosk.ui.control.Notice;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.PushButton.Kind;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.Screen;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.KeepingPage.Kept;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Kept here, and not yet with the centre: amber, a box instead of a tick, and a number that is not an acceptance number. */
public final class KeptScreen extends Screen<Kept> {
    private final PushButton again;

    public KeptScreen(View view, Kept page) {
        super(view);
        from(Outcome.TOP);
        HBox head = Outcome.head(
                new IconTile("amber-solid", Icon.ARCHIVE, 112, 72),
                say(page, "kept.title"), line(page));
        Card number = Outcome.number(
                "attention-line",
                view.say("kept.number"),
                page.provisional(),
                view.say("kept.at"),
                Words.line(
                        Type.H2,
                        view.say(
                                "kept.at.value",
                                "date",
                                view.texts().dayAndMonth(page.at().toLocalDate()),
                                "time",
                                view.texts().timeToTheSecond(page.at().toLocalTime()))),
                view.say("kept.sealed"),
                new Outcome.Code(page.qr(), view.say("kept.scan"), 260, 34));
        Notice ask = new Notice("attention-thin", Icon.TRIANGLE_ALERT, say(page, "kept.ask"), view.say("kept.ask.then"));
        ask.setMinHeight(142);
        HBox later = new HBox(
                14,
                new Glyph(Icon.STAR, 40, "ink2-glyph"),
                Words.wrapping(Type.BODY_SMALL, view.say("kept.rating"), "ink2"));
        HBox.setHgrow(later.getChildren().get(1), Priority.ALWAYS);
        later.setAlignment(Pos.CENTER_LEFT);
        later.setMouseTransparent(true);
        // The rating can wait; where somebody's originals are cannot.
        Region last = page.originals()
                .<Region>map(there -> new OriginalsLine(view, there))
                .orElse(page.supplement() ? gap(0) : later);
        if (view.portrait()) {
            column(head, gap(26), number, gap(GAP), steps(page, 130), gap(GAP), ask, gap(30), last, rest());
        } else {
            columns(
                    false,
                    stack(head, gap(24), number, gap(20), ask, rest()),
                    stack(gap(20), steps(page, 124), gap(20), last, rest()));
        }
        again = PushButton.of(Kind.SECONDARY, "print-again", "", Icon.PRINTER);
        again.onAct(() -> view.wish(new Wish.PrintAgain()));
        at(wideLeft(456), again);
        primary(view.say("button.finish"), Icon.LOG_OUT, new Wish.End());
    }

    /** What was missing in a case is said in other words than a request. */
    private String say(Kept page, String key) {
        return view.say(page.supplement() ? key + ".supplement" : key);
    }

    private String line(Kept page) {
        return page.refused()
                ? view.say("kept.refused")
                : page.offlineSince()
                        .map(since ->
                                view.say("kept.offline", "time", view.texts().time(since.toLocalTime())))
                        .orElse(view.say("kept.not-confirmed"));
    }

    private Card steps(Kept page, double height) {
        String answer = page.refused()
                ? view.say("kept.step.number.refused")
                : page.supplement()
                ? view.say("kept.step.number.ask")
                : page.phone()
                        .map(phone -> view.say("kept.step.number.phone", "phone", phone))
                        .orElse(view.say("kept.step.number.ask"));
        Card card = Card.of(
                0,
                Words.fitting(List.of(Type.H3, Type.BUTTON), view.say("kept.where")),
                gap(8),
                step(
                        new IconTile("disc", Icon.CHECK, 64, 40),
                        page.supplement() ? "kept.step.filled.supplement" : "kept.step.filled",
                        view.say("kept.step.filled.done"),
                        height),
                new Line(),
                step(
                        new IconTile("disc", Icon.CHECK, 64, 40),
                        "kept.step.kept",
                        view.say("kept.step.kept.done"),
                        height),
                new Line(),
                step(
                        new IconTile("waiting", page.refused() ? Icon.CIRCLE_USER_ROUND : Icon.WIFI_OFF, 64, 40),
                        "kept.step.send",
                        view.say(page.refused() ? "kept.step.send.refused" : "kept.step.send.waiting"),
                        height),
                new Line(),
                step(new IconTile("disc-ahead", Icon.CIRCLE_HELP, 64, 40), page.supplement() ? "kept.step.number.supplement" : "kept.step.number", answer, height));
        card.setPadding(new Insets(30, 38, 28, 38));
        card.setMouseTransparent(true);
        return card;
    }

    private HBox step(IconTile mark, String key, String line, double height) {
        VBox words = new VBox(
                -2,
                Words.fitting(List.of(Type.BODY_STRONG, Type.SMALL_STRONG, Type.NOTE_STRONG), view.say(key)),
                Words.wrapping(Type.BODY_SMALL, line, "ink2"));
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(24, mark, words);
        row.setAlignment(Pos.CENTER_LEFT);
        return high(height, row);
    }

    @Override
    public void show(Kept page, Snapshot snapshot) {
        switch (page.paper().state()) {
            case NOT_ASKED -> again.show(view.say("kept.paper.not-asked"), Icon.PRINTER, true);
            case PRINTING -> again.show(view.say("kept.paper.printing"), Icon.HOURGLASS, false);
            case PRINTED -> again.show(view.say("kept.paper.printed"), Icon.PRINTER, true);
            case TROUBLE ->
                again.show(
                        switch (page.paper().outlet()) {
                            case SHEETS -> view.say("kept.paper.trouble");
                            case ROLL -> RollTrouble.say(view, page.paper(), "kept.roll");
                        },
                        Icon.PRINTER_X,
                        true);
            case UNKNOWN -> again.show(view.say("kept.paper.unknown"), Icon.PRINTER_X, true);
        }
    }

    @Override
    public Object structure(Kept page) {
        return List.of(page.provisional(), page.offlineSince().isPresent(), page.originals(), page.refused());
    }
}
