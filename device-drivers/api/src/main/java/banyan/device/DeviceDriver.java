package banyan.device;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a driver is found: one public class with a public constructor without arguments, named in
 * {@code META-INF/services/banyan.device.DeviceDriver}.
 */
public interface DeviceDriver {
    /** The word that selects this driver in a site's configuration, such as {@code sam-v-serial}. */
    String model();

    /** The kind of device it drives. */
    DeviceKind kind();

    /** The names of the settings it knows; a site's mistake is found by it. */
    Set<String> settings();

    /** What is wrong with these settings, a sentence each; empty if nothing is. */
    List<String> mistakes(DeviceSettings settings);

    /**
     * What of the settings does not fit the device that was found with them: the setting's name and a sentence. For whoever examines
     * a site; the device itself must refuse to work with such a setting. Never blocks.
     *
     * @param opened of this driver, made with these settings and looked after for a while
     */
    default Map<String, String> misfits(DeviceSettings settings, Device opened) {
        return Map.of();
    }

    /** Makes the device; does not open it. The settings have no mistakes. */
    Device create(DeviceSettings settings);
}
