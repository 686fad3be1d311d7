package banyan.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds rows of the journal in the pages of its database without trusting anything between them: it looks at every offset of
 * every page for something shaped like a row of ours, and believes what opens under the device's key.
 */
final class Carver {
    /** The least that a row takes up. */
    private static final int SMALLEST = 20;

    private static final int ENTRY_COLUMNS = 7;
    private static final int SETTLED_COLUMNS = 5;
    private static final int LARGEST_LOCAL = Pages.SIZE - 35;
    private static final int SMALLEST_LOCAL = (Pages.SIZE - 12) * 32 / 255 - 23;
    private static final int LARGEST_ROW = 8 << 20;

    private final Pages pages;
    private final EntrySeal seal;
    private final Map<Long, Entry> entries = new HashMap<>();
    private final Map<String, JournalDb.Settled> settled = new HashMap<>();

    /** An entry whose head has been opened; its body may be damaged. */
    record Entry(JournalDb.Row row, Head head, byte[] body) {}

    Carver(Pages pages, EntrySeal seal) {
        this.pages = pages;
        this.seal = seal;
    }

    /** Looks through the whole database and its log. */
    void everywhere() throws IOException {
        inLog();
        for (int number = 2; number <= pages.count(); number++) {
            Optional<byte[]> page = pages.page(number);
            if (page.isPresent()) {
                look(page.get());
            }
        }
    }

    /** Looks through the log only, the latest first. */
    void inLog() throws IOException {
        for (int index = pages.frames() - 1; index >= 0; index--) {
            look(pages.frame(index));
        }
    }

    /** What was found and has no receipt. */
    List<Entry> entries() {
        return entries.values().stream()
                .filter(entry -> !settled.containsKey(entry.head().name()))
                .toList();
    }

    List<JournalDb.Settled> settled() {
        return List.copyOf(settled.values());
    }

    private void look(byte[] page) throws IOException {
        for (int at = 0; at < page.length - SMALLEST; at++) {
            Reader cell = new Reader(page, at);
            long length = cell.varint();
            long row = cell.varint();
            if (length < SMALLEST || length > LARGEST_ROW || !looksLikeOurs(page, cell.at)) {
                continue;
            }
            Optional<byte[]> record = record(page, cell.at, (int) length);
            if (record.isPresent()) {
                take(row, record.get());
            }
        }
    }

    /** A record of ours begins with the length of its header, a row's number stored as nothing, and a small integer or a text. */
    private static boolean looksLikeOurs(byte[] page, int at) {
        return at + 3 < page.length && page[at] >= 6 && page[at] < 32 && page[at + 1] == 0;
    }

    /** The whole record: its part on this page and the rest on its chain of overflow pages. */
    private Optional<byte[]> record(byte[] page, int at, int length) throws IOException {
        int local = local(length);
        if (at + local + (local < length ? 4 : 0) > page.length) {
            return Optional.empty();
        }
        byte[] record = Arrays.copyOf(Arrays.copyOfRange(page, at, at + local), length);
        int have = local;
        int next = local < length ? intAt(page, at + local) : 0;
        while (have < length) {
            Optional<byte[]> more = pages.page(next);
            if (more.isEmpty()) {
                // A body that lacks its end is damaged, but its head can still say whose it was.
                return Optional.of(record);
            }
            int part = Math.min(length - have, Pages.SIZE - 4);
            System.arraycopy(more.get(), 4, record, have, part);
            have += part;
            next = intAt(more.get(), 0);
        }
        return Optional.of(record);
    }

    private static int local(int length) {
        if (length <= LARGEST_LOCAL) {
            return length;
        }
        int fitting = SMALLEST_LOCAL + (length - SMALLEST_LOCAL) % (Pages.SIZE - 4);
        return fitting <= LARGEST_LOCAL ? fitting : SMALLEST_LOCAL;
    }

    private static int intAt(byte[] bytes, int at) {
        return new Reader(bytes, at).integer(4, bytes) instanceof Long value ? value.intValue() : 0;
    }

    private void take(long row, byte[] record) {
        Optional<List<Object>> columns = columns(record);
        if (columns.isEmpty()) {
            return;
        }
        List<Object> values = columns.get();
        if (values.size() == ENTRY_COLUMNS) {
            entry(row, values).ifPresent(found -> entries.putIfAbsent(row, found));
        } else if (values.size() == SETTLED_COLUMNS) {
            receipt(row, values).ifPresent(found -> settled.putIfAbsent(found.name(), found));
        }
    }

    private Optional<Entry> entry(long id, List<Object> values) {
        if (!(values.get(1) instanceof Long kind
                && values.get(2) instanceof Long state
                && values.get(3) instanceof Long hour
                && values.get(4) instanceof String code
                && values.get(5) instanceof byte[] head
                && values.get(6) instanceof byte[] body)) {
            return Optional.empty();
        }
        JournalDb.Row row = new JournalDb.Row(id, kind.intValue(), state.intValue(), hour, code, head);
        return seal.head(id, head).map(opened -> new Entry(row, opened, body));
    }

    private Optional<JournalDb.Settled> receipt(long id, List<Object> values) {
        if (!(values.get(1) instanceof String name
                && values.get(2) instanceof String number
                && values.get(3) instanceof Long hour
                && values.get(4) instanceof byte[] receipt)) {
            return Optional.empty();
        }
        return seal.receipt(name, receipt).map(_ -> new JournalDb.Settled(id, name, number, hour, receipt));
    }

    /** The values of a record: {@code Long}, {@code String} or {@code byte[]}; what is null becomes 0. Empty where it is none. */
    private static Optional<List<Object>> columns(byte[] record) {
        Reader header = new Reader(record, 0);
        long end = header.varint();
        Reader body = new Reader(record, (int) Math.min(end, record.length));
        List<Object> values = new ArrayList<>();
        while (header.at < end) {
            long type = header.varint();
            Object value = switch ((int) Math.clamp(type, 0, 12)) {
                case 0, 8 -> 0L;
                case 9 -> 1L;
                case 1, 2, 3, 4 -> body.integer((int) type, record);
                case 5 -> body.integer(6, record);
                case 6 -> body.integer(8, record);
                case 12 -> body.bytes((type - 12) / 2, type % 2 == 1);
                default -> Reader.NOTHING;
            };
            if (value == Reader.NOTHING || values.size() == ENTRY_COLUMNS) {
                return Optional.empty();
            }
            values.add(value);
        }
        return header.at == end ? Optional.of(values) : Optional.empty();
    }

    /** Reads forward through bytes that may be anything, and never beyond their end. */
    private static final class Reader {
        private static final Object NOTHING = new Object();

        private final byte[] bytes;
        private int at;

        Reader(byte[] bytes, int at) {
            this.bytes = bytes;
            this.at = at;
        }

        /** SQLite's variable-length integer: seven bits a byte, eight in the ninth; -1 beyond the end. */
        long varint() {
            long value = 0;
            for (int count = 0; count < 9; count++) {
                if (at >= bytes.length) {
                    return -1;
                }
                int next = bytes[at++] & 0xFF;
                if (count == 8) {
                    return value << 8 | next;
                }
                value = value << 7 | next & 0x7F;
                if (next < 0x80) {
                    return value;
                }
            }
            return value;
        }

        /** A big-endian integer with its sign. */
        Object integer(int length, byte[] from) {
            if (at + length > from.length) {
                return NOTHING;
            }
            long value = from[at];
            for (int count = 1; count < length; count++) {
                value = value << 8 | from[at + count] & 0xFF;
            }
            at += length;
            return value;
        }

        Object bytes(long length, boolean text) {
            if (length > bytes.length - at) {
                return NOTHING;
            }
            byte[] value = Arrays.copyOfRange(bytes, at, at + (int) length);
            at += (int) length;
            return text ? new String(value, StandardCharsets.UTF_8) : value;
        }
    }
}
