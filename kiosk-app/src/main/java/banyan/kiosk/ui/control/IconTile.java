package banyan.kiosk.ui.control;

import banyan.kiosk.ui.theme.Icon;
import javafx.scene.layout.StackPane;

/** An icon on a coloured square or disc. */
public final class IconTile extends StackPane {
    private final Glyph glyph;

    /**
     * @param dress {@code solid}, {@code green}, {@code amber}, {@code amber-solid}, {@code disc}, {@code disc-doing},
     *     {@code disc-ahead}, {@code disc-next}, {@code waiting}
     */
    public IconTile(String dress, Icon icon, double side, double iconSide) {
        getStyleClass().setAll("icon-tile", dress);
        glyph = new Glyph(icon, iconSide);
        getChildren().add(glyph);
        setMinSize(side, side);
        setPrefSize(side, side);
        setMaxSize(side, side);
        setMouseTransparent(true);
    }

    public void show(String dress, Icon icon) {
        getStyleClass().setAll("icon-tile", dress);
        glyph.show(icon);
    }
}
