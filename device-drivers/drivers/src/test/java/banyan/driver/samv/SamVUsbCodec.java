package banyan.driver.samv;

import banyan.conformance.CodecUnderTest;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** What comes from the two endpoints of a reader on USB as a function of bytes: a head, then what it announces. */
public final class SamVUsbCodec implements CodecUnderTest {
    @Override
    public String name() {
        return "sam-v-usb";
    }

    @Override
    public List<byte[]> samples() {
        return List.of(
                HexFormat.of().parseHex("aaaaaa9669000400009094"),
                HexFormat.of().parseHex("aaaaaa9669000800009f0000000097"),
                HexFormat.of().parseHex("aaaaaa966900140000900500010032b8330100000000d2040000ee"));
    }

    @Override
    public int largest() {
        return Frames.MAX_FRAME;
    }

    @Override
    public String read(List<byte[]> portions) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        portions.forEach(all::writeBytes);
        byte[] bytes = all.toByteArray();
        StringBuilder seen = new StringBuilder();
        int at = 0;
        while (at < bytes.length) {
            byte[] head = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + UsbSplit.HEAD));
            int announced = UsbSplit.announced(head);
            if (announced < 0 || announced > Frames.MAX_FRAME) {
                throw new AssertionError("announced " + announced);
            }
            int end = Math.min(bytes.length, at + head.length + announced);
            byte[] frame = Arrays.copyOfRange(bytes, at, end);
            seen.append(Frames.parse(frame, frame.length).getClass().getSimpleName()).append(announced).append(';');
            at = end;
        }
        return seen.toString();
    }
}
