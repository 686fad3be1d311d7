package banyan.kiosk.ui.screen.filing;

import banyan.kiosk.ui.control.Badge;
import banyan.kiosk.ui.control.Badge.Tone;
import banyan.kiosk.ui.control.Line;
import banyan.kiosk.ui.control.Target;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.ScanningPage.Materials.MaterialRow;
import banyan.kiosk.visit.Wish;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The materials in order, each with what is still to be done; the one being scanned is marked, another can be taken first. */
final class MaterialList extends VBox {
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
    private static final double ROW = 109;
    /** More materials than these stand closer together. */
    private static final int FEW = 4;

    private static final double CLOSE = 98;
    /** Of a row that nobody touches, where there are many. */
    private static final double CLOSE_FIXED = 81;

    private static final double DENSE_FIXED = 76;
    private static final double APART = 5;

    private final View view;
    private final List<Row> rows = new ArrayList<>();

    private record Row(StackPane ground, Words detail, Badge badge) {}

    MaterialList(View view, List<MaterialRow> materials) {
        this.view = view;
        getStyleClass().setAll("card");
        setPadding(new Insets(2));
        for (int i = 0; i < materials.size(); i++) {
            if (i > 0) {
                getChildren().add(new Line());
            }
            Row row = row(i + 1, materials.get(i), materials.size() > FEW);
            String place = materials.size() == 1 ? "row-only" : i == 0 ? "row-first" : "row-inner";
            row.ground.getStyleClass().setAll("row-ground", i > 0 && i == materials.size() - 1 ? "row-last" : place);
            rows.add(row);
            getChildren().add(row.ground);
        }
    }

    /** Whether there is anything to do about a material here, and so whether its row is a target. */
    static boolean scanned(MaterialRow material) {
        return switch (material.state()) {
            case NOT_NEEDED, FETCHED, LATER -> false;
            case WAITING, SCANNED, COMPLETE, IN_CABINET -> true;
        };
    }

    private Row row(int number, MaterialRow material, boolean close) {
        boolean touchable = scanned(material);
        Words title = Words.fitting(List.of(Type.BODY_MEDIUM, Type.NOTE_MEDIUM), material.title());
        Words detail = Words.fitting(List.of(Type.NOTE), material.detail(), "ink2");
        boolean dense = close && !view.portrait();
        VBox words = new VBox(dense ? -12 : -6, title, detail);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        Words count = Words.line(Type.BODY_STRONG, Integer.toString(number)).align(HPos.LEFT);
        count.setMinWidth(36);
        Badge badge = Badge.of(Tone.NEUTRAL, Icon.CLOCK, "");
        badge.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(14, count, words, badge);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMouseTransparent(true);
        line.setPadding(new Insets(0, 28, 0, 28));
        StackPane ground = new StackPane(touchable ? target(material, line) : line);
        double height = !close ? ROW : touchable ? CLOSE : dense ? DENSE_FIXED : CLOSE_FIXED;
        ground.setMinHeight(height);
        ground.setPrefHeight(height);
        ground.setPickOnBounds(false);
        return new Row(ground, detail, badge);
    }

    private Target target(MaterialRow material, HBox line) {
        Target target = new Target("material-" + material.code());
        target.getStyleClass().setAll("row-target");
        target.getChildren().add(line);
        target.onAct(() -> view.wish(new Wish.SelectMaterial(material.code())));
        target.setAccessibleText(material.title());
        // The targets of two rows stay apart, though the rows touch.
        StackPane.setMargin(target, new Insets(APART, 0, APART, 0));
        return target;
    }

    void show(List<MaterialRow> materials, int current) {
        for (int i = 0; i < rows.size(); i++) {
            MaterialRow material = materials.get(i);
            Row row = rows.get(i);
            row.detail.say(material.detail());
            row.ground.pseudoClassStateChanged(HERE, i == current);
            show(row.badge, material, i == current);
        }
    }

    private void show(Badge badge, MaterialRow material, boolean here) {
        Tone onRow = here ? Tone.ON_AMBER : Tone.LOOK;
        switch (material.state()) {
            case NOT_NEEDED -> badge.show(Tone.GOOD, Icon.BADGE_CHECK, view.say("material.not-needed"));
            case FETCHED -> badge.show(Tone.GOOD, Icon.BADGE_CHECK, view.say("material.fetched"));
            case WAITING ->
                badge.show(onRow, Icon.SCAN_LINE, view.say("material.waiting", "page", material.pages() + 1));
            case LATER -> badge.show(Tone.NEUTRAL, Icon.CLOCK, view.say("material.later"));
            case SCANNED -> badge.show(onRow, Icon.SCAN_LINE, view.say("material.scanned", "pages", material.pages()));
            case IN_CABINET -> badge.show(Tone.GOOD, Icon.ARCHIVE, view.say("material.in-cabinet"));
            case COMPLETE ->
                badge.show(Tone.GOOD, Icon.CIRCLE_CHECK, view.say("material.complete", "pages", material.pages()));
        }
    }
}
