package banyan.simulator.receipt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Picks out of what arrives the commands that a printer obeys at once, wherever they stand: {@code DLE EOT n}, {@code DLE ENQ n},
 * {@code DLE DC4 fn …} (Epson ESC/POS command reference, "real-time commands"). All other bytes go into the receive buffer.
 */
final class RealTime {
    /** Is told what was picked out, and what was not, in order. */
    interface Ear {
        void status(int n);

        void clear();

        /** {@code DLE ENQ n}: 1 go on with the line that was stopped, 2 throw everything away and go on. */
        void recover(int n);

        void data(byte value);
    }

    private static final int DLE = 0x10;
    private static final int EOT = 0x04;
    private static final int ENQ = 0x05;
    private static final int DC4 = 0x14;
    private static final int[] CLEAR = {DLE, DC4, 8, 1, 3, 20, 1, 6, 2, 8};
    private static final int PULSE_LENGTH = 5;

    private final Deque<Integer> held = new ArrayDeque<>();

    void hear(byte[] bytes, int count, Ear ear) {
        for (int i = 0; i < count; i++) {
            held.addLast(bytes[i] & 0xFF);
            while (!held.isEmpty() && !waits(ear)) {
                if (!held.isEmpty()) {
                    ear.data(held.removeFirst().byteValue());
                }
            }
        }
    }

    void forget() {
        held.clear();
    }

    /** Whether what is held may still become a command; one that is whole is obeyed and gone. */
    private boolean waits(Ear ear) {
        int[] bytes = held.stream().mapToInt(Integer::intValue).toArray();
        if (bytes[0] != DLE) {
            return false;
        }
        if (bytes.length == 1) {
            return true;
        }
        return switch (bytes[1]) {
            case EOT -> {
                if (bytes.length == 3) {
                    if (bytes[2] < 1 || bytes[2] > 4) {
                        yield false;
                    }
                    held.clear();
                    ear.status(bytes[2]);
                }
                yield true;
            }
            case ENQ -> {
                if (bytes.length == 3) {
                    held.clear();
                    ear.recover(bytes[2]);
                }
                yield true;
            }
            case DC4 -> dc4(bytes, ear);
            default -> false;
        };
    }

    private boolean dc4(int[] bytes, Ear ear) {
        if (bytes.length == 2) {
            return true;
        }
        if (bytes[2] != CLEAR[2]) {
            // A pulse for a cash drawer that is not there, and what else this printer has no use for.
            if (bytes.length == PULSE_LENGTH) {
                held.clear();
            }
            return true;
        }
        Iterator<Integer> each = held.iterator();
        for (int i = 0; each.hasNext(); i++) {
            if (each.next() != CLEAR[i]) {
                return false;
            }
        }
        if (bytes.length == CLEAR.length) {
            held.clear();
            ear.clear();
        }
        return true;
    }
}
