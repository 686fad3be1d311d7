package banyan.kiosk.ui.control;

import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.ui.theme.Zone;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.HPos;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * The keys of a field in the keyboard's zone: the digits, with an X for identification numbers, or the letters of a code. What is typed
 * goes to the page at once.
 */
public final class Pad extends Pane {
    private static final double GAP = 12;
    private static final double MARGIN = 14;
    private static final double WIDEST = 1080;

    /** In which cells the keys lie, and where the last row has room for other ways: the digits leave two cells, letters a row. */
    private enum Grid {
        DIGITS(4, 4, 1),
        LETTERS(8, 5, 2);

        final int columns;
        final int rows;

        /** How many cells another way has. */
        final int wide;

        Grid(int columns, int rows, int wide) {
            this.columns = columns;
            this.rows = rows;
            this.wide = wide;
        }
    }

    private final Grid grid;
    private final Consumer<String> typed;
    private final Predicate<String> takes;
    private final int longest;
    private final double left;
    private final double keyWidth;
    private final double keyHeight;
    private String text = "";

    /** @param words the words of 清空 and 完成 */
    public record Labels(String clear, String done, String delete) {}

    public Pad(Zone zone, boolean withX, int longest, Labels words, Consumer<String> typed, Runnable done) {
        this(Grid.DIGITS, zone, longest, key -> isDigit(key) || withX && key.equals("X"), typed);
        for (int digit = 1; digit <= 9; digit++) {
            place(charKey(digit + ""), (digit - 1) % 3, (digit - 1) / 3, 1, 1);
        }
        if (withX) {
            place(charKey("X"), 0, 3, 1, 1);
        }
        place(charKey("0"), 1, 3, 1, 1);
        place(deleting(words), 3, 0, 1, 1);
        place(clearing(words), 3, 1, 1, 1);
        place(finishing(words, done), 3, 2, 1, 2);
    }

    private Pad(Grid grid, Zone zone, int longest, Predicate<String> takes, Consumer<String> typed) {
        this.grid = grid;
        this.typed = typed;
        this.takes = takes;
        this.longest = longest;
        getStyleClass().setAll("keyboard");
        setPickOnBounds(true);
        resizeRelocate(zone.x(), zone.y(), zone.width(), zone.height());
        double width = Math.min(zone.width(), WIDEST) - 2 * MARGIN;
        left = (zone.width() - width) / 2;
        keyWidth = (width - (grid.columns - 1) * GAP) / grid.columns;
        keyHeight = (zone.height() - 2 * MARGIN - (grid.rows - 1) * GAP) / grid.rows;
    }

    /**
     * Keys for the letters of a code.
     *
     * @param letters 32 of them at most; what else is typed on a keyboard that somebody has plugged in goes to the page too, which says
     *     that it is none
     */
    public static Pad ofLetters(
            Zone zone, String letters, int longest, Labels words, Consumer<String> typed, Runnable done) {
        Pad pad = new Pad(Grid.LETTERS, zone, longest, key -> key.length() == 1 && key.charAt(0) > ' ' && key.charAt(0) != 0x7F, typed);
        int columns = Grid.LETTERS.columns;
        for (int at = 0; at < letters.length(); at++) {
            pad.place(pad.charKey(letters.substring(at, at + 1)), at % columns, at / columns, 1, 1);
        }
        pad.place(pad.clearing(words), 4, 4, 1, 1);
        pad.place(pad.deleting(words), 5, 4, 1, 1);
        pad.place(pad.finishing(words, done), 6, 4, 2, 1);
        return pad;
    }

    /** Another way to the same text, in the corner where no key is; not for a pad with X, which has that corner. */
    public Pad beside(String id, String says, Runnable act) {
        return another(id, says, act, 0);
    }

    /** A way to type something else, right of the last key. */
    public Pad instead(String id, String says, Runnable act) {
        return another(id, says, act, 2);
    }

    private Pad another(String id, String says, Runnable act, int column) {
        Target other = key(id, "key-function", small(says), says);
        other.onAct(act);
        place(other, column, grid.rows - 1, grid.wide, 1);
        return this;
    }

    private static boolean isDigit(String key) {
        return key.length() == 1 && key.charAt(0) >= '0' && key.charAt(0) <= '9';
    }

    private Target deleting(Labels words) {
        return key("key-delete", "key-function", new Glyph(Icon.DELETE, 52), words.delete()).onAct(this::delete);
    }

    private Target clearing(Labels words) {
        return key("key-clear", "key-function", small(words.clear()), words.clear()).onAct(this::clear);
    }

    private static Target finishing(Labels words, Runnable done) {
        return key("key-done", "key-done", small(words.done()), words.done()).onAct(done);
    }

    private Target charKey(String says) {
        return key("key-" + says, "key", word(says), says).onAct(() -> type(says));
    }

    private static Words word(String text) {
        return Words.line(Type.DISPLAY, text).align(HPos.CENTER);
    }

    private static Words small(String text) {
        return Words.fitting(List.of(Type.H3, Type.SMALL_STRONG, Type.NOTE_STRONG), text)
                .align(HPos.CENTER);
    }

    private static Target key(String id, String dress, Region face, String spoken) {
        Target key = new Target(id);
        key.getStyleClass().setAll(dress);
        face.setMouseTransparent(true);
        key.getChildren().add(face);
        key.setAccessibleText(spoken);
        return key;
    }

    private void place(Target key, int column, int row, int columns, int rows) {
        key.setManaged(false);
        key.resizeRelocate(
                Math.round(left + column * (keyWidth + GAP)),
                Math.round(MARGIN + row * (keyHeight + GAP)),
                Math.round(columns * keyWidth + (columns - 1) * GAP),
                Math.round(rows * keyHeight + (rows - 1) * GAP));
        getChildren().add(key);
    }

    /** What the field holds now; the next key adds to it. */
    public void show(String now) {
        text = now;
    }

    /** A key of a keyboard that somebody has plugged in. */
    public void type(String character) {
        if (text.length() < longest && takes.test(character)) {
            send(text + character);
        }
    }

    public void delete() {
        if (!text.isEmpty()) {
            send(text.substring(0, text.length() - 1));
        }
    }

    private void clear() {
        send("");
    }

    private void send(String next) {
        text = next;
        typed.accept(next);
    }
}
