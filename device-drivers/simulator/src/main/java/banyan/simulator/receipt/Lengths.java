package banyan.simulator.receipt;

import java.util.Map;

/** How long a command is. Pure functions. */
final class Lengths {
    static final int UNKNOWN = -1;

    /** Not known yet, but more than has come. */
    private static final int MORE = Integer.MAX_VALUE;

    /** Nobody sends a megabyte to such a printer: a length like that is no length. */
    private static final int MOST = 1 << 20;

    private static final int FS = 0x1C;
    private static final int GS = 0x1D;
    private static final int FIRST_BINARY_BARCODE = 65;

    private Lengths() {}

    /**
     * @param fixed the number of parameters after each name, where it is fixed
     * @return with prefix and name; more than {@code count} if it is not whole yet
     */
    static int of(int prefix, int name, byte[] bytes, int count, Map<Integer, String> fixed) {
        String table = fixed.getOrDefault(prefix, "");
        for (int at = 0; at < table.length(); at += 2) {
            if (table.charAt(at) == name) {
                return 2 + table.charAt(at + 1) - '0';
            }
        }
        return switch (prefix) {
            case FS -> name == '(' ? counted(bytes, count, 3, 2) : name == '2' ? 76 : UNKNOWN;
            case GS -> gs(name, bytes, count);
            default -> esc(name, bytes, count);
        };
    }

    private static int esc(int name, byte[] bytes, int count) {
        return switch (name) {
            case '(' -> counted(bytes, count, 3, 2);
            case 'D' -> untilNul(bytes, count, 2);
            case '*' -> {
                // ESC * m nL nH: one byte a column, or three where m is 32 or 33.
                if (count < 5) {
                    yield MORE;
                }
                yield 5 + number(bytes, 3, 2) * ((bytes[2] & 0xFF) >= 32 ? 3 : 1);
            }
            default -> UNKNOWN;
        };
    }

    private static int gs(int name, byte[] bytes, int count) {
        return switch (name) {
            case '(' -> counted(bytes, count, 3, 2);
            case '8' -> counted(bytes, count, 3, 4);
            case 'V' -> {
                if (count < 3) {
                    yield MORE;
                }
                int m = bytes[2] & 0xFF;
                yield m == 0 || m == 1 || m == '0' || m == '1' ? 3 : 4;
            }
            case 'v' -> {
                if (count < 8) {
                    yield MORE;
                }
                long size = (long) number(bytes, 4, 2) * number(bytes, 6, 2);
                yield size > MOST ? UNKNOWN : 8 + (int) size;
            }
            case 'k' -> {
                if (count < 4) {
                    yield MORE;
                }
                yield bytes[2] >= FIRST_BINARY_BARCODE ? 4 + (bytes[3] & 0xFF) : untilNul(bytes, count, 3);
            }
            case '*' -> count < 4 ? MORE : 4 + (bytes[2] & 0xFF) * (bytes[3] & 0xFF) * 8;
            default -> UNKNOWN;
        };
    }

    /** A command that says at {@code at}, in so many bytes, how many follow. */
    private static int counted(byte[] bytes, int count, int at, int size) {
        if (count < at + size) {
            return MORE;
        }
        int follow = number(bytes, at, size);
        return follow < 0 || follow > MOST ? UNKNOWN : at + size + follow;
    }

    private static int untilNul(byte[] bytes, int count, int from) {
        for (int at = from; at < count; at++) {
            if (bytes[at] == 0) {
                return at + 1;
            }
        }
        return MORE;
    }

    private static int number(byte[] bytes, int at, int size) {
        int value = 0;
        for (int i = size - 1; i >= 0; i--) {
            value = value << 8 | bytes[at + i] & 0xFF;
        }
        return value;
    }
}
