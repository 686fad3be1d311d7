package banyan.kiosk.ui.screen.filing;

import banyan.kiosk.documents.Picture;
import banyan.kiosk.ui.control.Glyph;
import banyan.kiosk.ui.control.PaperView;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.Target;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.ScanningPage.Materials.MaterialRow;
import banyan.kiosk.visit.Wish;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The pages scanned of the material at hand, each small, with the way to take it again. */
final class PageStrip extends HBox {
    private static final double HEIGHT = 108;
    private static final double THUMB = 72;
    private static final int SHOWN = 3;

    private final View view;
    private List<Picture> shown = List.of();
    private String of = "";
    private final int most;

    /** @param beside so many other things stand in the same row */
    PageStrip(View view, int beside) {
        super(24);
        this.view = view;
        this.most = SHOWN - beside;
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setPickOnBounds(false);
    }

    /** How wide each of the places in the row is. */
    static double width(View view) {
        return view.portrait() ? 304 : 280;
    }

    /** A button that takes one of the places. */
    static PushButton button(View view, String id, String words, Icon icon) {
        PushButton button = PushButton.of(PushButton.Kind.SECONDARY, id, words, icon);
        button.setMinWidth(width(view));
        button.setPrefWidth(width(view));
        button.setMaxWidth(width(view));
        return button;
    }

    void show(Optional<MaterialRow> material) {
        List<Picture> pages = material.map(MaterialRow::thumbnails).orElse(List.of());
        String code = material.map(MaterialRow::code).orElse("");
        if (pages.equals(shown) && code.equals(of)) {
            return;
        }
        shown = pages;
        of = code;
        getChildren().clear();
        int first = Math.max(0, pages.size() - most);
        for (int i = first; i < pages.size(); i++) {
            getChildren().add(page(code, i, pages.get(i)));
        }
    }

    private Target page(String code, int index, Picture picture) {
        PaperView thumb = new PaperView();
        thumb.show(picture);
        thumb.setMinSize(THUMB, HEIGHT - 16);
        thumb.setPrefSize(THUMB, HEIGHT - 16);
        thumb.setMaxSize(THUMB, HEIGHT - 16);
        HBox again = new HBox(
                8,
                new Glyph(Icon.ROTATE_CCW, 32, "link-glyph"),
                Words.fitting(List.of(Type.NOTE_STRONG), view.say("materials.again"), "strong"));
        again.setAlignment(Pos.CENTER_LEFT);
        VBox words = new VBox(
                Words.fitting(List.of(Type.NOTE), view.say("materials.page", "page", index + 1), "ink2"), again);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(16, thumb, words);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMouseTransparent(true);
        Target target = new Target("drop-" + code + "-" + (index + 1));
        target.getStyleClass().setAll("quiet");
        target.setPadding(new Insets(8, 14, 8, 14));
        target.getChildren().add(row);
        target.setMinHeight(HEIGHT);
        target.setPrefWidth(width(view));
        target.onAct(() -> view.wish(new Wish.DropPage(code, index)));
        target.setAccessibleText(view.say("materials.again"));
        return target;
    }
}
