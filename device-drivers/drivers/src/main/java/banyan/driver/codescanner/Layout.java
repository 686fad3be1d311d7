package banyan.driver.codescanner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where in a scanner's input reports a code stands, as its report descriptor says (USB HID 1.11, section 6.2.2; HID Point of Sale
 * Usage Tables 1.02, usage page 8C): the decoded data, how many bytes of it count, and whether more follows. Places count from the
 * report's first byte, its number.
 *
 * @param report the report's number
 * @param data where the decoded data begin
 * @param room how many bytes there is room for
 * @param length where the number of bytes stands, if it is told; without it zeros at the end are padding
 * @param continued the bit that says that the code goes on in the next report, if there is one
 */
record Layout(int report, int data, int room, Optional<Integer> length, Optional<Integer> continued) {
    private static final int BAR_CODE_SCANNER = 0x8C;
    private static final int DECODED_DATA = BAR_CODE_SCANNER << 16 | 0xFE;
    private static final int DECODE_DATA_CONTINUED = BAR_CODE_SCANNER << 16 | 0xFF;
    private static final int BYTE_COUNT = 0x01 << 16 | 0x3B;

    /** No report is longer, whatever a descriptor says. */
    private static final int MOST_BITS = 1024 * 8;

    /** A piece of a code. */
    record Piece(int from, int to, boolean continued) {}

    /** A field of an input report: what it means, and where it is in bits after the report's number. */
    private record Field(int report, int usage, int bit, int size, int count) {}

    /** The layout that a report descriptor declares; empty where it declares no decoded data. Whatever the bytes are, it ends. */
    static Optional<Layout> of(byte[] descriptor) {
        List<Field> fields = new Reader().read(descriptor);
        return fields.stream()
                .filter(field -> field.usage() == DECODED_DATA && field.size() == 8 && field.bit() % 8 == 0)
                .findFirst()
                .map(data -> new Layout(
                        data.report(),
                        1 + data.bit() / 8,
                        data.count(),
                        bit(fields, data.report(), BYTE_COUNT).map(bit -> 1 + bit / 8),
                        bit(fields, data.report(), DECODE_DATA_CONTINUED).map(bit -> 8 + bit)));
    }

    private static Optional<Integer> bit(List<Field> fields, int report, int usage) {
        return fields.stream()
                .filter(field -> field.report() == report && field.usage() == usage)
                .map(Field::bit)
                .findFirst();
    }

    /** The piece of a code that stands in a report; empty in any other report, and where its length is beyond its room. */
    Optional<Piece> piece(byte[] bytes) {
        if (bytes.length < data || (bytes[0] & 0xFF) != report) {
            return Optional.empty();
        }
        int present = Math.min(room, bytes.length - data);
        int count = length.map(at -> at < bytes.length ? bytes[at] & 0xFF : Integer.MAX_VALUE)
                .orElseGet(() -> withoutZeros(bytes, present));
        if (count > present) {
            return Optional.empty();
        }
        boolean more = continued.filter(bit -> bit / 8 < bytes.length && (bytes[bit / 8] >> bit % 8 & 1) == 1)
                .isPresent();
        return Optional.of(new Piece(data, data + count, more));
    }

    private int withoutZeros(byte[] bytes, int present) {
        int count = present;
        while (count > 0 && bytes[data + count - 1] == 0) {
            count--;
        }
        return count;
    }

    /** Goes through a descriptor item by item. */
    private static final class Reader {
        private final List<Field> fields = new ArrayList<>();
        private final List<Integer> usages = new ArrayList<>();
        private final int[] bits = new int[256];
        private int page;
        private int report;
        private int size;
        private int count;

        List<Field> read(byte[] descriptor) {
            int at = 0;
            while (at < descriptor.length) {
                int head = descriptor[at] & 0xFF;
                int length = head == 0xFE ? longItem(descriptor, at) : (head & 3) == 3 ? 4 : head & 3;
                if (head != 0xFE) {
                    item(head & 0xFC, value(descriptor, at + 1, length));
                }
                at += 1 + length;
            }
            return fields;
        }

        private static int longItem(byte[] descriptor, int at) {
            return 2 + (at + 1 < descriptor.length ? descriptor[at + 1] & 0xFF : 0);
        }

        private static int value(byte[] descriptor, int at, int length) {
            int value = 0;
            for (int i = 0; i < length && at + i < descriptor.length; i++) {
                value |= (descriptor[at + i] & 0xFF) << 8 * i;
            }
            return value;
        }

        private void item(int tag, int value) {
            switch (tag) {
                case 0x04 -> page = value & 0xFFFF;
                case 0x74 -> size = value;
                case 0x94 -> count = value;
                case 0x84 -> report = value & 0xFF;
                case 0x08 -> usages.add(value >>> 16 == 0 ? page << 16 | value : value);
                case 0x80 -> input();
                // Other main items: an output or feature report, the ends of a collection.
                case 0x90, 0xB0, 0xA0, 0xC0 -> usages.clear();
                default -> {}
            }
        }

        /** Several usages share the fields in their order; the last of them has what is left. */
        private void input() {
            long whole = (long) size * count;
            if (size > 0 && count > 0 && bits[report] + whole <= MOST_BITS) {
                int from = bits[report];
                for (int i = 0; i < usages.size() && i < count; i++) {
                    int many = i == usages.size() - 1 ? count - i : 1;
                    fields.add(new Field(report, usages.get(i), from + i * size, size, many));
                }
                bits[report] += (int) whole;
            }
            usages.clear();
        }
    }
}
