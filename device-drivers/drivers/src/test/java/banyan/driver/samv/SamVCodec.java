package banyan.driver.samv;

import banyan.conformance.CodecUnderTest;
import banyan.driver.samv.Frames.Parsed;
import java.util.HexFormat;
import java.util.List;

/** The card reader's frames as a function of bytes. */
public final class SamVCodec implements CodecUnderTest {
    @Override
    public String name() {
        return "sam-v-serial";
    }

    @Override
    public List<byte[]> samples() {
        byte[] card = new byte[1295];
        byte[] head = HexFormat.of().parseHex("aaaaaa966905080000900100" + "0400");
        System.arraycopy(head, 0, card, 0, head.length);
        card[1294] = (byte) (0x05 ^ 0x08 ^ 0x90 ^ 0x01 ^ 0x04);
        return List.of(
                HexFormat.of().parseHex("aaaaaa9669000800009f0000000097"),
                HexFormat.of().parseHex("aaaaaa9669000400008084"),
                HexFormat.of().parseHex("aaaaaa9669000c00009000000000000000009c"),
                HexFormat.of().parseHex("00aaaa13aaaaaa9669000400009094"),
                card);
    }

    @Override
    public int largest() {
        return Frames.MAX_FRAME;
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
            int drop = switch (Frames.parse(buffer, left)) {
                case Parsed.Complete(var status, int from, int to) -> {
                    seen.append("%02X+%d ".formatted(status.sw3(), to - from));
                    yield to + 1;
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
