package banyan.driver.samv;

import banyan.device.Device;
import banyan.device.DeviceDriver;
import banyan.device.DeviceKind;
import banyan.device.DeviceSettings;
import banyan.wire.usb.UsbIpLine;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** The driver {@code sam-v-usb}. Never run with a reader. */
public final class SamVUsbDriver implements DeviceDriver {
    /** For the service loader. */
    public SamVUsbDriver() {}

    @Override
    public String model() {
        return "sam-v-usb";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.ID_CARD_READER;
    }

    @Override
    public Set<String> settings() {
        return Set.of("port");
    }

    @Override
    public List<String> mistakes(DeviceSettings settings) {
        return UsbIpLine.isAddress(settings.get("port", ""))
                ? List.of()
                : List.of("port must be the address of a reader that is shared by USB/IP, "
                        + "such as usbip://127.0.0.1:3240/1-1");
    }

    @Override
    public Device create(DeviceSettings settings) {
        URI shared = URI.create(settings.get("port", ""));
        return new SamVReader(settings.id(), turn -> UsbModuleLine.open(turn, shared));
    }
}
