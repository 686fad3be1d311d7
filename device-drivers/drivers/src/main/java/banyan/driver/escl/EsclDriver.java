package banyan.driver.escl;

import banyan.device.Device;
import banyan.device.DeviceDriver;
import banyan.device.DeviceKind;
import banyan.device.DeviceSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The driver {@code escl}. */
public final class EsclDriver implements DeviceDriver {
    private static final String AREA = "210x297";
    private static final String PATIENCE = "60";

    /** For the service loader. */
    public EsclDriver() {}

    @Override
    public String model() {
        return "escl";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.SCANNER;
    }

    @Override
    public Set<String> settings() {
        return Set.of("url", "area", "patience");
    }

    @Override
    public List<String> mistakes(DeviceSettings settings) {
        List<String> mistakes = new ArrayList<>();
        if (!isAddress(settings.get("url", ""))) {
            mistakes.add("url must be an address such as http://192.168.1.40/eSCL");
        }
        if (!settings.get("area", AREA).matches("[1-9]\\d{1,2}x[1-9]\\d{1,2}")) {
            mistakes.add("area must be width and height in millimetres, such as 210x297");
        }
        if (!settings.get("patience", PATIENCE).matches("[1-9]\\d?|1[01]\\d|120")) {
            mistakes.add("patience must be 1 to 120 seconds");
        }
        return mistakes;
    }

    private static boolean isAddress(String text) {
        try {
            URI address = new URI(text);
            return "http".equals(address.getScheme())
                    && address.getHost() != null
                    && address.getQuery() == null
                    && address.getFragment() == null;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    @Override
    public Device create(DeviceSettings settings) {
        String[] area = settings.get("area", AREA).split("x", -1);
        return new EsclScanner(
                settings.id(),
                new EsclLine(
                        URI.create(settings.get("url", "")),
                        Duration.ofSeconds(Integer.parseInt(settings.get("patience", PATIENCE)))),
                new Area(Integer.parseInt(area[0]), Integer.parseInt(area[1])));
    }
}
