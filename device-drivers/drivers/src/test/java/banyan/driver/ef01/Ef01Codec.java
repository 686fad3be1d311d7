package banyan.driver.ef01;

import banyan.conformance.CodecUnderTest;
import banyan.driver.ef01.Packets.Parsed;
import java.util.HexFormat;
import java.util.List;

/** The fingerprint module's packets as a function of bytes. */
public final class Ef01Codec implements CodecUnderTest {
    @Override
    public String name() {
        return "ef01-serial";
    }

    @Override
    public List<byte[]> samples() {
        return List.of(
                HexFormat.of().parseHex("ef01ffffffff07000300000a"),
                HexFormat.of().parseHex("ef01ffffffff07000302000c"),
                HexFormat.of().parseHex("ef01ffffffff0700130000000009" + "00c80003ffffffff00020006" + "04f2"),
                HexFormat.of().parseHex("ef01ffffffff020004f0a5019b" + "ef01ffffffff080004f0a501a1"));
    }

    @Override
    public int largest() {
        return Packets.MAX_PACKET;
    }

    @Override
    public String read(List<byte[]> portions) {
        StringBuilder seen = new StringBuilder();
        int all = portions.stream().mapToInt(portion -> portion.length).sum();
        byte[] buffer = new byte[all];
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
            Parsed parsed = Packets.parse(buffer, left);
            int drop = switch (parsed) {
                case Parsed.Acknowledge(int from, int to) -> {
                    seen.append("A%02X+%d ".formatted(buffer[from], to - from));
                    yield Packets.length(parsed);
                }
                case Parsed.Data(int from, int to, boolean last) -> {
                    seen.append(last ? "L%d ".formatted(to - from) : "D%d ".formatted(to - from));
                    yield Packets.length(parsed);
                }
                case Parsed.Garbage(int skip) -> skip;
                case Parsed.Incomplete(int missing) -> {
                    if (missing <= 0) {
                        throw new AssertionError("waits for nothing");
                    }
                    yield 0;
                }
            };
            if (drop == 0) {
                return left;
            }
            if (drop < 0 || drop > left) {
                throw new AssertionError("took " + drop + " of " + left);
            }
            System.arraycopy(buffer, drop, buffer, 0, left - drop);
            left -= drop;
        }
    }
}
