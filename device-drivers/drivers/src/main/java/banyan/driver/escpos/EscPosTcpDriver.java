package banyan.driver.escpos;

import banyan.device.Device;
import banyan.device.DeviceDriver;
import banyan.device.DeviceKind;
import banyan.device.DeviceSettings;
import banyan.wire.SocketLine;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The driver {@code escpos-tcp}. */
public final class EscPosTcpDriver implements DeviceDriver {
    /** Where printers listen for raw bytes. */
    private static final int PORT = 9100;

    private static final int MAX_PORT = 0xFFFF;

    /** For the service loader. */
    public EscPosTcpDriver() {}

    @Override
    public String model() {
        return "escpos-tcp";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.RECEIPT_PRINTER;
    }

    @Override
    public Set<String> settings() {
        Set<String> names = new HashSet<>(Wishes.NAMES);
        names.add("url");
        return names;
    }

    @Override
    public List<String> mistakes(DeviceSettings settings) {
        List<String> mistakes = new ArrayList<>(Wishes.mistakes(settings));
        if (!isAddress(settings.get("url", ""))) {
            mistakes.add("url must be the printer's address, such as tcp://192.168.1.50:9100");
        }
        return mistakes;
    }

    private static boolean isAddress(String url) {
        try {
            URI uri = URI.create(url);
            return "tcp".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getPort() != 0
                    && uri.getPort() <= MAX_PORT
                    && uri.getPath().isEmpty();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    @Override
    public Device create(DeviceSettings settings) {
        URI uri = URI.create(settings.get("url", ""));
        String host = uri.getHost();
        int port = uri.getPort() < 0 ? PORT : uri.getPort();
        return new RollPrinter(
                settings.id(),
                new RollWire(
                        turn -> SocketLine.open(turn, host, port, "RECEIPT"),
                        Wishes.composer(settings),
                        Wishes.confirmation(settings)));
    }
}
