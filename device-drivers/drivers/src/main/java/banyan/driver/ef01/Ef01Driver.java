package banyan.driver.ef01;

import banyan.device.Device;
import banyan.device.DeviceDriver;
import banyan.device.DeviceKind;
import banyan.device.DeviceSettings;
import banyan.device.FingerprintPad.FingerImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The driver {@code ef01-serial}. */
public final class Ef01Driver implements DeviceDriver {
    static final String BAUD = "57600";
    static final String WIDTH = "256";
    static final String HEIGHT = "288";
    static final String RESOLUTION = "500";

    private static final int COARSEST = 250;
    private static final int FINEST = 1000;

    /** For the service loader. */
    public Ef01Driver() {}

    @Override
    public String model() {
        return "ef01-serial";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.FINGERPRINT_PAD;
    }

    @Override
    public Set<String> settings() {
        return Set.of("port", "baud", "width", "height", "resolution");
    }

    @Override
    public List<String> mistakes(DeviceSettings settings) {
        List<String> mistakes = new ArrayList<>();
        if (!settings.get("port", "").startsWith("/")) {
            mistakes.add("port must be the absolute path of a serial device, such as /dev/serial/by-id/…");
        }
        if (!Set.of("9600", "19200", "38400", BAUD, "115200").contains(settings.get("baud", BAUD))) {
            mistakes.add("baud must be one of 9600, 19200, 38400, 57600, 115200");
        }
        within(settings, "width", WIDTH, FingerImage.LEAST_SIDE, FingerImage.MOST_SIDE, mistakes);
        within(settings, "height", HEIGHT, FingerImage.LEAST_SIDE, FingerImage.MOST_SIDE, mistakes);
        within(settings, "resolution", RESOLUTION, COARSEST, FINEST, mistakes);
        return mistakes;
    }

    private static void within(
            DeviceSettings settings, String name, String otherwise, int least, int most, List<String> mistakes) {
        String value = settings.get(name, otherwise);
        boolean number = value.matches("\\d{1,5}");
        if (!number || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            mistakes.add(name + " must be a whole number from " + least + " to " + most);
        } else if (name.equals("width") && Integer.parseInt(value) % 2 != 0) {
            mistakes.add(name + " must be even: a byte carries two points");
        }
    }

    @Override
    public Device create(DeviceSettings settings) {
        return new Ef01Pad(settings);
    }
}
