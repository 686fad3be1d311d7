package banyan.driver.codescanner;

import banyan.conformance.CodecUnderTest;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** A report descriptor and the reports that follow it as a function of bytes, each behind its length, as USB keeps them apart. */
public final class HidScannerCodec implements CodecUnderTest {
    private static final int LARGEST = 1024;
    private static final String DESCRIPTOR = "058c0902a101" + "8502" + "0912a102" + "150026ff00" + "75089501" + "0501093b8102"
            + "9503058c" + "09fb09fc09fd8102" + "953809fe820201" + "25017501950109ff8102" + "75078103" + "c0c0";
    private static final String REPORT = "0203" + "5d5131" + "313233" + "00".repeat(53) + "00";

    @Override
    public String name() {
        return "code-scanner-hid";
    }

    private static String counted(String hex) {
        return HexFormat.of().toHexDigits((byte) (hex.length() / 2)) + hex;
    }

    @Override
    public List<byte[]> samples() {
        return List.of(
                HexFormat.of().parseHex(counted(DESCRIPTOR) + counted(REPORT)),
                HexFormat.of().parseHex(counted(DESCRIPTOR) + counted(REPORT.substring(0, 20)) + counted("0701")));
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
        int end = next(bytes, 0);
        Layout.of(Arrays.copyOfRange(bytes, Math.min(1, end), end)).ifPresent(layout -> {
            seen.append(layout);
            for (int at = end; at < bytes.length; at = next(bytes, at)) {
                byte[] report = Arrays.copyOfRange(bytes, at + 1, next(bytes, at));
                layout.piece(report).ifPresent(piece -> {
                    if (piece.from() > piece.to() || piece.to() > report.length) {
                        throw new AssertionError(piece + " of " + report.length);
                    }
                    seen.append(piece);
                });
            }
        });
        return seen.toString();
    }

    private static int next(byte[] bytes, int at) {
        return at >= bytes.length ? bytes.length : Math.min(bytes.length, at + 1 + (bytes[at] & 0xFF));
    }
}
