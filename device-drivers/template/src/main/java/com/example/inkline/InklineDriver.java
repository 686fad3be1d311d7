package com.example.inkline;

import banyan.device.Device;
import banyan.device.DeviceDriver;
import banyan.device.DeviceKind;
import banyan.device.DeviceSettings;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** The driver {@code inkline-pad}. */
public final class InklineDriver implements DeviceDriver {
    /** For the service loader. */
    public InklineDriver() {}

    @Override
    public String model() {
        return "inkline-pad";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.SIGNATURE_PAD;
    }

    @Override
    public Set<String> settings() {
        return Set.of("url");
    }

    @Override
    public List<String> mistakes(DeviceSettings settings) {
        return settings.get("url", "").matches("tcp://[A-Za-z0-9.-]+:[0-9]{1,5}/?")
                ? List.of()
                : List.of("url must be host and port of the pad, such as tcp://192.168.1.40:7001");
    }

    @Override
    public Device create(DeviceSettings settings) {
        return new InklinePad(settings.id(), new InklineWire(URI.create(settings.get("url", ""))));
    }
}
