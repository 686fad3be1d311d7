package banyan.driver.codescanner;

import banyan.device.Device;
import banyan.device.DeviceDriver;
import banyan.device.DeviceKind;
import banyan.device.DeviceSettings;
import banyan.wire.hid.HidAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The driver {@code code-scanner-hid}. Never run with a scanner. */
public final class HidScannerDriver implements DeviceDriver {
    private static final int BAR_CODE_SCANNER = 0x8C;

    /** For the service loader. */
    public HidScannerDriver() {}

    @Override
    public String model() {
        return "code-scanner-hid";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.CODE_SCANNER;
    }

    @Override
    public Set<String> settings() {
        Set<String> names = new HashSet<>(HidAddress.SETTINGS);
        names.add(CodeCharset.SETTING);
        return names;
    }

    @Override
    public List<String> mistakes(DeviceSettings settings) {
        List<String> mistakes = new ArrayList<>(HidAddress.mistakes(settings));
        mistakes.addAll(CodeCharset.mistakes(settings));
        return mistakes;
    }

    @Override
    public Device create(DeviceSettings settings) {
        HidAddress where = HidAddress.of(settings, "CODE", 0, Set.of(), BAR_CODE_SCANNER);
        return new ScannerDevice(settings.id(), new HidWire(where, CodeCharset.of(settings)));
    }
}
