package banyan.driver.escpos;

import banyan.conformance.CodecUnderTest;
import banyan.driver.escpos.Answers.Parsed;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** The receipt printer's answers as a function of bytes. */
public final class EscPosCodec implements CodecUnderTest {
    @Override
    public String name() {
        return "escpos";
    }

    @Override
    public Set<String> models() {
        return Set.of("escpos-serial", "escpos-tcp");
    }

    @Override
    public List<byte[]> samples() {
        return List.of(
                HexFormat.of().parseHex("121212121a16"),
                HexFormat.of().parseHex("5f4550534f4e00"),
                HexFormat.of().parseHex("37223132333400372500"),
                HexFormat.of().parseHex("00030c131114000000"));
    }

    @Override
    public int largest() {
        return Answers.MAX_LENGTH;
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
        Parsed parsed = Answers.parse(buffer, left);
        while (!(parsed instanceof Parsed.Incomplete)) {
            seen.append(parsed instanceof Parsed.Garbage ? "" : parsed + ";");
            int drop = Answers.length(parsed);
            if (drop <= 0 || drop > left) {
                throw new AssertionError("took " + drop + " of " + left);
            }
            System.arraycopy(buffer, drop, buffer, 0, left - drop);
            left -= drop;
            parsed = Answers.parse(buffer, left);
        }
        return left;
    }
}
