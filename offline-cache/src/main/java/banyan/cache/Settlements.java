package banyan.cache;

import java.util.BitSet;

/**
 * Which submissions have a receipt here, as far as it can be told without asking the database: "perhaps" or certainly not. A new
 * submission is certainly not, almost always, and is then kept without a question that would take longer than its sealing.
 */
final class Settlements {
    private static final int SIZE = 1 << 20;

    private final BitSet names = new BitSet(SIZE);
    private final BitSet numbers = new BitSet(SIZE);

    void add(String name, String number) {
        names.set(place(name));
        numbers.set(place(number));
    }

    boolean perhaps(String name) {
        return names.get(place(name));
    }

    boolean perhapsAs(String number) {
        return numbers.get(place(number));
    }

    void clear() {
        names.clear();
        numbers.clear();
    }

    private static int place(String text) {
        int hash = text.hashCode() * 0x9E3779B1;
        return hash >>> 32 - 20;
    }
}
