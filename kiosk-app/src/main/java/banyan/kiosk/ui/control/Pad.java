package banyan.kiosk.ui.control;

import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.ui.theme.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** The digits in the keyboard's zone, with an X for identification numbers; what is typed goes to the page at once. */
public final class Pad extends Pane {
    private static final double GAP = 12;
    private static final double MARGIN = 14;
    private static final double WIDEST = 1080;
    private static final int COLUMNS = 4;
    private static final int ROWS = 4;

    private final Consumer<String> typed;
    private final Runnable done;
    private final int longest;
    private final boolean withX;
    private final double left;
    private final double keyWidth;
    private final double keyHeight;
    private String text = "";

    /** @param words the words of 清空 and 完成 */
    public record Labels(String clear, String done, String delete) {}

    public Pad(Zone zone, boolean withX, int longest, Labels words, Consumer<String> typed, Runnable done) {
        this.typed = typed;
        this.done = done;
        this.longest = longest;
        this.withX = withX;
        getStyleClass().setAll("keyboard");
        setPickOnBounds(true);
        resizeRelocate(zone.x(), zone.y(), zone.width(), zone.height());
        double width = Math.min(zone.width(), WIDEST) - 2 * MARGIN;
        left = (zone.width() - width) / 2;
        keyWidth = (width - (COLUMNS - 1) * GAP) / COLUMNS;
        keyHeight = (zone.height() - 2 * MARGIN - (ROWS - 1) * GAP) / ROWS;
        List<Node> keys = new ArrayList<>();
        for (int digit = 1; digit <= 9; digit++) {
            keys.add(place(digitKey(digit), (digit - 1) % 3, (digit - 1) / 3, 1, left, keyWidth, keyHeight));
        }
        if (withX) {
            Target x = key("key-X", "key", word("X"), "X");
            x.onAct(() -> type("X"));
            keys.add(place(x, 0, 3, 1, left, keyWidth, keyHeight));
        }
        keys.add(place(digitKey(0), 1, 3, 1, left, keyWidth, keyHeight));
        Target delete = key("key-delete", "key-function", new Glyph(Icon.DELETE, 52), words.delete());
        delete.onAct(this::delete);
        keys.add(place(delete, 3, 0, 1, left, keyWidth, keyHeight));
        Target clear = key("key-clear", "key-function", small(words.clear()), words.clear());
        clear.onAct(this::clear);
        keys.add(place(clear, 3, 1, 1, left, keyWidth, keyHeight));
        Target finish = key("key-done", "key-done", small(words.done()), words.done());
        finish.onAct(done);
        keys.add(place(finish, 3, 2, 2, left, keyWidth, keyHeight));
        getChildren().addAll(keys);
    }

    /** Another way to the same digits, in the corner where no digit is; not for a pad with X, which has that corner. */
    public Pad beside(String id, String says, Runnable act) {
        Target other = key(id, "key-function", small(says), says);
        other.onAct(act);
        getChildren().add(place(other, 0, 3, 1, left, keyWidth, keyHeight));
        return this;
    }

    private Target digitKey(int digit) {
        Target key = key("key-" + digit, "key", word(Integer.toString(digit)), Integer.toString(digit));
        key.onAct(() -> type(Integer.toString(digit)));
        return key;
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

    private static Node place(
            Target key, int column, int row, int rows, double left, double keyWidth, double keyHeight) {
        key.setManaged(false);
        key.resizeRelocate(
                Math.round(left + column * (keyWidth + GAP)),
                Math.round(MARGIN + row * (keyHeight + GAP)),
                Math.round(keyWidth),
                Math.round(rows * keyHeight + (rows - 1) * GAP));
        return key;
    }

    /** What the field holds now; the next key adds to it. */
    public void show(String now) {
        text = now;
    }

    /** A key of a keyboard that somebody has plugged in. */
    public void type(String character) {
        boolean digit = character.length() == 1 && character.charAt(0) >= '0' && character.charAt(0) <= '9';
        if (text.length() < longest && (digit || withX && character.equals("X"))) {
            send(text + character);
        }
    }

    public void delete() {
        if (!text.isEmpty()) {
            send(text.substring(0, text.length() - 1));
        }
    }

    public void finish() {
        done.run();
    }

    private void clear() {
        send("");
    }

    private void send(String next) {
        text = next;
        typed.accept(next);
    }
}
