package banyan.cache;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;

/**
 * The form of an encrypted file: a header with the file's own random key, wrapped, then chunks of 64 KiB.
 *
 * <pre>
 * header  "BANYANP" · form of the suite as a digit · the file's key under the visit's key (nonce 12, key 32, tag 16)
 * chunk   sealed under the file's key · nonce = number of the chunk (8, from 0) · 1 if the last, else 0 · 0 0 0
 *         · authenticated with it: the whole header
 * </pre>
 *
 * No chunk can be cut off, left out, moved or taken from another file without its tag failing.
 */
final class SealedFile {
    static final int CHUNK = 64 * 1024;
    static final int KEY = 32;

    private static final int MAGIC = 8;
    private static final int HEADER = MAGIC + KEY + Gcm.OVERHEAD;

    private SealedFile() {}

    /** The file is not what was written, or this is not its key. */
    static final class Broken extends IOException {
        Broken() {
            super("the seal is broken");
        }
    }

    /** How long the file of so many clear bytes is. */
    static long sealedSize(long clear) {
        long chunks = Math.max(1, (clear + CHUNK - 1) / CHUNK);
        return HEADER + clear + chunks * Gcm.TAG;
    }

    /** Seals all that {@code clear} gives under a fresh key, which only the header holds, wrapped under {@code outer}. */
    static void write(Disk.Output output, Suite suite, byte[] outer, InputStream clear) throws IOException {
        byte[] key = Randomness.bytes(KEY);
        byte[] magic = magic(suite);
        byte[] header = Arrays.copyOf(magic, HEADER);
        System.arraycopy(Gcm.seal(suite, outer, key, magic), 0, header, MAGIC, KEY + Gcm.OVERHEAD);
        Disk.writeAll(output, header, 0, HEADER);
        try {
            byte[] chunk = new byte[CHUNK];
            byte[] sealed = new byte[CHUNK + Gcm.TAG];
            int have = clear.readNBytes(chunk, 0, CHUNK);
            for (long number = 0; ; number++) {
                // Whether this chunk is the last is known only by asking for the next byte.
                int next = have < CHUNK ? -1 : clear.read();
                int length = chunk(suite, Cipher.ENCRYPT_MODE, key, header, number, next < 0, chunk, have, sealed);
                Disk.writeAll(output, sealed, 0, length);
                if (next < 0) {
                    return;
                }
                chunk[0] = (byte) next;
                have = 1 + clear.readNBytes(chunk, 1, CHUNK - 1);
            }
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** The file's own key, from its header. */
    static Optional<byte[]> key(InputStream file, byte[] outer) throws IOException {
        byte[] header = file.readNBytes(HEADER);
        if (header.length < HEADER) {
            return Optional.empty();
        }
        return suite(header)
                .flatMap(suite -> Gcm.open(suite, outer, Arrays.copyOfRange(header, MAGIC, HEADER), magic(suite)));
    }

    private static byte[] magic(Suite suite) {
        return ("BANYANP" + suite.form()).getBytes(StandardCharsets.US_ASCII);
    }

    private static Optional<Suite> suite(byte[] header) {
        return Arrays.stream(Suite.values())
                .filter(suite -> header.length >= MAGIC && Arrays.equals(header, 0, MAGIC, magic(suite), 0, MAGIC))
                .findFirst();
    }

    /** Opens the whole file with its own key, a chunk at a time; what has been given out before {@link Broken} was right. */
    static void read(InputStream file, byte[] key, OutputStream clear) throws IOException {
        byte[] header = file.readNBytes(HEADER);
        Suite suite = suite(header).orElseThrow(Broken::new);
        byte[] sealed = new byte[CHUNK + Gcm.TAG];
        byte[] chunk = new byte[CHUNK];
        int have = file.readNBytes(sealed, 0, sealed.length);
        for (long number = 0; ; number++) {
            int next = have < sealed.length ? -1 : file.read();
            if (have < Gcm.TAG) {
                throw new Broken();
            }
            int length = chunk(suite, Cipher.DECRYPT_MODE, key, header, number, next < 0, sealed, have, chunk);
            clear.write(chunk, 0, length);
            if (next < 0) {
                return;
            }
            sealed[0] = (byte) next;
            have = 1 + file.readNBytes(sealed, 1, sealed.length - 1);
        }
    }

    /**
     * Opens a part of the file with its own key: only the chunks in which it lies are read. Both ends of the part lie within the
     * {@code size} clear bytes of the file.
     */
    static void read(InputStream file, byte[] key, long size, long from, byte[] clear, int length) throws IOException {
        byte[] header = file.readNBytes(HEADER);
        Suite suite = suite(header).orElseThrow(Broken::new);
        byte[] sealed = new byte[CHUNK + Gcm.TAG];
        byte[] chunk = new byte[CHUNK];
        long last = Math.max(0, size - 1) / CHUNK;
        long number = from / CHUNK;
        int skip = (int) (from % CHUNK);
        try {
            file.skipNBytes(number * sealed.length);
            for (int had = 0; had < length; number++) {
                int have = file.readNBytes(sealed, 0, sealed.length);
                if (have < Gcm.TAG) {
                    throw new Broken();
                }
                int opened = chunk(suite, Cipher.DECRYPT_MODE, key, header, number, number == last, sealed, have, chunk);
                int taken = Math.min(length - had, opened - skip);
                if (taken <= 0) {
                    throw new Broken();
                }
                System.arraycopy(chunk, skip, clear, had, taken);
                had += taken;
                skip = 0;
            }
        } catch (EOFException shorter) {
            throw new Broken();
        } finally {
            Arrays.fill(chunk, (byte) 0);
        }
    }

    private static int chunk(
            Suite suite, int mode, byte[] key, byte[] header, long number, boolean last, byte[] from, int length, byte[] to)
            throws Broken {
        byte[] nonce = ByteBuffer.allocate(Gcm.NONCE)
                .putLong(number)
                .put((byte) (last ? 1 : 0))
                .array();
        try {
            Cipher cipher = suite.cipher(mode, key, nonce);
            cipher.updateAAD(header);
            return cipher.doFinal(from, 0, length, to);
        } catch (AEADBadTagException broken) {
            throw new Broken();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
