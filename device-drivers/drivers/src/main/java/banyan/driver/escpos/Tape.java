package banyan.driver.escpos;

import java.io.OutputStream;
import java.util.Arrays;

/** Bytes on their way to the printer. They may be a citizen's: each store that is grown out of is overwritten, and in the end all. */
final class Tape extends OutputStream {
    private byte[] bytes = new byte[4096];
    private int count;

    byte[] bytes() {
        return bytes;
    }

    int count() {
        return count;
    }

    @Override
    public void write(int value) {
        if (count == bytes.length) {
            byte[] larger = Arrays.copyOf(bytes, 2 * bytes.length);
            Arrays.fill(bytes, (byte) 0);
            bytes = larger;
        }
        bytes[count++] = (byte) value;
    }

    @Override
    public void write(byte[] from, int at, int length) {
        for (int i = 0; i < length; i++) {
            write(from[at + i]);
        }
    }

    /** A command, its bytes as numbers. */
    void command(int... values) {
        for (int value : values) {
            write(value);
        }
    }

    void wipe() {
        Arrays.fill(bytes, (byte) 0);
        count = 0;
    }
}
