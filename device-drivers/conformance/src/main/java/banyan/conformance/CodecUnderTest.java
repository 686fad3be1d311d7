package banyan.conformance;

import java.util.List;
import java.util.Set;

/**
 * A driver's codec as its tests show it: a function of bytes. One public class each, with a public constructor without arguments, beside
 * the driver's tests, and a line in {@code META-INF/services/banyan.conformance.CodecUnderTest} there. From this alone follow the tests
 * of portions (C9), of lengths (C10) and of malformed frames (C17), the command {@code ./kiosk fuzz} and the guided fuzzing.
 */
public interface CodecUnderTest {
    /** A word for it: the driver's model, or {@code model.part} where a driver has several. */
    String name();

    /** Good messages from the device, published or well known; malformed ones are made of them. At least one. */
    List<byte[]> samples();

    /** The largest message there is, in bytes; no length field may make room for more. */
    int largest();

    /**
     * Reads what the line delivers in these portions, to its end, as the driver does. Throws {@link AssertionError} where an answer
     * is none, such as a frame that takes no bytes; never anything else.
     *
     * @return what was understood, in words; the same for the same bytes in any portions
     */
    String read(List<byte[]> portions);

    /** The models of the drivers that it belongs to. */
    default Set<String> models() {
        int dot = name().indexOf('.');
        return Set.of(dot < 0 ? name() : name().substring(0, dot));
    }
}
