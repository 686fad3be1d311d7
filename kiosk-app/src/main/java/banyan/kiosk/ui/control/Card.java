package banyan.kiosk.ui.control;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** White paper with a hairline round it: what belongs together. */
public final class Card extends VBox {
    private Card(double spacing, Node... children) {
        super(spacing, children);
        setFillWidth(true);
    }

    public static Card of(double spacing, Node... children) {
        Card card = new Card(spacing, children);
        card.getStyleClass().setAll("card");
        return card;
    }

    /** A card in another dress: {@code tint}, {@code attention}, {@code alarm-line}, {@code paper}. */
    public static Card dressed(String styleClass, double spacing, Node... children) {
        Card card = new Card(spacing, children);
        card.getStyleClass().setAll(styleClass);
        return card;
    }
}
