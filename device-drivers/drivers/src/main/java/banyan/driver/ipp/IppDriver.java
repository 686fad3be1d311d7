package banyan.driver.ipp;

import banyan.device.Device;
import banyan.device.DeviceDriver;
import banyan.device.DeviceKind;
import banyan.device.DeviceSettings;
import banyan.device.Printer.Stock;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The driver {@code ipp-everywhere}. */
public final class IppDriver implements DeviceDriver {
    static final String MEDIA = "iso_a4_210x297mm";

    /** For the service loader. */
    public IppDriver() {}

    @Override
    public String model() {
        return "ipp-everywhere";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.PRINTER;
    }

    @Override
    public Set<String> settings() {
        return Set.of(
                "url",
                "media",
                Trays.setting(Stock.PLAIN),
                Trays.setting(Stock.CERTIFICATE),
                SnmpAddress.WHERE,
                SnmpAddress.COMMUNITY,
                SnmpAddress.VERSION);
    }

    @Override
    public List<String> mistakes(DeviceSettings settings) {
        List<String> mistakes = new ArrayList<>();
        if (!isAddress(settings.get("url", ""))) {
            mistakes.add("url must be an address such as ipp://192.168.1.20:631/ipp/print");
        }
        if (!settings.get("media", MEDIA).matches("[a-z0-9_.-]+")) {
            mistakes.add("media must be the name of a medium, such as iso_a4_210x297mm");
        }
        Trays trays = Trays.of(settings);
        trays.sources().forEach((stock, source) -> {
            if (!source.matches("[a-z0-9_.-]+")) {
                mistakes.add("%s must be a tray as the printer calls it, such as tray-1 or main".formatted(Trays.setting(stock)));
            }
        });
        if (trays.set() && trays.sources().size() < Stock.values().length) {
            mistakes.add("tray-plain and tray-certificate are named together, so that neither paper is ever taken for the other");
        } else if (trays.set() && Set.copyOf(trays.sources().values()).size() < trays.sources().size()) {
            mistakes.add("tray-plain and tray-certificate must be two trays");
        }
        mistakes.addAll(SnmpAddress.mistakes(settings));
        return mistakes;
    }

    private static boolean isAddress(String text) {
        try {
            URI address = new URI(text);
            return "ipp".equals(address.getScheme()) && address.getHost() != null;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    @Override
    public Map<String, String> misfits(DeviceSettings settings, Device opened) {
        return opened instanceof IppPrinter printer ? printer.misfits() : Map.of();
    }

    @Override
    public Device create(DeviceSettings settings) {
        return new IppPrinter(settings);
    }
}
