package banyan.kiosk.ui.screen.catalog;

import banyan.kiosk.ui.control.Badge;
import banyan.kiosk.ui.control.Badge.Tone;
import banyan.kiosk.ui.control.Card;
import banyan.kiosk.ui.control.Glyph;
import banyan.kiosk.ui.control.Line;
import banyan.kiosk.ui.control.ListRow;
import banyan.kiosk.ui.control.Notice;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.PushButton.Kind;
import banyan.kiosk.ui.control.Row;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.Screen;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.Availability;
import banyan.kiosk.visit.Page.Guide;
import banyan.kiosk.visit.Page.Guide.Condition;
import banyan.kiosk.visit.Page.Guide.MaterialNeed;
import banyan.kiosk.visit.Page.Guide.Origin;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What an item needs and gives: time, fee, who decides; conditions held against the data; materials with what is still needed. */
public final class GuideScreen extends Screen<Guide> {
    /** More materials than these stand closer together. */
    private static final int FEW = 4;

    private final PushButton print;
    private final PushButton begin;
    private final Notice steps;

    public GuideScreen(View view, Guide page) {
        super(view);
        VBox head = head(Words.title(page.item().title()), help(page.item().plain()));
        steps = new Notice("info", Icon.INFO, "", "");
        print = PushButton.of(Kind.QUIET, "print-guide", view.say("guide.print"), Icon.PRINTER);
        print.onAct(() -> view.wish(new Wish.PrintGuide()));
        Row below = row(GAP, high(view.portrait() ? 100 : 88, print), rest());
        if (view.portrait()) {
            column(portrait(page, head, below));
        } else {
            columns(
                    false,
                    stack(landscape(page, head)),
                    page.materials().isEmpty()
                            ? stack(gap(150), steps, rest(), below, gap(20))
                            : stack(gap(4), materials(page), gap(20), steps, rest(), below, gap(20)));
        }
        back();
        begin = primary(view.say("guide.begin"), Icon.ARROW_RIGHT, new Wish.Begin());
    }

    private Node[] portrait(Guide page, VBox head, Row below) {
        List<Node> nodes = new ArrayList<>(List.of(head, gap(33), facts(page, 188), gap(26)));
        if (!page.conditions().isEmpty()) {
            nodes.addAll(List.of(conditions(page), gap(26)));
        }
        if (!page.materials().isEmpty()) {
            nodes.addAll(List.of(materials(page), gap(26)));
        }
        nodes.addAll(List.of(steps, gap(12), rest(), below, gap(10)));
        return nodes.toArray(Node[]::new);
    }

    private Node[] landscape(Guide page, VBox head) {
        List<Node> nodes = new ArrayList<>(List.of(head, gap(24), facts(page, 176), gap(20)));
        if (!page.conditions().isEmpty()) {
            nodes.add(conditions(page));
        }
        nodes.add(rest());
        return nodes.toArray(Node[]::new);
    }

    private Row facts(Guide page, double height) {
        boolean atOnce = page.legalDays() == 0;
        return row(
                GAP,
                fact(
                        height,
                        Icon.CLOCK,
                        view.say("guide.time"),
                        atOnce
                                ? view.say("guide.at-once")
                                : view.say("guide.days", "days", page.promisedDays()),
                        atOnce
                                ? view.say("guide.at-once.then")
                                : view.say("guide.legal-days", "days", page.legalDays())),
                fact(height, Icon.BANKNOTE, view.say("guide.fee"), page.fee(), page.feeNote()),
                fact(
                        height,
                        Icon.LANDMARK,
                        view.say("guide.who"),
                        page.decidedBy(),
                        view.say("guide.phone", "phone", page.phone())));
    }

    private static Card fact(double height, Icon icon, String label, String value, String note) {
        HBox top = new HBox(10, new Glyph(icon, 38, "link-glyph"), Words.line(Type.BODY_SMALL, label, "ink2"));
        top.setAlignment(Pos.CENTER_LEFT);
        Card card = Card.of(
                0,
                top,
                Words.flowing(List.of(Type.H3, Type.BODY_STRONG, Type.SMALL_STRONG, Type.NOTE_STRONG), value),
                Words.wrapping(Type.NOTE, note, "ink2"));
        card.setPadding(new Insets(14, 20, 20, 28));
        card.setAlignment(Pos.CENTER_LEFT);
        card.setMouseTransparent(true);
        card.setPrefHeight(height);
        return card;
    }

    private Card conditions(Guide page) {
        Card card = Card.of(
                0,
                Words.fitting(List.of(Type.H3, Type.BUTTON, Type.SMALL_STRONG), view.say("guide.conditions")),
                gap(8));
        for (Condition condition : page.conditions()) {
            card.getChildren().add(condition(condition));
        }
        card.setPadding(new Insets(view.portrait() ? 32 : 22, 38, view.portrait() ? 24 : 16, 38));
        card.setMouseTransparent(true);
        return card;
    }

    private Node condition(Condition condition) {
        Glyph glyph = switch (condition.finding()) {
            case FOUND -> new Glyph(Icon.CIRCLE_CHECK, 42, "link-glyph");
            case NOT_FOUND -> new Glyph(Icon.CIRCLE_QUESTION_MARK, 42, "look-glyph");
            case UNKNOWN -> new Glyph(Icon.CIRCLE_QUESTION_MARK, 42, "ink2-glyph");
        };
        Words finding = switch (condition.finding()) {
            case FOUND ->
                Words.line(
                        Type.NOTE, condition.detail().isEmpty() ? view.say("guide.found") : condition.detail(), "ink2");
            case NOT_FOUND -> Words.line(Type.NOTE_STRONG, view.say("guide.not-found"), "look");
            case UNKNOWN -> Words.line(Type.NOTE, view.say("guide.not-known"), "ink2");
        };
        Words text = Words.wrapping(Type.BODY_MEDIUM, condition.text());
        // Beside each other where both have room on one line; else the finding below.
        double room = (view.portrait() ? 960 : 888) - 2 * 38 - 44 - 2 * 14;
        if (text.prefWidth(-1) + finding.prefWidth(-1) <= room) {
            HBox.setHgrow(text, Priority.ALWAYS);
            return new ListRow(68, 14, glyph, text, finding.align(HPos.RIGHT));
        }
        VBox words = new VBox(text, finding);
        HBox.setHgrow(words, Priority.ALWAYS);
        return new ListRow(68, 14, glyph, words);
    }

    private Card materials(Guide page) {
        long toBring = page.materials().stream()
                .filter(need -> need.origin() == Origin.SCAN_HERE || need.origin() == Origin.UNKNOWN)
                .count();
        Card card = Card.of(
                0,
                Words.fitting(
                        List.of(Type.H3, Type.BUTTON, Type.SMALL_STRONG),
                        view.say("guide.materials", "all", page.materials().size(), "yours", toBring)),
                gap(8));
        for (MaterialNeed need : page.materials()) {
            if (card.getChildren().size() > 2) {
                card.getChildren().add(new Line());
            }
            card.getChildren().add(material(need, page.materials().size() > FEW ? 76 : 88));
        }
        card.setPadding(new Insets(32, 38, 16, 38));
        card.setMouseTransparent(true);
        return card;
    }

    private Node material(MaterialNeed need, double height) {
        Badge badge = switch (need.origin()) {
            case READ_FROM_CARD -> Badge.of(Tone.GOOD, Icon.CHECK, view.say("origin.card"));
            case E_LICENCE -> Badge.of(Tone.GOOD, Icon.CHECK, view.say("origin.e-licence"));
            case SCAN_HERE -> Badge.of(Tone.LOOK, Icon.HAND, view.say("origin.scan"));
            case UNKNOWN -> Badge.of(Tone.UNKNOWN, Icon.CIRCLE_QUESTION_MARK, view.say("origin.unknown"));
        };
        badge.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        Words title = Words.wrapping(Type.BODY, need.title());
        HBox.setHgrow(title, Priority.ALWAYS);
        return new ListRow(height, 16, new Glyph(Icon.named(need.icon()), 42, "ink2-glyph"), title, badge);
    }

    @Override
    public void show(Guide page, Snapshot snapshot) {
        switch (page.print()) {
            case POSSIBLE -> print.show(view.say("guide.print"), Icon.PRINTER, true);
            case PRINTING -> print.show(view.say("guide.printing"), Icon.HOURGLASS, false);
            case PRINTED -> print.show(view.say("guide.printed"), Icon.CHECK, true);
            case NOT_POSSIBLE -> print.show(view.say("guide.print-not"), Icon.LOCK, false);
        }
        boolean available = page.item().availability() instanceof Availability.Now;
        begin.show(
                view.say(available ? "guide.begin" : "guide.begin-not"),
                available ? Icon.ARROW_RIGHT : Icon.LOCK,
                available);
        steps.dress(available ? "info" : "attention-tint");
        if (available) {
            steps.show(
                    Icon.INFO,
                    view.say("guide.steps", "steps", page.steps(), "minutes", page.minutes()),
                    view.say("guide.steps.then"));
        } else {
            steps.show(
                    Icon.TRIANGLE_ALERT,
                    WhyNot.said(view.texts(), page.item().availability()),
                    view.say("guide.not-now.then"));
        }
    }

    /** Whether the item can be begun changes while the page is shown. */
    @Override
    public Object structure(Guide page) {
        return List.of(page.item().code(), page.item().title(), page.conditions(), page.materials());
    }
}
