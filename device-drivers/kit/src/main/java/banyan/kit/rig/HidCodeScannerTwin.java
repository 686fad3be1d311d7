package banyan.kit.rig;

import banyan.conformance.CodeRig;
import banyan.device.DeviceDriver;
import java.util.HexFormat;
import java.util.Map;

/** A hand that holds codes before the twin of an HID bar code scanner. */
public final class HidCodeScannerTwin extends TwinRig implements CodeRig {
    public HidCodeScannerTwin(DeviceDriver driver) {
        super("hid-code-scanner", driver, Map.of("port", SIMULATOR.hidCodeScannerUri().toString()));
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
        byte[] head = {2, (byte) code.length, ']', 'Q', '1'};
        byte[] report = new byte[head.length + code.length];
        System.arraycopy(head, 0, report, 0, head.length);
        System.arraycopy(code, 0, report, head.length, code.length);
        return report;
    }

    @Override
    public void makeNoise() {
        act("stray");
    }
}
