package banyan.driver.samv;

import banyan.device.Device;
import banyan.device.DeviceDriver;
import banyan.device.DeviceKind;
import banyan.device.DeviceSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The driver {@code sam-v-serial}. */
public final class SamVDriver implements DeviceDriver {
    static final String BAUD = "115200";

    /** For the service loader. */
    public SamVDriver() {}

    @Override
    public String model() {
        return "sam-v-serial";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.ID_CARD_READER;
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
        if (!Set.of("9600", "19200", "38400", "57600", BAUD).contains(settings.get("baud", BAUD))) {
            mistakes.add("baud must be one of 9600, 19200, 38400, 57600, 115200");
        }
        return mistakes;
    }

    @Override
    public Device create(DeviceSettings settings) {
        String port = settings.get("port", "");
        int baud = Integer.parseInt(settings.get("baud", BAUD));
        return new SamVReader(settings.id(), _ -> SerialModuleLine.open(port, baud));
    }
}
