package banyan.driver.isdv4;

import banyan.device.Device;
import banyan.device.DeviceDriver;
import banyan.device.DeviceKind;
import banyan.device.DeviceSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The driver {@code isdv4-serial}. */
public final class Isdv4Driver implements DeviceDriver {
    static final String BAUD = "38400";

    /** For the service loader. */
    public Isdv4Driver() {}

    @Override
    public String model() {
        return "isdv4-serial";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.SIGNATURE_PAD;
    }

    @Override
    public Set<String> settings() {
        return Set.of("port", "baud");
    }

    @Override
    public List<String> mistakes(DeviceSettings settings) {
        List<String> mistakes = new ArrayList<>();
        if (!settings.get("port", "").startsWith("/")) {
            mistakes.add("port must be the absolute path of a serial device, such as /dev/serial/by-id/…");
        }
        if (!Set.of("9600", "19200", BAUD, "57600", "115200").contains(settings.get("baud", BAUD))) {
            mistakes.add("baud must be one of 9600, 19200, 38400, 57600, 115200");
        }
        return mistakes;
    }

    @Override
    public Device create(DeviceSettings settings) {
        return new PenPad(settings);
    }
}
