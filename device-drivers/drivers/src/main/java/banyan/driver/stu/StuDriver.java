package banyan.driver.stu;

import banyan.device.Device;
import banyan.device.DeviceDriver;
import banyan.device.DeviceKind;
import banyan.device.DeviceSettings;
import banyan.wire.hid.HidAddress;
import java.util.List;
import java.util.Set;

/** The driver {@code stu-hid}. Never run with a pad. */
public final class StuDriver implements DeviceDriver {
    private static final int WACOM = 0x056A;
    private static final Set<Integer> STU = Set.of(0x00A3, 0x00A4, 0x00A5, 0x00A6, 0x00A8);

    /** For the service loader. */
    public StuDriver() {}

    @Override
    public String model() {
        return "stu-hid";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.SIGNATURE_PAD;
    }

    @Override
    public Set<String> settings() {
        return HidAddress.SETTINGS;
    }

    @Override
    public List<String> mistakes(DeviceSettings settings) {
        return HidAddress.mistakes(settings);
    }

    @Override
    public Device create(DeviceSettings settings) {
        return new StuPad(settings.id(), new StuWire(HidAddress.of(settings, "PAD", WACOM, STU, 0)));
    }
}
