package banyan.simulator.receipt;

import java.util.ArrayList;
import java.util.List;

/** The line that is being filled, with the print modes that the next character gets. */
final class LineBuffer {
    /** A sixth of an inch at 180 dots an inch, the reference's own default. */
    private static final int USUAL_SPACING = 30;

    private static final int CELL_WIDTH = 12;
    private static final int CELL_HEIGHT = 24;
    private static final int SMALL_WIDTH = 9;
    private static final int SMALL_HEIGHT = 17;
    private static final int TAB = 8;

    private final Platen platen;
    private final List<Row.Cell> cells = new ArrayList<>();
    private int width;
    private int wrapped;
    private int spacing = USUAL_SPACING;
    private Row.Place place = Row.Place.LEFT;
    private boolean small;
    private boolean bold;
    private boolean underlined;
    private boolean inverse;
    private int narrowAcross = 1;
    private int narrowDown = 1;
    private int wideAcross = 1;
    private int wideDown = 1;

    LineBuffer(Platen platen) {
        this.platen = platen;
    }

    void initialise() {
        drop();
        spacing = USUAL_SPACING;
        place = Row.Place.LEFT;
        small = false;
        bold = false;
        underlined = false;
        inverse = false;
        narrowSize(1, 1);
        wideSize(1, 1);
    }

    void narrowSize(int across, int down) {
        narrowAcross = across;
        narrowDown = down;
    }

    void wideSize(int across, int down) {
        wideAcross = across;
        wideDown = down;
    }

    void font(boolean isSmall) {
        small = isSmall;
    }

    void bold(boolean on) {
        bold = on;
    }

    void underlined(boolean on) {
        underlined = on;
    }

    void inverse(boolean on) {
        inverse = on;
    }

    void usualSpacing() {
        spacing = USUAL_SPACING;
    }

    void spacing(int dots) {
        spacing = dots;
    }

    /** Only at the beginning of a line, as the reference says. */
    void place(Row.Place now) {
        place = cells.isEmpty() ? now : place;
    }

    Row.Place place() {
        return place;
    }

    int wrapped() {
        return wrapped;
    }

    void forgetWrapped() {
        wrapped = 0;
    }

    /** A character of one byte. */
    void narrow(String glyph) {
        add(glyph, small ? SMALL_WIDTH : CELL_WIDTH, small ? SMALL_HEIGHT : CELL_HEIGHT, narrowAcross, narrowDown);
    }

    /** A Chinese character. */
    void wide(String glyph) {
        add(glyph, CELL_HEIGHT, CELL_HEIGHT, wideAcross, wideDown);
    }

    private void add(String glyph, int dotsWide, int dotsHigh, int across, int down) {
        if (width + dotsWide * across > Platen.DOTS) {
            wrapped++;
            print();
        }
        cells.add(new Row.Cell(glyph, dotsWide, dotsHigh, across, down, bold, underlined, inverse));
        width += dotsWide * across;
    }

    void tab() {
        int stop = TAB * CELL_WIDTH;
        int next = (width / stop + 1) * stop;
        while (width < next && next <= Platen.DOTS) {
            narrow(" ");
        }
    }

    /** The next character stands so far from the left edge; back over what is printed nobody goes. */
    void moveTo(int dots) {
        if (dots > width && dots <= Platen.DOTS) {
            cells.add(new Row.Cell(" ", dots - width, CELL_HEIGHT, 1, 1, false, false, false));
            width = dots;
        }
    }

    void moveBy(int dots) {
        moveTo(width + dots);
    }

    /** LF: prints the line, or moves the paper by one. */
    void feed() {
        if (cells.isEmpty()) {
            platen.print(new Row.Feed(spacing));
        } else {
            print();
        }
    }

    /** Prints what stands in the line, if anything does. */
    void print() {
        if (!cells.isEmpty()) {
            int tallest = cells.stream().mapToInt(Row.Cell::height).max().orElse(0);
            platen.print(new Row.Line(cells, place, Math.max(spacing, tallest)));
            drop();
        }
    }

    void feedLines(int lines) {
        for (int i = 0; i < lines; i++) {
            platen.print(new Row.Feed(spacing));
        }
    }

    void feedDots(int dots) {
        print();
        if (dots > 0) {
            platen.print(new Row.Feed(dots));
        }
    }

    void picture(Row row) {
        print();
        platen.print(row);
    }

    /** Forgets what stands in the line. */
    void drop() {
        cells.clear();
        width = 0;
    }
}
