package banyan.driver.pcsc;

import banyan.conformance.CodecUnderTest;
import banyan.driver.pcsc.Tlv.Found;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;

/** A card's record as a function of bytes: it comes whole or not at all, so that portions are joined before they are read. */
public final class PcscCodec implements CodecUnderTest {
    private static final int LARGEST = 4096;

    @Override
    public String name() {
        return "pcsc";
    }

    @Override
    public List<byte[]> samples() {
        return List.of(
                HexFormat.of().parseHex("0812333530313032313939303033303731323334"),
                HexFormat.of().parseHex("700d5f200241425a06112233445566"),
                HexFormat.of().parseHex("770a82027c009404080102009000"));
    }

    @Override
    public int largest() {
        return LARGEST;
    }

    @Override
    public String read(List<byte[]> portions) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        portions.forEach(whole::writeBytes);
        byte[] bytes = whole.toByteArray();
        StringBuilder seen = new StringBuilder();
        for (int tag : new int[] {0x08, 0x5A, 0x94}) {
            switch (Tlv.find(bytes, 0, bytes.length, tag)) {
                case Found.Value(int from, int to) -> {
                    if (from < 0 || from > to || to > bytes.length) {
                        throw new AssertionError("a value from " + from + " to " + to);
                    }
                    seen.append('V').append(from).append('-').append(to);
                }
                case Found.Absent() -> seen.append('A');
                case Found.Malformed() -> seen.append('M');
            }
        }
        return seen.toString();
    }
}
