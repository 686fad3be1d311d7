package banyan.driver.escpos;

import java.util.OptionalInt;

/** How large the squares of a QR code are printed, in dots, so that it can be read by a telephone and fits on the paper. */
final class Squares {
    /** Bytes that fit into versions 1 to 40 at level M (ISO/IEC 18004, table 7). */
    private static final int[] CAPACITY = {
        14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666, 711, 779, 857, 911,
        997, 1059, 1125, 1190, 1264, 1370, 1452, 1538, 1628, 1722, 1809, 1911, 1989, 2099, 2213, 2331
    };

    /** The most that a QR code of level M can hold. */
    static final int MAX_BYTES = CAPACITY[CAPACITY.length - 1];

    private static final int FIRST_SIDE = 21;
    private static final int NEXT_SIDE = 4;

    /** The reference's advice: four squares of margin on each side. */
    private static final int MARGINS = 8;

    private static final int LARGEST = 8;

    /** An eighth of a millimetre each: below three dots a telephone reads no more. */
    private static final int SMALLEST = 3;

    private Squares() {}

    /** The dots of a square for so many bytes on paper so many dots wide; empty where they cannot be printed. */
    static OptionalInt dots(int bytes, int paper) {
        for (int version = 0; version < CAPACITY.length; version++) {
            if (bytes <= CAPACITY[version]) {
                int side = FIRST_SIDE + NEXT_SIDE * version;
                // A code that is larger than half the paper looks like a mistake: smaller squares first.
                int dots = Math.clamp(paper / 2 / side, SMALLEST, LARGEST);
                return dots * (side + MARGINS) <= paper ? OptionalInt.of(dots) : OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }
}
