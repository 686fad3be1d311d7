package banyan.driver.escpos;

import banyan.device.Device;
import banyan.device.DeviceDriver;
import banyan.device.DeviceKind;
import banyan.device.DeviceSettings;
import banyan.wire.SerialLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The driver {@code escpos-serial}. */
public final class EscPosSerialDriver implements DeviceDriver {
    private static final String BAUD = "115200";

    /** For the service loader. */
    public EscPosSerialDriver() {}

    @Override
    public String model() {
        return "escpos-serial";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.RECEIPT_PRINTER;
    }

    @Override
    public Set<String> settings() {
        Set<String> names = new HashSet<>(Wishes.NAMES);
        names.addAll(Set.of("port", "baud"));
        return names;
    }

    @Override
    public List<String> mistakes(DeviceSettings settings) {
        List<String> mistakes = new ArrayList<>(Wishes.mistakes(settings));
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
        return new RollPrinter(
                settings.id(),
                new RollWire(
                        _ -> SerialLine.open(port, baud, "RECEIPT"),
                        Wishes.composer(settings),
                        Wishes.confirmation(settings)));
    }
}
