package banyan.kiosk.visit;

import banyan.device.Scanner;
import banyan.kiosk.filing.page.Developed;
import java.util.function.Function;

/**
 * The scanner's feeder as the visit uses it.
 *
 * @param scanner draws the sheets in
 * @param develop makes a page of a scanned image; takes some tenths of a second
 */
public record SheetFeeder(Scanner scanner, Function<byte[], Developed> develop) {
    /** Whether this scanner has a feeder at all, as far as it has said so. */
    boolean there() {
        return scanner.sources().contains(Scanner.Source.FEEDER);
    }
}
