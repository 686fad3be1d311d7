package banyan.simulator.receipt;

import java.util.ArrayList;
import java.util.List;

/** The paper under the head, and the pieces that came off it. Guarded by the {@link Mechanism} that owns it. */
final class Platen {
    /** Dots of the head: 72 mm at 8 dots a millimetre. */
    static final int DOTS = 576;

    private final List<Slip> slips = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private int moved;

    void print(Row row) {
        rows.add(row);
        moved++;
    }

    /** How often the paper has moved since the start. */
    int moved() {
        return moved;
    }

    /** The piece under the head comes off, if there is ink on it. */
    void off(boolean cut) {
        if (inked()) {
            slips.add(new Slip(slips.size() + 1, rows, cut));
        }
        rows.clear();
    }

    private boolean inked() {
        return rows.stream().anyMatch(row -> !(row instanceof Row.Feed) && !(row instanceof Row.Line line && blank(line)));
    }

    private static boolean blank(Row.Line line) {
        return line.text().isBlank();
    }

    /** The pieces that came off, and last the one that still hangs in the printer. */
    List<Slip> slips() {
        List<Slip> all = new ArrayList<>(slips);
        if (inked()) {
            all.add(new Slip(all.size() + 1, rows, false));
        }
        return all;
    }

    void clear() {
        slips.clear();
        rows.clear();
    }
}
