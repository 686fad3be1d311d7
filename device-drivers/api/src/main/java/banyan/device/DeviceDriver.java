package banyan.device;

import java.util.List;
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

    /** Makes the device; does not open it. The settings have no mistakes. */
    Device create(DeviceSettings settings);
}
