package banyan.driver.stu;

import banyan.conformance.CodecUnderTest;
import banyan.driver.stu.StuReports.Capability;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** The pad's reports as a function of bytes: each stands here behind its length, as USB keeps them apart. */
public final class StuCodec implements CodecUnderTest {
    private static final int LARGEST = 64;
    private static final Capability LIMITS = new Capability(10_800, 6_480, 1023, 800, 480);

    @Override
    public String name() {
        return "stu-hid";
    }

    @Override
    public List<byte[]> samples() {
        return List.of(
                HexFormat.of().parseHex("07019320044c021c"),
                HexFormat.of().parseHex("0b349320044c021c00110022"),
                HexFormat.of().parseHex("0c092a30195003ff032001e0c8"),
                HexFormat.of().parseHex("0c085354552d35343001000402"),
                HexFormat.of().parseHex("0b0f53494d30303030353430"));
    }

    @Override
    public int largest() {
        return LARGEST;
    }

    @Override
    public String read(List<byte[]> portions) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        portions.forEach(all::writeBytes);
        byte[] bytes = all.toByteArray();
        StringBuilder seen = new StringBuilder();
        int at = 0;
        while (at < bytes.length) {
            int to = Math.min(bytes.length, at + 1 + (bytes[at] & 0xFF));
            byte[] report = Arrays.copyOfRange(bytes, at + 1, to);
            seen.append(StuReports.pen(report, LIMITS).isPresent() ? "P" : "")
                    .append(StuReports.capability(report).map(Object::toString).orElse(""))
                    .append(StuReports.information(report).map(Object::toString).orElse(""))
                    .append(StuReports.serialNumber(report).orElse(""))
                    .append(';');
            at = to;
        }
        return seen.toString();
    }
}
