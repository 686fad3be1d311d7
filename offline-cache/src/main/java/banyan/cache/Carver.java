package banyan.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Finds rows of the journal in the pages of its database without trusting anything between them: it looks at every offset of
 * every page for something shaped like a row of ours, of the present form or of form 1, and believes what opens under the device's
 * key. What it gives is of the present form.
 */
final class Carver {
    /** The least that a row takes up. */
    private static final int SMALLEST = 20;

    private static final int HEAD_COLUMNS = 7;
    private static final int RECEIPT_COLUMNS = 5;
    private static final int BODY_COLUMNS = 2;

    /** Of a body there may be older and damaged copies; which is right only its head can tell. */
    private static final int COPIES = 4;

    private static final int LARGEST_LOCAL = Pages.SIZE - 35;
    private static final int SMALLEST_LOCAL = (Pages.SIZE - 12) * 32 / 255 - 23;
    private static final int LARGEST_ROW = 8 << 20;

    private final Pages pages;
    private final EntrySeal seal;
    private final Resealing resealing;
    private final Map<Long, Found> heads = new HashMap<>();
    private final Map<Long, List<byte[]>> bodies = new HashMap<>();
    private final Map<Long, Supplier<Rows.Receipted>> receipts = new HashMap<>();

    /**
     * A head that opens. What of form 1 is sealed anew is so only when it is asked for, because nothing may be sealed before the journal
     * is known to be this device's.
     *
     * @param committed whether a commit vouches that all of it was written
     * @param whole whether its body is there and opens
     */
    private record Found(long id, boolean committed, Supplier<Resealing.Entry> entry, BooleanSupplier whole) {}

    Carver(Pages pages, EntrySeal seal, Tags tags) {
        this.pages = pages;
        this.seal = seal;
        this.resealing = new Resealing(seal, tags);
    }

    /** Looks through the whole database and its log. */
    void everywhere() throws IOException {
        inLog();
        for (int number = 2; number <= pages.count(); number++) {
            Optional<byte[]> page = pages.page(number);
            if (page.isPresent()) {
                look(page.get(), true);
            }
        }
    }

    /** Looks through the log only, the latest first. */
    void inLog() throws IOException {
        for (int index = pages.frames() - 1; index >= 0; index--) {
            look(pages.frame(index), pages.committed(index));
        }
    }

    /**
     * What was found and has no receipt. What was being written when the power went is an entry only if all of it is there; where a
     * commit vouches for it, a body that is missing or damaged is a damage that must be seen.
     */
    List<Resealing.Entry> entries() {
        return heads.values().stream()
                .filter(found -> !receipts.containsKey(found.id()))
                .filter(found -> found.committed() || found.whole().getAsBoolean())
                .map(found -> found.entry().get())
                .toList();
    }

    List<Rows.Receipted> receipts() {
        return receipts.values().stream().map(Supplier::get).toList();
    }

    private boolean opens(Rows.Row row) {
        return seal.open(row.id(), row.head())
                .flatMap(opened -> seal.body(row.id(), opened, body(row)))
                .isPresent();
    }

    /** The body that opens; else one that does not, so that the damage is found where it is looked for. */
    private byte[] body(Rows.Row row) {
        List<byte[]> copies = bodies.getOrDefault(row.id(), List.of());
        return seal.open(row.id(), row.head())
                .flatMap(opened -> copies.stream()
                        .filter(copy -> seal.body(row.id(), opened, copy).isPresent())
                        .findFirst())
                .or(() -> copies.stream().findFirst())
                .orElse(new byte[0]);
    }

    private void look(byte[] page, boolean committed) throws IOException {
        for (int at = 0; at < page.length - SMALLEST; at++) {
            Reader cell = new Reader(page, at);
            long length = cell.varint();
            long row = cell.varint();
            if (length < SMALLEST || length > LARGEST_ROW || !looksLikeOurs(page, cell.at)) {
                continue;
            }
            Optional<byte[]> record = record(page, cell.at, (int) length);
            if (record.isPresent()) {
                take(row, record.get(), committed);
            }
        }
    }

    /** A record of ours begins with the length of its header and a row's number stored as nothing. */
    private static boolean looksLikeOurs(byte[] page, int at) {
        return at + 3 < page.length && page[at] >= 3 && page[at] < 32 && page[at + 1] == 0;
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

    private void take(long row, byte[] record, boolean committed) {
        List<Object> values = columns(record).orElse(List.of());
        switch (values.size()) {
            case HEAD_COLUMNS ->
                head(row, values, committed)
                        .ifPresent(found -> heads.merge(found.id(), found, Carver::later));
            case RECEIPT_COLUMNS -> {
                receipt(row, values).ifPresent(found -> receipts.putIfAbsent(row, () -> found));
                firstReceipt(values);
            }
            case BODY_COLUMNS -> body(row, values, record.length);
            default -> {}
        }
    }

    /** The first that was found is the latest; but an older copy that a commit vouches for shows that the entry was whole. */
    private static Found later(Found first, Found then) {
        return first.committed() || !then.committed()
                ? first
                : new Found(first.id(), true, first.entry(), first.whole());
    }

    /** In form 1 the body stood where the number's tag stands now, behind the head. */
    private Optional<Found> head(long id, List<Object> values, boolean committed) {
        if (!(values.get(1) instanceof Long kind
                && values.get(2) instanceof Long state
                && values.get(3) instanceof Long hour
                && values.get(4) instanceof String code)) {
            return Optional.empty();
        }
        if (values.get(5) instanceof byte[] head && values.get(6) instanceof byte[] body) {
            Rows.Row old = new Rows.Row(id, kind.intValue(), state.intValue(), hour, code, 0, head);
            return resealing.id(old).map(now -> new Found(
                    now, committed, () -> resealing.entry(old, body).orElseThrow(), () -> true));
        }
        if (values.get(5) instanceof Long number && values.get(6) instanceof byte[] head) {
            Rows.Row row = new Rows.Row(id, kind.intValue(), state.intValue(), hour, code, number, head);
            return seal.head(id, head)
                    .map(_ -> new Found(id, committed, () -> new Resealing.Entry(row, body(row)), () -> opens(row)));
        }
        return Optional.empty();
    }

    /** Nothing but its head can vouch for a body; so it must at least be nothing but a body. */
    private void body(long id, List<Object> values, int length) {
        if (values.get(1) instanceof byte[] body
                && body.length >= Gcm.OVERHEAD
                && length - body.length <= BODY_COLUMNS + 4) {
            List<byte[]> copies = bodies.computeIfAbsent(id, _ -> new ArrayList<>());
            if (copies.size() < COPIES && copies.stream().noneMatch(copy -> Arrays.equals(copy, body))) {
                copies.add(body);
            }
        }
    }

    private Optional<Rows.Receipted> receipt(long id, List<Object> values) {
        return values.get(1) instanceof Long number
                        && values.get(2) instanceof Long hour
                        && values.get(3) instanceof byte[] label
                        && values.get(4) instanceof byte[] receipt
                ? Optional.of(new Rows.Receipted(id, number, hour, label, receipt))
                        .filter(found -> StoredReceipt.opened(seal, found).isPresent())
                : Optional.empty();
    }

    private void firstReceipt(List<Object> values) {
        if (values.get(1) instanceof String name
                && values.get(2) instanceof String number
                && values.get(3) instanceof Long hour
                && values.get(4) instanceof byte[] receipt
                && seal.receipt(name, receipt).isPresent()) {
            receipts.putIfAbsent(resealing.id(name), () -> resealing.receipt(name, number, hour, receipt));
        }
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
            if (value == Reader.NOTHING || values.size() == HEAD_COLUMNS) {
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
