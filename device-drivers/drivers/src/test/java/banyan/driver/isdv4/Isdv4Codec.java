package banyan.driver.isdv4;

import banyan.conformance.CodecUnderTest;
import banyan.driver.isdv4.Packets.Parsed;
import java.util.HexFormat;
import java.util.List;

/** The pad's packets as a function of bytes. */
public final class Isdv4Codec implements CodecUnderTest {
    @Override
    public String name() {
        return "isdv4-serial";
    }

    @Override
    public List<byte[]> samples() {
        return List.of(
                HexFormat.of().parseHex("a11255087f3b670000"),
                HexFormat.of().parseHex("7f01a10102030405060708a12b"),
                HexFormat.of().parseHex("c04b002f70070700000000"),
                HexFormat.of().parseHex("910102030405060708"));
    }

    @Override
    public int largest() {
        return Packets.MAX_LENGTH;
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
        Parsed parsed = Packets.parse(buffer, left);
        while (!(parsed instanceof Parsed.Incomplete)) {
            seen.append(parsed instanceof Parsed.Pen ? "P" : parsed instanceof Parsed.Limits ? "L" : "");
            int drop = Packets.length(parsed);
            if (drop <= 0 || drop > left) {
                throw new AssertionError("took " + drop + " of " + left);
            }
            System.arraycopy(buffer, drop, buffer, 0, left - drop);
            left -= drop;
            parsed = Packets.parse(buffer, left);
        }
        return left;
    }
}
