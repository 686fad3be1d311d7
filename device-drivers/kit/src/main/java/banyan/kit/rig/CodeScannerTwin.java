package banyan.kit.rig;

import banyan.conformance.CodeRig;
import banyan.device.DeviceDriver;
import java.util.HexFormat;
import java.util.Map;

/** A hand that holds codes before the code scanner's twin. */
public final class CodeScannerTwin extends TwinRig implements CodeRig {
    private static final String STX = "02";
    private static final byte CR = '\r';

    private CodeScannerTwin(DeviceDriver driver, Map<String, String> settings) {
        super("code-scanner", driver, settings);
    }

    /** A scanner that is asked how it is. */
    public static CodeScannerTwin asked(DeviceDriver driver) {
        return new CodeScannerTwin(
                driver, Map.of("port", SIMULATOR.codeScannerPort().toString(), "prefix", STX, "ask", "honeywell"));
    }

    /** One that is not. */
    public static CodeScannerTwin notAsked(DeviceDriver driver) {
        return new CodeScannerTwin(
                driver, Map.of("port", SIMULATOR.codeScannerPort().toString(), "prefix", STX));
    }

    @Override
    public void scan(byte[] code) {
        act("scan", "{\"hex\": \"" + HexFormat.of().formatHex(code) + "\"}");
    }

    @Override
    public void scanHalf(byte[] code) {
        act("half", "{\"hex\": \"" + HexFormat.of().formatHex(code) + "\"}");
    }

    @Override
    public byte[] onTheWire(byte[] code) {
        byte[] frame = new byte[code.length + 2];
        frame[0] = 2;
        System.arraycopy(code, 0, frame, 1, code.length);
        frame[frame.length - 1] = CR;
        return frame;
    }

    @Override
    public void makeNoise() {
        act("grade", "{\"grade\": \"hostile\"}");
    }

    @Override
    public void heal() {
        act("grade", "{\"grade\": \"ideal\"}");
        super.heal();
    }
}
