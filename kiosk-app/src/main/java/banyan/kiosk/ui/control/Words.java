package banyan.kiosk.ui.control;

import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.ui.theme.Weight;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * A text in one role of type. Its lines have the height that the role says, with the text in the middle of each, as a
 * browser sets them; it is never shortened by an ellipsis.
 */
public final class Words extends Region {
    private final Text text = new Text();
    private final List<Type> fitting;
    private Type type;
    private boolean wraps;
    private boolean title;
    private HPos align = HPos.LEFT;
    private double measuredWidth = -1;
    private int measuredLines = 1;

    private Words(String string, List<Type> fitting, String... styleClasses) {
        this.fitting = fitting;
        this.type = fitting.getFirst();
        text.setTextOrigin(VPos.TOP);
        text.setText(string);
        text.getStyleClass().setAll("text");
        text.getStyleClass().addAll(styleClasses);
        text.setMouseTransparent(true);
        text.setManaged(false);
        apply(type);
        getStyleClass().setAll("words");
        getChildren().add(text);
    }

    /** A text on one line. */
    public static Words line(Type type, String string, String... styleClasses) {
        return new Words(string, List.of(type), styleClasses);
    }

    /** A text on one line that takes the first of several roles in which it fits; in the last if it fits in none. */
    public static Words fitting(List<Type> types, String string, String... styleClasses) {
        return new Words(string, types, styleClasses);
    }

    /** A text that takes the first of several roles in which it fits on one line, and goes on to further lines in the last. */
    public static Words flowing(List<Type> types, String string, String... styleClasses) {
        Words words = new Words(string, types, styleClasses);
        words.wraps = true;
        return words;
    }

    /** A text that goes on to further lines. */
    public static Words wrapping(Type type, String string, String... styleClasses) {
        Words words = new Words(string, List.of(type), styleClasses);
        words.wraps = true;
        return words;
    }

    /** Says that this is the title of the page, whatever its size. */
    public Words asTitle() {
        setAccessibleRole(javafx.scene.AccessibleRole.TEXT);
        title = true;
        return this;
    }

    public boolean isTitle() {
        return title;
    }

    /** The title of a page: it grows smaller before it goes on to a second line. */
    public static Words title(String string) {
        return flowing(List.of(Type.H1, Type.H1_LONG), string).asTitle();
    }

    public Words align(HPos position) {
        align = position;
        text.setTextAlignment(
                switch (position) {
                    case LEFT -> TextAlignment.LEFT;
                    case CENTER -> TextAlignment.CENTER;
                    case RIGHT -> TextAlignment.RIGHT;
                });
        return this;
    }

    /** Sets the text; nothing is laid out anew where it is the same. */
    public void say(String string) {
        if (!string.equals(text.getText())) {
            text.setText(string);
            measuredWidth = -1;
            requestLayout();
        }
    }

    public String said() {
        return text.getText();
    }

    public Type type() {
        return type;
    }

    /** The width of the text on one line in the smallest role it may take. */
    public double narrowest() {
        text.setWrappingWidth(0);
        apply(fitting.getLast());
        double width = natural();
        measuredWidth = -2;
        apply(type);
        return Math.ceil(width);
    }

    /** Replaces the colour of the text by that of a style class, or by the usual one. */
    public void tone(@Nullable String styleClass) {
        if (styleClass == null) {
            text.getStyleClass().setAll("text");
        } else {
            text.getStyleClass().setAll("text", styleClass);
        }
    }

    /** The text itself, for those who measure. */
    public Text text() {
        return text;
    }

    private void apply(Type chosen) {
        type = chosen;
        text.setFont(chosen.font());
        text.setLineSpacing(chosen.lineHeight() - chosen.size() * Weight.NATURAL_LINE);
    }

    /** Chooses the role and counts the lines for a width. */
    private int lines(double width) {
        if (width == measuredWidth) {
            return measuredLines;
        }
        measuredWidth = width;
        boolean free = width <= 0;
        text.setWrappingWidth(0);
        for (Type candidate : fitting) {
            apply(candidate);
            if (free || natural() <= width) {
                measuredLines = text.getLayoutInfo().getTextLineCount();
                return measuredLines;
            }
        }
        if (wraps) {
            text.setWrappingWidth(width);
        }
        measuredLines = text.getLayoutInfo().getTextLineCount();
        return measuredLines;
    }

    /** The width of the longest line when nothing is wrapped. */
    private double natural() {
        return text.getLayoutBounds().getWidth();
    }

    @Override
    public @Nullable Orientation getContentBias() {
        return wraps || fitting.size() > 1 ? Orientation.HORIZONTAL : null;
    }

    @Override
    protected double computePrefWidth(double height) {
        lines(-1);
        return Math.ceil(natural());
    }

    @Override
    protected double computeMinWidth(double height) {
        return wraps || fitting.size() > 1 ? 0 : computePrefWidth(height);
    }

    @Override
    protected double computeMaxWidth(double height) {
        return Double.MAX_VALUE;
    }

    @Override
    protected double computePrefHeight(double width) {
        return lines(wraps || fitting.size() > 1 ? width : -1) * type.lineHeight();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMaxHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    public double getBaselineOffset() {
        return (type.lineHeight() - type.size() * Weight.NATURAL_LINE) / 2 + text.getBaselineOffset();
    }

    @Override
    protected void layoutChildren() {
        int lines = lines(wraps || fitting.size() > 1 ? getWidth() : -1);
        double wide = text.getWrappingWidth() > 0 ? getWidth() : natural();
        double x = switch (align) {
            case LEFT -> 0;
            case CENTER -> (getWidth() - wide) / 2;
            case RIGHT -> getWidth() - wide;
        };
        double y = (getHeight() - lines * type.lineHeight()) / 2
                + (type.lineHeight() - type.size() * Weight.NATURAL_LINE) / 2;
        text.relocate(snapPositionX(x), snapPositionY(y));
    }
}
