package banyan.cache;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * The form of a draft in the refuge.
 *
 * <pre>
 * "BANYAND" · form of the suite as a digit · salt 32 · saved 8 · expires 8 · the visit's key under the card's key (nonce 12, key 32, tag 16)
 * · the draft under the visit's key (nonce 12, draft, tag 16)
 * </pre>
 *
 * The card's key is HKDF-SHA256 of the device key and the card's number with this salt. A wrong card is noticed by the tag,
 * which is compared in constant time. Both sealed parts are bound to all that stands before them and to the visit.
 */
final class DraftFile {
    private static final int MAGIC = 8;
    private static final int SALT = 32;
    private static final int TIMES = 2 * Long.BYTES;
    private static final int CLEAR = MAGIC + SALT + TIMES;
    private static final int WRAPPED = VisitKey.LENGTH + Gcm.OVERHEAD;
    private static final int LARGEST = 4 << 20;

    private final Vault vault;

    /** When it was saved and when it ends; milliseconds on the disk. */
    record Times(Instant saved, Instant expires) {}

    DraftFile(Vault vault) {
        this.vault = vault;
    }

    Suite suite() {
        return vault.suite();
    }

    byte[] seal(byte[] draft, VisitKey key, char[] cardNumber, Times times) {
        byte[] salt = Randomness.bytes(SALT);
        byte[] clear = ByteBuffer.allocate(CLEAR)
                .put(magic(vault.suite()))
                .put(salt)
                .putLong(times.saved().toEpochMilli())
                .putLong(times.expires().toEpochMilli())
                .array();
        byte[] context = context(clear, key.visit());
        byte[] card = cardKey(salt, cardNumber);
        byte[] visit = key.bytes();
        try {
            byte[] wrapped = Gcm.seal(vault.suite(), card, visit, context);
            byte[] sealed = Gcm.seal(vault.suite(), visit, draft, context);
            return ByteBuffer.allocate(CLEAR + wrapped.length + sealed.length)
                    .put(clear)
                    .put(wrapped)
                    .put(sealed)
                    .array();
        } finally {
            Arrays.fill(card, (byte) 0);
            Arrays.fill(visit, (byte) 0);
        }
    }

    /** Empty where it is another card's, or not what was saved. */
    Optional<DraftRefuge.Reopening.Reopened> open(Disk disk, Path file, String visit, char[] cardNumber) {
        byte[] all = read(disk, file);
        Optional<Suite> suite = suite(all);
        if (all.length < CLEAR + WRAPPED + Gcm.OVERHEAD || suite.isEmpty()) {
            return Optional.empty();
        }
        byte[] clear = Arrays.copyOf(all, CLEAR);
        byte[] context = context(clear, visit);
        byte[] card = cardKey(Arrays.copyOfRange(clear, MAGIC, MAGIC + SALT), cardNumber);
        try {
            return Gcm.open(suite.get(), card, Arrays.copyOfRange(all, CLEAR, CLEAR + WRAPPED), context)
                    .flatMap(key -> Gcm.open(suite.get(), key, Arrays.copyOfRange(all, CLEAR + WRAPPED, all.length), context)
                            .map(draft -> new DraftRefuge.Reopening.Reopened(draft, new VisitKey(visit, key, vault.suite()))));
        } finally {
            Arrays.fill(card, (byte) 0);
        }
    }

    private static byte[] magic(Suite suite) {
        return ("BANYAND" + suite.form()).getBytes(StandardCharsets.US_ASCII);
    }

    private static Optional<Suite> suite(byte[] file) {
        return Arrays.stream(Suite.values())
                .filter(suite -> file.length >= MAGIC && Arrays.equals(file, 0, MAGIC, magic(suite), 0, MAGIC))
                .findFirst();
    }

    private byte[] cardKey(byte[] salt, char[] cardNumber) {
        char[] upper = new char[cardNumber.length];
        for (int at = 0; at < upper.length; at++) {
            // A reader may give the check character as x.
            upper[at] = cardNumber[at] == 'x' ? 'X' : cardNumber[at];
        }
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(upper));
        byte[] number = Arrays.copyOf(encoded.array(), encoded.limit());
        try {
            return vault.derive("banyan refuge 1", salt, number);
        } finally {
            Arrays.fill(upper, '\0');
            Arrays.fill(encoded.array(), (byte) 0);
            Arrays.fill(number, (byte) 0);
        }
    }

    private static byte[] context(byte[] clear, String visit) {
        return ByteBuffer.allocate(clear.length + visit.length())
                .put(clear)
                .put(visit.getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    /** Empty where it is no draft. The times are believed here only to destroy; opening proves them. */
    Optional<Times> times(Disk disk, Path file) {
        byte[] all = read(disk, file);
        if (all.length < CLEAR || suite(all).isEmpty()) {
            return Optional.empty();
        }
        ByteBuffer times = ByteBuffer.wrap(all, MAGIC + SALT, TIMES);
        return Optional.of(new Times(Instant.ofEpochMilli(times.getLong()), Instant.ofEpochMilli(times.getLong())));
    }

    private static byte[] read(Disk disk, Path file) {
        try (InputStream in = disk.open(file)) {
            return in.readNBytes(LARGEST);
        } catch (IOException unreadable) {
            return new byte[0];
        }
    }

    /** Puts zeros where the keys were. */
    void overwrite(Disk disk, Path file) throws IOException {
        if (disk.exists(file)) {
            disk.overwrite(file, new byte[CLEAR + WRAPPED]);
        }
    }

    /** The latest time this terminal has seen, as written by {@link #writeMark}. */
    Optional<Instant> mark(Disk disk, Path file) {
        byte[] bytes = read(disk, file);
        return bytes.length == Long.BYTES
                ? Optional.of(Instant.ofEpochMilli(ByteBuffer.wrap(bytes).getLong()))
                : Optional.empty();
    }

    void writeMark(Disk disk, Path file, Instant now) {
        byte[] bytes =
                ByteBuffer.allocate(Long.BYTES).putLong(now.toEpochMilli()).array();
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            boolean _ = disk.delete(part);
            try (Disk.Output output = disk.create(part)) {
                Disk.writeAll(output, bytes, 0, bytes.length);
                output.force();
            }
            disk.move(part, file);
        } catch (IOException unmarked) {
            // Then the time of the last save is the mark.
        }
    }
}
