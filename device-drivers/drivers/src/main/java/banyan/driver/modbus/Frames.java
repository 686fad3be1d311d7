package banyan.driver.modbus;

import com.ghgande.j2mod.modbus.Modbus;
import com.ghgande.j2mod.modbus.io.BytesOutputStream;
import com.ghgande.j2mod.modbus.msg.ModbusRequest;
import com.ghgande.j2mod.modbus.util.ModbusUtil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * Modbus RTU frames: unit, function, data, CRC-16 with its low byte first. Nothing in a frame says where it begins, so an answer
 * is recognised by the question: its unit, its function, the length it must have, and its CRC.
 */
final class Frames {
    /** Unit, function, 253 bytes of data at most, CRC. */
    static final int LONGEST = 256;

    private static final int UNIT_AND_FUNCTION = 2;
    private static final int CRC = 2;

    /** Unit, function, exception, CRC. */
    private static final int EXCEPTION = 5;

    private Frames() {}

    /**
     * The answer that a question must have.
     *
     * @param bytes how many bytes of bits are in the answer to a reading, 0 to anything else
     */
    record Expected(int unit, int function, int bytes) {
        int length() {
            // An answer to a writing repeats the address and what was written there.
            return UNIT_AND_FUNCTION + (bytes > 0 ? 1 + bytes : 4) + CRC;
        }
    }

    /** What the bytes received so far amount to. */
    sealed interface Parsed {
        /** A frame is {@code bytes[0, length)}, with its CRC. */
        record Complete(int length) implements Parsed {}

        /** So many more bytes at least. */
        record Incomplete(int missing) implements Parsed {}

        /** Not this answer: drop the first byte and look again. */
        record Garbage() implements Parsed {}
    }

    /** Reads one answer from the front of {@code bytes[0, count)}. Pure: the same bytes in any portions give the same answer. */
    static Parsed parse(byte[] bytes, int count, Expected expected) {
        if (count > 0 && (bytes[0] & 0xFF) != expected.unit()) {
            return new Parsed.Garbage();
        }
        if (count < UNIT_AND_FUNCTION) {
            return new Parsed.Incomplete(UNIT_AND_FUNCTION - count);
        }
        int function = bytes[1] & 0xFF;
        boolean refused = function == (expected.function() | Modbus.EXCEPTION_OFFSET);
        if (!refused && function != expected.function()) {
            return new Parsed.Garbage();
        }
        boolean counted = !refused && expected.bytes() > 0;
        if (counted && count > UNIT_AND_FUNCTION && (bytes[2] & 0xFF) != expected.bytes()) {
            return new Parsed.Garbage();
        }
        int length = refused ? EXCEPTION : expected.length();
        if (count < length) {
            return new Parsed.Incomplete(length - count);
        }
        int[] crc = ModbusUtil.calculateCRC(bytes, 0, length - CRC);
        boolean whole = (bytes[length - 2] & 0xFF) == crc[0] && (bytes[length - 1] & 0xFF) == crc[1];
        return whole ? new Parsed.Complete(length) : new Parsed.Garbage();
    }

    /** A question as it goes over a serial line. */
    static byte[] frame(ModbusRequest request) {
        byte[] bytes = message(request, true);
        int[] crc = ModbusUtil.calculateCRC(bytes, 0, bytes.length);
        byte[] frame = Arrays.copyOf(bytes, bytes.length + CRC);
        frame[bytes.length] = (byte) crc[0];
        frame[bytes.length + 1] = (byte) crc[1];
        return frame;
    }

    /** A question without a CRC: with the header that TCP needs, or headless. */
    static byte[] message(ModbusRequest request, boolean headless) {
        request.setHeadless(headless);
        BytesOutputStream out = new BytesOutputStream(LONGEST);
        try {
            request.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
        return Arrays.copyOf(out.getBuffer(), out.size());
    }
}
