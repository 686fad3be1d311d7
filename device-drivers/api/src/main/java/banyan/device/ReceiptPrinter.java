package banyan.device;

import java.util.List;
import java.util.Set;

/**
 * A printer of narrow receipts from a roll (凭条打印机), cut after each.
 */
public non-sealed interface ReceiptPrinter extends Device {
    @Override
    default Set<Capability> capabilities() {
        return Set.of(Capability.PRINT_RECEIPT);
    }

    @Override
    default DeviceKind kind() {
        return DeviceKind.RECEIPT_PRINTER;
    }

    /**
     * Prints a receipt and cuts it off. Returns when the printer says that all of it is on paper, or when it cannot be known.
     * Failed means that nothing of it is on paper, so it may be printed again; what is uncertain never is without asking. A caller
     * that is interrupted, or whose deadline passes, in the middle hears {@link ReceiptEnd.Uncertain}, and what is not yet on paper
     * does not come out later, as far as the printer can be told so.
     */
    Outcome<ReceiptEnd> print(Receipt receipt, Deadline deadline);

    /** How a receipt ended. */
    sealed interface ReceiptEnd {
        /** On paper and cut, as the printer itself said after its last line. */
        record Printed() implements ReceiptEnd {}

        /** Part of it may be on paper. Never print it again without asking. */
        record Uncertain(Fault fault) implements ReceiptEnd {}
    }

    /**
     * What is to be printed, from top to bottom.
     *
     * @param name a fixed word for logs, without personal data
     */
    record Receipt(String name, List<Part> parts) {
        public Receipt {
            parts = List.copyOf(parts);
        }

        @Override
        public String toString() {
            return "Receipt[" + name + "]";
        }
    }

    /** A part of a receipt. */
    sealed interface Part {
        /**
         * A line of text, broken by the printer's own width where it is longer.
         *
         * @param text characters of GB 18030
         * @param size 1 (ordinary) or 2 (twice as wide and high)
         */
        record Text(String text, Align align, int size, boolean bold) implements Part {
            public Text {
                if (size != 1 && size != 2) {
                    throw new IllegalArgumentException("size must be 1 or 2, not " + size);
                }
            }

            @Override
            public String toString() {
                return "Text[]";
            }
        }

        /**
         * A QR code in the middle of the paper, as large as it can be read well.
         *
         * @param content at most 2331 bytes of UTF-8; fewer on narrow paper
         */
        record Qr(String content) implements Part {
            @Override
            public String toString() {
                return "Qr[]";
            }
        }

        /** A rule from edge to edge. */
        record Rule() implements Part {}

        /** So many empty lines. */
        record Space(int lines) implements Part {}
    }

    /** Where a line stands. */
    enum Align {
        /** At the left edge. */
        LEFT,
        /** In the middle. */
        CENTRE
    }
}
