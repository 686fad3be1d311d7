package banyan.driver.webcam;

import banyan.device.Capability;
import banyan.device.Device;
import banyan.device.DeviceDriver;
import banyan.device.DeviceKind;
import banyan.device.DeviceSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A camera on the network: a model for each use. */
abstract class MjpegModel implements DeviceDriver {
    private static final String STREAM = "url";
    private static final String STILL = "still-url";

    private final String model;
    private final Use use;

    MjpegModel(String model, Use use) {
        this.model = model;
        this.use = use;
    }

    @Override
    public final String model() {
        return model;
    }

    @Override
    public final DeviceKind kind() {
        return use.kind();
    }

    @Override
    public final Set<String> settings() {
        return Set.of(STREAM, STILL);
    }

    @Override
    public final List<String> mistakes(DeviceSettings settings) {
        List<String> mistakes = new ArrayList<>();
        if (!isAddress(settings.get(STREAM, ""))) {
            mistakes.add("url must be the address of an MJPEG stream, such as http://192.168.1.30/live.mjpg");
        }
        if (settings.values().containsKey(STILL) && !isAddress(settings.get(STILL, ""))) {
            mistakes.add("still-url must be the address of a JPEG, such as http://192.168.1.30/still.jpg");
        }
        return mistakes;
    }

    private static boolean isAddress(String text) {
        try {
            URI address = new URI(text);
            return "http".equals(address.getScheme()) && address.getHost() != null;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    @Override
    public final Device create(DeviceSettings settings) {
        Optional<URI> stills = Optional.ofNullable(settings.values().get(STILL)).map(URI::create);
        Set<Capability> capabilities = stills.isPresent()
                ? Set.of(Capability.LIVE_PICTURE, Capability.STILL)
                : Set.of(Capability.LIVE_PICTURE);
        return use.device(
                settings.id(),
                new MjpegWire(settings.id(), use, URI.create(settings.get(STREAM, "")), stills),
                capabilities);
    }
}
