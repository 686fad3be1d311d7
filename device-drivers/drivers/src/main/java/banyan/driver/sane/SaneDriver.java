package banyan.driver.sane;

import banyan.device.Device;
import banyan.device.DeviceDriver;
import banyan.device.DeviceKind;
import banyan.device.DeviceSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The driver {@code sane-net}. */
public final class SaneDriver implements DeviceDriver {
    private static final String PORT = "6566";
    private static final String AREA = "210x297";
    private static final String PATIENCE = "20";
    private static final int LARGEST_PORT = 0xFFFF;

    /** For the service loader. */
    public SaneDriver() {}

    @Override
    public String model() {
        return "sane-net";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.SCANNER;
    }

    @Override
    public Set<String> settings() {
        return Set.of("host", "port", "device", "flatbed", "feeder", "feeder-both-sides", "area", "patience");
    }

    @Override
    public List<String> mistakes(DeviceSettings settings) {
        List<String> mistakes = new ArrayList<>();
        if (!settings.get("host", "127.0.0.1").matches("[A-Za-z0-9.:_-]+")) {
            mistakes.add("host must be a name or an address, such as 127.0.0.1");
        }
        String port = settings.get("port", PORT);
        if (!port.matches("[1-9]\\d{0,4}") || Integer.parseInt(port) > LARGEST_PORT) {
            mistakes.add("port must be a number from 1 to 65535");
        }
        if (!settings.get("area", AREA).matches("[1-9]\\d{1,2}x[1-9]\\d{1,2}")) {
            mistakes.add("area must be width and height in millimetres, such as 210x297");
        }
        if (!settings.get("patience", PATIENCE).matches("[1-9]|[1-5]\\d|60")) {
            mistakes.add("patience must be 1 to 60 seconds");
        }
        return mistakes;
    }

    @Override
    public Device create(DeviceSettings settings) {
        String[] area = settings.get("area", AREA).split("x", -1);
        return new SaneScanner(
                settings.id(),
                new Daemon(
                        settings.get("host", "127.0.0.1"),
                        Integer.parseInt(settings.get("port", PORT)),
                        settings.get("device", ""),
                        Integer.parseInt(settings.get("patience", PATIENCE))),
                new Wishes(
                        settings.get("flatbed", ""),
                        settings.get("feeder", ""),
                        settings.get("feeder-both-sides", ""),
                        Integer.parseInt(area[0]),
                        Integer.parseInt(area[1])));
    }
}
