package banyan.driver.webcam;

import banyan.device.Capability;
import banyan.device.Device;
import banyan.device.DeviceDriver;
import banyan.device.DeviceKind;
import banyan.device.DeviceSettings;
import banyan.wire.Jpeg;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A USB camera. Never run with one: a model for each use. */
abstract class UvcModel implements DeviceDriver {
    private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{1,4})x([1-9][0-9]{1,4})");
    private static final String LIVE = "1024x768";
    private static final String STILL = "4160x3120";

    private final String model;
    private final Use use;

    UvcModel(String model, Use use) {
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
        return Set.of("name", "live-size", "still-size");
    }

    @Override
    public final List<String> mistakes(DeviceSettings settings) {
        List<String> mistakes = new ArrayList<>();
        if (size(settings.get("live-size", LIVE)).isEmpty()) {
            mistakes.add("live-size must be width x height in pixels, such as 1024x768");
        }
        if (size(settings.get("still-size", STILL))
                .filter(size -> size.pixels() <= Jpeg.MAX_PIXELS)
                .isEmpty()) {
            mistakes.add("still-size must be width x height, at most 40 megapixels, such as 4160x3120");
        }
        return mistakes;
    }

    private static Optional<Jpeg.Size> size(String text) {
        Matcher size = SIZE.matcher(text);
        return size.matches()
                ? Optional.of(new Jpeg.Size(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2))))
                : Optional.empty();
    }

    @Override
    public final Device create(DeviceSettings settings) {
        Jpeg.Size live = size(settings.get("live-size", LIVE)).orElseThrow();
        Jpeg.Size still = size(settings.get("still-size", STILL)).orElseThrow();
        return use.device(
                settings.id(),
                new UvcWire(use, settings.get("name", ""), live, still),
                Set.of(Capability.LIVE_PICTURE, Capability.STILL));
    }
}
