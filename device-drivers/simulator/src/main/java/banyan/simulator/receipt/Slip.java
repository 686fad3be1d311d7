package banyan.simulator.receipt;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of paper with something on it.
 *
 * @param number from 1, in the order in which they came out
 * @param cut whether it was cut off, and so is whole; one that was not hangs in the printer or was torn off
 */
public record Slip(int number, List<Row> rows, boolean cut) {
    public Slip {
        rows = List.copyOf(rows);
    }

    /** Its lines of characters, one a line. */
    public String text() {
        return rows.stream()
                .filter(Row.Line.class::isInstance)
                .map(row -> ((Row.Line) row).text() + "\n")
                .collect(Collectors.joining());
    }

    /** What its QR codes say, as they were sent. */
    public List<String> codes() {
        return rows.stream()
                .filter(Row.Code.class::isInstance)
                .map(row -> ((Row.Code) row).content())
                .toList();
    }

    /** The paper, 576 dots wide, as PNG. */
    public byte[] png() {
        return SlipPainter.png(this);
    }
}
