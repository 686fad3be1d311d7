package banyan.driver.modbus;

import banyan.conformance.CodecUnderTest;
import banyan.driver.modbus.Frames.Expected;
import banyan.driver.modbus.Frames.Parsed;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Answers of a board on a serial line as a function of bytes: those to a reading of 22 inputs. */
public final class ModbusCodec implements CodecUnderTest {
    private static final Expected INPUTS = new Expected(0x11, 2, 3);

    @Override
    public String name() {
        return "modbus-cabinet";
    }

    @Override
    public Set<String> models() {
        return Set.of("modbus-cabinet", "modbus-auxiliaries");
    }

    @Override
    public List<byte[]> samples() {
        return List.of(HexFormat.of().parseHex("110203acdb352018"), HexFormat.of().parseHex("118202c0a4"));
    }

    @Override
    public int largest() {
        return Frames.LONGEST;
    }

    @Override
    public String read(List<byte[]> portions) {
        StringBuilder seen = new StringBuilder();
        byte[] buffer = new byte[portions.stream().mapToInt(portion -> portion.length).sum()];
        int count = 0;
        for (byte[] portion : portions) {
            System.arraycopy(portion, 0, buffer, count, portion.length);
            count = drain(buffer, count + portion.length, seen);
        }
        return seen.toString();
    }

    private static int drain(byte[] buffer, int count, StringBuilder seen) {
        int left = count;
        while (true) {
            int drop =
                    switch (Frames.parse(buffer, left, INPUTS)) {
                        case Parsed.Complete(int length) -> {
                            seen.append(length == INPUTS.length() ? "A" : "R");
                            yield length;
                        }
                        case Parsed.Incomplete _ -> 0;
                        case Parsed.Garbage _ -> 1;
                    };
            if (drop == 0) {
                return left;
            }
            if (drop > left) {
                throw new AssertionError("took " + drop + " of " + left);
            }
            System.arraycopy(buffer, drop, buffer, 0, left - drop);
            left -= drop;
        }
    }
}
