package banyan.driver.samv;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;

/** The number of a security module, as its issuer writes it: {@code 05.01-20261121-0000000001-0000000002}. */
final class ModuleId {
    static final int LENGTH = 16;

    private ModuleId() {}

    /** Out of the answer's sixteen bytes: two of the issuer, each followed by a zero, then three little-endian numbers. */
    static String of(byte[] bytes, int from) {
        var id = ByteBuffer.wrap(bytes, from, LENGTH).slice().order(ByteOrder.LITTLE_ENDIAN);
        return String.format(
                Locale.ROOT,
                "%02X.%02X-%d-%010d-%010d",
                id.get(0),
                id.get(2),
                id.getInt(4) & 0xFFFFFFFFL,
                id.getInt(8) & 0xFFFFFFFFL,
                id.getInt(12) & 0xFFFFFFFFL);
    }
}
