package banyan.driver.codescanner;

import banyan.conformance.CodecUnderTest;
import banyan.driver.codescanner.Frames.Parsed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The serial scanner's codec as a function of bytes: no pause between the portions, a long one at the end. */
public final class CodeScannerCodec implements CodecUnderTest {
    private static final Frames FRAMES = new Frames(new byte[] {2}, new byte[] {'\r'}, true);

    /** For the service loader. */
    public CodeScannerCodec() {}

    @Override
    public String name() {
        return "code-scanner-serial";
    }

    @Override
    public List<byte[]> samples() {
        return List.of(
                bytes("\u0002https://hall.example/t/0042\r"), bytes("CBRENA1\u0006."), bytes("\u0002样张-取件码\r"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int largest() {
        return Frames.MAX_LENGTH;
    }

    @Override
    public String read(List<byte[]> portions) {
        StringBuilder understood = new StringBuilder();
        byte[] buffer = new byte[0];
        for (byte[] portion : portions) {
            int count = buffer.length;
            buffer = Arrays.copyOf(buffer, count + portion.length);
            System.arraycopy(portion, 0, buffer, count, portion.length);
            buffer = understand(buffer, Duration.ZERO, understood);
        }
        byte[] left = understand(buffer, Frames.CUT_SHORT, understood);
        if (left.length > 0) {
            throw new AssertionError("bytes are left after the longest pause");
        }
        return understood.toString();
    }

    private static byte[] understand(byte[] bytes, Duration pause, StringBuilder understood) {
        byte[] left = bytes;
        while (true) {
            Parsed parsed = FRAMES.parse(left, left.length, pause);
            if (parsed instanceof Parsed.Incomplete) {
                return left;
            }
            int length = Frames.length(parsed, left.length);
            if (length <= 0 || length > left.length) {
                throw new AssertionError("stuck at " + parsed);
            }
            understood.append(
                    switch (parsed) {
                        case Parsed.Code code -> "code of " + (code.to() - code.from()) + "; ";
                        case Parsed.Answer _ -> "answer; ";
                        case Parsed.Refused refused -> refused.fault().code() + "; ";
                        // Where an endless frame is given up depends on how much came at once; all of it is dropped.
                        case Parsed.Endless _, Parsed.Garbage _, Parsed.Incomplete _ -> "";
                    });
            left = Arrays.copyOfRange(left, length, left.length);
        }
    }
}
